import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, update } from "#app/platform/db/writes.ts";
import { log } from "#app/platform/log.ts";
import type { Usage } from "./model.ts";

/**
 * How many tokens the vendor's model may take in one day (UTC). A long talk takes about 20,000. Beyond it the local model
 * goes on alone, and what it does not understand goes to a person.
 */
export const dailyTokens = { conversation: 100_000, shop: 5_000_000 };

/** Whether the day's budget of the conversation and of the shop leaves room for another question to the model. */
export function mayAskModel({ context: { conversation, shop } }: Booking): boolean {
  const isLeft = tokensToday(conversation) < dailyTokens.conversation && tokensToday(shop) < dailyTokens.shop;
  if (!isLeft) log.warn("model-budget-used-up", { shopId: shop.id, conversationId: conversation.id });
  return isLeft;
}

/** Books what a question took at once: a turn that is thrown away has cost it all the same. */
export async function bookTokens(turn: Booking, usage: Usage): Promise<void> {
  const { conversation, shop } = turn.context;
  const tokens = usage.inputTokens + usage.outputTokens;
  turn.usage.push(usage);
  await database().commit([
    update("Conversation", { id: conversation.id }, booked(conversation, tokens)),
    update("Shop", { id: shop.id }, booked(shop, tokens)),
  ]);
  for (const row of [conversation, shop]) Object.assign(row, { tokenDay: today(), tokens: tokensToday(row) + tokens });
}

/** Whose budget it is: a turn's, or of a job that asks on its own. */
type Booking = { context: { conversation: Booked & { id: string }; shop: Booked & { id: string } }; usage: Usage[] };
type Booked = { tokenDay: number; tokens: number };

const today = (): number => Math.floor(now().getTime() / 86_400_000);
const tokensToday = (row: Booked): number => (row.tokenDay === today() ? row.tokens : 0);
const booked = (row: Booked, tokens: number) => (row.tokenDay === today() ? { tokens: increment(tokens) } : { tokenDay: today(), tokens });
