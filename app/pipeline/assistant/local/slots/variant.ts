import { letterSizeOf } from "#app/domain/knowledge/sizes.ts";
import type { VariantWish } from "#app/pipeline/assistant/model.ts";
import { colourOf } from "./colours.ts";
import { evenPhrases, type Found, type Line } from "./line.ts";
import { asked, givenFor, had, instead, insteadOf, larger, smaller, tooMuch, wished, wishedBehind } from "./variant-words.ts";

type Candidate = { kind: "size" | "colour" | "sizeStep"; value: string; start: number; end: number; weak?: boolean };

const sizeWord =
  "(?:sizes?|größe|grösse|groesse|schuhgröße|gr\\.?|tailles?|pointure|tallas?|tamanho|tam\\.?|taglia|misura|maat|schoenmaat)";
const letters = "(?:pp|gg|x{1,4}s|x{1,5}l|[2-5]xl|[smlSML]|small|medium|large|x-large)";
const number = "\\d{1,3}(?:[.,]5)?";
const noSize =
  "(?![\\p{L}\\p{N}'%€$£]|[.,:/-]\\d|\\s?(?:%|€|\\$|£|days?|tage?n?|jours?|dias?|giorni|dagen|weeks?|wochen?|minut\\w*|stunden?|hours?|heures?|horas?|ore|uur|cm|mm|kg|km|euros?|eur|dollars?|pounds?|l|ml|g|countries|länder\\w*)(?!\\p{L}))";
/** "Size 42", "Größe M", "taille: 40", "size UK 8". */
const afterWord = evenPhrases(
  `(?:(?:uk|us)\\s)?${sizeWord}\\s{0,3}[:=]?\\s{0,3}(?:is |ist |est |es |e |in |von |de |d'|auf |in der |eu\\s?|uk\\s?|us\\s?)?((?:uk|us)\\s?)?(${letters}|\\d{2}/\\d{2}|${number})(?:\\s?(uk|us))?`,
  "gu",
);
const regional = evenPhrases(`(uk|us)\\s?(\\d{1,2}(?:[.,]5)?)`, "gu");
const european = evenPhrases(`eur?\\s?(3[4-9]|4\\d|50)`, "gu");
/** "In M", "auf 42", "en la 38". A figure alone only where shoes and clothes have theirs. */
const afterIn = evenPhrases(
  `(?:in|en|em|auf|aan|naar|für|to|nach|als|a)\\s(?:(?:einer?|der|die|la|una?|uma?|de|een|an?|il|o|el|le|un)\\s)?(${letters}|(?:3[4-9]|4\\d|50)(?:[.,]5)?)`,
  "gu",
);
/** Small and large are P and G in Brazil. */
const brazilian = evenPhrases("(?:tamanho|tam\\.?|em|o|um|uma|a|no)\\s(pp|p|g|gg|xg)", "gu");
const trousers = /(?<![\p{L}\p{N}/.,-])(?:w\s?)?(2[4-9]|3\d|4[0-4])\s?[/x]\s?(?:l\s?)?(2[6-9]|3[0-8])(?![\p{L}\p{N}/]|[.,]\d)/gu;
const articled = evenPhrases(`(?:an?|eine?|der|die|une?|la|le|una?|el|uma?|een|de|il|den|einen)\\s(3[4-9]|4\\d|50)`, "gu");
const longLetters = evenPhrases("(x{1,4}s|x{1,5}l|[2-5]xl)", "gu");
const capital = /(?<![\p{L}\p{N}'.&-])[SML](?![\p{L}\p{N}'&]|-\p{L}|\.\p{L})/gu;
const nearSize = evenPhrases(
  "an?|the|der|die|das|ein|eine?n?|une?|la|le|una?|el|uma?|il|een|de|or|oder|ou|o|of|to|auf|nach|naar|need|want|brauche|statt",
);
const joint = /^[\s,]{1,2}$/;
const colourWord = evenPhrases("colou?r|farbe|farbton|couleur|color|coloris|cor|colore|kleur");
const before = evenPhrases("in|en|em|auf|color|colour|to|nach|naar|für|de color|couleur");
const articles = /^(?:the|der|die|das|dem|den|la|le|el|il|lo|o|a|de|het|una?|une?|een)$/;
/** What may stand between "instead of" and the size that it means. */
const reach = /^\s(?:(?![smlpg]\s|x+[sl]\s|\d)\S+\s){0,2}$/u;
const pairs: Record<string, string> = {
  "bleu marine": "navy blue",
  "azul marino": "navy blue",
  "azul marinho": "navy blue",
  "blu navy": "navy blue",
};
const lights = evenPhrases("light|clair|claro|chiaro|claire|clara|chiara");
/** Nobody weighs more sizes and colours in one message. */
const mostCandidates = 30;
/** Cheap to look for; without it there is no size, or no step to another. */
const mayBeSize = /^(?:\d{1,3}|[wl]\d\d|[smlpg]|x+[slg]|pp|gg|[2-5]xl|small|medium|large|x-large)$/;
const mayBeStep =
  /bigger|larger|smaller|next size|size (?:up|down)|gros|kleiner|hoher|taille|pointure|plus |talla|numero|grande|pequen|maior|menor|tamanho|taglia|piu |maat|groter/;
const goesOn = new RegExp(`^${noSize}`, "u");

/**
 * The size and colour that are wished for: what somebody has, or got, or does not want is none. `sizes`: where any size stands,
 * wished for or not, since its figures count nothing.
 */
export function variantIn(line: Line): { value?: VariantWish; sizes: Found<unknown>[] } {
  const candidates = [...colours(line), ...(line.tokens.some(({ word }) => mayBeSize.test(word)) ? sizes(line) : []), ...steps(line)];
  if (candidates.length === 0) return { sizes: [] };
  const cues = cuesIn(line.even);
  const chosen: Partial<Record<Candidate["kind"], { value: string; isWish: boolean }>> = {};
  for (const one of candidates.sort((a, b) => a.start - b.start || b.end - a.end).slice(0, mostCandidates)) {
    const standing = standingOf(one, line, cues);
    if (!standing || (chosen[one.kind] && (chosen[one.kind]?.isWish || standing !== "wish"))) continue;
    chosen[one.kind] = { value: one.value, isWish: standing === "wish" };
  }
  const { size, colour, sizeStep } = chosen;
  const named = candidates.filter(({ kind }) => kind === "size");
  if (!size && !colour && !sizeStep) return { sizes: named };
  const value: VariantWish = {
    ...(size && { size: size.value }),
    ...(!size && sizeStep && { sizeStep: sizeStep.value === "1" ? 1 : -1 }),
    ...(colour && { colour: colour.value }),
  };
  return { value, sizes: named };
}

type Cue = { means: "asked" | "wish" | "had" | "not" | "end"; end: number };
const cuePatterns: [Cue["means"], RegExp][] = [
  ["asked", asked],
  ["wish", wished],
  ["not", insteadOf],
  ["had", had],
  ["end", /[.!?\n](?=\s|$)/gu],
];

function cuesIn(even: string): Cue[] {
  const found = cuePatterns.flatMap(([means, pattern]) =>
    [...even.matchAll(pattern)].map((match) => ({ means, start: match.index, end: match.index + match[0].length })),
  );
  // "J'ai besoin de" is a wish although "j'ai" alone is not.
  const kept = found.filter(
    (one) =>
      one.means !== "had" ||
      !found.some((other) => (other.means === "wish" || other.means === "asked") && other.start <= one.start && other.end >= one.end),
  );
  return kept.sort((a, b) => a.end - b.end);
}

function standingOf({ kind, start, end, weak }: Candidate, { even }: Line, cues: Cue[]): "wish" | "neutral" | undefined {
  const behind = even.slice(end, end + 60);
  const isInstead = instead.test(behind);
  const last = cues.filter((cue) => cue.end <= start && cue.means !== "not").at(-1)?.means ?? "end";
  const not = cues.filter((cue) => cue.means === "not" && cue.end <= start).at(-1);
  if ((not && reach.test(even.slice(not.end, start))) || (kind === "size" && givenFor.test(behind))) return undefined;
  if (isInstead) return "wish";
  const clause = behind.split(/[.!?;\n,]|\s(?:but|aber|mais|pero|mas|ma|maar|und|and|et|y|e|en)\s/u)[0] ?? "";
  if (/^\s(?:mir |leider )?(?:nicht|niet)(?!\p{L})/u.test(behind)) return undefined;
  if (wishedBehind.test(clause) && !tooMuch.test(clause)) return "wish";
  if (last === "had" || (last !== "wish" && last !== "asked" && tooMuch.test(clause))) return undefined;
  if (tooMuch.test(clause) && kind === "size" && last === "wish" && /(?:zu|too|trop|te|troppo|demasiado|muito) /u.test(clause))
    return undefined;
  if (last === "asked") return "wish";
  // "I want the blue dress" says which; "I want the blue one" says how it shall be.
  if (kind === "colour" && weak && !isEnd(even, end)) return undefined;
  return last === "wish" ? "wish" : weak ? undefined : "neutral";
}

function colours({ even, tokens }: Line): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const first = token && colourOf(token.word);
    if (!token || !first) continue;
    const next = tokens[at + 1];
    const isPair = next !== undefined && next.start - token.end === 1;
    const pair = isPair ? `${token.word} ${next.word}` : "";
    const isLight = (isPair && lights.test(next.word)) || (at > 0 && lights.test(tokens[at - 1]?.word ?? ""));
    const value =
      pairs[pair] ??
      (pair && colourOf(next?.word ?? "") && first === "navy blue" ? first : first === "blue" && isLight ? "light blue" : first);
    const end = pairs[pair] || (isPair && colourOf(next.word)) ? (next?.end ?? token.end) : token.end;
    const [one = "", two = ""] = [tokens[at - 1]?.word, tokens[at - 2]?.word];
    const isAsked =
      before.test(one) || colourWord.test(one) || colourWord.test(two) || (articles.test(one) && before.test(two) && isEnd(even, end));
    found.push({ kind: "colour", value, start: token.start, end, weak: !isAsked });
    if (end > token.end) at += 1;
  }
  return found;
}

/** "In the red" is a colour; "in the red dress" is which dress. */
const isEnd = (even: string, end: number): boolean =>
  /^\s*(?:$|[.,;!?)]|(?:and|und|et|y|e|en|or|oder|ou|o|of|ones?|instead|please|bitte|graag|haben|statt)\b)/u.test(
    even.slice(end, end + 12),
  );

function sizes(line: Line): Candidate[] {
  const { even, written, tokens } = line;
  const found: Candidate[] = [];
  const add = (match: RegExpMatchArray, value: string, weak = false) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (goesOn.test(even.slice(end, end + 16))) found.push({ kind: "size", value, start, end, weak });
  };
  for (const match of even.matchAll(afterWord)) {
    const region = match[1]?.trim() ?? match[3] ?? /^(?:uk|us)(?= )/.exec(match[0])?.[0];
    add(match, region ? `${region.toUpperCase()} ${canonical(match[2])}` : canonical(match[2]));
  }
  for (const match of even.matchAll(trousers)) add(match, `${match[1]}/${match[2]}`);
  for (const match of even.matchAll(regional))
    if (match[1] !== "us" || written.slice(match.index, match.index + 2) === "US")
      add(match, `${match[1]?.toUpperCase()} ${canonical(match[2])}`);
  for (const match of even.matchAll(brazilian)) {
    const size = written.slice(match.index + match[0].length - (match[1]?.length ?? 0), match.index + match[0].length);
    if (size === size.toUpperCase()) add(match, size);
  }
  for (const match of even.matchAll(european)) add(match, canonical(match[1]));
  for (const match of even.matchAll(afterIn)) add(match, canonical(match[1]));
  for (const [at, { word, start, end }] of tokens.entries()) {
    const colour = tokens[at - 1];
    if (!/^(?:3[4-9]|4\d|50)$/.test(word) || !colour || start - colour.end !== 1 || !colourOf(colour.word)) continue;
    found.push({ kind: "size", value: word, start, end });
  }
  for (const match of even.matchAll(longLetters)) add(match, canonical(match[1]));
  for (const match of even.matchAll(articled)) add(match, canonical(match[1]), true);
  for (const match of [...written.matchAll(capital)].slice(0, mostCandidates)) {
    const previous = tokens.findLast(({ end }) => end <= match.index);
    const isNear =
      previous === undefined ||
      nearSize.test(previous.word) ||
      (joint.test(even.slice(previous.end, match.index)) && letterSizeOf(previous.word) !== undefined);
    add(match, match[0], !isNear && tokens.length > 3 && !instead.test(even.slice(match.index + 1, match.index + 30)));
  }
  return found;
}

function canonical(written = ""): string {
  return letterSizeOf(written) ?? written.replace(",", ".");
}

function steps({ even }: Line): Candidate[] {
  if (!mayBeStep.test(even)) return [];
  return [
    { pattern: larger, value: "1" },
    { pattern: smaller, value: "-1" },
  ].flatMap(({ pattern, value }) =>
    [...even.matchAll(pattern)].map((match) => {
      const start = match.index;
      return { kind: "sizeStep" as const, value, start, end: start + match[0].length, weak: match[1] === undefined };
    }),
  );
}
