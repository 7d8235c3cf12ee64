import type { ServerResponse } from "node:http";
import { database } from "#app/platform/db/database.server.ts";
import { whyNotWritable } from "#app/platform/db/probe-sqlite.server.ts";
import { answerText } from "./http.ts";

/** `serving`: the queue runs. The door opens only after the migrations. */
type Stage = "starting" | "serving" | "draining";

let stage: Stage = "starting";

export function enterStage(next: Stage): void {
  stage = next;
}

/** Anybody may ask, so the disk is tried at most this often; milliseconds. */
const probeEvery = 1_000;
/** A database that takes longer than this is not ready. */
const patience = 2_000;
let probe: { at: number; result: Promise<string | null> } | undefined;

function probed(): Promise<string | null> {
  const at = performance.now();
  if (!probe || at - probe.at > probeEvery) probe = { at, result: Promise.race([whyNotWritable(database()), slowness()]) };
  return probe.result;
}

function slowness(): Promise<string> {
  const sentence = `The database did not answer within ${patience / 1000} s.`;
  return new Promise((resolve) => setTimeout(resolve, patience, sentence).unref());
}

/** The process is alive and its event loop turns. */
export function answerHealth(response: ServerResponse): void {
  answerText(response, 200, "ok");
}

/** Whether to send traffic here: 200, or 503 with one sentence. */
export async function answerReadiness(response: ServerResponse): Promise<void> {
  const trouble =
    stage === "starting"
      ? "Starting: the queue does not run yet."
      : stage === "draining"
        ? "Stopping: what is under way is finished, nothing new is begun."
        : await probed();
  answerText(response, trouble ? 503 : 200, trouble ?? "ready");
}
