-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "replyModes" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "ReplyDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "aboutId" TEXT,
    "blocks" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "standsOn" JSONB NOT NULL,
    "messageIds" JSONB NOT NULL,
    "throughSeq" INTEGER NOT NULL,
    "introduces" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "VoiceExample" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "edited" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "ReplyDraft_shopId_createdAt_id_idx" ON "ReplyDraft"("shopId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ReplyDraft_shopId_identityId_idx" ON "ReplyDraft"("shopId", "identityId");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyDraft_shopId_caseId_key" ON "ReplyDraft"("shopId", "caseId");

-- CreateIndex
CREATE INDEX "VoiceExample_shopId_createdAt_id_idx" ON "VoiceExample"("shopId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "VoiceExample_shopId_identityId_idx" ON "VoiceExample"("shopId", "identityId");
