-- CreateTable
CREATE TABLE "Connection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL,
    "issue" TEXT,
    "failingSince" DATETIME,
    "alertedAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OutwardEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT,
    "caseId" TEXT,
    "type" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "data" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "OutwardSend" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "identityId" TEXT,
    "caseId" TEXT,
    "type" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "triedAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Connection_shopId_active_idx" ON "Connection"("shopId", "active");

-- CreateIndex
CREATE INDEX "OutwardEvent_shopId_at_idx" ON "OutwardEvent"("shopId", "at");

-- CreateIndex
CREATE INDEX "OutwardEvent_shopId_identityId_idx" ON "OutwardEvent"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "OutwardSend_shopId_connectionId_createdAt_idx" ON "OutwardSend"("shopId", "connectionId", "createdAt");

-- CreateIndex
CREATE INDEX "OutwardSend_shopId_connectionId_state_idx" ON "OutwardSend"("shopId", "connectionId", "state");

-- CreateIndex
CREATE INDEX "OutwardSend_shopId_identityId_idx" ON "OutwardSend"("shopId", "identityId");

-- CreateIndex
CREATE UNIQUE INDEX "OutwardSend_shopId_connectionId_eventId_key" ON "OutwardSend"("shopId", "connectionId", "eventId");

