import type { GiftCardInput } from "#app/domain/returns/back-office.ts";
import type { AdminClient } from "./client.server.ts";
import { giftCardCreate, madeGiftCards } from "./operations/index.ts";
import { effectReference } from "./own-return.ts";
import { missingScopes } from "./shop-info.server.ts";
import { VendorError } from "./vendor-error.ts";

/** Our clock and Shopify's may differ by this much; milliseconds. */
const clockSkew = 2 * 60_000;
const mostPages = 10;

/** Whether the merchant lets the app make gift cards; shops from before it asked for that may not. */
export async function mayMakeGiftCards(client: AdminClient): Promise<boolean> {
  return (await missingScopes(client, ["write_gift_cards"])).length === 0;
}

/** Makes the card of an effect. Throws VendorError; with outcome "unknown", read back before trying again. */
export async function makeGiftCard(
  client: AdminClient,
  { amount, returnName }: GiftCardInput,
  effectId: string,
  code: string,
): Promise<{ ok: true } | { ok: false; error: string }> {
  const note = `For return ${returnName}, given to whoever was given the things ${effectReference(effectId)}`;
  const { giftCardCreate: made } = await client.query(giftCardCreate, {
    input: { code, note, initialAmount: amount },
  });
  if (made.userErrors.length > 0) return { ok: false, error: made.userErrors.map((one) => one.code ?? "refused").join(",") };
  if (made.giftCard) return { ok: true };
  throw new VendorError("Shopify answered with neither a gift card nor a reason.", { status: 200, retryable: false, outcome: "unknown" });
}

/** The card an earlier try has made, or null. Found by our mark in its note, never by its code. */
export async function findOwnGiftCard(
  client: AdminClient,
  effectId: string,
  startedAt: Date,
): Promise<{ id: string; ending: string } | null> {
  const since = new Date(startedAt.getTime() - clockSkew).toISOString();
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { giftCards } = await client.query(madeGiftCards, { query: `created_at:>='${since}'`, after });
    const own = giftCards.nodes.find((card) => card.note?.includes(effectReference(effectId)));
    if (own) return { id: own.id, ending: own.lastCharacters.toUpperCase() };
    after = giftCards.pageInfo.endCursor ?? undefined;
    if (!giftCards.pageInfo.hasNextPage || !after) break;
  }
  return null;
}
