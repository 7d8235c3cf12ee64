import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, update } from "#app/platform/db/writes.ts";
import { log } from "#app/platform/log.ts";
import type { Usage } from "./model.ts";
import type { Turn } from "./turn.ts";

/**
 * How many tokens the vendor's model may take in one day (UTC). A long talk takes about 20,000. Beyond it the local model
 * goes on alone, and what it does not understand goes to a person.
 */
export const dailyTokens = { conversation: 100_000, shop: 5_000_000 };

/** Whether the day's budget of the conversation and of the shop leaves room for another question to the model. */
export function mayAskModel({ conversation, shop }: Bookings): boolean {
  const isLeft = tokensToday(conversation) < dailyTokens.conversation && tokensToday(shop) < dailyTokens.shop;
  if (!isLeft) log.warn("model-budget-used-up", { shopId: shop.id, conversationId: conversation.id });
  return isLeft;
}

/** Books what a question took at once: a turn that is thrown away has cost it all the same. */
export async function bookTokens(turn: Turn, usage: Usage): Promise<void> {
  turn.usage.push(usage);
  await bookUsage(turn.context, usage);
}

/** Books it on the conversation and its shop, and in the rows given. */
export async function bookUsage({ conversation, shop }: Bookings, usage: Usage): Promise<void> {
  const tokens = usage.inputTokens + usage.outputTokens;
  await database().commit([
    update("Conversation", { id: conversation.id }, booked(conversation, tokens)),
    update("Shop", { id: shop.id }, booked(shop, tokens)),
  ]);
  for (const row of [conversation, shop]) Object.assign(row, { tokenDay: today(), tokens: tokensToday(row) + tokens });
}

/** Of the shop's day, what reading its texts may take: the rest is its shoppers'. */
const shareOfTexts = 0.5;

/** Whether the shop's budget leaves room for reading its texts. */
export const mayReadTexts = (shop: Booked): boolean => tokensToday(shop) < shareOfTexts * dailyTokens.shop;

/** Books what was taken on the shop alone, outside of any conversation. */
export async function bookShopTokens(shop: Booked & { id: string }, usage: Usage): Promise<void> {
  await database().commit([update("Shop", { id: shop.id }, booked(shop, usage.inputTokens + usage.outputTokens))]);
}

type Bookings = { conversation: Booked & { id: string }; shop: Booked & { id: string } };
type Booked = { tokenDay: number; tokens: number };

const today = (): number => Math.floor(now().getTime() / 86_400_000);
const tokensToday = (row: Booked): number => (row.tokenDay === today() ? row.tokens : 0);
const booked = (row: Booked, tokens: number) => (row.tokenDay === today() ? { tokens: increment(tokens) } : { tokenDay: today(), tokens });
