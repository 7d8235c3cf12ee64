-- CreateTable
CREATE TABLE "TurnRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "intent" TEXT,
    "detail" TEXT,
    "confidence" REAL NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "inputTokens" INTEGER NOT NULL,
    "outputTokens" INTEGER NOT NULL,
    "microDollars" INTEGER,
    "milliseconds" INTEGER NOT NULL
);

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "thresholds" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "Shop" ADD COLUMN "replayGate" INTEGER NOT NULL DEFAULT 70;

-- CreateTable
CREATE TABLE "ReplayRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "report" JSONB,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "TurnRecord_shopId_at_idx" ON "TurnRecord"("shopId", "at");

-- CreateIndex
CREATE INDEX "TurnRecord_identityId_idx" ON "TurnRecord"("identityId");

-- CreateIndex
CREATE INDEX "ReplayRun_shopId_startedAt_idx" ON "ReplayRun"("shopId", "startedAt");
