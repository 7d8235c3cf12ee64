/**
 * What shoppers write in one language, by topic: an intent ("invoice"), an intent with its detail ("order_status.delayed"), with
 * surely none ("order_status.general"), or the reason of a return ("reason.damaged"). All sentences are our own. In the files
 * a topic stands in brackets on a line of its own; below it a line break or `|` ends a pattern, and `{a/b/}` in a pattern
 * stands for either of its parts.
 */
export type Pattern = { pattern: string; utterances: string[] };
export type UtteranceBook = Map<string, Pattern[]>;

/** Patterns with many combinations give this many, spread evenly over them. */
const mostOfOne = 10;

/** Reads the text of a book. Throws when an utterance stands outside of all topics or under two. */
export function readBook(text: string): UtteranceBook {
  const book: UtteranceBook = new Map();
  const owners = new Map<string, string>();
  let topic = "";
  for (const line of text.split("\n")) {
    const named = /^\[([\w.]+)\]$/.exec(line.trim())?.[1];
    if (named !== undefined) {
      topic = named;
      if (!book.has(topic)) book.set(topic, []);
      continue;
    }
    for (const pattern of line.split("|").map((one) => one.trim())) {
      if (pattern === "") continue;
      if (topic === "") throw new Error(`No topic above: ${pattern}`);
      // A reason answers a question; the same words may be a wish by themselves.
      const key = `${topic.startsWith("reason.")} ${pattern}`;
      const owner = owners.get(key);
      if (owner === topic) continue;
      if (owner !== undefined) throw new Error(`"${pattern}" stands under [${owner}] and under [${topic}].`);
      owners.set(key, topic);
      book.get(topic)?.push({ pattern, utterances: utterancesOf(pattern) });
    }
  }
  return book;
}

/** The sentences that a pattern stands for, always the same ones. */
export function utterancesOf(pattern: string): string[] {
  const parts = pattern.split(/[{}]/).map((part, index) => (index % 2 === 0 ? [part] : part.split("/")));
  const combinations = parts.reduce((product, choices) => product * choices.length, 1);
  const count = Math.min(combinations, mostOfOne);
  const found = Array.from({ length: count }, (_, n) =>
    combination(parts, Math.floor((n * combinations) / count + (n % 3) * (combinations / count / 3))),
  );
  return [...new Set(found)];
}

/** The combination of a number, its choices turned on with it, so that numbers far apart do not all take the first ones. */
function combination(parts: string[][], number: number): string {
  let rest = number;
  const words = parts.map((choices) => {
    const chosen = choices[(rest + Math.floor(number / 7)) % choices.length] ?? "";
    rest = Math.floor(rest / choices.length);
    return chosen;
  });
  return words.join("").replace(/\s+/g, " ").trim();
}
