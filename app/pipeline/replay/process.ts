import { text } from "node:stream/consumers";
import { loadGemini } from "#app/integrations/gemini/load.server.ts";
import { silenceLog } from "#app/platform/log.ts";
import { runReplay } from "./run.server.ts";
import type { ReplayNews, ReplayTask } from "./start.server.ts";

/** The process of one replay: reads its task, tells line by line how far it is, and ends. */
const everyConversations = 25;

// Its own log would stand between the lines that the app reads; what goes wrong is said there.
silenceLog();

// The app is gone: nobody waits for the result.
process.stdout.once("error", () => process.exit(0));
const { past, shop, withModel }: ReplayTask = JSON.parse(await text(process.stdin));
try {
  const progress = (done: number): void => {
    if (done % everyConversations === 0) tell({ done });
  };
  tell({ report: await runReplay(past, shop, withModel ? await loadGemini() : null, progress) });
} catch (error) {
  // Only the class: the text of an error can quote a shopper.
  tell({ problem: `The replay failed (${error instanceof Error ? error.name : typeof error}). Nothing was changed; start it again.` });
}

function tell(news: ReplayNews): void {
  process.stdout.write(`${JSON.stringify(news)}\n`);
}
