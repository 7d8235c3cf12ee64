import type { WrittenAddress } from "#app/pipeline/assistant/model.ts";
import {
  addressCue,
  brazilian,
  canadian,
  countryOf,
  flatBefore,
  leadIns,
  noTowns,
  orderBefore,
  plainStreet,
  postalPrefixes,
  type StreetKind,
  states,
  streets,
} from "./address-words.ts";
import type { Found, Line } from "./line.ts";

/** Where a town with its postcode stands. */
type Town = Found<Omit<WrittenAddress, "line1">> & { weak?: boolean };
type Street = Found<string> & { kind?: StreetKind };

/** From a street to its town: flat, floor, quarter. */
const farthest = 60;
const open = "(?<![\\p{L}\\p{N}#+€$£.,/-])";
const close = "(?![\\p{L}\\p{N}]|[.,-]\\d)";
const american = new RegExp(`${open}([A-Z]{2}),? {1,2}(\\d{5})(?:-\\d{4})?${close}`, "gu");
const canadianCode = new RegExp(`${open}(?:([A-Z]{2}),? {1,2})?([A-Z]\\d[A-Z]) ?(\\d[A-Z]\\d)${close}`, "giu");
const british = new RegExp(`${open}([A-Z]{1,2}\\d[A-Z\\d]?) ?(\\d[A-Z]{2})${close}`, "giu");
const brazilianCode = new RegExp(`${open}(\\d{5}-\\d{3})${close}`, "gu");
const portuguese = new RegExp(`${open}(\\d{4}-\\d{3}) `, "gu");
const dutch = new RegExp(`${open}(\\d{4}) ?([A-Za-z]{2})(?!\\p{L}),? `, "gu");
const continental = /(?<![\p{L}\p{N}#+€$£./-])(?:([A-Z]{1,2})[- ])?(\d{4,5}) (?=\p{L})/gu;
const hint = /\d{4}|\d[\p{L}\d]? ?\d\p{L}{2}(?!\p{L})|\p{L}\d\p{L} ?\d\p{L}\d/u;
const particles =
  /^(?:am|an|der|den|dem|im|in|ob|bei|vor|sur|sous|de|du|des|la|le|les|los|las|del|d|di|da|do|dos|das|of|upon|on|aan|bij|van|het|en|e)$/iu;

/** A postal address, as far as it is written. A street needs a town or a word such as "address" beside it, and so does a town a street. */
export function addressIn(line: Line): Found<WrittenAddress> | undefined {
  const { written, even } = line;
  if (!/\d/.test(even)) return undefined;
  const found = streetsIn(line);
  if (found.length === 0 && !hint.test(even)) return undefined;
  const towns = hint.test(even) ? townsIn(written, even) : [];
  for (const town of towns) {
    const street = streetFor(line, town, found);
    if (street) return joined(line, street, town);
  }
  if (!addressCue.test(even) && !(found[0] && isWhole(written, found[0]))) return undefined;
  const town = towns.find(({ weak, value }) => !weak && value.city !== undefined);
  if (town) return { ...town, value: withCountry(town.value, written, town.end, undefined) };
  const [street] = found;
  return street && { value: { line1: tidy(street.value) }, start: street.start, end: street.end };
}

function streetsIn({ even, written }: Line): Street[] {
  const found = streets.flatMap(({ kind, hint, pattern }) =>
    (hint.test(even) ? [...even.matchAll(pattern)] : []).map(({ 0: match, index }) => {
      const flat = kind === "english" ? (flatBefore.exec(even.slice(Math.max(0, index - 20), index))?.[0].length ?? 0) : 0;
      const start = index - flat + (flat > 0 ? 0 : leadInLength(match, written.slice(index, index + match.length), kind));
      return { kind, value: written.slice(start, index + match.length), start, end: index + match.length };
    }),
  );
  return found.filter(({ value }) => /\p{L}{3}/u.test(value)).sort((a, b) => a.start - b.start);
}

/** "Meine neue Adresse ist Lange Straße 5": the street begins behind the last word that leads in. */
function leadInLength(match: string, asWritten: string, kind: StreetKind): number {
  if (kind !== "german-dutch") return 0;
  const words = [...match.matchAll(/[^ ]+/gu)];
  const last = words.findLastIndex(
    ({ 0: word, index }) =>
      leadIns.has(word) && index + word.length < match.length - 2 && !/^(?:an|in|der|die|de|het|op|neue|nieuwe)$/.test(word),
  );
  const from = last + 1;
  const isParticle = (word: string | undefined) => word !== undefined && /^(?:in|der|die|nach|op|naar)$/.test(word);
  const first = last >= 0 || words.length > 2 ? words.slice(from).findIndex(({ 0: word }) => !isParticle(word)) : 0;
  const start = words[from + Math.max(0, first)]?.index ?? 0;
  // "An Hauptstr. 9": where the street has its capital, small words in front do not belong to it.
  const capital = /(?<!\p{L})\p{Lu}/u.exec(asWritten.slice(start));
  return start + (capital?.index ?? 0);
}

function townsIn(written: string, even: string): Town[] {
  const towns: Town[] = [];
  const push = (start: number, end: number, value: Town["value"], weak = false) => {
    if (!orderBefore.test(even.slice(Math.max(0, start - 16), start))) towns.push({ value, start, end, weak });
  };
  for (const { 0: all, 1: state = "", 2: postcode, index } of written.matchAll(american)) {
    if (!states.has(state.toLowerCase())) continue;
    const city = cityBefore(written, index);
    push(city?.start ?? index, index + all.length, { postcode, city: city?.value, province: state, country: "US" });
  }
  for (const { 0: all, 1: province, 2: area = "", 3: unit = "", index } of written.matchAll(canadianCode)) {
    const isKnown = province !== undefined && canadian.has(province.toLowerCase());
    const city = cityBefore(written, province === undefined || isKnown ? index : index + 3);
    const value = { postcode: `${area} ${unit}`.toUpperCase(), city: city?.value, country: "CA" };
    push(city?.start ?? index, index + all.length, { ...value, ...(isKnown && { province: province.toUpperCase() }) });
  }
  for (const { 0: all, 1: area = "", 2: unit = "", index } of written.matchAll(british)) {
    const city = cityBefore(written, index);
    push(
      city?.start ?? index,
      index + all.length,
      { postcode: `${area} ${unit}`.toUpperCase(), city: city?.value, country: "GB" },
      city === undefined,
    );
  }
  for (const { 0: all, 1: postcode, index } of written.matchAll(brazilianCode)) {
    const before = /(?<![\p{L}])(\p{L}[\p{L} .']{1,40}?) ?[-–/,] ?([A-Z]{2}),?\s{1,3}(?:CEP:? ?)?$/u.exec(
      written.slice(Math.max(0, index - 60), index),
    );
    const after = cityAfter(written, index + all.length);
    const state = after && /^ ?[-–/,] ?([A-Z]{2})(?!\p{L})/u.exec(written.slice(after.end))?.[1];
    const province = before?.[2] ?? state;
    const start = before ? Math.max(0, index - 60) + before.index : index;
    const end = before ? index + all.length : (after?.end ?? index + all.length) + (state ? 3 : 0);
    push(start, end, {
      postcode,
      city: before?.[1]?.trim() ?? after?.value,
      country: "BR",
      ...(province && brazilian.has(province.toLowerCase()) && { province }),
    });
  }
  for (const { 0: all, 1: postcode, index } of written.matchAll(portuguese)) {
    const city = cityAfter(written, index + all.length - 1);
    if (city) push(index, city.end, { postcode, city: city.value, country: "PT" });
  }
  for (const { 0: all, 1: digits, 2: pair = "", index } of written.matchAll(dutch)) {
    const city = cityAfter(written, index + all.length - 1);
    if (city && (pair === pair.toUpperCase() || pair === pair.toLowerCase()) && !noTowns.has(pair.toLowerCase()))
      push(index, city.end, { postcode: `${digits} ${pair.toUpperCase()}`, city: city.value, country: "NL" });
  }
  for (const { 0: all, 1: prefix, 2: postcode = "", index } of written.matchAll(continental)) {
    const city = cityAfter(written, index + all.length - 1);
    if (!city) continue;
    const province = /^ \(?([A-Z]{2})\)?(?![\p{L}])/u.exec(written.slice(city.end, city.end + 6));
    const country = postalPrefixes[prefix ?? ""];
    push(
      index,
      city.end + (province?.[0].length ?? 0),
      { postcode, city: city.value, ...(province && { province: province[1] }), ...(country && { country }) },
      postcode.length === 4 && !country,
    );
  }
  return towns;
}

/** Words with a capital, and small ones between them; a single word may be small. */
function cityAfter(written: string, at: number): Found<string> | undefined {
  const words = [...written.slice(at, at + 60).matchAll(/(^|[ ,-])\s?(\p{L}[\p{L}.']*(?:-\p{L}[\p{L}']*)*)/gu)];
  let [end, last] = [-1, 0];
  for (const [place, match] of words.slice(0, 5).entries()) {
    const word = match[2] ?? "";
    const start = match.index + match[0].length - word.length;
    const gap = written.slice(at + last, at + start);
    if (place > 0 && !/^[ -]$/.test(gap)) break;
    const isName = /^\p{Lu}/u.test(word) && !(place > 0 && /^\p{Lu}{2}$/u.test(word));
    if (!(isName || (place === 0 && word.length > 2 && !noTowns.has(word.toLowerCase())) || particles.test(word))) break;
    last = start + word.length;
    if (!isName && place > 0) continue;
    if (place === 0 && noTowns.has(word.toLowerCase())) return undefined;
    end = last;
    if (!isName) break;
  }
  if (end < 0) return undefined;
  const value = written
    .slice(at, at + end)
    .replace(/^[\s,]+/, "")
    .replace(/\.$/, "");
  return { value, start: at, end: at + end };
}

/** What stands between the last comma or line break and a postcode. */
function cityBefore(written: string, at: number): Found<string> | undefined {
  const before = written.slice(Math.max(0, at - 60), at).replace(/[\s,]+$/, "");
  const piece = before.split(/[,\n]|(?<=\d)\s|(?<=(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Drive|Blvd\.?))\s/u).at(-1) ?? "";
  const value = piece.trim();
  if (!/^\p{L}[\p{L}.' -]{1,40}$/u.test(value) || value.split(" ").length > 4) return undefined;
  const start = Math.max(0, at - 60) + before.length - piece.length + (piece.length - piece.trimStart().length);
  return { value, start, end: start + value.length };
}

function streetFor({ written, even }: Line, town: Town, found: Street[]): Street | undefined {
  const before = found.filter((one) => one.start < town.start && town.start - one.end <= farthest).at(-1);
  if (before && !/[.!?](?:\s\s?\p{Lu})/u.test(written.slice(Math.min(before.end, town.start), town.start).replace(/^\.\s/, ""))) {
    return { ...before, value: written.slice(before.start, town.start), end: town.start };
  }
  const prefix = written.slice(Math.max(0, town.start - 80), town.start);
  const piece = prefix.replace(/[\s,;-]+$/, "");
  const plain = plainStreet.exec(piece.replaceAll("\n", ","));
  if (plain && piece.length < prefix.length) {
    const words = plain[0].split(" ");
    const from =
      words.findLastIndex(
        (word, at) => at < words.length - 2 && leadIns.has(word.toLowerCase()) && !/^(?:in|an|der|the|de|la|het|am|im)$/i.test(word),
      ) + 1;
    const name = words.findIndex((word, at) => at >= from && /^\p{Lu}/u.test(word));
    const value = words.slice(Math.max(from, name)).join(" ");
    const start = Math.max(0, town.start - 80) + plain.index + plain[0].length - value.length;
    return { value, start, end: start + value.length };
  }
  const after = found.find((one) => one.start >= town.end && /^\s{0,2}[,\n]\s{0,2}$/u.test(even.slice(town.end, one.start)));
  return after;
}

function joined({ written }: Line, street: Street, town: Town): Found<WrittenAddress> {
  const end = Math.max(street.end, town.end);
  const value = { line1: tidy(street.value), ...withCountry(town.value, written, end, street.kind) };
  return { value, start: Math.min(street.start, town.start), end };
}

/** By name, else where street and postcode together leave one country only. */
function withCountry({ country, ...town }: Town["value"], written: string, end: number, kind: StreetKind | undefined): WrittenAddress {
  const words =
    /^\s{0,2}[,\n(-]?\s{0,2}(\p{L}[\p{L}.]*(?: \p{L}[\p{L}.]*){0,2})/u.exec(written.slice(end, end + 40))?.[1]?.split(" ") ?? [];
  const named = [3, 2, 1].map((count) => countryOf(foldName(words.slice(0, count).join(" ")))).find(Boolean);
  const five = town.postcode?.length === 5;
  const byStreet = five
    ? ({ "german-dutch": "DE", french: "FR", italian: "IT" } as Partial<Record<StreetKind, string>>)[kind ?? "english"]
    : undefined;
  const known = named ?? country ?? byStreet;
  return { ...Object.fromEntries(Object.entries(town).filter(([, value]) => value)), ...(known && { country: known }) };
}

const foldName = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const isWhole = (written: string, { start, end }: Street): boolean =>
  written.slice(0, start).trim() === "" && written.slice(end).replace(/[\s.!]/g, "") === "";

const tidy = (street: string): string =>
  street
    .replace(/[\s,;–-]+$/u, "")
    .replace(/\s*\n\s*/g, ", ")
    .replace(/\s{2,}/g, " ")
    .trim();
