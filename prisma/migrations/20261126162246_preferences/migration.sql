-- CreateTable
CREATE TABLE "Preference" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "messageId" TEXT,
    "statedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Preference_shopId_identityId_kind_key" ON "Preference"("shopId", "identityId", "kind");
