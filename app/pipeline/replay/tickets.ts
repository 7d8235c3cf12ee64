import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type ChannelName, channelNames, type Language, languages } from "#app/channels/message.ts";
import { type Intent, intents } from "#app/pipeline/assistant/model.ts";

/** What a shopper's turn is held against: the intent, words of the answer, and whether a person should get it. */
export type Expectation = { intent?: Intent; detail?: string; says?: string; handOver?: boolean };
export type PastTurn = { text: string; expect?: Expectation };
/** A conversation of the past; only what the shopper wrote is played. */
export type PastConversation = { id: string; channel: ChannelName; language?: Language; turns: PastTurn[] };

/** Something in the file cannot be played; the message says where and what, for whoever made the file. */
export class ReplayFileError extends Error {
  override name = "ReplayFileError";
}

const expectation = z.union([
  z.enum(intents).transform((intent): Expectation => ({ intent })),
  z.object({
    intent: z.enum(intents).optional(),
    detail: z.string().optional(),
    says: z.string().optional(),
    handOver: z.boolean().optional(),
  }),
]);
const conversation = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  channel: z.enum(channelNames),
  language: z.enum(languages).optional(),
  turns: z.array(z.object({ from: z.string(), text: z.string(), expect: expectation.optional() })).min(1),
});
export const mostConversations = 20_000;

/** Reads JSON lines (`{id, channel, language?, turns: [{from, text, expect?}]}`) or a CSV of tickets. Throws ReplayFileError. */
export function readTickets(text: string): PastConversation[] {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (trimmed === "") throw new ReplayFileError("The file is empty.");
  const found = trimmed.startsWith("{") ? readLines(trimmed) : readCsv(trimmed);
  if (found.length > mostConversations) throw new ReplayFileError(`At most ${mostConversations} conversations can be played at once.`);
  return found;
}

function readLines(text: string): PastConversation[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const read = conversation.safeParse(parseJson(line, index + 1));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new ReplayFileError(`Line ${index + 1}: ${issue?.path.join(".") || "the line"}: ${issue?.message}`);
    }
    const turns = read.data.turns.filter(({ from }) => isShopper(from)).map(({ text: words, expect }) => ({ text: words, expect }));
    return turns.length === 0 ? [] : [{ ...read.data, turns }];
  });
}

/** The names that help desks give their columns. */
const columns = {
  id: ["id", "ticket_id", "ticket id", "conversation_id", "conversation id", "ticket"],
  channel: ["channel", "via", "source"],
  text: ["text", "message", "body", "comment", "description", "content"],
  from: ["from", "author", "author_type", "sender", "role"],
  language: ["language", "locale", "lang"],
  intent: ["intent", "expect", "label"],
};
const channelWords: [RegExp, ChannelName][] = [
  [/mail/i, "email"],
  [/insta/i, "instagram"],
  [/whats/i, "whatsapp"],
  [/chat|web|widget|messag/i, "widget"],
];

function readCsv(text: string): PastConversation[] {
  let rows: Record<string, string>[];
  try {
    const delimiter = delimiterOf(text.slice(0, text.indexOf("\n")));
    rows = parse(text, { columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()), delimiter, trim: true });
  } catch (error) {
    throw new ReplayFileError(`The CSV cannot be read: ${error instanceof Error ? error.message : "unknown error"}`);
  }
  const value = (row: Record<string, string>, name: keyof typeof columns) => columns[name].map((one) => row[one]).find(Boolean) ?? "";
  if (rows.length > 0 && !columns.text.some((one) => rows[0]?.[one] !== undefined))
    throw new ReplayFileError(`The CSV needs a column with what was written, named one of: ${columns.text.join(", ")}.`);
  const found = new Map<string, PastConversation>();
  for (const [index, row] of rows.entries()) {
    if (value(row, "text") === "" || !isShopper(value(row, "from") || "shopper")) continue;
    const id = value(row, "id") || `row ${index + 2}`;
    const channel = channelWords.find(([pattern]) => pattern.test(value(row, "channel")))?.[1] ?? "email";
    const language = languages.find((one) => one === value(row, "language").slice(0, 2).toLowerCase());
    const one = found.get(id) ?? { id, channel, language, turns: [] };
    const intent = intents.find((known) => known === value(row, "intent"));
    one.turns.push({ text: value(row, "text"), ...(intent && { expect: { intent } }) });
    found.set(id, one);
  }
  return [...found.values()];
}

/** What parts the columns: the sign that the first line has most of. */
function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function isShopper(from: string): boolean {
  return /shopper|customer|user|visitor|end.?user|client|contact/i.test(from);
}

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ReplayFileError(`Line ${number} is not JSON.`);
  }
}
