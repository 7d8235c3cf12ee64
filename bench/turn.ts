import "#tests/setup/environment.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHandlers } from "#app/pipeline/handlers.server.ts";
import { type DatabaseHandle, openDatabase } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import type { JobContext } from "#app/platform/jobs/runner.server.ts";
import { show } from "./figures.ts";
import { databaseRows, widgetEvent } from "./rows.ts";

const turns = 600;
const shopId = "shop";
const words = ["hello", "I want to return something", "what is your return policy", "thanks", "where is my order"];

/** What one turn costs above its waits for the disk: read everything, understand, decide, word, guard, commit. */
export async function benchTurn(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "onethread-bench-"));
  const database = await openDatabase(join(folder, "turn.db"));
  await database.commit(databaseRows(shopId));
  const handlers = await createHandlers();
  const context: JobContext = { shopId, jobId: 1, attempt: 1, lastAttempt: false };
  const [disk, whole, above]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n < turns; n += 1) {
    // Half of the shoppers write for the first time, half have written before.
    const event = widgetEvent(shopId, n, n % 2 === 0 ? n : n - 1, words[n % words.length] ?? "hello");
    await database.commit([event.row]);
    await database.commit(keptBack(await handlers["intake.channel"]({ rawEventId: event.id }, context)));
    const identity = await database.prisma.identity.findFirstOrThrow({ where: { shopId, externalId: event.visitor } });
    const wait = await timed(() => database.commit([update("Shop", { id: shopId }, { voice: String(n) })]));
    const took = await timed(async () => {
      const writes = await handlers.turn({ identityId: identity.id, trigger: { kind: "messages" } }, context);
      await database.commit(keptBack(writes));
    });
    disk.push(wait);
    whole.push(took);
    above.push(took - wait);
  }
  console.log(show("a small commit, the disk's own time", disk));
  console.log(show("a turn, its commit included", whole));
  console.log(show("a turn above one commit", above));
  await close(database, folder);
}

/** Nobody runs the jobs here. */
const keptBack = (writes: Write[]): Write[] => writes.filter((write) => write.kind !== "enqueue");

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function close(database: DatabaseHandle, folder: string): Promise<void> {
  await database.close();
  rmSync(folder, { recursive: true });
}
