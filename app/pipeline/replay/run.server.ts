import { costOf } from "#app/integrations/gemini/prices.ts";
import { createLocalModel } from "#app/pipeline/assistant/local/local-model.ts";
import type { Model } from "#app/pipeline/assistant/model.ts";
import { now } from "#app/platform/clock.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { makeReplayShop, playConversation } from "./play.server.ts";
import type { ReplayShop } from "./replay-shop.ts";
import { makeReport, type PlayedTurn, type ReplayReport } from "./report.ts";
import type { PastConversation } from "./tickets.ts";

/** Plays past conversations in a database of its own in memory, which is gone afterwards. For a process that does nothing else. */
export async function runReplay(
  past: PastConversation[],
  shop: ReplayShop,
  gemini: Model | null,
  onProgress: (done: number) => void = () => {},
): Promise<ReplayReport> {
  const handle = await openDatabase(":memory:");
  try {
    const shopId = await makeReplayShop(shop);
    // Its shop has no texts to find anything in.
    const services = {
      local: createLocalModel(),
      gemini,
      embedder: null,
      costOf: (usage: Parameters<typeof costOf>[0]) => costOf(usage, now()),
    };
    const played: PlayedTurn[] = [];
    for (const [index, one] of past.entries()) {
      played.push(...(await playConversation(shopId, one, services)));
      onProgress(index + 1);
    }
    return makeReport(played);
  } finally {
    await handle.close();
  }
}
