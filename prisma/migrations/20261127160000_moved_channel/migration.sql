-- AlterTable
ALTER TABLE "HeldReply" ADD COLUMN "move" JSONB;

-- AlterTable
ALTER TABLE "Identity" ADD COLUMN "movedToId" TEXT;
ALTER TABLE "Identity" ADD COLUMN "movedAt" DATETIME;
