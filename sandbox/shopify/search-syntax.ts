/**
 * Shopify's search syntax: `field:value`, comparisons, quotes with backslash escapes, AND, OR, NOT, a leading minus,
 * parentheses, a trailing `*`, and bare words. It is as lenient as the original: whatever is typed means something,
 * which is why unescaped user input is dangerous there too.
 */
export type Term = { kind: "term"; field?: string; comparison: "=" | ">" | ">=" | "<" | "<="; value: string; prefix: boolean };
export type Search = Term | { kind: "not"; part: Search } | { kind: "and" | "or"; parts: Search[] };

type Token = { kind: "open" | "close" | "and" | "or" | "not" } | Term;

function readQuoted(query: string, start: number): { text: string; end: number } {
  const quote = query[start];
  let text = "";
  let at = start + 1;
  while (at < query.length && query[at] !== quote) {
    if (query[at] === "\\" && at + 1 < query.length) at += 1;
    text += query[at];
    at += 1;
  }
  return { text, end: at + 1 };
}

function readValue(query: string, start: number): { text: string; prefix: boolean; end: number } {
  if (query[start] === '"' || query[start] === "'") {
    const quoted = readQuoted(query, start);
    const starred = query[quoted.end] === "*";
    return { text: quoted.text, prefix: starred, end: quoted.end + (starred ? 1 : 0) };
  }
  let at = start;
  let text = "";
  while (at < query.length && !/[\s()]/.test(query[at] ?? "")) {
    if (query[at] === "\\" && at + 1 < query.length) at += 1;
    text += query[at];
    at += 1;
  }
  const prefix = text.endsWith("*");
  return { text: prefix ? text.slice(0, -1) : text, prefix, end: at };
}

function tokenise(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const rest = query.slice(at);
    const word = /^(AND|OR|NOT)(?=[\s(]|$)/.exec(rest);
    const field = /^([a-z_][a-z0-9_.]*):(>=|<=|>|<|=)?/i.exec(rest);
    if (/^\s/.test(rest)) at += 1;
    else if (rest[0] === "(" || rest[0] === ")") {
      tokens.push({ kind: rest[0] === "(" ? "open" : "close" });
      at += 1;
    } else if (word) {
      tokens.push({ kind: (word[1] ?? "and").toLowerCase() as "and" | "or" | "not" });
      at += word[0].length;
    } else if (rest[0] === "-" && rest.length > 1 && !/^-\s/.test(rest)) {
      tokens.push({ kind: "not" });
      at += 1;
    } else {
      const value = readValue(query, at + (field?.[0].length ?? 0));
      const comparison = (field?.[2] ?? "=") as Term["comparison"];
      tokens.push({ kind: "term", field: field?.[1]?.toLowerCase(), comparison, value: value.text, prefix: value.prefix });
      at = Math.max(value.end, at + 1);
    }
  }
  return tokens;
}

/** Reads a query; undefined when it says nothing. OR binds weaker than AND; terms side by side are joined by AND. */
export function parseSearch(query: string): Search | undefined {
  const tokens = tokenise(query);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];

  function readOr(): Search | undefined {
    const parts: Search[] = [];
    for (;;) {
      const part = readAnd();
      if (part) parts.push(part);
      if (peek()?.kind !== "or") break;
      at += 1;
    }
    return parts.length > 1 ? { kind: "or", parts } : parts[0];
  }
  function readAnd(): Search | undefined {
    const parts: Search[] = [];
    for (let token = peek(); token && token.kind !== "or" && token.kind !== "close"; token = peek()) {
      if (token.kind === "and") at += 1;
      else {
        const part = readOne();
        if (part) parts.push(part);
      }
    }
    return parts.length > 1 ? { kind: "and", parts } : parts[0];
  }
  function readOne(): Search | undefined {
    const token = peek();
    at += 1;
    if (token?.kind === "not") {
      const part = at < tokens.length ? readOne() : undefined;
      return part && { kind: "not", part };
    }
    if (token?.kind === "open") {
      const inner = readOr();
      if (peek()?.kind === "close") at += 1;
      return inner;
    }
    return token?.kind === "term" ? token : undefined;
  }

  const parts: Search[] = [];
  while (at < tokens.length) {
    const part = readOr();
    if (part) parts.push(part);
    if (peek()?.kind === "close") at += 1;
  }
  return parts.length > 1 ? { kind: "and", parts } : parts[0];
}

export type SearchWarning = { field: string; message: string; code: string };

/** A filter that Shopify does not know is ignored, so that everything is found; the answer only says so beside it. */
export function searchWarnings(search: Search | undefined, fields: object): SearchWarning[] {
  if (!search) return [];
  if (search.kind === "not") return searchWarnings(search.part, fields);
  if (search.kind !== "term") return search.parts.flatMap((part) => searchWarnings(part, fields));
  const { field } = search;
  return field && !(field in fields) ? [{ field, message: "Invalid search field for this query.", code: "invalid_field" }] : [];
}

/** Runs a search over one thing. `test` answers one term; undefined means the term is not understood and is ignored. */
export function matches(search: Search | undefined, test: (term: Term) => boolean | undefined): boolean {
  if (!search) return true;
  if (search.kind === "term") return test(search) ?? true;
  if (search.kind === "not") {
    if (search.part.kind === "term") {
      const answer = test(search.part);
      return answer === undefined ? true : !answer;
    }
    return !matches(search.part, test);
  }
  return search.kind === "and" ? search.parts.every((part) => matches(part, test)) : search.parts.some((part) => matches(part, test));
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter(Boolean);

/** Text is indexed by its words, so `email:example.com` finds every address there: an index, not an equality. */
export function textMatches(text: string | undefined, term: Term): boolean {
  if (text === undefined) return false;
  const wanted = wordsOf(term.value);
  if (wanted.length === 0) return term.prefix;
  const words = wordsOf(text);
  return words.some((_, start) =>
    wanted.every((word, index) => {
      const found = words[start + index];
      return term.prefix && index === wanted.length - 1 ? (found?.startsWith(word) ?? false) : found === word;
    }),
  );
}

export function numberMatches(actual: number, term: Term, wanted: number): boolean | undefined {
  if (Number.isNaN(wanted)) return undefined;
  if (term.comparison === "=") return actual === wanted;
  if (term.comparison === ">") return actual > wanted;
  if (term.comparison === ">=") return actual >= wanted;
  return term.comparison === "<" ? actual < wanted : actual <= wanted;
}

/** A date without a time means the whole day. */
export function dateMatches(actual: Date, term: Term): boolean | undefined {
  const wanted = Date.parse(term.value);
  if (Number.isNaN(wanted)) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(term.value);
  const dayEnd = wanted + 86_400_000 - 1;
  if (isDay && term.comparison === "=") return actual.getTime() >= wanted && actual.getTime() <= dayEnd;
  const border = isDay && (term.comparison === ">" || term.comparison === "<=") ? dayEnd : wanted;
  return numberMatches(actual.getTime(), term, border);
}
