-- CreateTable
CREATE TABLE "Mention" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "readAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "Mention_shopId_noteId_memberId_name_key" ON "Mention"("shopId", "noteId", "memberId", "name");
CREATE INDEX "Mention_shopId_memberId_createdAt_id_idx" ON "Mention"("shopId", "memberId", "createdAt", "id");
CREATE INDEX "Mention_shopId_identityId_idx" ON "Mention"("shopId", "identityId");

-- Few are unread at a time: the index holds those only.
CREATE INDEX "Mention_unread" ON "Mention"("shopId", "memberId", "noteId", "identityId") WHERE "readAt" IS NULL;
