import { thresholdFor } from "#app/domain/shops/thresholds.ts";
import { parseChoiceId } from "#app/flows/engine.ts";
import { flowForIntent } from "#app/flows/registry.ts";
import { contentOf } from "./context.server.ts";
import { activeCases, type Turn } from "./turn.ts";
import { understandLocally } from "./understand.server.ts";

/**
 * Whether what was just written has nothing to do with what a person has: a button of a case that the assistant has, or a clear
 * wish about an order that none of the person's cases is about. In any doubt it is the person's to read.
 */
export async function isOtherMatter(turn: Turn): Promise<boolean> {
  const { shop, waiting, withStaffBesides } = turn.context;
  const last = waiting.at(-1);
  if (withStaffBesides || !last) return false;
  const cases = activeCases(turn);
  const { choice } = contentOf(last);
  if (choice) return cases.some((row) => row.id === parseChoiceId(choice.id)?.caseId && row.owner === "assistant");
  const text = waiting.map((message) => contentOf(message).text).join("\n");
  const { intents, slots } = await understandLocally(turn, text);
  const [wish] = intents;
  const named = digits(slots.orderName);
  if (!wish || !named || !flowForIntent(wish.intent) || wish.confidence < thresholdFor(shop, wish.intent, turn.channel)) return false;
  return cases.every((row) => row.owner !== "staff" || (row.orderName !== null && digits(row.orderName) !== named));
}

const digits = (name: string | undefined) => name?.replace(/\D/g, "");
