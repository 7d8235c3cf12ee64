import type { Slots } from "#app/pipeline/assistant/model.ts";

/** What stands on a parcel and is named to show that one has received it. */
export type Parcel = { orderName?: string; postcode?: string };

const named =
  /(?<!\p{L})(?:post ?code|postal code|zip(?: ?code)?|plz|postleitzahl|code postal|c[oó]digo postal|cep|cap|cp)(?!\p{L})[^\p{L}\p{N}]{0,4}(?:is|ist|lautet|est|es|é|è)?[^\p{L}\p{N}]{0,3}([A-Z0-9][A-Z0-9 -]{2,9})/iu;
/** With letters or a hyphen, as hardly anything else is written. */
const telling = [
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])[A-Z]\d[A-Z] ?\d[A-Z]\d(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])[A-Z]\d[\dW] ?[A-Z\d]{4}(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}#-])\d{4} ?[A-Z]{2}(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}#-])(?:\d{5}-\d{3,4}|\d{2}-\d{3}|\d{4}-\d{3})(?![\p{L}\p{N}])/u,
];
/** Any number may look so: it counts in a short answer. */
const plain = /(?<![\p{L}\p{N}#-])(?:[A-Z]{1,2}-)?\d{4,6}(?: ?[A-Z]{2})?(?![\p{L}\p{N}-])/iu;
const longestAnswer = 60;

/**
 * Reads number and postcode out of words: the number by its sign or its word, the postcode by its word or its shape. Once the number is
 * known, the one that is said next is the postcode.
 */
export function readParcel(text: string, { orderName }: Pick<Slots, "orderName">, known: Parcel): Parcel {
  const line = text.normalize("NFKC").replace(/\s+/g, " ").trim();
  const signed = /#\s?([A-Z0-9][A-Z0-9-]{1,19})/iu.exec(line)?.[1];
  const number = signed ? `#${signed.toUpperCase()}` : orderName;
  const rest = number ? withoutNumber(line, number) : line;
  const postcode = postcodeIn(rest);
  // "10405" may have been read as a number, since one of an order looks the same.
  if (!postcode && !signed && known.orderName && !known.postcode) {
    const answered = postcodeIn(line);
    return answered ? { postcode: answered } : {};
  }
  return { ...(number && { orderName: number }), ...(postcode && { postcode }) };
}

function postcodeIn(line: string): string | undefined {
  const said = named.exec(line)?.[1];
  const shapes = said || line.length <= longestAnswer ? [...telling, plain] : telling;
  return shapes
    .flatMap((shape) => shape.exec(said ?? line)?.[0] ?? [])[0]
    ?.trim()
    .toUpperCase();
}

function withoutNumber(line: string, orderName: string): string {
  const digits = orderName.replace(/^#/, "");
  const at = line.toUpperCase().indexOf(digits.toUpperCase());
  return at < 0 ? line : `${line.slice(0, at).replace(/#\s?$/, "")} ${line.slice(at + digits.length)}`;
}
