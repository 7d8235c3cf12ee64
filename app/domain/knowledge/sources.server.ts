import { createHash } from "node:crypto";
import type { Language } from "#app/channels/message.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";

export type SourceKind = "policy" | "page" | "article" | "product" | "file" | "answer";
/** A text as it was read where it stands. */
export type SourceText = { kind: SourceKind; externalId: string; title: string; url: string | null; language: Language; updatedAt: Date };
export type IndexedPassage = { heading: string; text: string; headingTerms: string; terms: string };

/** All sources of a shop, or of some kinds, by title. */
export function sourcesOf(shopId: string, kinds?: SourceKind[]) {
  const where = { shopId, ...(kinds && { kind: { in: kinds } }) };
  return database().prisma.knowledgeSource.findMany({ where, orderBy: [{ title: "asc" }, { id: "asc" }] });
}

/** Writes a source with its passages in place of what was known of it. Nothing is written where its text is the same. */
export async function putSource(shopId: string, source: SourceText, passages: IndexedPassage[]): Promise<Write[]> {
  const { kind, externalId, title, url, language, updatedAt } = source;
  const known = await database().prisma.knowledgeSource.findFirst({ where: { shopId, kind, externalId } });
  const version = versionOf(title, passages);
  const values = { title, url, language, version, updatedAt, readAt: now() };
  if (known?.version === version) return [update("KnowledgeSource", { id: known.id }, values)];
  const id = known?.id ?? newId();
  return [
    known
      ? update("KnowledgeSource", { id, version: known.version }, values, 1)
      : insert("KnowledgeSource", { id, shopId, kind, externalId, ...values }),
    ...dropPassages(shopId, id),
    ...passages.map((passage, position) => insert("KnowledgePassage", { shopId, sourceId: id, position, ...passage })),
  ];
}

export function dropSource(shopId: string, id: string): Write[] {
  return [...dropPassages(shopId, id), remove("KnowledgeSource", { shopId, id })];
}

/** What they mean goes with what they say. */
function dropPassages(shopId: string, sourceId: string): Write[] {
  return [remove("KnowledgeVector", { shopId, sourceId }), remove("KnowledgePassage", { shopId, sourceId })];
}

/** Eight characters that tell one text from another. */
function versionOf(title: string, passages: IndexedPassage[]): string {
  const words = passages.map(({ heading, text, headingTerms, terms }) => [heading, text, headingTerms, terms]);
  return createHash("sha256")
    .update(JSON.stringify([title, words]))
    .digest("hex")
    .slice(0, 8);
}
