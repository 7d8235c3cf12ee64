-- CreateTable
CREATE TABLE "Begun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "template" JSONB,
    "urgent" BOOLEAN NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "caseId" TEXT,
    "orderId" TEXT,
    "ifUnreachable" TEXT NOT NULL,
    "onlyInWindow" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "messageId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "saidAt" DATETIME
);

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "proactive" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE INDEX "Begun_shopId_identityId_state_idx" ON "Begun"("shopId", "identityId", "state");

-- CreateIndex
CREATE INDEX "Begun_shopId_messageId_idx" ON "Begun"("shopId", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Begun_shopId_key_key" ON "Begun"("shopId", "key");

