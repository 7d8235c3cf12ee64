import { heldGiftCode } from "#app/domain/gift-cards/code.ts";
import { giftCardFlow } from "#app/flows/gift-card/flow.ts";
import { text as words } from "#app/flows/gift-card/texts/index.ts";
import { asksGiftCardBalance } from "#app/flows/gift-card/wish.ts";
import { applyResult, missingLevel, tryCase } from "./advance-case.ts";
import type { CaseRow } from "./context.server.ts";
import type { Understanding } from "./model.ts";
import { activeCases, flowContext, openCase, sayText, type Turn } from "./turn.ts";
import { namesUnprovenAddress, verificationOf, verify } from "./verify.server.ts";

/** Whether a message is about what is left on a gift card. The local model cannot tell that from how to spend one; words can. */
export function isAboutGiftCard(turn: Turn, text: string, { intents: [wish], decidedBy, slots }: Understanding): boolean {
  if (asksGiftCardBalance(text)) return true;
  if (decidedBy === "gemini" && wish?.detail === "gift_card_balance") return true;
  // A code and nothing else is meant to be looked up.
  if (heldGiftCode(text) && (!wish || wish.intent === "promotion" || wish.intent === "out_of_scope")) return true;
  const underProof = activeCases(turn).some((row) => verificationOf(row) !== null);
  return Boolean(slots.email) && !underProof && (!wish || wish.intent === "promotion") && wantsAddress(turn) !== undefined;
}

/** No card was found, and another address was asked for. */
function wantsAddress(turn: Turn): CaseRow | undefined {
  return turn.cases.find((row) => row.flow === giftCardFlow.name && row.status === "done" && row.expecting === "contact");
}

/** Somebody asks what is left on their gift cards. Returns whether they have just proven who they are. */
export async function giftCardTurn(turn: Turn, text: string, understanding: Understanding): Promise<boolean> {
  const row = ownCase(turn) ?? openCase(turn, giftCardFlow.name, "promotion", giftCardFlow.start());
  if (heldGiftCode(text)) sayText(turn, words(turn.language, "secret"));
  if (missingLevel(turn, row) || namesUnprovenAddress(turn, understanding)) {
    if (await turn.store.mayReadGiftCards()) return verify(turn, row, understanding.slots, text);
    await applyResult(
      turn,
      row,
      giftCardFlow.advance(giftCardFlow.start(), { kind: "resume" }, { orders: [], giftCards: null }, flowContext(turn, row.id)),
    );
    return false;
  }
  await applyResult(turn, row, await tryCase(turn, row, { kind: "resume", text, understanding }));
  return false;
}

/** The one under way, or the one that has answered last. */
function ownCase(turn: Turn): CaseRow | undefined {
  const own = turn.cases.filter((row) => row.flow === giftCardFlow.name && row.owner === "assistant");
  return own.find((row) => row.status === "open") ?? own.find((row) => row.status === "done");
}
