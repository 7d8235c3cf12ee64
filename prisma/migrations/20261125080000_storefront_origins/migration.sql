-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "primaryHost" TEXT;

-- AlterTable
ALTER TABLE "WidgetSession" ADD COLUMN "origin" TEXT;

-- CreateIndex
CREATE INDEX "WidgetSession_origin_idx" ON "WidgetSession"("origin");
