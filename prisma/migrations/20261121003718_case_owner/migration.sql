-- CreateIndex
CREATE INDEX "Case_shopId_owner_status_idx" ON "Case"("shopId", "owner", "status");

