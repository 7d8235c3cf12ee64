import Database from "better-sqlite3";
import { World } from "#sandbox/world.ts";

const senders = 1_000;
const each = 10;

/** 10,000 messages are taken in, the process dies at once, and another one finds them waiting. */
export async function benchBacklog(): Promise<void> {
  const world = await World.start({ gemini: true });
  try {
    await world.install();
    // What nobody understands waits for the model, so that nothing is answered before the process dies.
    world.gemini.faults.add("*", { kind: "hang", ms: 600_000 }, 1_000_000);
    const phones = Array.from({ length: senders }, (_, n) => world.meta.phone("instagram", `backlog-${n}`, { name: "Ada Sample" }));
    const taken = performance.now();
    for (let n = 0; n < each; n += 1) await Promise.all(phones.map((phone) => phone.sendText(`zzz ${n}`)));
    const acknowledged = performance.now() - taken;
    await world.app.stop("SIGKILL");
    const waiting = countJobs(world.databasePath);
    world.gemini.faults.clear();
    const heard = new Set<number>();
    let first = 0;
    const restarted = performance.now();
    const all = new Promise<void>((resolve) => {
      for (const [n, phone] of phones.entries()) {
        phone.onMessage((bubble) => {
          if (bubble.from !== "business") return;
          first ||= performance.now() - restarted;
          heard.add(n);
          if (heard.size === senders) resolve();
        });
      }
    });
    await world.startApp();
    const ready = performance.now() - restarted;
    await all;
    const answered = performance.now() - restarted;
    // An account's events keep their order: when somebody new is answered, all before were read.
    const last = world.meta.phone("instagram", "backlog-last", { name: "Ben Sample" });
    const heardLast = new Promise<void>((resolve) => last.onMessage((bubble) => bubble.from === "business" && resolve()));
    await last.sendText("hello");
    await heardLast;
    const drained = performance.now() - restarted;
    await world.app.stop();
    console.log(`${senders * each} messages acknowledged in ${seconds(acknowledged)}, ${waiting} jobs waiting when the process was killed`);
    console.log(
      `after the restart: ready in ${seconds(ready)}, first reply ${seconds(first)}, everybody answered ${seconds(answered)}, all read ${seconds(drained)}`,
    );
    const { stored, wrong } = order(world.databasePath);
    console.log(`${stored} messages stored, ${wrong} out of their order`);
    if (stored !== senders * each || wrong > 0) throw new Error("Messages are missing or out of order.");
  } finally {
    await world.stop();
  }
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

function countJobs(path: string): number {
  const database = new Database(path);
  const { n } = database.prepare(`SELECT count(*) AS n FROM "Job"`).get() as { n: number };
  database.close();
  return n;
}

function order(path: string): { stored: number; wrong: number } {
  const database = new Database(path, { readonly: true });
  const rows = database
    .prepare(`SELECT "identityId" AS who, text FROM "Message" WHERE author = 'shopper' AND text LIKE 'zzz %' ORDER BY seq`)
    .all() as {
    who: string;
    text: string;
  }[];
  database.close();
  const next = new Map<string, number>();
  let wrong = 0;
  for (const { who, text } of rows) {
    const due = next.get(who) ?? 0;
    if (text !== `zzz ${due}`) wrong += 1;
    next.set(who, due + 1);
  }
  return { stored: rows.length, wrong };
}
