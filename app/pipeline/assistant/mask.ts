import { addressIn } from "./local/slots/address.ts";
import { readLine } from "./local/slots/line.ts";
import type {
  AnswerInput,
  ComposeInput,
  Model,
  SummariseInput,
  TranscriptLine,
  TranslateInput,
  UnderstandInput,
  Understanding,
} from "./model.ts";

/** What stands for a value while a model reads: short, the same in every language, and unlike anything people write. */
const kinds = ["EMAIL", "PHONE", "ORDER", "ADDRESS", "NAME", "LINK", "NUMBER", "PRODUCT"] as const;
type Kind = (typeof kinds)[number];
const kindAlone = new RegExp(`^(?:${kinds.join("|")})$`);

const patterns: [Kind, RegExp][] = [
  ["EMAIL", /[\p{L}\p{N}][\p{L}\p{N}._%+'-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ["LINK", /https?:\/\/[^\s<>"]+/gu],
  // Street and number, in the order of either, and a postcode before a town.
  [
    "ADDRESS",
    /\p{L}[\p{L}.-]*(?:stra(?:ß|ss)e|str\.|weg|allee|platz|gasse|ring|damm|ufer|laan|straat|plein|gracht|kade|singel|dreef)\s*\d{1,5}\s?[a-z]?(?!\p{L})/giu,
  ],
  [
    "ADDRESS",
    /(?<!\p{L})(?:rue|avenue|boulevard|place|chemin|calle|avenida|plaza|paseo|rua|praça|travessa|via|viale|piazza|corso|vicolo)\s+[\p{L}'’ -]{2,40}?,?\s*\d{1,5}(?!\p{L})/giu,
  ],
  [
    "ADDRESS",
    /(?<![\p{L}\p{N}])\d{1,5},?\s+(?:(?:rue|avenue|boulevard|place|chemin)\s+[\p{L}'’ -]{2,40}|\p{Lu}[\p{L}'’]+(?:\s\p{Lu}[\p{L}'’]+)?\s(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|way|close|boulevard|blvd)\b\.?)/giu,
  ],
  ["ADDRESS", /(?<![\p{L}\p{N}#])(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?\s?(?:[A-Z]{2}\s)?\p{Lu}\p{L}{2,}(?:[ -]\p{Lu}\p{L}+)?/gu],
  ["ADDRESS", /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\p{N}])/gu],
  ["ORDER", /#\s?[A-Za-z]{0,6}-?\d{3,10}(?:-[A-Za-z0-9]{1,6})?/gu],
  ["PHONE", /(?<![\p{L}\p{N}#])(?:\+|00)\s?[1-9](?:[\s().\-/]{0,3}\d){6,14}|(?<![\p{L}\p{N}#])\(?0[1-9](?:[\s().\-/]{0,3}\d){6,11}/gu],
  // Order numbers without their sign, tracking numbers, codes: no digits of that length are needed to read a wish.
  ["NUMBER", /(?<![\p{L}\p{N}[])[A-Z]{0,4}\d[A-Z\d]{3,}(?![\p{L}\p{N}])/gu],
  // What may be the code of a gift card, however it is written.
  ["NUMBER", /(?<![\p{L}\p{N}[_])(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{12,20}(?![\p{L}\p{N}])/giu],
];
const mostAddresses = 3;
/** "my name is Kim Sample", "Viele Grüße Kim": whoever says so says a name. */
const introduced =
  /(?<=(?:my name is|i am called|ich hei(?:ß|ss)e|mein name ist|je m['’]appelle|mon nom est|me llamo|mi nombre es|chamo-me|me chamo|o meu nome é|mi chiamo|il mio nome è|ik heet|mijn naam is|regards,?|grüße,?|cordialement,?|saludos,?|cumprimentos,?|saluti,?|groeten,?)\s+)\p{Lu}[\p{L}'’-]+(?:[ \t]+\p{Lu}[\p{L}'’-]+){0,2}/giu;

const placeholder = new RegExp(`\\[?\\b(?:${kinds.join("|")})_(\\d+)\\b\\]?`, "gi");

/** Replaces what names a person by placeholders, the same one for the same value, and puts it back. */
export class Mask {
  readonly #values: string[] = [];
  readonly #marks = new Map<string, string>();
  readonly #names: RegExp | null;
  readonly #products: RegExp | null;

  /** `names`: of people, hidden in parts too. `products`: kept as they are, whole. */
  constructor(names: string[], products: string[] = []) {
    this.#names = anyOf(names.flatMap((name) => [name, ...name.split(/\s+/)]).filter((part) => part.trim().length >= 2));
    this.#products = anyOf(products);
  }

  hide(text: string): string {
    const kept = this.#products ? text.replace(this.#products, (value) => this.#mark("PRODUCT", value)) : text;
    let hidden = this.#hideAddresses(kept);
    for (const [kind, pattern] of patterns) hidden = hidden.replace(pattern, (value) => this.#mark(kind, value));
    hidden = hidden.replace(introduced, (value) => this.#mark("NAME", value));
    return this.#names ? hidden.replace(this.#names, (value) => (kindAlone.test(value) ? value : this.#mark("NAME", value))) : hidden;
  }

  /** Whole addresses, as the slot is read, so that floor and town go with their street; single streets and towns by the patterns above. */
  #hideAddresses(text: string): string {
    let hidden = text;
    for (let count = 0; count < mostAddresses; count += 1) {
      const line = readLine(hidden);
      const found = addressIn(line);
      const words = found && line.written.slice(found.start, found.end);
      if (!words || !hidden.includes(words)) break;
      hidden = hidden.replaceAll(words, this.#mark("ADDRESS", words));
    }
    return hidden;
  }

  /** A placeholder comes back in whatever case and with whatever bracket a model leaves it. */
  show(text: string): string {
    return text.replace(placeholder, (whole, number) => this.#values[Number(number) - 1] ?? whole);
  }

  #mark(kind: Kind, value: string): string {
    const known = this.#marks.get(value);
    if (known) return known;
    this.#values.push(value);
    const mark = `[${kind}_${this.#values.length}]`;
    this.#marks.set(value, mark);
    return mark;
  }
}

/** A model that reads and words without learning who anybody is. `names`: what people in this conversation are called. */
export function maskedModel(model: Model, names: string[], products: string[] = []): Model {
  const lines = (mask: Mask, transcript: TranscriptLine[]) => transcript.map((line) => ({ ...line, text: mask.hide(line.text) }));
  return {
    name: model.name,
    async understand(input: UnderstandInput, signal: AbortSignal) {
      const mask = new Mask(names);
      const hidden = { ...input, text: mask.hide(input.text), transcript: lines(mask, input.transcript) };
      const answered = await model.understand(hidden, signal);
      return { ...answered, value: shown(mask, answered.value) };
    },
    async compose(input: ComposeInput, signal: AbortSignal) {
      const mask = new Mask(names);
      const hidden = { ...input, template: input.template.map((one) => mask.hide(one)), transcript: lines(mask, input.transcript) };
      const answered = await model.compose(hidden, signal);
      return { ...answered, value: answered.value.map((one) => mask.show(one)) };
    },
    async answer(input: AnswerInput, signal: AbortSignal) {
      const mask = new Mask(names);
      // The shop's texts are public: addresses and numbers in them are the shop's own.
      const answered = await model.answer({ ...input, question: mask.hide(input.question) }, signal);
      return { ...answered, value: answered.value.map((one) => mask.show(one)) };
    },
    async translate(input: TranslateInput, signal: AbortSignal) {
      const mask = new Mask(names, products);
      const answered = await model.translate({ ...input, texts: input.texts.map((one) => mask.hide(one)) }, signal);
      return { ...answered, value: answered.value.map((one) => mask.show(one)) };
    },
    async summarise(input: SummariseInput, signal: AbortSignal) {
      const mask = new Mask(names);
      const { problem, tried, wanted, blocker } = input.facts;
      const facts = { problem: mask.hide(problem), tried: tried.map((one) => mask.hide(one)), wanted: mask.hide(wanted), blocker };
      const answered = await model.summarise({ ...input, facts, transcript: lines(mask, input.transcript) }, signal);
      return { ...answered, value: mask.show(answered.value) };
    },
  };
}

/** Slots are spelled our way before they come here ("#1001", lower case), so the placeholder may have lost its form. */
function shown(mask: Mask, understanding: Understanding): Understanding {
  const { orderName, email, trackingNumber, item, address, phone: _unreadable, ...rest } = understanding.slots;
  const shownAddress = address && Object.entries(address).map(([field, value]) => [field, mask.show(value)]);
  const slots = {
    ...rest,
    ...(item && { item: mask.show(item) }),
    ...(shownAddress && { address: Object.fromEntries(shownAddress) }),
    ...(orderName && { orderName: `#${mask.show(orderName.replace(/^#/, "")).replace(/^#\s?/, "")}`.toUpperCase() }),
    ...(email && { email: mask.show(email).toLowerCase() }),
    ...(trackingNumber && { trackingNumber: mask.show(trackingNumber).replace(/\s/g, "").toUpperCase() }),
  };
  return { ...understanding, slots };
}

function anyOf(words: string[]): RegExp | null {
  const longestFirst = [...new Set(words)].sort((one, other) => other.length - one.length).map(escaped);
  return longestFirst.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "giu") : null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
