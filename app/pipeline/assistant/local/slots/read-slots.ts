import type { Language } from "#app/channels/message.ts";
import type { ReturnReasonKey, Slots } from "#app/pipeline/assistant/model.ts";
import type { LinearModel } from "../classifier.ts";
import { withoutRefusals } from "../refusals.ts";
import { addressIn } from "./address.ts";
import { codeIn } from "./code.ts";
import { emailIn, phoneIn } from "./contact.ts";
import { positionIn, quantityIn } from "./counts.ts";
import { dateIn, type Today } from "./date.ts";
import { commandIn, correctsIn, toldElsewhereIn } from "./dialogue.ts";
import { itemIn } from "./item.ts";
import { type Found, longestLine, readLine } from "./line.ts";
import { orderNameIn } from "./order-name.ts";
import { reasonIn } from "./reason.ts";
import { readSlotText, type SlotText } from "./text.ts";
import { trackingNumberIn } from "./tracking-number.ts";
import { variantIn } from "./variant.ts";
import { yesNoIn } from "./yes-no.ts";

/** Questions on the way to what was wished for: "I don't want to return it any more" ends it there. A yes or no is one anyway. */
const stoppedByRefusal: ReadonlySet<string> = new Set(["order", "items", "quantity", "reason", "photos"]);

/**
 * Everything that was really said, each in its canonical form. Absent slots have no key. What somebody says not to want is
 * heard as a no or as a stop, and names no item, reason or size.
 */
export function readSlots(whole: SlotText, language: Language, reasons: LinearModel<ReturnReasonKey>, today: Today): Slots {
  const wanted = withoutRefusals(whole.original);
  const text = wanted === whole.original ? whole : readSlotText(wanted, whole.expecting);
  const isRefusal = wanted === "" && whole.original !== "";
  const hasDigits = /\d/.test(text.folded);
  const line = readLine(text.original);
  const [address, date, variant] = [addressIn(line), dateIn(line, language, today), variantIn(line)];
  // What stands in a date, an address or a size is no count and no order.
  const rest = hasDigits ? without([address, date, ...variant.sizes], text) : text;
  const code = hasDigits ? codeIn(text) : undefined;
  const tracking = hasDigits ? trackingNumberIn(text) : undefined;
  const phone = hasDigits && !tracking ? phoneIn(text, language) : undefined;
  const orderName = hasDigits && !code && !phone && !tracking ? orderNameIn(rest) : orderNameIn({ ...rest, expecting: undefined });
  const yesNo = yesNoIn(whole, language);
  const position = positionIn(text);
  const quantity = position === undefined || text.expecting === "quantity" ? quantityIn(rest) : undefined;
  return present({
    item: itemIn(line, language)?.value,
    variant: variant.value,
    date: date?.value,
    address: address?.value,
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
    command: isRefusal && stoppedByRefusal.has(whole.expecting ?? "") ? "stop" : commandIn(whole),
    correction: correctsIn(whole) || undefined,
    toldElsewhere: toldElsewhereIn(whole) || undefined,
  });
}

function without(found: (Found<unknown> | undefined)[], text: SlotText): SlotText {
  const spans = found.filter((one) => one !== undefined);
  if (spans.length === 0) return text;
  let { written } = readLine(text.original);
  for (const { start, end } of spans) written = written.slice(0, start) + " ".repeat(end - start) + written.slice(end);
  return readSlotText(written + text.original.slice(longestLine), text.expecting);
}

function present(slots: { [Name in keyof Slots]: Slots[Name] | undefined }): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== undefined));
}
