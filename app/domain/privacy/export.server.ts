import { createHmac, timingSafeEqual } from "node:crypto";
import { type Language, languages } from "#app/channels/message.ts";
import { now } from "#app/platform/clock.ts";
import { decrypt, encrypt, signingKey } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { exportHtml, exportJson } from "./export-document.ts";
import { findCustomer, findPerson, type Person, rowsOf } from "./person.server.ts";
import { unseal } from "./requests.server.ts";
import { retentionOf } from "./retention.ts";

/** A link in a mail is for days, not for as long as the merchant's own copy. */
const linkDays = 7;

/** Makes the export a request asks for and keeps it, encrypted, until it expires. The same request makes one export. */
export async function makeExport(shopId: string, requestId: string): Promise<Write[]> {
  const { prisma } = database();
  const request = await prisma.privacyRequest.findFirst({ where: { shopId, id: requestId, kind: "export", state: "open" } });
  if (!request) return [];
  const about = unseal(request.sealed);
  const person = about.customer ? await findCustomer(shopId, about.customer) : await findPerson(shopId, about.identityIds ?? []);
  const identityId = person.ids.identity[0] ?? null;
  // The request itself is something that is kept about them.
  await database().commit([update("PrivacyRequest", { id: requestId, state: "open" }, { identityId }, 1)]);
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const source = await sourceOf(person, shop, about.language ?? shop.language);
  const days = request.source === "shopper" ? linkDays : retentionOf(shop.retention).exports;
  const row = {
    id: newId(),
    shopId,
    requestId,
    identityId,
    html: encrypt(exportHtml(source)),
    json: encrypt(exportJson(source)),
    createdAt: now(),
    expiresAt: new Date(now().getTime() + days * 86_400_000),
  };
  const mail = request.source === "shopper" ? [enqueue(shopId, "privacy.mail-export", { requestId }, { runAt: now() })] : [];
  return [insert("PrivacyExport", row), update("PrivacyRequest", { id: requestId, state: "open" }, { state: "ready" }, 1), ...mail];
}

async function sourceOf(person: Person, shop: { name: string; domain: string; timeZone: string }, language: string) {
  const own = new Set(Object.values(person.ids).flat());
  const spoken = languages.find((one): one is Language => one === language.slice(0, 2)) ?? "en";
  return { shop, language: spoken, madeAt: now(), own, rows: await rowsOf(person.shopId, person) };
}

export type ExportFormat = "html" | "json";

/** The shopper's own link: it follows from the export's id and our key, so that a mail that is sent again says the same. */
export function exportToken(exportId: string): string {
  return `${exportId}-${createHmac("sha256", signingKey("export-link")).update(exportId).digest("base64url")}`;
}

/** The export behind a link that has not been used; null for every other one. */
export async function exportByToken(token: string) {
  const exportId = token.slice(0, token.indexOf("-"));
  const given = Buffer.from(token);
  const right = Buffer.from(exportToken(exportId));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return database().prisma.privacyExport.findFirst({ where: { id: exportId, usedAt: null, expiresAt: { gt: now() } } });
}

/** Uses the link up and gives what is behind it. Of two who press at once one gets it. */
export async function takeExport(token: string): Promise<string | null> {
  const row = await exportByToken(token);
  if (!row) return null;
  const [taken] = await database().commit([
    update("PrivacyExport", { id: row.id, usedAt: null }, { usedAt: now() }),
    update("PrivacyRequest", { shopId: row.shopId, id: row.requestId }, { state: "done", sealed: "", finishedAt: now() }),
  ]);
  return taken === 1 ? decrypt(row.html) : null;
}

/** One export for the merchant to hand over, which is thereby done; null for another shop's, a shopper's own and an expired one. */
export async function handOverExport(shopId: string, exportId: string, format: ExportFormat): Promise<string | null> {
  const { prisma } = database();
  const row = await prisma.privacyExport.findFirst({ where: { shopId, id: exportId, expiresAt: { gt: now() } } });
  const request = row && (await prisma.privacyRequest.findFirst({ where: { shopId, id: row.requestId, source: "shopify" } }));
  if (!request) return null;
  await database().commit([
    update("PrivacyExport", { shopId, id: exportId, usedAt: null }, { usedAt: now() }),
    update("PrivacyRequest", { shopId, id: request.id, state: "ready" }, { state: "done", finishedAt: now() }),
  ]);
  return decrypt(row[format]);
}
