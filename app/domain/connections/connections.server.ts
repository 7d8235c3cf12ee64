import { newSecret } from "#app/integrations/webhooks/signature.server.ts";
import { now } from "#app/platform/clock.ts";
import { decrypt, encrypt } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { log } from "#app/platform/log.ts";
import type { Connection as ConnectionRow } from "../../../prisma/generated/client.ts";
import { type ConnectionKind, type ConnectionProblems, readConnectionForm } from "./connection-form.ts";

/** A connection with its credentials in clear: for code that sends, never for a page. */
export type Connection = Omit<ConnectionRow, "kind" | "credentials" | "config"> & {
  kind: ConnectionKind;
  credentials: Record<string, string>;
  config: Record<string, string>;
};
export type ConnectionOverview = Omit<Connection, "credentials">;

const mostConnections = 10;
/** How long a webhook's former secret still signs, so that a receiver can be told of the new one. */
const bothValidMs = 24 * 3_600_000;

export type SaveResult =
  | { ok: true; id: string /** Shown once. */; secret?: string }
  | { ok: false; problems: ConnectionProblems }
  | { ok: false; missing: true };

/** Connects a tool, or changes the one of this id. A webhook's signing secret is made here and given out once. */
export async function saveConnection(
  shopId: string,
  kind: ConnectionKind,
  input: Record<string, string>,
  by: string,
  connectionId?: string,
): Promise<SaveResult> {
  const known = connectionId ? await findConnection(shopId, connectionId) : null;
  if (connectionId && known?.kind !== kind) return { ok: false, missing: true };
  const read = readConnectionForm(kind, input, known?.credentials);
  if (!read.ok) return read;
  if (!known && (await database().prisma.connection.count({ where: { shopId } })) >= mostConnections)
    return { ok: false, problems: { form: `There can be ${mostConnections} connections. Remove one that is no longer used.` } };
  const { label, config } = read;
  if (known) {
    const credentials = encrypt(JSON.stringify({ ...known.credentials, ...read.credentials }));
    const change = { label, config, credentials, issue: null, failingSince: null };
    await database().commit([update("Connection", { id: known.id, shopId }, change, 1), audit(shopId, by, "connection.changed", known.id)]);
    return { ok: true, id: known.id };
  }
  const id = newId();
  const secret = kind === "webhook" ? newSecret() : undefined;
  const credentials = encrypt(JSON.stringify({ ...read.credentials, ...(secret && { secret }) }));
  await database().commit([
    insert("Connection", { id, shopId, kind, label, config, credentials, active: true, createdAt: now() }),
    audit(shopId, by, "connection.added", id),
  ]);
  return { ok: true, id, ...(secret && { secret }) };
}

/** Replaces a webhook's secret: for a day both sign. Null for what is no webhook of this shop. */
export async function renewSecret(shopId: string, connectionId: string, by: string): Promise<string | null> {
  const known = await findConnection(shopId, connectionId);
  if (known?.kind !== "webhook") return null;
  const secret = newSecret();
  const credentials = {
    ...known.credentials,
    secret,
    previousSecret: known.credentials.secret ?? "",
    previousUntil: new Date(now().getTime() + bothValidMs).toISOString(),
  };
  await database().commit([
    update("Connection", { id: known.id, shopId }, { credentials: encrypt(JSON.stringify(credentials)) }, 1),
    audit(shopId, by, "connection.secret-renewed", known.id),
  ]);
  return secret;
}

/** The secrets that a webhook is signed under at this time. */
export function secretsNow({ credentials }: Pick<Connection, "credentials">, at: Date): string[] {
  const { secret = "", previousSecret, previousUntil } = credentials;
  return previousSecret && previousUntil && Date.parse(previousUntil) > at.getTime() ? [secret, previousSecret] : [secret];
}

/** Switched off, a connection is told nothing; what happens meanwhile is not made up for. False for another shop's. */
export async function setConnectionActive(shopId: string, connectionId: string, active: boolean, by: string): Promise<boolean> {
  const where = { id: connectionId, shopId };
  if (!(await database().prisma.connection.findFirst({ where: { id: connectionId, shopId } }))) return false;
  const action = active ? "connection.switched-on" : "connection.switched-off";
  const change = active ? { active, issue: null, failingSince: null } : { active };
  await database().commit([update("Connection", where, change), audit(shopId, by, action, connectionId)]);
  return true;
}

/** Forgets the connection, its credentials and its log. */
export async function removeConnection(shopId: string, connectionId: string, by: string): Promise<boolean> {
  if (!(await database().prisma.connection.findFirst({ where: { id: connectionId, shopId } }))) return false;
  await database().commit([
    remove("OutwardSend", { shopId, connectionId }),
    remove("Connection", { id: connectionId, shopId }),
    audit(shopId, by, "connection.removed", connectionId),
  ]);
  return true;
}

/** All of a shop, the oldest first, without credentials. */
export async function listConnections(shopId: string): Promise<ConnectionOverview[]> {
  const rows = await database().prisma.connection.findMany({ where: { shopId }, orderBy: { createdAt: "asc" } });
  return rows.map(({ credentials: _, ...row }) => plain(row));
}

/** The same by its id alone, for a call that its own secret has to prove. */
export async function connectionById(connectionId: string): Promise<Connection | null> {
  const row = await database().prisma.connection.findUnique({ where: { id: connectionId } });
  return row && findConnection(row.shopId, connectionId);
}

/** With credentials; empty ones where the key they were encrypted under is gone, so that the merchant enters them again. */
export async function findConnection(shopId: string, connectionId: string): Promise<Connection | null> {
  const row = await database().prisma.connection.findFirst({ where: { id: connectionId, shopId } });
  if (!row) return null;
  const { credentials, ...rest } = row;
  try {
    return { ...plain(rest), credentials: JSON.parse(decrypt(credentials)) as Record<string, string> };
  } catch {
    log.error("connection-credentials-unreadable", { shopId });
    return { ...plain(rest), credentials: {} };
  }
}

function plain(row: Omit<ConnectionRow, "credentials">): ConnectionOverview {
  return { ...row, kind: row.kind as ConnectionKind, config: row.config as Record<string, string> };
}

function audit(shopId: string, actor: string, action: string, connectionId: string): Write {
  return insert("Audit", { id: newId(), shopId, at: now(), actor, action, subject: `connection:${connectionId}`, detail: {} });
}
