import { phrases, type SlotText } from "./text.ts";

const sixDigits = /(?<![\p{L}\p{N}#+@.,])\d(?:[ -]?\d){5}(?![\p{L}\p{N}@]|[ -]?\d|[.,]\d)/u;
const cue = phrases("code|kode|codes|sicherheitscode|bestatigungscode|codigo|codice|verificatiecode|pin|passcode|otp|tan");
const otherNumber = phrases("order|bestellung|bestellnummer|commande|pedido|encomenda|ordine|bestelling|tracking|sendungsnummer");

/** Six digits that may be a one-time code: asked for, named as one, or nothing else in the message. */
export function codeIn({ folded, expecting }: SlotText): string | undefined {
  const found = sixDigits.exec(folded);
  if (!found) return undefined;
  const named = cue.test(folded);
  if (!named && (otherNumber.test(folded) || expecting === "order")) return undefined;
  const alone = !/[\p{L}\p{N}]/u.test(folded.replace(found[0], ""));
  return expecting === "code" || named || alone ? found[0].replace(/\D/g, "") : undefined;
}
