import { customerKey } from "#app/domain/orders/customer-profile.ts";
import type { EscalationReason, Flow } from "#app/flows/engine.ts";
import { sayMoney } from "#app/flows/money.ts";
import { flows } from "#app/flows/registry.ts";
import type { CaseRow } from "./context.server.ts";
import { readSoon } from "./customer-now.ts";
import { sayExpectation } from "./expectation.ts";
import { phrase } from "./phrases.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, handOver, sayText, type Turn } from "./turn.ts";

const summaryMilliseconds = 5_000;
const quoteLength = 160;
const mostTags = 5;

/** For staff, in plain words. */
export const reasonLabels: Record<EscalationReason, string> = {
  "low-confidence": "the assistant was not sure what was meant",
  emotion: "the shopper is upset",
  "policy-exception": "the rules leave this to a person",
  asked: "the shopper asked for a person",
  "high-risk": "the proof of who is writing failed",
  "tool-failure": "a system did not answer",
  "daily-cap": "so many changes in one day are for a person to decide",
  "damage-claim": "a person is to look at the damage",
  "promise-due": "something was promised that is not done yet",
  withdrawal: "a withdrawal by law is for a person to carry out",
  stopped: "a person stopped what the assistant was about to do",
  rule: "a rule of the shop sends this straight to people",
  vip: "an important customer has something that is not solved",
  "left-to-people": "such questions are for people to answer",
  "draft-to-approve": "a reply is written and waits to be approved",
  "draft-rejected": "the assistant's draft was not right",
};

const intentLabels: Record<string, string> = {
  order_status: "where an order is",
  return_start: "a return",
  refund_status: "a refund",
  return_policy: "the return rules",
  exchange: "an exchange",
  cancel_order: "cancelling an order",
  withdrawal: "withdrawing from a contract",
  change_order: "changing an order",
  change_address: "changing the delivery address",
  shipping_policy: "shipping",
  product_question: "a product",
  promotion: "a discount or voucher",
  payment: "a payment",
  invoice: "an invoice",
  account: "their account or data",
  complaint: "a complaint",
  speak_to_human: "talking to a person",
  smalltalk: "a greeting",
  out_of_scope: "something outside the shop",
};

export function intentLabel(intent: string): string {
  return intentLabels[intent] ?? "a question";
}

/** Hands a case to staff: typed reason, summary for them, and a sentence for the shopper that says what happens next. */
export async function escalate(turn: Turn, row: CaseRow, reason: EscalationReason): Promise<void> {
  handOver(turn, row, reason);
  row.summary = await summarise(turn, row, reason);
  const words = sentence(turn.language, "escalated", { handOver: phrase(turn, "handOver") });
  sayText(turn, [words, sayExpectation(turn)].filter(Boolean).join(" "));
}

async function summarise(turn: Turn, row: CaseRow, reason: EscalationReason): Promise<string> {
  const flow = (flows as unknown as Record<string, Flow<unknown> | undefined>)[row.flow];
  const done = flow?.steps(row.state, "en").filter((step) => step.done && step.value) ?? [];
  const last = turn.context.transcript.filter((line) => line.author === "shopper").at(-1)?.text ?? "";
  const foreign = languageName(turn.understanding?.foreignLanguage);
  const input = {
    transcript: turn.context.transcript,
    language: "en" as const,
    facts: {
      problem: [intentLabel(row.intent), row.orderName && `order ${row.orderName}`, foreign && `written in ${foreign}`]
        .filter(Boolean)
        .join(", "),
      tried: done.map((step) => `${step.label}: ${step.value}`),
      wanted: last.length > quoteLength ? `${last.slice(0, quoteLength)}…` : last,
      blocker: reasonLabels[reason],
      customer: await customerInWords(turn, reason),
    },
  };
  const answered = await turn.services.local.summarise(input, AbortSignal.timeout(summaryMilliseconds));
  return answered.value;
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
