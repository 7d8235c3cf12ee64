-- CreateTable
CREATE TABLE "Translation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "doubtful" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Translation_shopId_identityId_idx" ON "Translation"("shopId", "identityId");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_shopId_messageId_language_key" ON "Translation"("shopId", "messageId", "language");

