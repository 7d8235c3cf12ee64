-- AlterTable
ALTER TABLE "TurnRecord" ADD COLUMN "knowledge" TEXT;
ALTER TABLE "TurnRecord" ADD COLUMN "messageId" TEXT;
ALTER TABLE "TurnRecord" ADD COLUMN "sourceId" TEXT;
ALTER TABLE "TurnRecord" ADD COLUMN "sourceVersion" TEXT;

-- CreateTable
CREATE TABLE "KnowledgeSource" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "language" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "readAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "KnowledgePassage" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "headingTerms" TEXT NOT NULL,
    "terms" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "KnowledgeSource_shopId_kind_externalId_key" ON "KnowledgeSource"("shopId", "kind", "externalId");

-- CreateIndex
CREATE INDEX "KnowledgePassage_shopId_sourceId_idx" ON "KnowledgePassage"("shopId", "sourceId");

-- CreateIndex
CREATE INDEX "TurnRecord_shopId_knowledge_at_idx" ON "TurnRecord"("shopId", "knowledge", "at");

