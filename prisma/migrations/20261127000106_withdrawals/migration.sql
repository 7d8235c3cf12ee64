-- CreateTable
CREATE TABLE "Withdrawal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "key" TEXT,
    "reference" TEXT NOT NULL,
    "caseId" TEXT,
    "identityId" TEXT,
    "orderName" TEXT NOT NULL,
    "orderId" TEXT,
    "contact" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "proven" BOOLEAN NOT NULL,
    "statements" JSONB NOT NULL,
    "stated" INTEGER NOT NULL DEFAULT 1,
    "receipted" INTEGER NOT NULL DEFAULT 0,
    "facts" JSONB,
    "noticedAt" DATETIME,
    "statedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Withdrawal_shopId_identityId_idx" ON "Withdrawal"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "Withdrawal_shopId_orderName_idx" ON "Withdrawal"("shopId", "orderName");

-- CreateIndex
CREATE UNIQUE INDEX "Withdrawal_shopId_key_key" ON "Withdrawal"("shopId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Withdrawal_shopId_reference_key" ON "Withdrawal"("shopId", "reference");

