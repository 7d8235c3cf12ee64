import type { IncomingMessage } from "node:http";
import { ensureIdentity, findIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { addEvidence } from "#app/domain/identity/join.server.ts";
import { now } from "#app/platform/clock.ts";
import { hashToken, newToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { note } from "#app/platform/tracing/context.ts";
import { header, Refusal } from "./http.ts";

/** A token is good for this long; the widget boots again when it is refused. */
const lifeHours = 2;
/** An old token still brings its visitor's own thread back. */
const restoreDays = 30;

type Session = { identity: IdentityRow; customerId: string | null };

/** Who holds this bearer token. Refuses with 401 when it is unknown or over its time. */
export async function requireWidgetSession(request: IncomingMessage): Promise<Session> {
  const token = header(request, "authorization")?.match(/^Bearer ([\w-]{20,100})$/)?.[1];
  const row = token ? await database().prisma.widgetSession.findUnique({ where: { hash: hashToken(token) } }) : null;
  if (!row || row.expiresAt <= now()) throw new Refusal(401, "The session has ended; boot again.");
  const identity = await findIdentity(row.shopId, row.identityId);
  if (!identity) throw new Refusal(401, "The session has ended; boot again.");
  note({ shopId: row.shopId, conversationId: identity.conversationId });
  return { identity, customerId: row.customerId };
}

/**
 * Opens a session for a storefront visitor. An earlier token brings the visitor back only while the login is what it
 * was, or when an anonymous visitor has now logged in; after a logout or another login a new visitor begins, so
 * that nobody sees the thread of whoever used the browser before.
 */
export async function openWidgetSession(
  shopId: string,
  customerId: string | null,
  earlier: string | undefined,
): Promise<Session & { token: string; restarted: boolean }> {
  const known = await restorable(shopId, earlier);
  const sameVisitor = known !== null && (known.customerId === customerId || known.customerId === null);
  const identity = sameVisitor ? known.identity : await ensureIdentity(shopId, "widget", newId());
  if (customerId !== null && (!sameVisitor || known.customerId === null)) await recordLogin(identity, customerId);
  const token = newToken();
  const at = now();
  const expiresAt = new Date(at.getTime() + lifeHours * 3_600_000);
  fault("widget.session.before-commit");
  await database().commit([
    insert("WidgetSession", { hash: hashToken(token), shopId, identityId: identity.id, customerId, createdAt: at, expiresAt }),
  ]);
  fault("widget.session.after-commit");
  const fresh = (await findIdentity(shopId, identity.id)) ?? identity;
  return { token, identity: fresh, customerId, restarted: earlier !== undefined && !sameVisitor };
}

/** The shopper leaves the thread on this browser: its tokens are dropped, the thread itself stays with the shopper. */
export async function endWidgetSession(identity: IdentityRow): Promise<void> {
  await database().commit([remove("WidgetSession", { shopId: identity.shopId, identityId: identity.id })]);
}

async function restorable(shopId: string, token: string | undefined): Promise<Session | null> {
  if (!token) return null;
  const row = await database().prisma.widgetSession.findFirst({ where: { hash: hashToken(token), shopId } });
  if (!row || row.createdAt.getTime() < now().getTime() - restoreDays * 86_400_000) return null;
  const identity = await findIdentity(shopId, row.identityId);
  return identity ? { identity, customerId: row.customerId } : null;
}

/**
 * Shopify's signed query says who is logged in: the visitor is this customer for as long as the session lives on. Every token
 * from before the login ends with it: somebody else may have put it into this browser.
 */
async function recordLogin(visitor: IdentityRow, customerId: string): Promise<void> {
  const { shopId } = visitor;
  const customer = await ensureIdentity(shopId, "shopify-customer", customerId);
  await addEvidence(shopId, { identityId: visitor.id, otherId: customer.id, kind: "account-login", strength: "proof", by: "app-proxy" }, [
    enqueue(shopId, "identity.link-account", { identityId: customer.id }, { runAt: now(), key: `link-account:${customer.id}` }),
    remove("WidgetSession", { shopId, identityId: visitor.id }),
  ]);
}
