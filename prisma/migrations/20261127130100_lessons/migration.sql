-- CreateTable
CREATE TABLE "Lesson" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "caseId" TEXT,
    "kind" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "proposal" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    "settledBy" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "Lesson_shopId_messageId_kind_key" ON "Lesson"("shopId", "messageId", "kind");

-- CreateIndex
CREATE INDEX "Lesson_shopId_state_createdAt_idx" ON "Lesson"("shopId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "Lesson_shopId_identityId_idx" ON "Lesson"("shopId", "identityId");
