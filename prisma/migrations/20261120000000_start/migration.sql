-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" DATETIME,
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" DATETIME
);

-- CreateTable
CREATE TABLE "Shop" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "domain" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "currencyCode" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "brandColor" TEXT NOT NULL,
    "assistantName" TEXT NOT NULL,
    "voice" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "confidenceThreshold" REAL NOT NULL,
    "assistantPaused" BOOLEAN NOT NULL,
    "returnPolicy" JSONB NOT NULL,
    "installedAt" DATETIME NOT NULL,
    "uninstalledAt" DATETIME
);

-- CreateTable
CREATE TABLE "ChannelAccount" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "paused" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "issue" TEXT,
    "position" JSONB
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "label" TEXT,
    "language" TEXT,
    "homeConversationId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastInboundAt" DATETIME,
    "introducedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "strength" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "withdrawnAt" DATETIME,
    "withdrawnBy" TEXT
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastMessageAt" DATETIME NOT NULL,
    "lastMessage" TEXT NOT NULL,
    "lastChannel" TEXT NOT NULL,
    "lastAuthor" TEXT NOT NULL,
    "unread" BOOLEAN NOT NULL,
    "language" TEXT,
    "revision" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Message" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "authorName" TEXT,
    "at" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "content" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "caseId" TEXT,
    "deletedAt" DATETIME,
    "answeredBy" TEXT,
    "thread" JSONB
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "intent" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "assignee" TEXT,
    "escalation" TEXT,
    "summary" TEXT,
    "expecting" TEXT,
    "doubts" INTEGER NOT NULL,
    "orderId" TEXT,
    "orderName" TEXT,
    "verification" JSONB,
    "openedAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "RawEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "topic" TEXT,
    "body" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "processedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Effect" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "startedAt" DATETIME,
    "result" JSONB,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "thread" JSONB,
    "state" TEXT NOT NULL,
    "status" TEXT,
    "rawStatus" TEXT,
    "externalId" TEXT,
    "attempts" INTEGER NOT NULL,
    "startedAt" DATETIME,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Job" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "shopId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "key" TEXT,
    "queue" TEXT,
    "runAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL,
    "maxAttempts" INTEGER NOT NULL,
    "fence" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "lastError" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "targetId" TEXT,
    "caseId" TEXT,
    "hash" TEXT NOT NULL,
    "triesLeft" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "SignedLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "otherId" TEXT,
    "caseId" TEXT,
    "channel" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "WidgetSession" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "customerId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "StaffNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "shopId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Shop_domain_key" ON "Shop"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelAccount_shopId_channel_key" ON "ChannelAccount"("shopId", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelAccount_channel_externalId_key" ON "ChannelAccount"("channel", "externalId");

-- CreateIndex
CREATE INDEX "Identity_shopId_conversationId_idx" ON "Identity"("shopId", "conversationId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_shopId_kind_externalId_key" ON "Identity"("shopId", "kind", "externalId");

-- CreateIndex
CREATE INDEX "Evidence_shopId_identityId_idx" ON "Evidence"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "Evidence_shopId_otherId_idx" ON "Evidence"("shopId", "otherId");

-- CreateIndex
CREATE INDEX "Conversation_shopId_lastMessageAt_id_idx" ON "Conversation"("shopId", "lastMessageAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Message_id_key" ON "Message"("id");

-- CreateIndex
CREATE INDEX "Message_shopId_identityId_seq_idx" ON "Message"("shopId", "identityId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Message_shopId_channel_account_externalId_key" ON "Message"("shopId", "channel", "account", "externalId");

-- CreateIndex
CREATE INDEX "Case_shopId_identityId_idx" ON "Case"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "Case_shopId_status_updatedAt_idx" ON "Case"("shopId", "status", "updatedAt");

-- CreateIndex
CREATE INDEX "Case_shopId_orderId_idx" ON "Case"("shopId", "orderId");

-- CreateIndex
CREATE UNIQUE INDEX "RawEvent_shopId_channel_account_externalId_key" ON "RawEvent"("shopId", "channel", "account", "externalId");

-- CreateIndex
CREATE INDEX "Effect_shopId_caseId_idx" ON "Effect"("shopId", "caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Effect_shopId_key_key" ON "Effect"("shopId", "key");

-- CreateIndex
CREATE INDEX "Delivery_shopId_channel_externalId_idx" ON "Delivery"("shopId", "channel", "externalId");

-- CreateIndex
CREATE INDEX "Delivery_shopId_identityId_state_idx" ON "Delivery"("shopId", "identityId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_shopId_messageId_part_key" ON "Delivery"("shopId", "messageId", "part");

-- CreateIndex
CREATE UNIQUE INDEX "Job_key_key" ON "Job"("key");

-- CreateIndex
CREATE INDEX "Job_state_runAt_id_queue_task_idx" ON "Job"("state", "runAt", "id", "queue", "task");

-- CreateIndex
CREATE INDEX "OneTimeCode_shopId_identityId_createdAt_idx" ON "OneTimeCode"("shopId", "identityId", "createdAt");

-- CreateIndex
CREATE INDEX "OneTimeCode_shopId_targetId_createdAt_idx" ON "OneTimeCode"("shopId", "targetId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "SignedLink_hash_key" ON "SignedLink"("hash");

-- CreateIndex
CREATE INDEX "SignedLink_shopId_identityId_idx" ON "SignedLink"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "WidgetSession_shopId_identityId_idx" ON "WidgetSession"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "StaffNote_shopId_identityId_idx" ON "StaffNote"("shopId", "identityId");

-- CreateIndex
CREATE INDEX "Audit_shopId_at_idx" ON "Audit"("shopId", "at");

