import { env } from "#app/platform/env.ts";
import { runReplay } from "./run.server.ts";
import type { ReplayNews, ReplayTask } from "./start.server.ts";

/** The process of one replay: gets its task from the app, tells how far it is, and ends. */
const everyConversations = 25;

process.once("message", async ({ past, shop, withModel }: ReplayTask) => {
  const tell = (news: ReplayNews) => new Promise<void>((resolve) => process.send?.(news, undefined, undefined, () => resolve()));
  try {
    const gemini = withModel && env.geminiApiKey ? await geminiModel(env.geminiApiKey) : null;
    const progress = (done: number) => {
      if (done % everyConversations === 0) void tell({ done });
    };
    await tell({ report: await runReplay(past, shop, gemini, progress) });
  } catch {
    await tell({ problem: "The replay failed. Nothing was changed; start it again." });
  }
  process.exit(0);
});
/** The app is gone: nobody waits for the result. */
process.once("disconnect", () => process.exit(0));

async function geminiModel(apiKey: string) {
  const { createGeminiModel } = await import("#app/integrations/gemini/gemini-model.server.ts");
  return createGeminiModel({ apiKey, model: env.geminiModel, secondModel: env.geminiSecondModel });
}
