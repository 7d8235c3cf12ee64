import { withdrawEvidence } from "#app/domain/identity/join.server.ts";
import { sweepFiles } from "#app/domain/photos/files.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, insert, notify, remove, type TableName, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { RunAgain } from "#app/platform/jobs/runner.server.ts";
import { addressesOf, findCustomer, findPerson, type Person } from "./person.server.ts";
import { registeredTables, registry } from "./registry.ts";
import { type Sealed, seal, unseal } from "./requests.server.ts";
import { countUnread, scrubTraces } from "./scrub-sqlite.server.ts";
import { type Address, tombstoneWrites } from "./tombstone.server.ts";

/** Messages removed in one commit: the event loop must not stand still for somebody who wrote for years. */
const batch = 200;
/** How long an erasure waits for what is under way: a change in the store, an answer on its way out, an event to be read. */
const longestWait = 24 * 3_600_000;
const unreadWait = 10 * 60_000;

/**
 * Erases one shopper. Every step can be repeated: what is still to be looked for stands, encrypted, in the request itself
 * until the last one, so a process that dies anywhere goes on at its next start.
 */
export async function eraseShopper(shopId: string, requestId: string): Promise<Write[]> {
  const request = await database().prisma.privacyRequest.findFirst({ where: { shopId, id: requestId, state: "open" } });
  if (!request) return [];
  const about = unseal(request.sealed);
  const erased = about.erased ?? (await eraseRows(shopId, request, about));
  const addresses = [...new Set(erased.addresses.flatMap(writtenAs))];
  const before = new Date(erased.at);
  // What came before is read first: of a batch that speaks of several people the others' words must not be lost.
  const unread = await countUnread(shopId, addresses, before);
  if (unread > 0 && now().getTime() - erased.at < unreadWait) throw new RunAgain(new Date(now().getTime() + 2_000));
  fault("erase.scrub.before-commit");
  await scrubTraces(shopId, { addresses, ids: erased.ids, before });
  fault("erase.scrub.after-commit");
  await sweepFiles(shopId);
  // What was overwritten still stands in the log of changes until it is folded into the file.
  await database().emptyLog();
  const detail = { source: request.source };
  const actor = request.source === "shopify" ? "shopify" : "shopper";
  return [
    update("PrivacyRequest", { id: requestId }, { sealed: "", identityId: null, state: "done", finishedAt: now() }),
    insert("Audit", { id: newId(), shopId, at: now(), actor, action: "customer-erased", subject: shopId, detail }),
  ];
}

type Request = { id: string; source: string; createdAt: Date };

/** One commit takes everything that hangs on the shopper and leaves the tombstones. */
async function eraseRows(shopId: string, request: Request, about: Sealed): Promise<NonNullable<Sealed["erased"]>> {
  const find = () => (about.customer ? findCustomer(shopId, about.customer) : findPerson(shopId, about.identityIds ?? []));
  await partFromMerged(await find());
  await waitForWork(await find(), request);
  await thinOut(shopId, (await find()).ids.message);
  const person = await find();
  const addresses: Address[] = [...addressesOf(about.customer ?? {}), ...person.identities.flatMap(withMark)];
  const { identity, conversation } = person.ids;
  const erased = { at: now().getTime(), addresses, ids: [...identity, ...conversation] };
  const revisions = await database().prisma.conversation.findMany({
    where: { shopId, id: { in: conversation } },
    select: { id: true, revision: true },
  });
  fault("erase.customer.before-commit");
  await database().commit([
    // Whoever wrote since we read has moved the revision: then all is read again.
    ...revisions.map(({ id, revision }) => update("Conversation", { shopId, id, revision }, { revision: increment() }, 1)),
    ...removals(person),
    ...(await otherRequests(shopId, request.id, about)),
    ...tombstoneWrites(shopId, addresses, new Date(erased.at)),
    update("PrivacyRequest", { id: request.id }, { sealed: seal({ ...about, erased }), identityId: null, state: "open" }),
    ...identity.map((identityId) => notify({ topic: "identity", shopId, identityId })),
    ...conversation.map((conversationId) => notify({ topic: "conversation", shopId, conversationId })),
  ]);
  fault("erase.customer.after-commit");
  return erased;
}

/** Whom staff took for the same person stays, in a conversation of their own. */
async function partFromMerged({ shopId, ids }: Person): Promise<void> {
  const own = { in: ids.identity };
  const merges = await database().prisma.evidence.findMany({
    where: { shopId, kind: "staff", withdrawnAt: null, OR: [{ identityId: own }, { otherId: own }] },
  });
  for (const merge of merges) await withdrawEvidence(shopId, merge.id, "erasure");
}

/** By what names the shopper and not row by row, so that nothing slips in between reading and removing. */
function removals({ shopId, ids }: Person): Write[] {
  return registeredTables.flatMap((table) => {
    const { belongs, erased, blank } = registry[table];
    if (erased !== "removed" && erased !== "blanked") return [];
    const name = table as TableName;
    return belongs.flatMap(({ column, to }) =>
      ids[to].map((id) => {
        const where = { shopId, [column]: id };
        return erased === "removed" ? remove(name, where) : update(name, where, blank ?? {});
      }),
    );
  });
}

/** Other open requests that name the same customer and found nobody, or have not begun. */
async function otherRequests(shopId: string, requestId: string, { customer }: Sealed): Promise<Write[]> {
  if (!customer) return [];
  const own = new Set(addressesOf(customer).map(({ kind, externalId }) => `${kind} ${externalId}`));
  const open = await database().prisma.privacyRequest.findMany({ where: { shopId, id: { not: requestId }, sealed: { not: "" } } });
  return open
    .filter(({ sealed }) => addressesOf(unseal(sealed).customer ?? {}).some(({ kind, externalId }) => own.has(`${kind} ${externalId}`)))
    .filter(({ kind }) => kind === "export")
    .map(({ id }) => update("PrivacyRequest", { shopId, id }, { sealed: "", identityId: null, state: "done", finishedAt: now() }));
}

/** A change in the store that may have happened must be known first, and what was promised must have left. */
async function waitForWork({ shopId, ids }: Person, request: Request): Promise<void> {
  if (now().getTime() - request.createdAt.getTime() > longestWait) return;
  const { prisma } = database();
  const effects = await prisma.effect.count({
    where: { shopId, caseId: { in: ids.case }, state: { in: ["planned", "running", "unknown"] } },
  });
  if (effects > 0) throw new RunAgain(new Date(now().getTime() + 30_000));
  if (request.source !== "shopper") return;
  const leaving = await prisma.delivery.count({
    where: { shopId, identityId: { in: ids.identity }, state: { in: ["planned", "sending"] } },
  });
  if (leaving > 0 && now().getTime() - request.createdAt.getTime() < unreadWait) throw new RunAgain(new Date(now().getTime() + 2_000));
}

/** The oldest words go first and in small commits; the rest goes with everything else. */
async function thinOut(shopId: string, messageIds: string[]): Promise<void> {
  for (let place = 0; place + batch < messageIds.length; place += batch) {
    const ids = messageIds.slice(place, place + batch);
    await database().commit(ids.flatMap((id) => [remove("Delivery", { shopId, messageId: id }), remove("Message", { shopId, id })]));
  }
}

/** The same mailbox with and without a server that vouches for it. */
function withMark({ kind, externalId }: Address): Address[] {
  if (kind !== "email") return [{ kind, externalId }];
  const address = externalId.replace(/^unverified:/, "");
  return [
    { kind, externalId: address },
    { kind, externalId: `unverified:${address}` },
  ];
}

/** As vendors spell it in their bodies. */
function writtenAs({ externalId }: Address): string[] {
  const plain = externalId.replace(/^unverified:/, "");
  return [externalId, plain, plain.replace(/^\+/, "")];
}
