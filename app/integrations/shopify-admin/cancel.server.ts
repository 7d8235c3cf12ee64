import type { CancelFacts } from "#app/domain/orders/facts.ts";
import { toCancelFacts } from "./cancel-quote.ts";
import type { AdminClient } from "./client.server.ts";
import * as operations from "./operations/index.ts";
import { effectReference } from "./own-return.ts";
import { isOrderId } from "./search-terms.ts";
import { VendorError } from "./vendor-error.ts";

/** What cancelling this order would do now; null when the order is gone. */
export async function readCancelFacts(client: AdminClient, orderId: string): Promise<CancelFacts | null> {
  if (!isOrderId(orderId)) return null;
  const { order } = await client.query(operations.orderMoney, { id: orderId });
  return order ? toCancelFacts(orderId, order) : null;
}

/**
 * Asks for the cancellation with all money back to where it came from. Shopify answers with a job and carries it out
 * afterwards. Throws VendorError; with outcome "unknown", read back before trying again.
 */
export async function cancelOrder(
  client: AdminClient,
  orderId: string,
  effectId: string,
): Promise<{ ok: true; job: string } | { ok: false; error: string }> {
  const staffNote = `Asked for by the shopper ${effectReference(effectId)}`;
  const { orderCancel } = await client.query(operations.orderCancel, { id: orderId, staffNote });
  if (orderCancel.job) return { ok: true, job: orderCancel.job.id };
  const errors = orderCancel.orderCancelUserErrors;
  if (errors.length > 0) return { ok: false, error: errors.map((one) => one.code ?? "refused").join(",") };
  throw new VendorError("Shopify answered with neither a job nor a reason.", { status: 200, retryable: false, outcome: "unknown" });
}

/** Whether Shopify has ended this piece of work. One that it no longer knows has ended. */
export async function isJobDone(client: AdminClient, jobId: string): Promise<boolean> {
  const { job } = await client.query(operations.job, { id: jobId });
  return job?.done ?? true;
}

/** Whether a cancelled order's remark says that this effect has cancelled it. */
export function isOwnCancellation({ cancelNote }: Pick<CancelFacts, "cancelNote">, effectId: string): boolean {
  return cancelNote?.includes(effectReference(effectId)) ?? false;
}
