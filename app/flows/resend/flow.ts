import type { Block, Language } from "#app/channels/message.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import {
  choiceId,
  type EscalationReason,
  type Flow,
  type FlowContext,
  type FlowFacts,
  type FlowInput,
  type FlowResult,
  type PlannedEffect,
} from "../engine.ts";
import { obviousOrder } from "../open-orders.ts";
import { says } from "../texts.ts";
import { askOrder, offeredOrders, orderInWords } from "../track-order/slots.ts";
import { type ResendTextKey, text } from "./texts/index.ts";
import { type MailKind, mailNamed } from "./wish.ts";

/** A mail about an order that is sent once more, kept with its case as JSON. */
export type ResendState = {
  version: 1;
  phase: "collecting" | "sending" | "sent" | "finished" | "handed-over";
  orderId?: string;
  orderName?: string;
  offered?: string[];
  mail?: MailKind;
  /** The order's own address with most of it hidden, as it was told. */
  hint?: string;
};

/** Sends the confirmation or the invoice of an order once more, to the address that stands on it and to no other. */
export const resendFlow: Flow<ResendState> = {
  name: "resend",
  start: () => ({ version: 1, phase: "collecting" }),
  requires: () => "verified",
  advance,
  steps: ({ orderName, mail, phase }, language) => [
    { slot: "order", label: text(language, "stepOrder"), ...(orderName && { value: orderName }), done: orderName !== undefined },
    { slot: "mail", label: text(language, "stepMail"), ...(mail && { value: text(language, mail) }), done: phase === "sent" },
  ],
};

type Result = FlowResult<ResendState>;

function advance(state: ResendState, input: FlowInput, facts: FlowFacts, context: FlowContext): Result {
  const { language } = context;
  if (input.kind === "effect-settled") return settle(state, facts, language);
  if (input.kind === "store-event" || input.kind === "continue") return result(state, []);
  if (state.phase !== "collecting") return afterwards(state, input, facts, context);
  if (input.kind === "choice") return choose(state, input, facts, context);
  if (input.kind !== "text" && input.kind !== "resume") return ask(state, [], facts, context);
  const { understanding } = input;
  const words = input.text?.split("\n").filter(Boolean).at(-1) ?? "";
  if (understanding?.slots.command === "stop") return result({ ...state, phase: "finished" }, says([text(language, "kept")]));
  const mail = mailNamed(words);
  const named =
    facts.orders.find((one) => input.kind === "resume" && one.name === input.orderName) ??
    orderInWords(facts.orders, state, words, understanding);
  const unknown = understanding?.slots.orderName;
  if (input.kind === "text" && !mail && !named && !unknown && understanding?.intents[0]?.intent !== "invoice")
    return { ...result(state, []), understood: false };
  const read: ResendState = { ...state, ...(mail && { mail }), ...(named && { orderId: named.id, orderName: named.name }) };
  const notices = input.kind === "resume" && state.offered ? [text(language, "resume")] : [];
  if (!named && unknown) return ask(withoutOrder(read), [text(language, "orderUnknown", { order: unknown })], facts, context);
  // An address that is typed is nobody's proof, and nothing is sent to it.
  if (understanding?.slots.email) notices.push(text(language, "otherAddress"));
  return ask(read, notices, facts, context);
}

function choose(
  state: ResendState,
  { slot, value }: Extract<FlowInput, { kind: "choice" }>,
  facts: FlowFacts,
  context: FlowContext,
): Result {
  const order = slot === "order" && facts.orders.find((one) => one.id === value);
  if (order) return ask({ ...state, orderId: order.id, orderName: order.name }, [], facts, context);
  if (slot === "mail" && (value === "confirmation" || value === "invoice")) return ask({ ...state, mail: value }, [], facts, context);
  return ask(state, [text(context.language, "oldButton")], facts, context);
}

/** What is missing, or the mail itself: who asks for one has said all that is needed. */
function ask(state: ResendState, notices: string[], facts: FlowFacts, context: FlowContext): Result {
  const { language, caseId } = context;
  const known = facts.orders.find((one) => one.id === state.orderId);
  const order = known ?? (notices.length === 0 ? obviousOrder(facts.orders, isRecent(context.now)) : undefined);
  if (!order) {
    const offered = offeredOrders(facts.orders);
    const asking: ResendState = { ...withoutOrder(state), offered: offered.map((one) => one.id) };
    return { ...result(asking, [...says(notices), ...askOrder(offered, context)]), expecting: "order" };
  }
  const chosen: ResendState = { ...state, orderId: order.id, orderName: order.name };
  if (!order.email) return handOver(chosen, [...notices, text(language, "noAddress", { order: order.name })], "policy-exception");
  if (!chosen.mail) {
    const choice = (mail: MailKind) => ({ id: choiceId(caseId, "mail", mail), title: text(language, mail) });
    const block: Block = { kind: "choices", prompt: text(language, "askWhich"), choices: [choice("confirmation"), choice("invoice")] };
    return { ...result(chosen, [...says(notices), block]), expecting: "mail" };
  }
  return send(chosen, order, order.email, chosen.mail, notices, context);
}

function send(
  state: ResendState,
  order: OrderFacts,
  email: string,
  mail: MailKind,
  notices: string[],
  { language, caseId }: FlowContext,
): Result {
  // Counted per order, so no customer is named; the case makes each wish one of its own.
  const input = { orderId: order.id, orderName: order.name, quoteHash: `${mail}:${caseId}`, mail, language };
  const effect: PlannedEffect = { kind: "order-mail", input };
  const sending: ResendState = { ...state, phase: "sending", hint: hinted(email) };
  return { ...result(sending, says([...notices, text(language, "sending")])), effects: [effect] };
}

const isRecent = (now: Date) => (order: OrderFacts) => !order.cancelledAt && now.getTime() - order.processedAt.getTime() < 30 * 86_400_000;
const withoutOrder = ({ orderId: _id, orderName: _name, ...state }: ResendState): ResendState => state;

/** "a•••@e•••.com": enough to know it again, and nothing to learn. */
function hinted(email: string): string {
  const [name = "", domain = ""] = email.split("@");
  const ending = domain.split(".").at(-1) ?? "";
  return `${name.slice(0, 1)}•••@${domain.slice(0, 1)}•••.${ending}`;
}

/** The mail has left, or has not. */
function settle(state: ResendState, { effect }: FlowFacts, language: Language): Result {
  if (!effect || state.phase !== "sending" || effect.state === "planned" || effect.state === "running") return result(state, []);
  if (effect.state === "unknown") return result(state, says([text(language, "takesLonger")]));
  if (effect.state === "done") return result({ ...state, phase: "sent" }, says([sent(state, language)]));
  if (effect.error === "daily-cap") return handOver(state, [text(language, "tooOften")], "daily-cap");
  return handOver(state, [text(language, effect.error === "outcome-unknown" ? "outcomeUnknown" : "failed")], "tool-failure");
}

function sent({ orderName = "", mail, hint = "" }: ResendState, language: Language): string {
  return text(language, mail === "invoice" ? "sentInvoice" : "sentConfirmation", { order: orderName, address: hint });
}

function afterwards(state: ResendState, input: FlowInput, facts: FlowFacts, { language }: FlowContext): Result {
  if (input.kind === "text" && input.understanding.intents[0]?.intent !== "invoice" && !mailNamed(input.text))
    return { ...result(state, []), understood: false };
  const other = input.kind === "text" ? orderInWords(facts.orders, state, input.text, input.understanding) : undefined;
  if (other && other.id !== state.orderId) return { ...result(state, []), next: { flow: "resend", orderName: other.name, anew: true } };
  return result(state, says([state.phase === "sent" ? sent(state, language) : text(language, whereItIs[state.phase])]));
}

const whereItIs: Record<ResendState["phase"], ResendTextKey> = {
  collecting: "nothingRunning",
  sending: "stillSending",
  sent: "nothingRunning",
  finished: "nothingRunning",
  "handed-over": "handedOver",
};

function result(state: ResendState, blocks: Block[]): Result {
  const status = { collecting: "waiting", sending: "working", sent: "done", finished: "done", "handed-over": "escalate" } as const;
  return { state, blocks, status: status[state.phase], understood: true, orderId: state.orderId, orderName: state.orderName };
}

function handOver(state: ResendState, notices: string[], escalation: EscalationReason): Result {
  return { ...result({ ...state, phase: "handed-over" }, says(notices)), escalation };
}
