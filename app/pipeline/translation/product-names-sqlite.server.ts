import { database } from "#app/platform/db/database.server.ts";

/** SQL of SQLite: which of the shop's products the texts name, by their titles. */
export function productsNamedIn(shopId: string, texts: string[]): Promise<string[]> {
  return database().exclusively((prepare) => {
    const named = prepare(`SELECT title FROM "KnowledgeSource" WHERE "shopId" = ? AND kind = 'product'
      AND length(title) > 2 AND instr(lower(?), lower(title)) > 0 LIMIT 50`);
    return (named.all(shopId, texts.join("\n")) as { title: string }[]).map(({ title }) => title);
  });
}
