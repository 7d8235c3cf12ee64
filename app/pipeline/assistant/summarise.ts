import { customerKey } from "#app/domain/orders/customer-profile.ts";
import type { EscalationReason, Flow } from "#app/flows/engine.ts";
import { sayMoney } from "#app/flows/money.ts";
import { flows } from "#app/flows/registry.ts";
import { intentLabel, reasonLabels } from "./case-words.ts";
import type { CaseRow } from "./context.server.ts";
import { readSoon } from "./customer-now.ts";
import { continueOnIn } from "./local/slots/continue-on.ts";
import { activeCases, type Turn } from "./turn.ts";
import { understandLocally } from "./understand.server.ts";

const summaryMilliseconds = 5_000;
const mostTags = 5;
/** How many of the shopper's words count as what they want, and how far back they are looked for. */
const mostQuotes = 2;
const quoteLength = 110;
const newestLines = 6;

/** What staff read first of a case: problem, tried, wanted and blocker, out of what was said and done alone. */
export async function summarise(turn: Turn, row: CaseRow, reason: EscalationReason): Promise<string> {
  const flow = (flows as unknown as Record<string, Flow<unknown> | undefined>)[row.flow];
  const done = flow?.steps(row.state, "en").filter((step) => step.done && step.value) ?? [];
  const problem = problemOf(row, reason);
  const foreign = languageName(turn.understanding?.foreignLanguage);
  const input = {
    transcript: turn.context.transcript,
    language: "en" as const,
    facts: {
      problem: [problem, row.orderName && `order ${row.orderName}`, foreign && `written in ${foreign}`].filter(Boolean).join(", "),
      tried: done.map((step) => `${step.label}: ${step.value}`),
      wanted: (await wishesOf(turn)) || problem,
      blocker: reasonLabels[reason],
      customer: await customerInWords(turn, reason),
    },
  };
  const answered = await turn.services.local.summarise(input, AbortSignal.timeout(summaryMilliseconds));
  return answered.value;
}

/** What it is about. A guess of ours is no fact: where the words were not understood, that is what is said. */
function problemOf(row: CaseRow, reason: EscalationReason): string {
  const guessed = row.flow === "question" && (row.doubts > 0 || reason === "low-confidence");
  return guessed ? "not clear to the assistant" : intentLabel(row.intent);
}

const withoutWish = new Set(["speak_to_human", "smalltalk"]);
/** From here on a second wish in the same words is one. */
const likely = 0.5;
const onlyCode = /^\s*(?:OT-\w{9}|\d{6})\s*$/;

/** What the shopper wrote last that says what they want; the newest words where all of them only greet or ask for a person. */
async function wishesOf(turn: Turn): Promise<string> {
  const said = turn.context.transcript
    .filter((line) => line.author === "shopper" && line.text.trim() !== "" && !onlyCode.test(line.text))
    .map((line) => line.text.trim())
    .slice(-newestLines);
  const wishes: string[] = [];
  for (const text of said.toReversed()) {
    if (wishes.length === mostQuotes) break;
    if (!wishes.includes(text) && !continueOnIn(text) && (await saysWish(turn, text))) wishes.unshift(text);
  }
  return (wishes.length > 0 ? wishes : said.slice(-1)).map(quoted).join(" / ");
}

async function saysWish(turn: Turn, text: string): Promise<boolean> {
  const { intents } = await understandLocally(turn, text);
  return intents.some(({ intent, confidence }, place) => !withoutWish.has(intent) && (place === 0 || confidence >= likely));
}

/** Cut between words: half a figure is another figure. */
function quoted(text: string): string {
  if (text.length <= quoteLength) return text;
  return `${text.slice(0, quoteLength + 1).replace(/\s+\S*$/, "")}…`;
}

/** Who this is to the shop, where it is proven or vouched for. A hand-over does not wait for it, nor ask a store that just failed. */
async function customerInWords(turn: Turn, reason: EscalationReason): Promise<string | undefined> {
  const { verified, channel } = turn.context.standing;
  const key = customerKey([...verified, ...channel], turn.cases);
  if (!key || reason === "tool-failure") return undefined;
  const profile = await readSoon(turn, key);
  if (!profile) return undefined;
  const { numberOfOrders: orders, amountSpent, tags } = profile;
  const open = activeCases(turn).length;
  return [
    `${orders} ${orders === 1 ? "order" : "orders"}`,
    `${sayMoney(amountSpent, "en")} spent`,
    `${open} open ${open === 1 ? "case" : "cases"}`,
    tags.length > 0 && `tags: ${tags.slice(0, mostTags).join(", ")}`,
  ]
    .filter(Boolean)
    .join(", ");
}

const names = new Intl.DisplayNames("en", { type: "language" });

/** "pl" → "Polish": a language that the assistant does not speak, for whoever is to answer it. */
function languageName(code: string | undefined): string | undefined {
  return code === undefined ? undefined : names.of(code);
}
