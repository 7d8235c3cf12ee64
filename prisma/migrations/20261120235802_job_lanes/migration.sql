-- A job waits in the lane of what it mostly does; jobs of before are sorted in.
ALTER TABLE "Job" ADD COLUMN "lane" TEXT NOT NULL DEFAULT 'think';
UPDATE "Job" SET "lane" = 'read' WHERE "task" LIKE 'intake.%';
UPDATE "Job" SET "lane" = 'send' WHERE "task" LIKE 'delivery.%';
DROP INDEX "Job_state_runAt_id_queue_task_idx";
CREATE INDEX "Job_state_lane_shopId_runAt_id_queue_idx" ON "Job"("state", "lane", "shopId", "runAt", "id", "queue");
-- Prisma's schema has no words for an index of some rows only.
CREATE INDEX "Job_parked" ON "Job"("queue", "runAt", "id") WHERE "state" = 'parked';
