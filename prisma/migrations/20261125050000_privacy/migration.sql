-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "retention" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "Shop" ADD COLUMN "withoutModel" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Message" ADD COLUMN "proactive" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Tombstone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PrivacyRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "externalId" TEXT,
    "sealed" TEXT NOT NULL,
    "identityId" TEXT,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "PrivacyExport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "identityId" TEXT,
    "html" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "messageId" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AccessLog" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "subject" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Tombstone_shopId_hash_key" ON "Tombstone"("shopId", "hash");

-- CreateIndex
CREATE INDEX "PrivacyRequest_shopId_state_createdAt_idx" ON "PrivacyRequest"("shopId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "PrivacyRequest_shopId_identityId_idx" ON "PrivacyRequest"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "PrivacyExport_shopId_requestId_idx" ON "PrivacyExport"("shopId", "requestId");

-- CreateIndex
CREATE INDEX "PrivacyExport_shopId_identityId_idx" ON "PrivacyExport"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "Consent_shopId_identityId_at_idx" ON "Consent"("shopId", "identityId", "at");

-- CreateIndex
CREATE INDEX "AccessLog_shopId_at_idx" ON "AccessLog"("shopId", "at");

-- CreateIndex
CREATE INDEX "AccessLog_shopId_subject_at_idx" ON "AccessLog"("shopId", "subject", "at");
