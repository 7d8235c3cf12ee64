-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "tokenDay" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Conversation" ADD COLUMN "tokens" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Effect" ADD COLUMN "shopPlace" TEXT;
ALTER TABLE "Effect" ADD COLUMN "shopperPlace" TEXT;

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "tokenDay" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Shop" ADD COLUMN "tokens" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "Effect_shopId_shopperPlace_key" ON "Effect"("shopId", "shopperPlace");

-- CreateIndex
CREATE UNIQUE INDEX "Effect_shopId_shopPlace_key" ON "Effect"("shopId", "shopPlace");
