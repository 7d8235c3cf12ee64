import type { IncomingMessage, ServerResponse } from "node:http";
import { ensureIdentity, findIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { addEvidence } from "#app/domain/identity/join.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { noteSameBrowser } from "#app/domain/identity/traits.server.ts";
import { now } from "#app/platform/clock.ts";
import { hashToken, newToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, remove, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { note } from "#app/platform/tracing/context.ts";
import { keepToShop } from "./cors.server.ts";
import { header, Refusal } from "./http.ts";

/** A token is good for this long; the widget boots again when it is refused. */
const lifeHours = 2;
/** An old token still brings its visitor's own thread back. */
const restoreDays = 30;

type Session = { identity: IdentityRow; customerId: string | null };

/** Who holds this bearer token. Refuses with 401 when it is unknown, ended, or over its time. `response`: the answer that only the shop's own pages may read. */
export async function requireWidgetSession(request: IncomingMessage, response?: ServerResponse): Promise<Session> {
  const token = header(request, "authorization")?.match(/^Bearer ([\w-]{20,100})$/)?.[1];
  const row = token ? await database().prisma.widgetSession.findUnique({ where: { hash: hashToken(token) } }) : null;
  if (row && response) await keepToShop(request, response, row);
  if (!row || row.expiresAt <= now()) throw new Refusal(401, "The session has ended; boot again.");
  const identity = await findIdentity(row.shopId, row.identityId);
  if (!identity) throw new Refusal(401, "The session has ended; boot again.");
  note({ shopId: row.shopId, conversationId: identity.conversationId });
  return { identity, customerId: row.customerId };
}

/**
 * Opens a session for a storefront visitor. An earlier token brings the visitor back only while the login is what it
 * was, or when an anonymous visitor has now logged in; after a logout or another login a new visitor begins, so
 * that nobody sees the thread of whoever used the browser before. Every token of the old visitor ends at that moment; what
 * it wrote stays with the customer.
 */
export async function openWidgetSession(
  shopId: string,
  customerId: string | null,
  earlier: string | undefined,
  origin: string | null = null,
): Promise<Session & { token: string; restarted: boolean }> {
  const known = await restorable(shopId, earlier);
  const loggedIn = known ? await hasLoggedIn(known) : false;
  const sameVisitor = known !== null && (loggedIn ? await isCustomer(known.identity, customerId) : true);
  const identity = sameVisitor ? known.identity : await ensureIdentity(shopId, "widget", newId());
  if (customerId !== null && !(sameVisitor && loggedIn)) await recordLogin(identity, customerId);
  const token = newToken();
  const at = now();
  const expiresAt = new Date(at.getTime() + lifeHours * 3_600_000);
  const sameBrowser = known !== null && !sameVisitor ? await noteSameBrowser(shopId, known.identity.id, identity.id) : [];
  fault("widget.session.before-commit");
  await database().commit([
    ...sameBrowser,
    ...(known && !sameVisitor ? endOf(known.identity) : []),
    insert("WidgetSession", { hash: hashToken(token), shopId, identityId: identity.id, customerId, origin, createdAt: at, expiresAt }),
  ]);
  fault("widget.session.after-commit");
  const fresh = (await findIdentity(shopId, identity.id)) ?? identity;
  return { token, identity: fresh, customerId, restarted: earlier !== undefined && !sameVisitor };
}

/** The shopper leaves the thread on this browser: its tokens are dropped, the thread itself stays with the shopper. */
export async function endWidgetSession(identity: IdentityRow): Promise<void> {
  await database().commit(endOf(identity));
}

/** All tokens of a visitor end, or those from before the login only; open streams look whether theirs is one of them. */
function endOf({ id, shopId }: IdentityRow, which: { customerId?: null } = {}): Write[] {
  return [remove("WidgetSession", { shopId, identityId: id, ...which }), notify({ topic: "session", shopId, identityId: id })];
}

async function restorable(shopId: string, token: string | undefined): Promise<Session | null> {
  if (!token) return null;
  const row = await database().prisma.widgetSession.findFirst({ where: { hash: hashToken(token), shopId } });
  if (!row || row.createdAt.getTime() < now().getTime() - restoreDays * 86_400_000) return null;
  const identity = await findIdentity(shopId, row.identityId);
  return identity ? { identity, customerId: row.customerId } : null;
}

/** Whether anybody has ever logged in as this visitor, with this token or another: a token from before the login is no way back in. */
async function hasLoggedIn({ identity, customerId }: Session): Promise<boolean> {
  if (customerId !== null) return true;
  const { id: identityId, shopId } = identity;
  return (await database().prisma.evidence.findFirst({ where: { shopId, identityId, kind: "account-login" } })) !== null;
}

/** The customer who is logged in now is the one who was, or proven to be: two accounts of one person may have been merged. */
async function isCustomer(visitor: IdentityRow, customerId: string | null): Promise<boolean> {
  const members = customerId === null ? [] : await membersToTell(visitor);
  return members.some((member) => member.kind === "shopify-customer" && member.externalId === customerId);
}

/**
 * Shopify's signed query says who is logged in: the visitor is this customer from now on. Tokens from before are not good any
 * more, so that nobody can plant one in a browser and read along after its owner has logged in.
 */
async function recordLogin(visitor: IdentityRow, customerId: string): Promise<void> {
  const { shopId } = visitor;
  const customer = await ensureIdentity(shopId, "shopify-customer", customerId);
  await addEvidence(shopId, { identityId: visitor.id, otherId: customer.id, kind: "account-login", strength: "proof", by: "app-proxy" }, [
    ...endOf(visitor, { customerId: null }),
    enqueue(shopId, "identity.link-account", { identityId: customer.id }, { runAt: now(), key: `link-account:${customer.id}` }),
  ]);
}
