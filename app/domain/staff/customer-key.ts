import type { Thread } from "#app/domain/conversations/thread.server.ts";
import { type Contact, standingOf } from "#app/domain/identity/standing.ts";
import { type CustomerKey, customerKey } from "#app/domain/orders/customer-profile.ts";

type Known = Pick<Thread, "identities" | "contacts" | "evidence" | "cases">;

/** Whose profile stands beside a conversation; null while nothing says who writes. */
export function customerKeyOf({ identities, contacts, evidence, cases }: Known, now: Date): CustomerKey | null {
  const nodes = [...identities, ...contacts.filter((one) => !identities.some((own) => own.id === one.id))];
  const standings = identities.map((identity) => standingOf(identity, nodes, evidence, now));
  const known: Contact[] = [...standings.flatMap((one) => one.verified), ...standings.flatMap((one) => one.channel)];
  return customerKey(known, cases);
}
