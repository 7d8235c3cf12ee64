import type { OrderFacts } from "#app/domain/orders/facts.ts";

/** How the shopper wants the code: as we like, or not to the mailbox, which they cannot read. */
export type CodeWay = "any" | "phone";
export type CodeRoute = "email" | "whatsapp" | "sms";
export type CodeReceiver = { kind: "email" | "phone"; externalId: string; routes: CodeRoute[] };

/**
 * Where a code for this order goes: to a contact that stands on it, the mailbox first, else its phone. A code by WhatsApp to the
 * number that the asker writes from would prove what that message shows already. Null: there is no way to anybody.
 */
export function codeReceiver(
  order: Pick<OrderFacts, "email" | "phone">,
  asked: { way: CodeWay; ownNumbers: string[] },
  connected: Record<CodeRoute, boolean>,
): CodeReceiver | null {
  if (asked.way === "any" && order.email && connected.email) {
    return { kind: "email", externalId: order.email.toLowerCase(), routes: ["email"] };
  }
  if (!order.phone) return null;
  const routes: CodeRoute[] = [];
  if (connected.whatsapp && !asked.ownNumbers.includes(order.phone)) routes.push("whatsapp");
  if (connected.sms) routes.push("sms");
  return routes.length > 0 ? { kind: "phone", externalId: order.phone, routes } : null;
}
