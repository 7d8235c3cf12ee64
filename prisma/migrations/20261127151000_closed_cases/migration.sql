-- What is over, the last that ended first.
CREATE INDEX "Case_closed" ON "Case"("shopId", "closedAt", "id") WHERE "status" = 'done' AND "closedAt" IS NOT NULL;
