import type { Block } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import type { FlowContext } from "../engine.ts";
import { says } from "../texts.ts";
import { sayRefund, sayReturnStatus } from "./existing.ts";
import { text } from "./texts/index.ts";

/** What became of a return, as a mail to keep: where it stands and what was paid back. Null where the order no longer shows it. */
export function returnReceipt(
  order: OrderFacts,
  returnId: string,
  context: Pick<FlowContext, "language" | "shopName" | "timeZone" | "now">,
): { subject: string; blocks: Block[] } | null {
  const existing = order.returns.find((one) => one.id === returnId);
  if (!existing) return null;
  const { language, shopName } = context;
  const { name } = existing;
  const refunds = order.refunds.filter((refund) => refund.returnId === returnId).map((refund) => sayRefund(refund, order, context));
  const words = [text(language, "receiptIntro", { shop: shopName, name }), sayReturnStatus(existing, context), ...refunds];
  return { subject: text(language, "receiptSubject", { name }), blocks: says(words) };
}
