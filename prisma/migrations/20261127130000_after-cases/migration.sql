-- How a case ended, and who had it
ALTER TABLE "Case" ADD COLUMN "outcome" TEXT;
ALTER TABLE "Case" ADD COLUMN "heldBy" TEXT;
ALTER TABLE "Shop" ADD COLUMN "afterCases" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "Satisfaction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "comment" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Satisfaction_shopId_caseId_key" ON "Satisfaction"("shopId", "caseId");

-- CreateIndex
CREATE INDEX "Satisfaction_shopId_at_idx" ON "Satisfaction"("shopId", "at");

-- CreateIndex
CREATE INDEX "Satisfaction_shopId_identityId_idx" ON "Satisfaction"("shopId", "identityId");
