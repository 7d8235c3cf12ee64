import { findLesson, settleLesson } from "#app/domain/knowledge/lessons.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { StaleWrite } from "#app/platform/db/writes.ts";
import { answerWrites } from "./own-texts.server.ts";

export type Decision = { take: { question: string; answer: string } } | { take: null };

/**
 * Makes a lesson an own answer of the shop's, as it was edited, or puts it aside. "decided": somebody was faster; null for another
 * shop's.
 */
export async function decideLesson(
  shop: { id: string; language: string },
  id: string,
  { take }: Decision,
  by: string,
): Promise<"done" | "decided" | null> {
  const lesson = await findLesson(shop.id, id);
  if (!lesson) return null;
  if (lesson.state !== "open") return "decided";
  const writes = take ? await answerWrites(shop, take.question, take.answer) : [];
  try {
    await database().commit([settleLesson(shop.id, id, take ? "taken" : "dismissed", by), ...writes]);
  } catch (error) {
    if (error instanceof StaleWrite) return "decided";
    throw error;
  }
  return "done";
}
