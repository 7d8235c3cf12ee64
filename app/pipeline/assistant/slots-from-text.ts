import { letterSizeOf, sizeKey } from "#app/domain/knowledge/sizes.ts";
import { countryOf } from "./local/slots/address-words.ts";
import { colourOf } from "./local/slots/colours.ts";
import { monthOf } from "./local/slots/date-words.ts";
import { type Line, readLine } from "./local/slots/line.ts";
import { larger, smaller } from "./local/slots/variant-words.ts";
import type { Slots, UnderstandInput, VariantWish, WrittenAddress } from "./model.ts";

const longestItem = 60;
const longestPostcode = 10;
const yearMilliseconds = 366 * 86_400_000;

/** What a model says it found, as far as the shopper wrote it. A yes is never its word, because money can hang on it. */
export function slotsFromText(slots: Slots, { text, now }: Pick<UnderstandInput, "text" | "now">): Slots {
  const { orderName, email, phone, code, trackingNumber, quantity, position, yesNo, item, variant, date, address, ...meanings } = slots;
  const line = readLine(text);
  const wish = variant && variantFromText(variant, text, line);
  const place = address && addressFromText(address, text, line);
  return {
    ...meanings,
    ...(yesNo === "no" && { yesNo }),
    ...(orderName && standsIn(text, orderName.replace(/^#/, "")) && { orderName }),
    ...(email && standsIn(text, email) && { email }),
    ...(phone && standsIn(text, phone.replace(/^\+/, "")) && { phone }),
    ...(code && standsIn(text, code) && { code }),
    ...(trackingNumber && standsIn(text, trackingNumber.replace(/[\s().\-/]/g, "")) && { trackingNumber }),
    ...(quantity !== undefined && standsIn(text, String(quantity)) && { quantity }),
    ...(position !== undefined && standsIn(text, String(position)) && { position }),
    ...(item && item.length <= longestItem && /\p{L}{2}/u.test(item) && standsIn(text, item) && { item }),
    ...(wish && { variant: wish }),
    ...(date && isDayIn(date, line, now) && { date }),
    ...(place && { address: place }),
  };
}

/** A size as a word of its own or in other letters ("medium" for M), a colour in any of our languages. */
function variantFromText({ size, sizeStep, colour }: VariantWish, text: string, { even, tokens }: Line): VariantWish | undefined {
  const key = size && sizeKey(size);
  const hasSize = size && key && (standsIn(text, size) || tokens.some(({ word }) => sizeKey(letterSizeOf(word) ?? "") === key));
  const hasStep = sizeStep && even.search(sizeStep === 1 ? larger : smaller) >= 0;
  const hasColour = colour && tokens.some(({ word }) => colourOf(word) === colour);
  if (!hasSize && !hasStep && !hasColour) return undefined;
  return { ...(hasSize && { size }), ...(hasStep && { sizeStep }), ...(hasColour && { colour }) };
}

/** Its day stands there in figures and its month in figures or by name; its year does, or is near. "Yesterday" is read without a model. */
function isDayIn(date: string, { even, tokens }: Line, now: Date): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const at = Date.parse(`${date}T00:00:00Z`);
  if (!year || Number.isNaN(at) || !new Date(at).toISOString().startsWith(date)) return false;
  const hasNumber = (value: string) => new RegExp(`(?<!\\d)0?${Number(value)}(?!\\d)`).test(even);
  const hasMonth = hasNumber(month) || tokens.some(({ word }) => monthOf(word) === Number(month));
  return hasNumber(day) && hasMonth && (even.includes(year) || Math.abs(at - now.getTime()) < yearMilliseconds);
}

/** Only fields that are what they are called; a country only by a name that is written. */
function addressFromText(
  { line1, postcode, city, country, province }: WrittenAddress,
  text: string,
  { tokens }: Line,
): WrittenAddress | undefined {
  const stands = (value: string | undefined): value is string => value !== undefined && standsIn(text, value);
  const named = tokens.some((_, at) => [1, 2, 3].some((count) => countryOf(wordsFrom(tokens, at, count)) === country));
  const found: WrittenAddress = {
    ...(stands(line1) && /\p{L}/u.test(line1) && /\d/.test(line1) && { line1 }),
    ...(stands(postcode) && /\d/.test(postcode) && postcode.length <= longestPostcode && { postcode }),
    ...(stands(city) && !/\d/.test(city) && { city }),
    ...(stands(province) && { province }),
    ...(country && named && { country }),
  };
  return found.line1 || found.postcode ? found : undefined;
}

const wordsFrom = (tokens: Line["tokens"], at: number, count: number): string =>
  tokens
    .slice(at, at + count)
    .map(({ word }) => word)
    .join(" ");

/** Whether a value stands in a text as a whole, groups of digits with gaps included: "100" does not stand in "#1001". */
function standsIn(text: string, value: string): boolean {
  const written = text.normalize("NFKC").toLowerCase();
  const digitsJoined = written.replace(/(?<=\p{N})[ .()/-]+(?=\p{N})/gu, "");
  const codesJoined = written.replace(/(?<=[\p{L}\p{N}])[ .()/-]+(?=\p{N})/gu, "");
  const escaped = value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const whole = new RegExp(`(?<![\\p{L}\\p{N}@_%]|[\\p{L}\\p{N}][.+-])${escaped}(?![\\p{L}\\p{N}@_]|[.-][\\p{L}\\p{N}])`, "u");
  return [written, digitsJoined, codesJoined].some((one) => whole.test(one));
}
