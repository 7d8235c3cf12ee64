-- CreateTable
CREATE TABLE "Photo" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "caseId" TEXT,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "file" TEXT,
    "fingerprint" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "bytes" INTEGER,
    "seenBefore" JSONB NOT NULL DEFAULT '[]',
    "verdict" JSONB,
    "createdAt" DATETIME NOT NULL,
    "keptAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Photo_shopId_caseId_idx" ON "Photo"("shopId", "caseId");

-- CreateIndex
CREATE INDEX "Photo_shopId_identityId_idx" ON "Photo"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "Photo_shopId_file_idx" ON "Photo"("shopId", "file");

-- CreateIndex
CREATE INDEX "Photo_shopId_createdAt_idx" ON "Photo"("shopId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Photo_shopId_messageId_place_key" ON "Photo"("shopId", "messageId", "place");

