import { type Language, languages } from "#app/channels/message.ts";
import { cutCode } from "#app/domain/gift-cards/issue.server.ts";
import { planProactive, staffDidKind } from "#app/domain/proactive/begin.server.ts";
import type { GiftCardInput, ProcessInput } from "#app/domain/returns/back-office.ts";
import { sayMoney } from "#app/flows/money.ts";
import { giftText } from "#app/flows/return/gift/texts/index.ts";
import { now } from "#app/platform/clock.ts";
import { hashToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import type { Case, Identity } from "../../../prisma/generated/client.ts";
import type { EffectRow } from "./settle.server.ts";

type Ending = { state: "done" | "failed"; result?: Record<string, string> };

/**
 * What comes of a booking whose money goes onto a card: the card, as a change of its own, planned with the end of the booking. Made, it is
 * told to whoever was given the things, with its end alone; the rest of the code is put in on its way out.
 */
export async function cardWrites(
  shopId: string,
  effect: EffectRow,
  { state, result }: Ending,
  row: Case,
  identity: Identity,
): Promise<Write[]> {
  if (effect.kind === "return-process" && state === "done") return cardDue(shopId, effect);
  if (effect.kind !== "gift-card") return [];
  const input = effect.input as GiftCardInput;
  return state === "done" ? tellCard(shopId, effect, input, result?.ending ?? "", row, identity) : noteForStaff(shopId, input, identity);
}

function cardDue(shopId: string, effect: EffectRow): Write[] {
  const { money, booking: _booking, sent: _sent, before: _before, ...base } = effect.input as ProcessInput;
  if (money?.to !== "gift-card") return [];
  const [id, at] = [newId(), now()];
  const input: GiftCardInput = { ...base, amount: money.amount };
  const values = { id, shopId, caseId: effect.caseId, kind: "gift-card", key: `gift-card:${effect.id}`, input: input as never };
  return [
    insert("Effect", { ...values, state: "planned", attempts: 0, actor: effect.actor, createdAt: at, updatedAt: at }),
    enqueue(shopId, "effect.run", { effectId: id }, { runAt: at, queue: `effect:${hashToken(base.orderId)}` }),
  ];
}

async function tellCard(shopId: string, effect: EffectRow, input: GiftCardInput, ending: string, row: Case, identity: Identity) {
  const shop = await database().prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const language =
    [identity.language, shop.language].flatMap((one) => languages.find((known): known is Language => known === one) ?? [])[0] ?? "en";
  const params = { shop: shop.name, amount: sayMoney(input.amount, language), code: cutCode(ending) };
  const news = giftText(language, "card", params);
  return planProactive(shopId, identity.conversationId, {
    key: `gift-card:${effect.id}`,
    kind: staffDidKind,
    blocks: [{ kind: "text", text: news }],
    template: { order: row.orderName ?? "", news },
    urgent: true,
    counted: false,
    ofCase: row.id,
    ifUnreachable: "staff",
    onlyInWindow: false,
  });
}

/** The things are booked and nobody is paid yet: whoever reads the conversation sees to it. */
function noteForStaff(shopId: string, { returnName, amount }: GiftCardInput, identity: Identity): Write[] {
  const text = `The gift card for return ${returnName} (${sayMoney(amount, "en")}) could not be made. Please look into Shopify’s gift cards and, if it is not there, make one by hand.`;
  return [
    insert("StaffNote", { id: newId(), shopId, identityId: identity.id, author: "Onethread", text, createdAt: now() }),
    update("Conversation", { id: identity.conversationId, shopId }, { unread: true, snoozedUntil: null }),
  ];
}
