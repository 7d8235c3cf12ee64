-- AlterTable
ALTER TABLE "HeldReply" ADD COLUMN "movedFromId" TEXT;
