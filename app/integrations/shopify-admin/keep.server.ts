import type { KeepEffectInput } from "#app/flows/engine.ts";
import { toCancelFacts } from "./cancel-quote.ts";
import type { AdminClient } from "./client.server.ts";
import { compareDecimals, subtractDecimals } from "./decimal.ts";
import * as operations from "./operations/index.ts";
import { effectReference } from "./own-return.ts";
import { VendorError } from "./vendor-error.ts";

type Answer = { ok: true } | { ok: false; error: string };

type PaidItems = Pick<KeepEffectInput, "orderId" | "items" | "total">;

/**
 * Gives back exactly this sum for items that stay with the shopper, or are not back yet, to the payments it came from, the first first. The effect's id is
 * Shopify's key: the same one never pays twice. Throws VendorError; with outcome "unknown", read back before trying again.
 */
export async function refundItems(client: AdminClient, input: PaidItems, why: string, effectId: string): Promise<Answer> {
  const { orderId, total } = input;
  const { order } = await client.query(operations.orderMoney, { id: orderId });
  if (!order) return { ok: false, error: "gone" };
  const { money } = toCancelFacts(orderId, order);
  if ("error" in money || money.total.currencyCode !== total.currencyCode) return { ok: false, error: "unclear" };
  const transactions = [];
  let left = total.amount;
  for (const payment of money.payments) {
    const gateway = order.transactions.find((one) => one.id === payment.id)?.gateway;
    if (!/[1-9]/.test(left)) break;
    if (!gateway) return { ok: false, error: "unclear" };
    const amount = compareDecimals(left, payment.left.amount) <= 0 ? left : payment.left.amount;
    transactions.push({ orderId, parentId: payment.id, amount, gateway, kind: "REFUND" as const });
    left = subtractDecimals(left, amount);
  }
  if (/[1-9]/.test(left)) return { ok: false, error: "changed" };
  const { refundCreate } = await client.query(operations.refundCreate, {
    key: effectId,
    input: {
      orderId,
      note: `${why} ${effectReference(effectId)}`,
      notify: false,
      currency: total.currencyCode,
      refundLineItems: input.items.map((item) => ({ ...item, restockType: "NO_RESTOCK" as const })),
      transactions,
    },
  });
  if (refundCreate.refund) return { ok: true };
  if (refundCreate.userErrors.length > 0) return { ok: false, error: "refused" };
  throw new VendorError("Shopify answered with neither a refund nor a reason.", { status: 200, retryable: false, outcome: "unknown" });
}

/** What stands in the note of money that went back before its return was: Shopify ties a refund to a return only when that is booked. */
export const earlyNote = (returnId: string): string => `Return ${returnId.split("/").at(-1)}, before it is back`;

/** The refund that an earlier try of this effect has made, or null. */
export async function findOwnRefund(
  client: AdminClient,
  orderId: string,
  effectId: string,
): Promise<{ id: string; amount: string } | null> {
  const { order } = await client.query(operations.refundsOfOrder, { orderId });
  const own = order?.refunds.find(({ note }) => note?.includes(effectReference(effectId)));
  return own ? { id: own.id, amount: own.totalRefundedSet.presentmentMoney.amount } : null;
}
