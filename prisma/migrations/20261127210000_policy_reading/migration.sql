-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "policyReading" JSONB;
