import type { Block, Language } from "#app/channels/message.ts";
import { atLeast } from "#app/domain/identity/levels.ts";
import { choiceId, type Flow, type FlowContext, type FlowFacts, type FlowInput, type StepView } from "../engine.ts";
import { sayList } from "../texts.ts";
import type { KeptFacts, PrivacyResult, PrivacyState } from "./state.ts";
import { text } from "./texts/index.ts";
import { privacyWish } from "./wish.ts";

/** What is kept about me, send it to me, forget me. Telling is about the asker's own; sending and erasing need proof. */
export const privacyFlow: Flow<PrivacyState> = {
  name: "privacy",
  start: () => ({ version: 1, wish: "know" }),
  requires: (state) => (state.wish === "know" ? "anonymous" : "verified"),
  advance,
  steps,
};

function advance(before: PrivacyState, input: FlowInput, facts: FlowFacts, context: FlowContext): PrivacyResult {
  const state = readWish(before, input);
  if (state.begun === "erase") return said(state, [line(context, "erasing")]);
  if (!facts.level || !atLeast(facts.level, privacyFlow.requires(state))) return { ...said(state, []), status: "waiting" };
  if (state.wish === "forget") return forget(state, input, context);
  if (!facts.kept) return { ...said(state, []), status: "waiting", needs: [{ fact: "kept" }] };
  return state.wish === "know" ? tell(state, facts.kept, facts, context) : send(state, facts.kept, context);
}

/** A tap or words may change what is wanted; a yes counts only for the question that was asked. */
function readWish(state: PrivacyState, input: FlowInput): PrivacyState {
  if (input.kind === "choice" && input.slot === "wish" && (input.value === "export" || input.value === "forget"))
    return { ...state, wish: input.value, asked: undefined };
  const words = input.kind === "text" || input.kind === "resume" ? privacyWish(input.text?.split("\n").at(-1) ?? "") : null;
  return words && words !== state.wish ? { ...state, wish: words, asked: undefined } : state;
}

function tell(state: PrivacyState, kept: KeptFacts, facts: FlowFacts, context: FlowContext): PrivacyResult {
  const { language } = context;
  const day = kept.since ? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: context.timeZone }).format(kept.since) : "";
  const summary = text(language, "summary", {
    messages: kept.messages,
    channels: sayList(language, kept.channels),
    cases: kept.cases,
    notes: kept.notes,
    day,
  });
  const addresses = kept.addresses.length > 0 ? [line(context, "addresses", { list: sayList(language, kept.addresses) })] : [];
  const remembered = kept.preferences.length > 0 ? [line(context, "remembered", { list: sayList(language, kept.preferences) })] : [];
  const scope = line(context, facts.level === "verified" ? "scope" : "scopeUnproven");
  const choices = [
    { id: choiceId(context.caseId, "wish", "export"), title: text(language, "buttonExport") },
    { id: choiceId(context.caseId, "wish", "forget"), title: text(language, "buttonForget") },
  ];
  return said(state, [{ kind: "text", text: summary }, ...addresses, ...remembered, scope, { kind: "choices", choices }]);
}

function send(state: PrivacyState, kept: KeptFacts, context: FlowContext): PrivacyResult {
  if (state.begun === "export") return said({ ...state, wish: "know" }, [line(context, "exportUnderWay")]);
  if (!kept.mailbox) return { ...said(state, [line(context, "noMailbox")]), status: "escalate", escalation: "policy-exception" };
  const blocks = [line(context, "exportSent", { address: kept.mailbox })];
  return { ...said({ ...state, begun: "export" }, blocks), request: "export" };
}

function forget(state: PrivacyState, input: FlowInput, context: FlowContext): PrivacyResult {
  const answer = state.asked ? yesOrNo(input) : null;
  if (answer === "yes") return { ...said({ ...state, begun: "erase" }, [line(context, "erasing")]), request: "erase" };
  if (answer === "no") return said({ ...state, wish: "know", asked: undefined }, [line(context, "kept")]);
  const understood = !(state.asked && input.kind === "text" && privacyWish(input.text) === null);
  const choice = (value: "yes" | "no") => ({
    id: choiceId(context.caseId, "erase", value),
    title: text(context.language, value === "yes" ? "buttonYes" : "buttonNo"),
  });
  const question: Block = { kind: "choices", prompt: text(context.language, "ask"), choices: [choice("yes"), choice("no")] };
  const blocks = understood ? [line(context, "explain", { shop: context.shopName }), question] : [];
  return { ...said({ ...state, asked: true }, blocks), status: "waiting", expecting: "yes-no", understood };
}

function yesOrNo(input: FlowInput): "yes" | "no" | null {
  if (input.kind === "choice" && input.slot === "erase") return input.value === "yes" ? "yes" : "no";
  if (input.kind !== "text") return null;
  const { yesNo, command } = input.understanding.slots;
  return command === "stop" || command === "back" ? "no" : (yesNo ?? null);
}

function steps(state: PrivacyState, language: Language): StepView[] {
  const begun = state.begun ? text(language, state.begun === "erase" ? "buttonForget" : "buttonExport") : undefined;
  return [{ slot: "wish", label: text(language, "stepLabel"), value: begun, done: state.begun !== undefined }];
}

function line(context: FlowContext, key: Parameters<typeof text>[1], params = {}): Block {
  return { kind: "text", text: text(context.language, key, params) };
}

function said(state: PrivacyState, blocks: Block[]): PrivacyResult {
  return { state, blocks, status: "done", understood: true };
}
