import type { Block, Language, Money } from "#app/channels/message.ts";
import type { OrderFacts, ReturnFacts } from "#app/domain/orders/facts.ts";
import type { FlowContext } from "../engine.ts";
import { sayMoney } from "../money.ts";
import { says } from "../texts.ts";
import { sayRefund, sayReturnStatus } from "./existing.ts";
import { outcomeText } from "./outcome/texts/index.ts";
import { newItems, sentLabel } from "./outcome/told.ts";
import { text } from "./texts/index.ts";

/** What staff did that no status shows: an item taken out, of what comes back or of what is sent; what the shopper pays for what was booked. */
export type Done = { kind: string; isExchange?: true; owed?: Money };

/** What became of a return, as a mail to keep: where it stands, what is sent and what was paid back. Null where the order no longer shows it. */
export function returnReceipt(
  order: OrderFacts,
  returnId: string,
  context: Pick<FlowContext, "language" | "shopName" | "timeZone" | "now">,
  done: Done,
): { subject: string; blocks: Block[] } | null {
  const existing = order.returns.find((one) => one.id === returnId);
  if (!existing) return null;
  const { language, shopName } = context;
  const { name } = existing;
  const refunds = order.refunds.filter((refund) => refund.returnId === returnId).map((refund) => sayRefund(refund, order, context));
  const words = [text(language, "receiptIntro", { shop: shopName, name }), ...sayDone(existing, done, language), ...refunds];
  return { subject: text(language, "receiptSubject", { name }), blocks: says(words) };
}

function sayDone(existing: ReturnFacts, { kind, isExchange, owed }: Done, language: Language): string[] {
  const { name, exchange = [] } = existing;
  const status = sayReturnStatus(existing, { language });
  if (kind === "return-remove" && isExchange)
    return [outcomeText(language, exchange.length > 0 ? "exchangeTrimmed" : "exchangeDropped", { name, item: newItems(existing) })];
  if (kind === "return-remove") return [text(language, "statusTrimmed", { name })];
  const sent = kind === "return-process" && sentLabel(existing);
  if (!sent) return [status];
  const pays = owed ? [outcomeText(language, "payLater", { amount: sayMoney(owed, language) })] : [];
  return [outcomeText(language, "exchangeProcessed", { name, item: sent }), ...pays];
}
