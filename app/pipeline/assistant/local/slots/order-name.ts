import type { SlotText } from "./text.ts";

/** "order", its misspellings and its words in seven languages, then at most one word for "number" or "is" before the digits. */
const orderWord =
  "(?:ord(?:er|ers|re|ine|ini)?|oder|oreder|bestel\\w*|auftrag\\w*|com+and\\w*|pedidos?|compra|encom\\w+|acquisto|purchase|aankoop)";
const between = "(?:[\\s:#.,]|number|numero|num|nummer|nr|no|n[°ºo]|id|mit|der|the|is|ist|est|es|e|lautet|ha|con|avec|met|with|il|is)*";
const afterCue = new RegExp(`(?<![\\p{L}])${orderWord}${between}\\s*(\\d{3,10})(?![\\d@])`, "u");
const withHash = /(?<![\p{L}\p{N}&/])#\s?([a-z]{0,6}-?\d{3,10}(?:-[a-z0-9]{1,6})?)(?![\p{L}\p{N}])/u;
const numberWord = /(?:number|numero|nummer|nr\.?|n[°º])\s*:?\s*(\d{3,10})(?!\d)/u;
const bareNumber = /(?<![\d+@.,#/-])(\d{3,10})(?![\d@]|[.,/-]\d)/u;

/** "#1001" from "#1001", "order 1001", "Bestellung Nr. 1001"; a number alone only when an order was asked for. */
export function orderNameIn({ folded, expecting }: SlotText): string | undefined {
  const asked = expecting === "order" || expecting === "contact";
  const found = withHash.exec(folded) ?? afterCue.exec(folded) ?? (asked ? (numberWord.exec(folded) ?? bareNumber.exec(folded)) : null);
  return found?.[1] ? `#${found[1].toUpperCase()}` : undefined;
}
