import { countryNamed } from "./countries.ts";

/** What of a new address is known so far. */
export type Draft = { address1?: string; address2?: string; zip?: string; city?: string; provinceCode?: string; countryCode?: string };
export type Part = "address1" | "zip" | "city";

const zipPattern = String.raw`(?:\d{4} ?[A-Z]{2}|\d{5}-\d{3,4}|\d{4}-\d{3}|\d{2}-\d{3}|\d{3} \d{2}|\d{4,6}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)`;
const zipOnly = new RegExp(`^(?:[A-Z]{1,2}-)?(${zipPattern})$`, "i");
const zipThenCity = new RegExp(String.raw`^(?:[A-Z]{1,2}-)?(${zipPattern})\s+(\p{L}[^\d]*)$`, "iu");
const cityThenZip = new RegExp(String.raw`^(\p{L}[^\d]*?)\s+(?:([A-Z]{2})\s+)?(${zipPattern})$`, "iu");
/** "Hauptstr. 5 10115 Berlin" in one line. */
const allInOne = /^(.*\p{L}.*?\d\S*)\s+((?:[A-Z]{1,2}-)?\d{4,5})\s+(\p{L}[^\d]*)$/iu;
const lead =
  /^.*?\b(?:address|adresse|lieferadresse|anschrift|direcci[oó]n|endere[cç]o|indirizzo|adres)\b[^\d]*?(?::|\b(?:is|to|ist|lautet|zu|in|auf|nach|est|es|para|a|è|é|naar)\b):?\s*/iu;
const longest = 200;

/**
 * Reads a message as an address, in lines, between commas or as the one part that was asked for. What it does not know is
 * asked for, and the whole is read back, so that a wrong guess is seen before anything is sent there.
 */
export function parseAddress(text: string, known: Draft, asked: Part | undefined): Draft {
  const plain = withoutOrder(text).replace(lead, "").trim();
  const pieces = plain
    .split(/[\n,;]+/)
    .map(tidy)
    .filter(Boolean);
  if (plain.length > longest || pieces.length > 7) return known;
  const only = pieces[0];
  if (only !== undefined && pieces.length === 1) {
    const split = allInOne.exec(only);
    if (split) return read([split[1] ?? "", `${split[2]} ${split[3]}`], known);
    if (asked) return takePart(only, known, asked);
  }
  return read(pieces, known);
}

/** Whether these words hold an address that can stand without a question: street, postcode and town. */
export function holdsAddress(text: string): boolean {
  const { address1, zip, city } = parseAddress(text, {}, undefined);
  return Boolean(address1 && zip && city);
}

function takePart(words: string, known: Draft, asked: Part): Draft {
  const place = readPlace(words);
  if (place) return { ...known, ...place };
  if (asked === "address1") return isStreet(words) ? { ...known, address1: words } : known;
  if (asked === "city") return /^\p{L}[^\d?]*$/u.test(words) ? { ...known, city: words } : known;
  return known;
}

function read(pieces: string[], known: Draft): Draft {
  const found: Draft = {};
  // "1200 Main Street, Springfield 62704": of several that may be postcode and town, the last is.
  const last = pieces.findLastIndex((piece) => readPlace(piece) !== null);
  for (const [index, piece] of pieces.entries()) {
    const country = countryNamed(piece);
    if (country) found.countryCode = country;
    else if (index === last) Object.assign(found, readPlace(piece));
    else if (/\d/.test(piece) && isStreet(piece)) {
      if (found.address1 === undefined) found.address1 = piece;
      else found.address2 ??= piece;
    } else if (found.zip !== undefined || found.address1 !== undefined) found.city ??= piece;
  }
  return { ...known, ...found };
}

/** A postcode, with the town before or behind it and perhaps a state's two letters between. */
function readPlace(piece: string): Pick<Draft, "zip" | "city" | "provinceCode"> | null {
  const alone = zipOnly.exec(piece);
  if (alone) return { zip: alone[1]?.toUpperCase() };
  const state = new RegExp(`^([A-Z]{2})\\s+(${zipPattern})$`).exec(piece);
  if (state) return { provinceCode: state[1], zip: state[2] };
  const behind = zipThenCity.exec(piece);
  if (behind) return { zip: behind[1]?.toUpperCase(), city: behind[2]?.trim() };
  const before = cityThenZip.exec(piece);
  if (!before || /(?:str|straße|strasse|street|road|weg|platz|rue|calle|via|rua|straat|avenue|lane)\.?$/iu.test(before[1] ?? ""))
    return null;
  return { city: before[1]?.trim(), zip: before[3]?.toUpperCase(), ...(before[2] && { provinceCode: before[2].toUpperCase() }) };
}

function isStreet(words: string): boolean {
  return /\p{L}{2}/u.test(words) && !words.includes("?");
}

/** The order's own number is no house number. */
function withoutOrder(text: string): string {
  return text.replaceAll(/#\d+/g, " ");
}

function tidy(piece: string): string {
  return piece
    .replaceAll(/\s+/g, " ")
    .replace(/[.!]+$/, "")
    .trim();
}
