-- AlterTable
ALTER TABLE "StaffDraft" ADD COLUMN "files" TEXT NOT NULL DEFAULT '';
