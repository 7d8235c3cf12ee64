import type { Thread } from "#app/domain/conversations/thread.server.ts";
import { type Contact, standingOf } from "#app/domain/identity/standing.ts";

type Known = Pick<Thread, "identities" | "contacts" | "evidence" | "cases">;

/**
 * Whose profile stands beside a conversation: the account that is logged in, else the mailbox that is proven or that writes
 * by itself, else whose order a case is about. A shown number names nobody: anyone can type a stranger's into an account.
 */
export function customerKeyOf({ identities, contacts, evidence, cases }: Known, now: Date) {
  const nodes = [...identities, ...contacts.filter((one) => !identities.some((own) => own.id === one.id))];
  const standings = identities.map((identity) => standingOf(identity, nodes, evidence, now));
  const known: Contact[] = [...standings.flatMap((one) => one.verified), ...standings.flatMap((one) => one.channel)];
  const account = known.findLast((one) => one.kind === "shopify-customer");
  if (account) return { customerId: account.externalId };
  const mailbox = known.find((one) => one.kind === "email");
  if (mailbox) return { email: mailbox.externalId };
  const orderId = cases.find((one) => one.orderId !== null)?.orderId;
  return orderId ? { orderId } : null;
}
