-- CreateTable
CREATE TABLE "HeldReply" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "original" TEXT,
    "language" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "dueAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "StaffDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "savedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "HeldReply_shopId_identityId_idx" ON "HeldReply"("shopId", "identityId");

-- CreateIndex
CREATE UNIQUE INDEX "HeldReply_shopId_clientId_key" ON "HeldReply"("shopId", "clientId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffDraft_shopId_identityId_staffId_kind_key" ON "StaffDraft"("shopId", "identityId", "staffId", "kind");
