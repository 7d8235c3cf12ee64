/** One Authentication-Results header (RFC 8601), read by its grammar. */
export type AuthenticationResults = {
  authServer: string;
  results: { method: string; result: string; properties: Map<string, string> }[];
};

type Token = { kind: "word" | "quoted" | "sign"; text: string };

/** Null for anything that does not follow the grammar: a header that can be read in two ways proves nothing. */
export function parseAuthenticationResults(value: string): AuthenticationResults | null {
  const tokens = tokenize(value);
  if (!tokens) return null;
  const segments = splitAt(tokens, ";");
  const [head, ...rest] = segments;
  const server = head?.[0];
  const version = head?.[1];
  if (!head || !server || server.kind === "sign" || head.length > 2) return null;
  if (version && version.text !== "1") return null;
  const results: AuthenticationResults["results"] = [];
  for (const segment of rest) {
    if (segment.length === 0) continue;
    if (segment.length === 1 && segment[0]?.text.toLowerCase() === "none") continue;
    const result = readResult(segment);
    if (!result) return null;
    results.push(result);
  }
  return { authServer: server.text, results };
}

/** `method=result` and then `name=value` pairs; values may be quoted. A name given twice makes the result unreadable. */
function readResult(tokens: Token[]): AuthenticationResults["results"][number] | null {
  const pairs: [string, string][] = [];
  for (let index = 0; index < tokens.length; index += 3) {
    const [name, equals, value] = tokens.slice(index, index + 3);
    if (name?.kind !== "word" || equals?.kind !== "sign" || equals.text !== "=" || !value || value.kind === "sign") return null;
    pairs.push([name.text.toLowerCase(), value.text]);
  }
  const [first, ...others] = pairs;
  if (!first) return null;
  const properties = new Map(others.map(([name, value]) => [name, value.toLowerCase()]));
  if (properties.size !== others.length) return null;
  return { method: first[0].replace(/\/1$/, ""), result: first[1].toLowerCase(), properties };
}

function tokenize(value: string): Token[] | null {
  const tokens: Token[] = [];
  let index = 0;
  while (index < value.length) {
    const sign = value.charAt(index);
    if (/\s/.test(sign)) index += 1;
    else if (sign === "(") {
      const end = commentEnd(value, index);
      if (end < 0) return null;
      index = end;
    } else if (sign === '"') {
      const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(value.slice(index));
      if (!quoted) return null;
      tokens.push({ kind: "quoted", text: (quoted[1] ?? "").replace(/\\(.)/g, "$1") });
      index += quoted[0].length;
    } else if (sign === ";" || sign === "=") {
      tokens.push({ kind: "sign", text: sign });
      index += 1;
    } else {
      const word = /^[^\s()";=]+/.exec(value.slice(index, index + 1000));
      if (!word) return null;
      tokens.push({ kind: "word", text: word[0] });
      index += word[0].length;
    }
  }
  return tokens;
}

/** Comments nest. Returns the place behind the closing bracket, or -1 when it never closes. */
function commentEnd(value: string, start: number): number {
  let depth = 0;
  for (let index = start; index < value.length; index += 1) {
    const sign = value.charAt(index);
    if (sign === "\\") index += 1;
    else if (sign === "(") depth += 1;
    else if (sign === ")") {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return -1;
}

function splitAt(tokens: Token[], sign: string): Token[][] {
  const segments: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "sign" && token.text === sign) segments.push([]);
    else segments.at(-1)?.push(token);
  }
  return segments;
}

/**
 * Whether our own receiving server says that this domain sent the mail. Only the topmost header counts, since a server
 * writes above what came in, and only under the exact name of the pinned server. ARC headers, further headers and a
 * verdict for a parent or sub domain prove nothing.
 */
export function isAuthenticated(headersFromTop: string[], trustedAuthServer: string, fromDomain: string): boolean {
  const top = headersFromTop[0];
  if (top === undefined || !trustedAuthServer || top.length > 10_000) return false;
  const parsed = parseAuthenticationResults(top);
  if (!parsed || parsed.authServer !== trustedAuthServer) return false;
  const verdicts = parsed.results.filter((one) => one.method === "dmarc");
  const verdict = verdicts[0];
  return verdicts.length === 1 && verdict?.result === "pass" && verdict.properties.get("header.from") === fromDomain;
}
