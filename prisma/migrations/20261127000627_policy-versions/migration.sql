-- CreateTable
CREATE TABLE "PolicyVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "orderPolicy" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "changes" JSONB NOT NULL,
    "why" TEXT
);

-- CreateTable
CREATE TABLE "PolicyTrial" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "present" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "cursor" TEXT,
    "oldest" DATETIME,
    "reached" DATETIME,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "items" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "problem" TEXT,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "PolicyTrialLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "trialId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "orderName" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "hasReturn" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "policyVersion" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "PolicyVersion_shopId_version_key" ON "PolicyVersion"("shopId", "version");

-- CreateIndex
CREATE INDEX "PolicyTrial_shopId_startedAt_idx" ON "PolicyTrial"("shopId", "startedAt");

-- CreateIndex
CREATE INDEX "PolicyTrialLine_shopId_trialId_kind_place_idx" ON "PolicyTrialLine"("shopId", "trialId", "kind", "place");

