import { languages } from "#app/channels/message.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, update } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { SavedReply } from "../../../prisma/generated/client.ts";
import { audit } from "./conversation.server.ts";
import { longestReply } from "./reply.server.ts";
import { isVariable, variablesIn } from "./reply-variables.ts";

const longestTitle = 80;
const most = 500;

export type SavedReplyForm = { id?: string; title: string; language: string; text: string };
export type SavedReplyProblems = Partial<Record<"title" | "language" | "text", string>>;
export type SaveOutcome =
  | { outcome: "saved"; id: string }
  | { outcome: "refused"; problems: SavedReplyProblems }
  | { outcome: "not-found" };

/** All of a shop, by title. */
export function savedReplies(shopId: string): Promise<SavedReply[]> {
  return database().prisma.savedReply.findMany({ where: { shopId }, orderBy: [{ title: "asc" }, { id: "asc" }], take: most });
}

/** Makes a new one, or changes the one of `id`. */
export async function saveReply(shopId: string, form: SavedReplyForm, by: string): Promise<SaveOutcome> {
  const title = form.title.replace(/\s+/g, " ").trim();
  const text = form.text.trim();
  const problems = problemsOf({ ...form, title, text });
  if (Object.keys(problems).length > 0) return { outcome: "refused", problems };
  const { prisma } = database();
  const at = now();
  if (form.id) {
    if (!(await prisma.savedReply.findFirst({ where: { shopId, id: form.id }, select: { id: true } }))) return { outcome: "not-found" };
    await database().commit([
      update("SavedReply", { shopId, id: form.id }, { title, text, language: form.language, by, updatedAt: at }),
      audit(shopId, by, "saved-reply.changed", form.id),
    ]);
    return { outcome: "saved", id: form.id };
  }
  if ((await prisma.savedReply.count({ where: { shopId } })) >= most)
    return { outcome: "refused", problems: { title: `There are ${most} already. Delete one that nobody uses.` } };
  const id = newId();
  await database().commit([
    insert("SavedReply", { id, shopId, title, text, language: form.language, by, createdAt: at, updatedAt: at }),
    audit(shopId, by, "saved-reply.made", id),
  ]);
  return { outcome: "saved", id };
}

/** False for another shop's. */
export async function deleteReply(shopId: string, id: string, by: string): Promise<boolean> {
  if (!(await database().prisma.savedReply.findFirst({ where: { shopId, id }, select: { id: true } }))) return false;
  await database().commit([remove("SavedReply", { shopId, id }), audit(shopId, by, "saved-reply.deleted", id)]);
  return true;
}

function problemsOf({ title, language, text }: SavedReplyForm): SavedReplyProblems {
  const unknown = variablesIn(text).find((name) => !isVariable(name));
  const problems: SavedReplyProblems = {};
  if (title === "") problems.title = "Give it a name that colleagues find it by.";
  else if (title.length > longestTitle) problems.title = `At most ${longestTitle} characters.`;
  if (!languages.some((one) => one === language)) problems.language = "Choose a language.";
  if (text === "") problems.text = "Write what it says.";
  else if (text.length > longestReply) problems.text = "At most 4,000 characters.";
  else if (unknown) problems.text = `{{${unknown}}} is none of the variables below.`;
  return problems;
}
