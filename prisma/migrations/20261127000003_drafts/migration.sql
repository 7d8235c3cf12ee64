-- CreateTable
CREATE TABLE "Draft" (
    "identityId" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "expecting" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "choiceId" TEXT,
    "savedAt" DATETIME NOT NULL,
    "offeredAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Draft_shopId_caseId_idx" ON "Draft"("shopId", "caseId");

