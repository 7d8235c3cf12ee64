import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";

/** A draft and what a person made of it. Whoever keeps one has hidden names and addresses in both. */
export type Example = { draft: string; edited: string };
export type KeptExample = Example & { id: string; language: string; createdAt: Date };

export const mostExamples = 50;

/** Keeps an example and lets go of those that are too many, the oldest first. */
export async function exampleWrites(shopId: string, identityId: string, language: string, example: Example): Promise<Write[]> {
  const over = await database().prisma.voiceExample.findMany({
    where: { shopId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: mostExamples - 1,
    select: { id: true },
  });
  return [
    ...over.map(({ id }) => remove("VoiceExample", { id, shopId })),
    insert("VoiceExample", { id: newId(), shopId, identityId, language, ...example, createdAt: now() }),
  ];
}

/** The newest first; `of`: in one language. */
export async function examplesOf(shopId: string, of: { language?: string; most?: number } = {}): Promise<KeptExample[]> {
  const { language, most = mostExamples } = of;
  return database().prisma.voiceExample.findMany({
    where: { shopId, ...(language && { language }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
    select: { id: true, language: true, draft: true, edited: true, createdAt: true },
  });
}

/** What is not how the shop speaks is forgotten. */
export async function forgetExample(shopId: string, id: string): Promise<boolean> {
  const found = (await database().prisma.voiceExample.count({ where: { shopId, id } })) > 0;
  await database().commit([remove("VoiceExample", { shopId, id })]);
  return found;
}
