import type { Language } from "#app/channels/message.ts";
import type { ReturnReasonKey, Slots } from "#app/pipeline/assistant/model.ts";
import type { LinearModel } from "../classifier.ts";
import { codeIn } from "./code.ts";
import { emailIn, phoneIn } from "./contact.ts";
import { positionIn, quantityIn } from "./counts.ts";
import { commandIn, correctsIn, toldElsewhereIn } from "./dialogue.ts";
import { orderNameIn } from "./order-name.ts";
import { reasonIn } from "./reason.ts";
import type { SlotText } from "./text.ts";
import { trackingNumberIn } from "./tracking-number.ts";
import { yesNoIn } from "./yes-no.ts";

/** Everything that was really said, each in its canonical form. Absent slots have no key. */
export function readSlots(text: SlotText, language: Language, reasons: LinearModel<ReturnReasonKey>): Slots {
  const hasDigits = /\d/.test(text.folded);
  const code = hasDigits ? codeIn(text) : undefined;
  const tracking = hasDigits ? trackingNumberIn(text) : undefined;
  const phone = hasDigits && !tracking ? phoneIn(text, language) : undefined;
  const orderName = hasDigits && !code && !phone && !tracking ? orderNameIn(text) : orderNameIn({ ...text, expecting: undefined });
  const yesNo = yesNoIn(text, language);
  const position = positionIn(text);
  const quantity = position === undefined || text.expecting === "quantity" ? quantityIn(text) : undefined;
  return present({
    orderName,
    email: text.folded.includes("@") ? emailIn(text) : undefined,
    phone,
    code,
    trackingNumber: tracking?.number,
    courier: tracking?.courier,
    yesNo,
    quantity,
    position,
    reason: reasonIn(yesNo ? { ...text, expecting: undefined } : text, reasons),
    command: commandIn(text),
    correction: correctsIn(text) || undefined,
    toldElsewhere: toldElsewhereIn(text) || undefined,
  });
}

function present(slots: { [Name in keyof Slots]: Slots[Name] | undefined }): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));
}
