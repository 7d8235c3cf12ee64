-- CreateTable
CREATE TABLE "KnowledgeVector" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "vector" BLOB NOT NULL
);

-- CreateIndex
CREATE INDEX "KnowledgeVector_shopId_sourceId_idx" ON "KnowledgeVector"("shopId", "sourceId");

-- CreateIndex
CREATE INDEX "KnowledgeVector_shopId_model_idx" ON "KnowledgeVector"("shopId", "model");

