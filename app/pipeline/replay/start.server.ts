import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beginReplay, noteReplay } from "#app/domain/analytics/replays.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import type { ReplayShop } from "./play.server.ts";
import type { ReplayReport } from "./report.ts";
import type { PastConversation } from "./tickets.ts";

export type ReplayTask = { past: PastConversation[]; shop: ReplayShop; withModel: boolean };
export type ReplayNews = { done: number } | { report: ReplayReport } | { problem: string };

const program = "app/pipeline/replay/process.ts";
/** A replay takes a whole core: one at a time, so that shoppers never wait for it. */
let running: string | null = null;

/** Plays a file's conversations in a process of its own, since a database belongs to one process. Null while another runs. */
export async function startReplay(shop: Shop, fileName: string, past: PastConversation[]): Promise<string | null> {
  if (running) return null;
  running = "starting";
  const runId = await beginReplay(shop.id, fileName, past.length).catch((error) => {
    running = null;
    throw error;
  });
  running = runId;
  const child = fork(programFile(), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  let ended = false;
  const note = (news: ReplayNews) => {
    if (!("done" in news)) ended = true;
    return noteReplay(shop.id, runId, news).catch((error) => log.warn("replay-not-noted", { shopId: shop.id, ...errorFields(error) }));
  };
  child.on("message", (news: ReplayNews) => void note(news));
  child.once("error", () => void note({ problem: "The replay could not be started." }));
  child.once("exit", () => {
    running = null;
    if (!ended) void note({ problem: "The replay ended before it was done. Start it again." });
  });
  const { name, language, currencyCode, timeZone, assistantName, voice, wording, confidenceThreshold, thresholds, returnPolicy } = shop;
  const copy = { name, language, currencyCode, timeZone, assistantName, voice, wording, confidenceThreshold, thresholds, returnPolicy };
  child.send({ past, shop: copy, withModel: !shop.withoutModel } satisfies ReplayTask);
  return runId;
}

/** Where the program lies: this file is also part of the built admin, in another folder below the same root. */
function programFile(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, program);
    if (existsSync(file)) return file;
  }
  throw new Error(`${program} is not there.`);
}
