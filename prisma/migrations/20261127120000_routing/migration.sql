-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "routing" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN "routingVersion" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN "teamId" TEXT;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN "urgent" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN "routing" JSONB;

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "teams" JSONB NOT NULL,
    "languages" JSONB NOT NULL,
    "channels" JSONB NOT NULL,
    "intents" JSONB NOT NULL,
    "hours" JSONB,
    "mostOpen" INTEGER,
    "away" BOOLEAN NOT NULL,
    "lastAssignedAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_shopId_name_key" ON "StaffMember"("shopId", "name");
