-- AlterTable
ALTER TABLE "HeldReply" ADD COLUMN "template" JSONB;
