import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { Evidence, Identity } from "../../../prisma/generated/client.ts";
import { isLive } from "./graph.ts";
import { type Candidate, type Likeness, likeness, tooMany } from "./suggestions.ts";
import { findHolders, findMailboxes, findNew } from "./suggestions-sqlite.server.ts";
import { addressesNear, contactValue, foldName, mailboxName, nameTraits, ordersMentioned, orderTrait, type Trait } from "./traits.ts";

/** Rows of the last moment may still be uncommitted while newer ones are there. */
const settled = 2000;
/** Of a trait that many have, no more holders than this are read. */
const mostHolders = tooMany * 4;
/** So many pairs are weighed in one go. */
const mostPairs = 300;

type Own = Trait & { identityId: string };

/**
 * Looks at what came in since the last time: notes what each identity has in common with others, and writes down which
 * shoppers may be one. Bounded, and never in the way of a message: a job at intervals and the page itself call it.
 */
export async function refreshSuggestions(shopId: string): Promise<{ complete: boolean }> {
  const { prisma } = database();
  const stored = await prisma.suggestionPosition.findUnique({ where: { shopId } });
  const position = stored ?? { messageSeq: 0, since: new Date(0) };
  const until = new Date(Math.max(position.since.getTime(), now().getTime() - settled));
  const found = await findNew(shopId, position, until);
  const ids = [...new Set([...found.messages, ...found.touched].map((one) => one.identityId))];
  const identities = await prisma.identity.findMany({ where: { shopId, id: { in: ids } } });
  const traits = [...(await traitsOf(shopId, identities)), ...mentions(found.messages)];
  await database().commit([
    ...ids.map((identityId) => remove("IdentityTrait", { shopId, identityId, role: "shown" })),
    ...traits.map((trait) => insert("IdentityTrait", { id: newId(), shopId, ...trait }, { ifAbsent: true })),
  ]);
  const writes = await weigh(shopId, identities, position.since);
  const messageSeq = found.messages.at(-1)?.seq ?? position.messageSeq;
  const since = found.complete || found.touched.length === 0 ? until : latest(found.touched.map((one) => one.at));
  await database().commit([
    ...writes,
    stored
      ? update("SuggestionPosition", { shopId }, { messageSeq, since })
      : insert("SuggestionPosition", { shopId, messageSeq, since }, { ifAbsent: true }),
  ]);
  return { complete: found.complete };
}

const latest = (times: Date[]) => new Date(Math.max(...times.map((time) => time.getTime())));

function mentions(messages: { identityId: string; text: string }[]): Own[] {
  return messages.flatMap(({ identityId, text }) => ordersMentioned(text).map((trait) => ({ ...trait, identityId })));
}

/** What the rows say of each of these identities. */
async function traitsOf(shopId: string, identities: Identity[]): Promise<Own[]> {
  const { prisma } = database();
  const at = now();
  const mine = { shopId, identityId: { in: identities.map((one) => one.id) } };
  const [evidence, codes, cases] = await Promise.all([
    prisma.evidence.findMany({ where: { ...mine, strength: { in: ["claim", "vouch"] }, withdrawnAt: null } }),
    prisma.oneTimeCode.findMany({ where: { ...mine, targetId: { not: null } } }),
    prisma.case.findMany({ where: { ...mine, orderName: { not: null } }, select: { identityId: true, orderName: true } }),
  ]);
  const live = evidence.filter((edge) => isLive(edge, at));
  const ends = [...live.map((edge) => edge.otherId), ...codes.flatMap((code) => code.targetId ?? [])];
  const others = await prisma.identity.findMany({ where: { shopId, id: { in: ends } } });
  const contactOf = (id: string | null, role: Trait["role"]): Trait[] => {
    const other = others.find((one) => one.id === id);
    const value = other && contactValue(other.kind, other.externalId);
    return value ? [{ value, role }] : [];
  };
  return [
    ...identities.flatMap((one) => ownTraits(one).map((trait) => ({ ...trait, identityId: one.id }))),
    ...live.flatMap((edge: Evidence) =>
      contactOf(edge.otherId, edge.strength === "vouch" ? "shown" : "typed").map((trait) => ({ ...trait, identityId: edge.identityId })),
    ),
    ...codes.flatMap((code) => contactOf(code.targetId, "named").map((trait) => ({ ...trait, identityId: code.identityId }))),
    ...cases.map((one) => ({ ...orderTrait(one.orderName ?? "", "order"), identityId: one.identityId })),
  ];
}

function ownTraits(identity: Identity): Trait[] {
  const contact = contactValue(identity.kind, identity.externalId);
  const mailbox = identity.kind === "email" ? nameTraits(mailboxName(identity.externalId)) : [];
  return [...nameTraits(identity.label), ...mailbox, ...(contact ? [{ value: contact, role: "own" as const }] : [])];
}

/** Weighs every pair in which one of these identities has something in common with somebody else. */
async function weigh(shopId: string, mine: Identity[], since: Date): Promise<Write[]> {
  const { prisma } = database();
  const ids = mine.map((one) => one.id);
  const values = await prisma.identityTrait.findMany({
    where: { shopId, identityId: { in: ids } },
    select: { value: true, identityId: true },
  });
  const holders = await findHolders(shopId, [...new Set(values.map((one) => one.value))], mostHolders);
  const near = await nearPairs(
    shopId,
    mine.filter((one) => one.createdAt >= since),
  );
  const home = new Map(mine.map((one) => [one.id, one.conversationId]));
  const pairs = new Set(near);
  for (const { value, identityId } of values) {
    const conversations = new Set(holders.filter((one) => one.value === value).map((one) => one.conversationId));
    if (conversations.size > tooMany) continue;
    for (const conversation of conversations) {
      const own = home.get(identityId);
      if (own && own !== conversation && pairs.size < mostPairs) pairs.add(pairKey(own, conversation));
    }
  }
  return judge(shopId, pairs, near);
}

const pairKey = (one: string, other: string) => [one, other].sort().join("|");

/** E-mail addresses one letter apart: asked once, when an address is new. */
async function nearPairs(shopId: string, identities: Identity[]): Promise<Set<string>> {
  const sources = new Map<string, string[]>();
  for (const one of identities) {
    if (one.kind !== "email") continue;
    const near = addressesNear(one.externalId.replace(/^unverified:/, ""));
    for (const address of near) sources.set(address, [...(sources.get(address) ?? []), one.conversationId]);
  }
  if (sources.size === 0) return new Set();
  const found = await findMailboxes(shopId, [...sources.keys()]);
  return new Set(
    found.flatMap(({ externalId, conversationId }) =>
      (sources.get(externalId) ?? []).filter((one) => one !== conversationId).map((one) => pairKey(one, conversationId)),
    ),
  );
}

async function judge(shopId: string, pairs: Set<string>, near: Set<string>): Promise<Write[]> {
  if (pairs.size === 0) return [];
  const { prisma } = database();
  const conversationIds = [...new Set([...pairs].flatMap((pair) => pair.split("|")))];
  const identities = await prisma.identity.findMany({ where: { shopId, conversationId: { in: conversationIds } }, orderBy: { id: "asc" } });
  const ids = identities.map((one) => one.id);
  const traits = await prisma.identityTrait.findMany({ where: { shopId, identityId: { in: ids } } });
  const known = await prisma.suggestion.findMany({ where: { shopId, OR: [{ oneId: { in: ids } }, { otherId: { in: ids } }] } });
  const holders = new Map<string, Set<string>>();
  for (const one of await findHolders(shopId, [...new Set(traits.map((trait) => trait.value))], mostHolders)) {
    holders.set(one.value, (holders.get(one.value) ?? new Set()).add(one.conversationId));
  }
  const counts = new Map([...holders].map(([value, conversations]) => [value, conversations.size]));
  const members = grouped(identities, (one) => one.conversationId);
  const traitsByIdentity = grouped(traits, (trait) => trait.identityId);
  const conversationOf = new Map(identities.map((one) => [one.id, one.conversationId]));
  const candidate = (conversationId: string): Candidate => {
    const own = members.get(conversationId) ?? [];
    return {
      traits: own.flatMap((one) => (traitsByIdentity.get(one.id) ?? []) as unknown as Trait[]),
      names: own.flatMap((one) => (one.label ? [foldName(one.label)] : [])),
      accounts: own.flatMap((one) => (one.kind === "shopify-customer" ? [one.externalId] : [])),
    };
  };
  return [...pairs].flatMap((pair): Write[] => {
    const [one, other] = pair.split("|") as [string, string];
    const rows = known.filter((row) => pairKey(conversationOf.get(row.oneId) ?? "", conversationOf.get(row.otherId) ?? "") === pair);
    // Staff have said that these are two people: that holds, whatever else they turn out to share.
    if (rows.some((row) => row.dismissedAt !== null)) return [];
    const oneId = members.get(one)?.[0]?.id;
    const otherId = members.get(other)?.[0]?.id;
    const wasNear = rows.some((row) => JSON.stringify(row.reasons).includes('"near-email"'));
    // A number that a channel merely shows is nobody who could be merged.
    const bare = [one, other].some((id) => (members.get(id) ?? []).every((member) => member.kind === "phone"));
    const found = bare ? null : likeness(candidate(one), candidate(other), counts, wasNear || near.has(pair));
    const written = oneId && otherId && found ? suggestionWrite(shopId, oneId, otherId, found, rows[0]) : [];
    return [...rows.slice(found ? 1 : 0).map((row) => remove("Suggestion", { shopId, id: row.id })), ...written];
  });
}

function grouped<T>(list: T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function suggestionWrite(shopId: string, oneId: string, otherId: string, found: Likeness, row: { id: string } | undefined): Write[] {
  const at = now();
  const { score, reasons, against } = found;
  if (row) return [update("Suggestion", { shopId, id: row.id }, { score, reasons, against, updatedAt: at })];
  return [
    insert(
      "Suggestion",
      { id: newId(), shopId, oneId, otherId, score, reasons, against, createdAt: at, updatedAt: at },
      { ifAbsent: true },
    ),
  ];
}
