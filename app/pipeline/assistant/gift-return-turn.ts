import { returnFlow } from "#app/flows/return/flow.ts";
import { startGiftReturn } from "#app/flows/return/gift/prove.ts";
import { namesGift, saysGiven, saysNotBuyer, wantsBack } from "#app/flows/return/gift/wish.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import { applyResult, tryCase } from "./advance-case.ts";
import type { CaseRow } from "./context.server.ts";
import { isGiftReturn } from "./gift-return.server.ts";
import type { Intent, Understanding } from "./model.ts";
import { activeCases, changeCase, openCase, type Turn } from "./turn.ts";

const wishes: ReadonlySet<Intent> = new Set(["return_start", "exchange"]);

/**
 * Somebody says that they were given the thing that is to go back, or, when they are asked who they are, that another has bought it. A buyer
 * who gives presents is none of these, and where one of a household has ordered, whoever has proven orders here sends back their own.
 * Whether a gift may come back at all is a question that the shop's texts answer, while it does not.
 */
export async function isAboutGift(turn: Turn, text: string, { intents: [wish] }: Understanding): Promise<boolean> {
  if (turn.cases.some((row) => isGiftReturn(row) && row.owner === "assistant" && row.status === "open")) return false;
  const asked = toBeOne(turn) !== undefined;
  if (!saysGiven(text) && !(asked && saysNotBuyer(text))) return false;
  const isWished = wish !== undefined && wishes.has(wish.intent);
  if (!asked && !isWished && !(turn.context.policy.giftReturns && wantsBack(text))) return false;
  return namesGift(text) || (await turn.orders.at("verified")).length === 0;
}

/** A return that has no order yet, or whose shopper has not shown who they are. */
function toBeOne(turn: Turn): CaseRow | undefined {
  return activeCases(turn).find((row) => {
    const { phase, orderId } = (row.state ?? {}) as Partial<ReturnState>;
    return row.flow === returnFlow.name && row.owner === "assistant" && phase === "collecting" && orderId === undefined;
  });
}

/** Opens the return of a gift, or makes one of the return that was begun. */
export async function giftReturnTurn(turn: Turn, text: string, understanding: Understanding): Promise<void> {
  const wish = understanding.intents[0]?.intent === "exchange" ? "exchange" : "return_start";
  const row = toBeOne(turn) ?? openCase(turn, returnFlow.name, wish, startGiftReturn());
  changeCase(turn, row, { state: startGiftReturn() as unknown as CaseRow["state"], verification: null });
  await applyResult(turn, row, { ...(await tryCase(turn, row, { kind: "resume", text, understanding })), understood: true });
}
