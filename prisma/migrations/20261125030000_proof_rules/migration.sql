-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "proofRules" JSONB NOT NULL DEFAULT '{}';
