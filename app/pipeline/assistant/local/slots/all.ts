import type { Language } from "#app/channels/message.ts";
import type { ReturnReasonKey, Slots } from "#app/pipeline/assistant/model.ts";
import type { LinearModel } from "../classifier.ts";
import { foldText } from "../fold-text.ts";
import { parseCode } from "./code.ts";
import { parseCommand } from "./command.ts";
import { parseCorrection } from "./correction.ts";
import { parseEmail, withoutAddresses } from "./email.ts";
import { parseOrderName } from "./order-name.ts";
import { parsePhone } from "./phone.ts";
import { parsePosition } from "./position.ts";
import { parseQuantity } from "./quantity.ts";
import { parseReason } from "./reason.ts";
import { parseToldElsewhere } from "./told-elsewhere.ts";
import { parseTrackingNumber } from "./tracking-number.ts";
import { parseYesNo } from "./yes-no.ts";

export type SlotContext = { expecting?: string; language: Language; reasons: LinearModel<ReturnReasonKey> };

/** Everything the words name. A digit row is one thing only: phone before code before order before parcel number. */
export function parseSlots(text: string, { expecting, language, reasons }: SlotContext): Slots {
  const email = parseEmail(text);
  const words = withoutAddresses(text);
  const folded = foldText(words);
  const phone = parsePhone(words, folded, language, expecting);
  const code = phone ? undefined : parseCode(words, folded, expecting);
  const orderName = code ? undefined : parseOrderName(words, expecting);
  const trackingNumber = phone ? undefined : parseTrackingNumber(words, folded);
  const slots: Slots = {
    email,
    phone,
    code,
    orderName,
    trackingNumber,
    yesNo: parseYesNo(words, folded, expecting),
    quantity: parseQuantity(folded, expecting),
    position: parsePosition(folded, expecting),
    reason: parseReason(folded, expecting, reasons),
    command: parseCommand(words),
    correction: parseCorrection(folded),
    toldElsewhere: parseToldElsewhere(folded),
  };
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));
}
