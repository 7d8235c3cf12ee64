-- AlterTable
ALTER TABLE "Effect" ADD COLUMN "actor" TEXT;
ALTER TABLE "Effect" ADD COLUMN "dueAt" DATETIME;
