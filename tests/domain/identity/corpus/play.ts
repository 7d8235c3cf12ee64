import { canonicalPhone } from "#app/channels/whatsapp/phone.ts";
import { appendInbound } from "#app/domain/conversations/messages.server.ts";
import { confirmContinue, newContinueCode, presentContinueCode } from "#app/domain/identity/continue-code.server.ts";
import { ensureIdentity, findIdentity, type IdentityRow, standing } from "#app/domain/identity/identity.server.ts";
import { addEvidence, type EvidenceKind } from "#app/domain/identity/join.server.ts";
import { checkCode, issueCode, requestCode } from "#app/domain/identity/one-time-code.server.ts";
import { levelFor } from "#app/domain/identity/standing.ts";
import { refreshSuggestions } from "#app/domain/identity/suggestions.server.ts";
import { findOpenPairs } from "#app/domain/identity/suggestions-sqlite.server.ts";
import { noteOrderOf, noteSameBrowser } from "#app/domain/identity/traits.server.ts";
import { now, setClockOffset } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { type ContactEvent, type Corpus, nobody } from "./events.ts";
import type { Order } from "./people.ts";

/** Orders that contacts were let see by the channel's word alone, at the moment they wrote, and those that were their own. */
export type Shown = { shown: number; shownRight: number };

/** Lets the corpus happen through the same functions as in the shop, a few hours from one contact to the next. */
export async function playCorpus(shopId: string, corpus: Corpus): Promise<Shown> {
  const seen: Shown = { shown: 0, shownRight: 0 };
  const begun = now();
  const orders = [...new Set(corpus.people.flatMap((person) => person.orders))];
  for (const [n, event] of corpus.events.entries()) {
    setClockOffset(n * 3 * 3_600_000);
    const known = await standing(await fresh(await happen(shopId, event)));
    for (const order of orders) {
      const processedAt = new Date(begun.getTime() - order.placedDaysAgo * 86_400_000);
      if (levelFor(known, { ...order, processedAt }, now()) !== "channel") continue;
      seen.shown += 1;
      if (order.buyer === event.person || order.receiver === event.person) seen.shownRight += 1;
    }
    if (n % 40 === 0) await refreshSuggestions(shopId);
  }
  setClockOffset((corpus.events.length + 1) * 3 * 3_600_000);
  while (!(await refreshSuggestions(shopId)).complete);
  return seen;
}

async function happen(shopId: string, event: ContactEvent): Promise<IdentityRow> {
  const identity = await ensureIdentity(shopId, event.channel, event.address, event.label);
  if (event.phone) {
    const phone = await ensureIdentity(shopId, "phone", canonicalPhone(event.phone) ?? event.phone);
    await once(shopId, identity, phone, "channel-vouches", "vouch", identity.kind);
  }
  if (event.sameBrowserAs) {
    const { id } = await ensureIdentity(shopId, "widget", event.sameBrowserAs);
    await database().commit(await noteSameBrowser(shopId, id, identity.id));
  }
  const message = {
    channel: event.channel,
    account: `${event.channel}-account`,
    externalId: newId(),
    at: now(),
    content: { text: event.text, attachments: [] },
  };
  await database().commit(appendInbound(await fresh(identity), message).writes);
  if (event.login) await logIn(shopId, identity, event.login);
  if (event.typed) await typeContact(shopId, identity, event.typed);
  if (event.named) await nameOrder(shopId, identity, event.named);
  if (event.caseAbout) await openCase(shopId, identity, event.caseAbout);
  if (event.continuedFrom) {
    const earlier = await ensureIdentity(shopId, event.continuedFrom.channel, event.continuedFrom.address);
    const { code, writes } = newContinueCode(shopId, earlier.id, null);
    await database().commit(writes);
    const shown = await presentContinueCode(shopId, code, await fresh(identity));
    if (shown.outcome === "ask") await confirmContinue(shopId, shown.link.id, await fresh(identity));
  }
  return identity;
}

const fresh = async (identity: IdentityRow) => (await findIdentity(identity.shopId, identity.id)) ?? identity;

async function once(
  shopId: string,
  one: IdentityRow,
  other: IdentityRow,
  kind: EvidenceKind,
  strength: "proof" | "vouch" | "claim",
  by: string,
) {
  const known = { shopId, identityId: one.id, otherId: other.id, kind, withdrawnAt: null };
  if (await database().prisma.evidence.findFirst({ where: known })) return;
  await addEvidence(shopId, { identityId: one.id, otherId: other.id, kind, strength, by });
}

async function logIn(shopId: string, identity: IdentityRow, login: { customerId: string; email: string }): Promise<void> {
  const customer = await ensureIdentity(shopId, "shopify-customer", login.customerId);
  await once(shopId, identity, customer, "account-login", "proof", "app-proxy");
  await once(shopId, customer, await ensureIdentity(shopId, "email", login.email), "account-email", "proof", "shopify");
}

async function typeContact(shopId: string, identity: IdentityRow, typed: { email: string; proven: boolean }): Promise<void> {
  const target = await ensureIdentity(shopId, "email", typed.email);
  await once(shopId, identity, target, "typed", "claim", "shopper");
  await askForCode(shopId, identity, { email: typed.email }, target, typed.proven);
}

async function nameOrder(shopId: string, identity: IdentityRow, named: { order: Order; proven: boolean }): Promise<void> {
  const target = await ensureIdentity(shopId, "email", named.order.email);
  await askForCode(shopId, identity, { orderName: named.order.name }, target, named.proven);
  if (named.proven) await openCase(shopId, identity, named.order);
}

async function askForCode(
  shopId: string,
  identity: IdentityRow,
  claimed: { email?: string; orderName?: string },
  target: IdentityRow,
  comesBack: boolean,
): Promise<void> {
  const caseId = newId();
  const request = await requestCode(shopId, identity.id, caseId, claimed);
  if (!request.ok) return;
  await database().commit(request.writes);
  const issued = await issueCode(shopId, request.codeId, target.id);
  if (issued && comesBack && (await checkCode(shopId, identity.id, [caseId], issued.digits)) !== "proven")
    throw new Error("A right code was refused.");
}

async function openCase(shopId: string, identity: IdentityRow, order: Order): Promise<void> {
  const orderId = `gid://shopify/Order/${order.name.slice(1)}`;
  const at = now();
  const row = {
    id: newId(),
    shopId,
    identityId: identity.id,
    flow: "track-order",
    intent: "order_status",
    state: {},
    version: 0,
    status: "done",
    owner: "assistant",
  };
  await database().commit([
    insert("Case", { ...row, doubts: 0, orderId, orderName: order.name, openedAt: at, updatedAt: at }),
    ...noteOrderOf(shopId, identity.id, {
      email: order.email,
      phone: order.phone,
      customerId: order.customerId && `gid://shopify/Customer/${order.customerId}`,
      shippingAddress: { address1: order.street.split(",")[0], zip: order.street.split(" ").at(-1), countryCodeV2: "DE" },
    }),
  ]);
}

export type Figures = {
  /** Pairs of addresses that one person wrote from or logged in with; `alike`: both sides left some fact in common. */
  pairs: number;
  alike: number;
  links: number;
  linksRight: number;
  /** Joined, or suggested to staff as a pair. */
  found: number;
  foundAlike: number;
  /** Also over a third of the same person's, as staff would merge them one after the other. */
  reached: number;
  suggested: number;
  suggestedRight: number;
  /** Contacts that an identity may act for by proof, and those of them that are its own person's. */
  unlocked: number;
  unlockedRight: number;
  missed: string[];
};

/** Compares what proof has joined and what is suggested with the truth. */
export async function compare(shopId: string, corpus: Corpus): Promise<Figures> {
  const identities = await database().prisma.identity.findMany({ where: { shopId } });
  const open = await findOpenPairs(shopId, 10_000);
  const suggested = new Set(open.flatMap((pair) => [`${pair.one}|${pair.other}`, `${pair.other}|${pair.one}`]));
  const ownerOf = (one: { kind: string; externalId: string }) => corpus.owners.get(`${one.kind}:${one.externalId}`) ?? nobody;
  const facts = factsOf(corpus);
  const contacts = identities.filter((one) => facts.has(`${one.kind}:${one.externalId}`) && ownerOf(one) !== nobody);
  const figures: Figures = {
    pairs: 0,
    alike: 0,
    links: 0,
    linksRight: 0,
    found: 0,
    foundAlike: 0,
    reached: 0,
    suggested: 0,
    suggestedRight: 0,
    unlocked: 0,
    unlockedRight: 0,
    missed: [],
  };
  const reach = reachable(contacts, ownerOf, suggested);
  contacts.forEach((one, n) => {
    for (const other of contacts.slice(n + 1)) {
      const same = ownerOf(one) === ownerOf(other);
      const joined = one.conversationId === other.conversationId;
      if (joined) figures.links += 1;
      if (joined && same) figures.linksRight += 1;
      if (!same) continue;
      const [left, right] = [facts.get(`${one.kind}:${one.externalId}`), facts.get(`${other.kind}:${other.externalId}`)];
      const alike = [...(left ?? [])].some((fact) => right?.has(fact));
      const found = joined || suggested.has(`${one.conversationId}|${other.conversationId}`);
      figures.pairs += 1;
      if (alike) figures.alike += 1;
      if (found) figures.found += 1;
      if (found && alike) figures.foundAlike += 1;
      if (reach(one) === reach(other)) figures.reached += 1;
      if (alike && !found) figures.missed.push(`${one.externalId} (${one.label ?? ""}) – ${other.externalId} (${other.label ?? ""})`);
    }
  });
  for (const one of contacts) {
    const right = (list: { kind: string; externalId: string }[]) => list.filter((contact) => ownerOf(contact) === ownerOf(one)).length;
    const known = await standing(one);
    const byProof = known.verified.filter((contact) => ownerOf(contact) !== nobody);
    figures.unlocked += byProof.length;
    figures.unlockedRight += right(byProof);
  }
  for (const pair of open) {
    const people = (conversation: string) => new Set(identities.filter((one) => one.conversationId === conversation).map(ownerOf));
    const [left, right] = [people(pair.one), people(pair.other)];
    figures.suggested += 1;
    if ([...left].some((person) => person !== nobody && right.has(person))) figures.suggestedRight += 1;
  }
  return figures;
}

type Contact = { id: string; kind: string; externalId: string; conversationId: string };

/** The group that staff would end up with if they took every right suggestion. */
function reachable(contacts: Contact[], ownerOf: (one: Contact) => number, suggested: Set<string>) {
  const group = new Map(contacts.map((one) => [one.id, one.id]));
  const root = (id: string): string => (group.get(id) === id ? id : root(group.get(id) ?? id));
  for (const one of contacts) {
    for (const other of contacts) {
      const near = one.conversationId === other.conversationId || suggested.has(`${one.conversationId}|${other.conversationId}`);
      if (near && ownerOf(one) === ownerOf(other)) group.set(root(one.id), root(other.id));
    }
  }
  return (one: Contact) => root(one.id);
}

/** What each contact let the shop know of the person, by truth: not how it was written, but what was meant. */
function factsOf(corpus: Corpus): Map<string, Set<string>> {
  const facts = new Map<string, Set<string>>();
  for (const event of corpus.events) {
    const key = `${event.channel}:${event.address}`;
    const own = facts.get(key) ?? new Set<string>();
    const person = corpus.people[event.person];
    if (event.label && person && event.label === `${person.first} ${person.last}`) own.add(`name ${event.label}`);
    if (event.channel === "email") own.add(`mailbox ${event.address.replace("unverified:", "")}`);
    if (event.phone) own.add(`phone ${event.phone}`);
    if (event.sameBrowserAs) {
      own.add(`browser ${event.sameBrowserAs}`);
      facts.get(`widget:${event.sameBrowserAs}`)?.add(`browser ${event.sameBrowserAs}`);
    }
    if (event.login) for (const fact of [`account ${event.login.customerId}`, `mailbox ${event.login.email}`]) own.add(fact);
    if (event.typed) own.add(`mailbox ${person?.email}`);
    if (event.named) own.add(`mailbox ${event.named.order.email}`);
    const order = event.caseAbout;
    if (order) for (const fact of [`order ${order.name}`, `mailbox ${order.email}`, `phone ${order.phone}`]) own.add(fact);
    const mentioned = person?.orders.find((one) => event.text.includes(one.name.slice(1)));
    if (mentioned) own.add(`order ${mentioned.name}`);
    facts.set(key, own);
    if (event.login)
      facts.set(
        `shopify-customer:${event.login.customerId}`,
        new Set([`account ${event.login.customerId}`, `mailbox ${event.login.email}`]),
      );
  }
  return facts;
}
