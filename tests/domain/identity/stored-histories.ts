import fc from "fast-check";
import { appendInbound, type NewInbound } from "#app/domain/conversations/messages.server.ts";
import { splitWhatRanOut } from "#app/domain/identity/expiry.server.ts";
import { project } from "#app/domain/identity/graph.ts";
import { ensureIdentity, findIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { addEvidence, type EvidenceKind, withdrawAllEvidence, withdrawEvidence } from "#app/domain/identity/join.server.ts";
import { now, setClockOffset } from "#app/platform/clock.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { newId } from "#app/platform/ids.ts";
import { type Happening, happening, holds, people, strengthOf } from "./histories.ts";

const day = 86_400_000;
type Doing = Happening | { kind: "writes"; a: number };
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 3, arbitrary: happening as fc.Arbitrary<Doing> },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("writes" as const), a: fc.nat(people - 1) }) },
);
const kinds: Record<string, EvidenceKind> = {
  login: "account-login",
  code: "one-time-code",
  link: "signed-link",
  continue: "continue-here",
  merge: "customer-merge",
  "staff-join": "staff",
  vouch: "channel-vouches",
  claim: "typed",
};

/** Random histories through the real database, held against the pure graph after each: whose conversation, and its last words. */
export async function storedAsProjected(database: DatabaseHandle, shopId: string, numRuns: number): Promise<void> {
  let offset = 0;
  const run = async (history: Doing[]): Promise<void> => {
    const identities: IdentityRow[] = [];
    for (let n = 0; n < people; n += 1) identities.push(await ensureIdentity(shopId, "instagram", newId()));
    for (const one of history) {
      if (one.kind === "time-passes") {
        offset += one.days * day;
        setClockOffset(offset);
        await splitWhatRanOut(shopId);
      } else await happen(database, shopId, identities, one);
    }
    await compare(database, shopId, identities);
  };
  await fc.assert(fc.asyncProperty(fc.array(doing, { minLength: 5, maxLength: 16 }), run), { numRuns });
  setClockOffset(0);
}

async function happen(
  database: DatabaseHandle,
  shopId: string,
  identities: IdentityRow[],
  one: Exclude<Doing, { kind: "time-passes" }>,
): Promise<void> {
  const idOf = (n: number) => identities[n]?.id ?? "";
  if (one.kind === "writes") {
    const identity = await findIdentity(shopId, idOf(one.a));
    const message = {
      channel: "instagram",
      account: "1",
      externalId: newId(),
      at: now(),
      content: { text: newId(), attachments: [] },
    } satisfies NewInbound;
    if (identity) await database.commit(appendInbound(identity, message).writes);
  } else if (one.kind === "staff-undo") {
    const theirs = { in: identities.map((identity) => identity.id) };
    const standing = await database.prisma.evidence.findMany({
      where: { shopId, withdrawnAt: null, identityId: theirs },
      orderBy: { id: "asc" },
    });
    const edge = standing[one.nth % Math.max(1, standing.length)];
    if (edge) await withdrawEvidence(shopId, edge.id, "Kim");
  } else if (one.kind === "number-changed") {
    await withdrawAllEvidence(shopId, idOf(one.a), "test");
  } else {
    const days = holds[one.kind];
    await addEvidence(shopId, {
      identityId: idOf(one.a),
      otherId: idOf(one.b),
      kind: kinds[one.kind] ?? "staff",
      strength: strengthOf(one.kind),
      by: "test",
      expiresAt: days === undefined ? undefined : new Date(now().getTime() + days * day),
    });
  }
}

async function compare(database: DatabaseHandle, shopId: string, made: IdentityRow[]): Promise<void> {
  const { prisma } = database;
  const theirs = { in: made.map((identity) => identity.id) };
  const identities = await prisma.identity.findMany({ where: { shopId, id: theirs } });
  const edges = await prisma.evidence.findMany({ where: { shopId, identityId: theirs } });
  const wanted = project(identities, edges, now());
  for (const identity of identities) {
    if (identity.conversationId !== wanted.get(identity.id)) throw new Error("An identity is in another conversation than the graph says.");
  }
  for (const id of new Set(identities.map((identity) => identity.conversationId))) {
    const members = identities.filter((identity) => identity.conversationId === id).map((identity) => identity.id);
    const last = await prisma.message.findFirst({
      where: { shopId, identityId: { in: members } },
      orderBy: [{ at: "desc" }, { seq: "desc" }],
    });
    const row = await prisma.conversation.findFirstOrThrow({ where: { shopId, id } });
    if (row.lastMessage !== (last?.text ?? "") || row.unread !== (last !== null))
      throw new Error("A conversation does not show its own last words.");
  }
}
