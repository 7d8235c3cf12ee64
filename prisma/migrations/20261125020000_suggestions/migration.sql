-- CreateTable
CREATE TABLE "IdentityTrait" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "role" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "oneId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "against" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "dismissedAt" DATETIME,
    "dismissedBy" TEXT
);

-- CreateTable
CREATE TABLE "SuggestionPosition" (
    "shopId" TEXT NOT NULL PRIMARY KEY,
    "messageSeq" INTEGER NOT NULL,
    "since" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "IdentityTrait_shopId_identityId_value_role_key" ON "IdentityTrait"("shopId", "identityId", "value", "role");

-- CreateIndex
CREATE INDEX "IdentityTrait_shopId_value_idx" ON "IdentityTrait"("shopId", "value");

-- CreateIndex
CREATE UNIQUE INDEX "Suggestion_shopId_oneId_otherId_key" ON "Suggestion"("shopId", "oneId", "otherId");

-- CreateIndex
CREATE INDEX "Suggestion_shopId_otherId_idx" ON "Suggestion"("shopId", "otherId");

-- CreateIndex
CREATE INDEX "Suggestion_shopId_dismissedAt_score_id_idx" ON "Suggestion"("shopId", "dismissedAt", "score", "id");
