-- Until when staff have put a conversation aside.
ALTER TABLE "Conversation" ADD COLUMN "snoozedUntil" DATETIME;

-- Few are put aside at a time: the index holds those only.
CREATE INDEX "Conversation_snoozed" ON "Conversation"("shopId", "snoozedUntil") WHERE "snoozedUntil" IS NOT NULL;

-- All conversations of one channel or language, newest first.
CREATE INDEX "Conversation_shopId_lastChannel_lastMessageAt_id_idx" ON "Conversation"("shopId", "lastChannel", "lastMessageAt", "id");
CREATE INDEX "Conversation_shopId_language_lastMessageAt_id_idx" ON "Conversation"("shopId", "language", "lastMessageAt", "id");
