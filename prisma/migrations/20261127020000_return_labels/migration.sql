-- How a return's label comes about, and the labels that were given out.
ALTER TABLE "Shop" ADD COLUMN "labels" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "Shop" ADD COLUMN "labelKey" TEXT;

-- CreateTable
CREATE TABLE "ReturnLabel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "returnId" TEXT NOT NULL,
    "returnName" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "orderName" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "shipmentId" TEXT,
    "url" TEXT,
    "code" TEXT,
    "trackingNumber" TEXT,
    "trackingUrl" TEXT,
    "ownNumber" TEXT,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "obtainedAt" DATETIME,
    "recordedAt" DATETIME,
    "mailedAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "ReturnLabel_shopId_returnId_key" ON "ReturnLabel"("shopId", "returnId");

-- CreateIndex
CREATE INDEX "ReturnLabel_shopId_identityId_idx" ON "ReturnLabel"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "ReturnLabel_shopId_caseId_idx" ON "ReturnLabel"("shopId", "caseId");

-- CreateIndex
CREATE INDEX "ReturnLabel_shopId_state_idx" ON "ReturnLabel"("shopId", "state");
