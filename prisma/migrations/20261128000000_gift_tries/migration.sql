-- CreateTable
CREATE TABLE "GiftTry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "orderKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "GiftTry_shopId_identityId_createdAt_idx" ON "GiftTry"("shopId", "identityId", "createdAt");

-- CreateIndex
CREATE INDEX "GiftTry_shopId_orderKey_createdAt_idx" ON "GiftTry"("shopId", "orderKey", "createdAt");

-- CreateIndex
CREATE INDEX "GiftTry_shopId_createdAt_idx" ON "GiftTry"("shopId", "createdAt");
