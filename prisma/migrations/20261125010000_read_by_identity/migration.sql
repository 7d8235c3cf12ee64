-- AlterTable
ALTER TABLE "Identity" ADD COLUMN "readAt" DATETIME;
-- What staff had seen until now stays seen.
UPDATE "Identity" SET "readAt" = CAST(strftime('%s', 'now') AS INTEGER) * 1000
  WHERE "conversationId" IN (SELECT id FROM "Conversation" WHERE "unread" = 0);
-- CreateIndex
CREATE INDEX "Evidence_shopId_expiresAt_idx" ON "Evidence"("shopId", "expiresAt");
