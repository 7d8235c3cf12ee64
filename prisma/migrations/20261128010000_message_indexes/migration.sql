-- What a turn asks of a person's messages must not take longer the more they have written.

-- CreateIndex
CREATE INDEX "Message_shopId_identityId_receivedAt_idx" ON "Message"("shopId", "identityId", "receivedAt");

-- Held by hand: Prisma's schema knows no index over a part of a table.
CREATE INDEX "Message_unanswered" ON "Message"("shopId", "identityId", "author", "seq") WHERE "answeredBy" IS NULL;
