import { createHash } from "node:crypto";
import { passagesOf } from "#app/domain/knowledge/passages.ts";
import { dropSource, sourcesOf } from "#app/domain/knowledge/sources.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { htmlOfFile, htmlOfText } from "./file-text.ts";
import { indexSource } from "./index-source.server.ts";

type ShopRow = { id: string; language: string };

/** Keeps a question with the merchant's own answer; the same question again gets the new answer. */
export async function saveAnswer(shop: ShopRow, question: string, answer: string): Promise<void> {
  await database().commit(await answerWrites(shop, question, answer));
}

/** The same for the commit of somebody else. */
export async function answerWrites(shop: ShopRow, question: string, answer: string): Promise<Write[]> {
  const known = (await sourcesOf(shop.id, ["answer"])).find((source) => source.title === question);
  const source = { kind: "answer" as const, externalId: known?.externalId ?? newId(), title: question, url: null, updatedAt: now() };
  return indexSource(shop.id, source, htmlOfText(answer), shop.language);
}

/** Reads a file of the merchant's; one of the same name takes its place. Returns how many passages it gave. Throws FileProblem. */
export async function saveFile(shop: ShopRow, name: string, bytes: Uint8Array): Promise<number> {
  const html = await htmlOfFile(name, bytes);
  const externalId = createHash("sha256").update(name).digest("hex").slice(0, 26);
  const source = { kind: "file" as const, externalId, title: name.replace(/\.[a-z]+$/i, ""), url: null, updatedAt: now() };
  await database().commit(await indexSource(shop.id, source, html, shop.language));
  return passagesOf(html).length;
}

/** Takes away an answer or a file; what stands in the store is taken away there. False when there is no such one. */
export async function dropOwnText(shopId: string, id: string): Promise<boolean> {
  const own = (await sourcesOf(shopId, ["answer", "file"])).find((source) => source.id === id);
  if (own) await database().commit(dropSource(shopId, own.id));
  return own !== undefined;
}
