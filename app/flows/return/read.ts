import type { FlowInput } from "../engine.ts";
import { fold } from "../item-words.ts";
import { type Command, reopen, runCommand, stepToChange } from "./commands.ts";
import { type Scene, withState } from "./lines.ts";
import { parseOutcome } from "./outcome/words.ts";
import { goWithoutPhotos, parsePhotoWords, takePhotos } from "./photos.ts";
import { isSideQuestion } from "./side-question.ts";
import type { Answer, Words } from "./slot.ts";
import { chooseItems } from "./slots/items.ts";
import { proposeFrom } from "./slots/order.ts";
import { parseOwnWords } from "./slots/reason.ts";
import { nextMissing, slots } from "./slots.ts";
import { isFresh, withOrder } from "./state.ts";
import { text } from "./texts/index.ts";

/** Reads one input into a new state; null when it is not about this return. */
export function readInput(scene: Scene, input: FlowInput): Answer | null {
  switch (input.kind) {
    case "choice":
      return readChoice(scene, input.slot, input.value);
    case "items":
      return chooseItems(scene, input.items) ?? oldButton(scene);
    case "text":
      return readText(scene, {
        text: input.text,
        folded: fold(input.text),
        understanding: input.understanding,
        moved: input.movedFrom !== undefined,
      });
    case "photos":
      return takePhotos(scene, input);
    case "resume":
      return readResume(scene, input);
    default:
      return { state: scene.state, notices: [] };
  }
}

function readChoice(scene: Scene, part: string, value: string): Answer {
  const { state, context } = scene;
  if (part === "command" && isCommand(value)) return runCommand(scene, value);
  if (part === "change") {
    const reopened = reopen(state, value);
    if (reopened) return { state: reopened, notices: [], framing: { kind: "change" } };
  }
  if (part === "person") {
    const notice = text(context.language, "personTakesOver");
    return { state: { ...state, phase: "handed-over" }, notices: [notice], escalation: "policy-exception" };
  }
  if (part === "photos" && value === "none") return goWithoutPhotos(scene) ?? oldButton(scene);
  for (const slot of slots) {
    const answer = slot.choose(scene, part, value);
    if (answer) return answer;
  }
  return oldButton(scene);
}

/** A button of an earlier step: nothing changes, the present step is shown. */
function oldButton({ state, context }: Scene): Answer {
  return { state, notices: [text(context.language, "oldButton")], framing: { kind: "change" } };
}

function isCommand(value: string): value is Command {
  return value === "back" || value === "start-over" || value === "stop";
}

function readText(scene: Scene, words: Words): Answer | null {
  const { slots: said, intents } = words.understanding;
  if (said.command && !isReasonToo(scene, words)) return runCommand(scene, said.command);
  const ending = parseOutcome(scene, words);
  if (ending) return ending;
  if (isSideQuestion(words) && words.text.includes("?")) return null;
  const step = stepToChange(scene.state, words);
  const reopened = step && reopen(scene.state, step);
  if (reopened) return { state: reopened, notices: [], framing: { kind: "change" } };
  const read = parsePhotoWords(scene, words) ?? readSlots(scene, words) ?? parseOwnWords(scene, words);
  if (read) return read;
  if (isSideQuestion(words)) return null;
  if (intents[0]?.intent === "refund_status") return { state: scene.state, notices: [notYet(scene)], framing: { kind: "resume" } };
  if (intents[0]?.intent === "return_start" || said.toldElsewhere) return { state: scene.state, notices: [], framing: { kind: "resume" } };
  return said.yesNo ? { state: scene.state, notices: [] } : null;
}

/** "I changed my mind" stops anything; at the question for the reason it answers it, and is what one of the buttons there says. */
function isReasonToo(scene: Scene, { understanding: { slots: said } }: Words): boolean {
  return said.command === "stop" && said.reason !== undefined && nextMissing(scene.state)?.name === "reason";
}

/** One message may say several things ("the dress from #1001, too small"): each slot reads its part. A yes comes last and alone. */
function readSlots(scene: Scene, words: Words): Answer | null {
  const parts: Answer[] = [];
  let now = scene;
  for (const slot of slots) {
    if (slot.name === "confirm" && parts.length > 0) continue;
    const answer = slot.parse(now, words);
    if (!answer) continue;
    parts.push(answer);
    now = withState(scene, answer.state);
  }
  if (parts.length === 0) return null;
  const framing = parts.find((part) => part.framing)?.framing;
  return { state: now.state, notices: parts.flatMap((part) => part.notices), ...(framing && { framing }) };
}

function readResume(scene: Scene, input: Extract<FlowInput, { kind: "resume" }>): Answer {
  const { state, facts } = scene;
  const [wish = "", ...earlier] = (input.text ?? "").split("\n").filter(Boolean).reverse();
  const fresh = isFresh(state);
  const intent = input.understanding?.intents[0]?.intent;
  const order = fresh ? facts.orders.find((one) => one.name === input.orderName) : undefined;
  const begun = order ? withState(scene, withOrder(state, order)) : scene;
  const words = input.understanding && { text: wish, folded: fold(wish), understanding: input.understanding };
  const read = (words && readSlots(begun, words)) ?? { state: begun.state, notices: [] };
  if (!fresh) {
    const notices = intent === "refund_status" ? [notYet(scene), ...read.notices] : read.notices;
    return { ...read, notices, framing: { kind: "resume", movedFrom: input.movedFrom } };
  }
  const opened = read.state.orderId || read.state.proposal ? null : proposeFromAny(withState(scene, read.state), earlier);
  return { ...read, state: opened?.state ?? read.state };
}

/** "That return": the newest of the shopper's earlier words that names something bought. */
function proposeFromAny(scene: Scene, lines: string[]): Answer | null {
  for (const line of lines) {
    const proposed = proposeFrom(scene, line);
    if (proposed) return proposed;
  }
  return null;
}

/** "Where is my refund?" while the return is still being put together: says honestly that nothing is registered. */
function notYet({ state, context }: Scene): string {
  return text(context.language, nextMissing(state) ? "notYetRegistered" : "stillRegistering");
}
