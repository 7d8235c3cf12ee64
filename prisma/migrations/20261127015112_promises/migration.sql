-- CreateTable
CREATE TABLE "Obligation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "caseId" TEXT,
    "orderId" TEXT,
    "about" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "wholeDay" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "noticedAt" DATETIME,
    "settledAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Obligation_shopId_identityId_state_idx" ON "Obligation"("shopId", "identityId", "state");

-- CreateIndex
CREATE INDEX "Obligation_shopId_orderId_state_idx" ON "Obligation"("shopId", "orderId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_shopId_messageId_about_key" ON "Obligation"("shopId", "messageId", "about");

