import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { beginReplay, noteReplay } from "#app/domain/analytics/replays.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { type ReplayShop, replayShop } from "./replay-shop.ts";
import type { ReplayReport } from "./report.ts";
import type { PastConversation } from "./tickets.ts";

/** What the process of a replay reads from its standard input, and the lines it writes. */
export type ReplayTask = { past: PastConversation[]; shop: ReplayShop; withModel: boolean };
export type ReplayNews = { done: number } | { report: ReplayReport } | { problem: string };

const program = "app/pipeline/replay/process.ts";
/** A replay takes a whole core: one at a time, so that shoppers never wait for it. */
let running: string | null = null;

/** The run that is going on in this process; any other that says so was broken off. */
export function runningReplay(): string | null {
  return running;
}

/** Plays a file's conversations in a process of its own, since a database belongs to one process. Null while another runs. */
export async function startReplay(shop: Shop, fileName: string, past: PastConversation[]): Promise<string | null> {
  if (running) return null;
  running = "starting";
  try {
    running = await beginReplay(shop.id, fileName, past.length);
  } catch (error) {
    running = null;
    throw error;
  }
  play(shop.id, running, { past, shop: replayShop(shop), withModel: !shop.withoutModel });
  return running;
}

function play(shopId: string, runId: string, task: ReplayTask): void {
  const child = spawn(process.execPath, [...process.execArgv, programFile()], { stdio: ["pipe", "pipe", "inherit"] });
  let last: Promise<void> = Promise.resolve();
  let ended = false;
  const note = (news: ReplayNews): void => {
    if (ended) return;
    ended = !("done" in news);
    if ("problem" in news) log.warn("replay-failed", { shopId, reason: news.problem });
    last = last
      .then(() => noteReplay(shopId, runId, news))
      .catch((error) => log.warn("replay-not-noted", { shopId, ...errorFields(error) }));
  };
  createInterface({ input: child.stdout }).on("line", (line) => note(JSON.parse(line)));
  child.once("error", () => note({ problem: "The replay could not be started." }));
  child.once("close", async () => {
    note({ problem: "The replay ended before it was done. Start it again." });
    await last;
    running = null;
  });
  child.stdin.on("error", () => {});
  child.stdin.end(JSON.stringify(task));
}

/** Where the program lies: this file is also part of the built admin, in another folder below the same root. */
function programFile(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, program);
    if (existsSync(file)) return file;
  }
  throw new Error(`${program} is not there.`);
}
