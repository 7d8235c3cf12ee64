-- CreateTable
CREATE TABLE "Ticket" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "toldSeq" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Ticket_shopId_connectionId_externalId_idx" ON "Ticket"("shopId", "connectionId", "externalId");

-- CreateIndex
CREATE INDEX "Ticket_shopId_caseId_idx" ON "Ticket"("shopId", "caseId");

-- CreateIndex
CREATE INDEX "Ticket_shopId_identityId_idx" ON "Ticket"("shopId", "identityId");

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_shopId_connectionId_caseId_key" ON "Ticket"("shopId", "connectionId", "caseId");

