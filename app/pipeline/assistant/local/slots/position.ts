import { wordsOf } from "../fold-text.ts";
import { readCardinal, readOrdinal } from "./number-words.ts";

const listQuestions: ReadonlySet<string> = new Set(["items", "order", "reason", "change", "position", "choice"]);
const written =
  /^\s*(?:(?:number|option|nr|nummer|no|numero|num|opcion|opcao|opzione|optie|choix|the|die|das|le|la|el|o|il|de|het)[\s.]+)?#?(\d{1,2})\s?(?:[.):]|st|nd|rd|th|er|e|eme|o|a|ª|º)?\s*(?:please|pls|bitte|svp|stp|por favor|per favore|graag|aub)?\s*$/u;
const announced = /(?:^|\s)(?:number|option|nummer|numero|opcion|opcao|opzione|optie)\s#?(\d{1,2})(?![\p{L}\p{N}])/u;
const shortMessage = 4;
const listMessage = 9;

/** Which entry of a list is meant, from 1: "the first one", "2.", "das zweite". Counts in short messages and after a list was shown. */
export function parsePosition(folded: string, expecting?: string): number | undefined {
  const afterList = expecting !== undefined && listQuestions.has(expecting);
  const digits = written.exec(folded)?.[1] ?? announced.exec(folded)?.[1];
  if (digits !== undefined && (afterList || !/^\s*\d+\s*$/.test(folded)) && expecting !== "quantity") {
    return Number(digits) >= 1 ? Number(digits) : undefined;
  }
  const words = wordsOf(folded);
  if (words.length > (afterList ? listMessage : shortMessage)) return undefined;
  const ordinals = words.flatMap((word) => readOrdinal(word) ?? []);
  if (ordinals.length === 1) return ordinals[0];
  const only = words.length === 1 && afterList ? readCardinal(words[0] ?? "") : undefined;
  return ordinals.length === 0 ? only : undefined;
}
