-- AlterTable
ALTER TABLE "Case" ADD COLUMN "dueAt" DATETIME;

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "replyTimes" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE INDEX "Case_shopId_dueAt_idx" ON "Case"("shopId", "dueAt");
