-- AlterTable
ALTER TABLE "HeldReply" ADD COLUMN "files" JSONB;

-- CreateTable
CREATE TABLE "StaffFile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "messageId" TEXT,
    "file" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "StaffFile_shopId_identityId_idx" ON "StaffFile"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "StaffFile_shopId_messageId_idx" ON "StaffFile"("shopId", "messageId");

-- CreateIndex
CREATE INDEX "StaffFile_shopId_file_idx" ON "StaffFile"("shopId", "file");

-- CreateIndex
CREATE INDEX "StaffFile_shopId_createdAt_idx" ON "StaffFile"("shopId", "createdAt");
