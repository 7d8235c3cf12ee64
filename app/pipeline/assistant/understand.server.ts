import type { Language } from "#app/channels/message.ts";
import { languages } from "#app/channels/message.ts";
import { thresholdFor } from "#app/domain/shops/thresholds.ts";
import { bookTokens } from "./budget.server.ts";
import { understandWithCascade } from "./cascade.ts";
import type { UnderstandInput, Understanding } from "./model.ts";
import { modelFor } from "./model-for.server.ts";
import { activeCases, type Turn } from "./turn.ts";

const turnMilliseconds = 8_000;

/** What the words mean: the local model where it is sure, Gemini where not. */
export async function understand(turn: Turn, text: string): Promise<Understanding> {
  const { shop } = turn.context;
  const result = await understandWithCascade(
    { local: turn.services.local, gemini: modelFor(turn) ?? undefined, threshold: (intent) => thresholdFor(shop, intent, turn.channel) },
    inputOf(turn, text),
    AbortSignal.timeout(turnMilliseconds),
  );
  if (result.usage) await bookTokens(turn, result.usage);
  turn.understanding = result.understanding;
  return result.understanding;
}

/** What the local model alone takes the words for; nothing is kept of it. */
export async function understandLocally(turn: Turn, text: string): Promise<Understanding> {
  return (await turn.services.local.understand(inputOf(turn, text), AbortSignal.timeout(turnMilliseconds))).value;
}

/** Words that rules have read already: only their language is still to be told. */
export async function understandNothingMore(turn: Turn, text: string): Promise<Understanding> {
  turn.understanding = { ...(await understandLocally(turn, text)), intents: [] };
  return turn.understanding;
}

function inputOf(turn: Turn, text: string): UnderstandInput {
  const { shop, transcript } = turn.context;
  return {
    text,
    transcript,
    expecting: activeCases(turn)[0]?.expecting ?? undefined,
    previousLanguage: spokenLanguage(turn),
    shopLanguage: languages.find((one): one is Language => one === shop.language.slice(0, 2)) ?? "en",
    now: turn.now,
    timeZone: shop.timeZone,
  };
}

/** What the shopper has written in so far; the shop's own language is no evidence of it. */
function spokenLanguage({ context }: Turn): Language | undefined {
  return languages.find((one) => one === (context.identity.language ?? context.conversation.language));
}
