import type { OrderFacts } from "../orders/facts.ts";
import { componentOf, type GraphEdge, isLive } from "./graph.ts";
import type { ProofLevel } from "./levels.ts";
import { withoutStaff } from "./own-proof.ts";

/** An address that an order can carry. */
export type Contact = { kind: "email" | "phone" | "shopify-customer"; externalId: string };

/** For whom an identity may act: contacts it has proven, and contacts that its channel merely shows. */
export type Standing = {
  verified: Contact[];
  channel: Contact[];
  /** Accounts that this very identity has signed in to within the last minutes. */
  fresh?: Contact[];
};

const freshMinutes = 10;
/** Evidence as far as it says how and when; an app proxy's login may be days old and is never fresh. */
type Edge = GraphEdge & { kind: string; by?: string; createdAt?: Date };

type Node = { id: string; kind: string; externalId: string };

/**
 * What an identity has proven at `now`. A contact counts as verified when live proof connects it; an e-mail
 * address writing by itself, and a phone that WhatsApp shows, count as the channel's word only, until a code
 * or a link has been through them. What staff have merged counts for nothing here.
 */
export function standingOf(self: Node, nodes: Node[], all: Edge[], now: Date): Standing {
  const edges = withoutStaff(all);
  const members = componentOf(self.id, edges, now);
  const provenSelf = edges.some(
    (edge) => edge.strength === "proof" && isLive(edge, now) && (edge.identityId === self.id || edge.otherId === self.id),
  );
  const verified = nodes.filter((node) => members.has(node.id) && (node.id !== self.id || provenSelf)).flatMap(asContact);
  const vouchedIds = edges
    .filter((edge) => edge.strength === "vouch" && isLive(edge, now) && members.has(edge.identityId))
    .map((edge) => edge.otherId);
  const channel = nodes.filter((node) => node.id === self.id || vouchedIds.includes(node.id)).flatMap(asContact);
  const freshIds = edges.filter((edge) => isFreshLogin(edge, self.id, now)).map((edge) => edge.otherId);
  const fresh = nodes.filter((node) => freshIds.includes(node.id)).flatMap(asContact);
  return { verified, channel, ...(fresh.length > 0 && { fresh }) };
}

function isFreshLogin(edge: Edge, selfId: string, now: Date): boolean {
  if (edge.kind !== "account-login" || edge.by !== "customer-account" || edge.identityId !== selfId || !edge.createdAt) return false;
  const age = now.getTime() - edge.createdAt.getTime();
  return isLive(edge, now) && age >= 0 && age <= freshMinutes * 60_000;
}

/**
 * A number that was given up is dealt out again, after 45 days at the earliest (47 CFR § 52.15(f)(1)(ii)), and
 * WhatsApp shows its next holder as it did the one before. So a shown number speaks only for orders as young as that.
 */
const shownNumberDays = 45;

type LeveledOrder = Pick<OrderFacts, "email" | "phone" | "customerId" | "processedAt">;

/** The level this standing gives at `now` for one order: decided by the contacts that stand on the order itself. */
export function levelFor(standing: Standing, order: LeveledOrder, now: Date): ProofLevel {
  const onOrder = (contact: Contact) =>
    contact.externalId ===
    (contact.kind === "email" ? order.email?.toLowerCase() : contact.kind === "phone" ? order.phone : numericId(order.customerId));
  if (standing.fresh?.some(onOrder)) return "fresh";
  if (standing.verified.some(onOrder)) return "verified";
  const isYoung = now.getTime() - order.processedAt.getTime() <= shownNumberDays * 86_400_000;
  return standing.channel.some((contact) => onOrder(contact) && (contact.kind !== "phone" || isYoung)) ? "channel" : "anonymous";
}

/** The best this standing can give for any order. */
export function bestLevel(standing: Standing): ProofLevel {
  if (standing.fresh?.length) return "fresh";
  if (standing.verified.length > 0) return "verified";
  return standing.channel.length > 0 ? "channel" : "anonymous";
}

/** gid://shopify/Customer/123 → 123 */
export function numericId(globalId: string | undefined): string | undefined {
  return globalId?.split("/").at(-1);
}

function asContact(node: Node): Contact[] {
  const isContact = node.kind === "email" || node.kind === "phone" || node.kind === "shopify-customer";
  return isContact && !node.externalId.startsWith("unverified:")
    ? [{ kind: node.kind as Contact["kind"], externalId: node.externalId }]
    : [];
}
