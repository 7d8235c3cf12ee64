/**
 * What shoppers write in one language, by topic: an intent ("invoice"), an intent with its detail ("order_status.delayed") or
 * the reason of a return ("reason.damaged"). All sentences are our own. In the files a topic stands in brackets on a line of
 * its own; below it a line break or `|` ends an utterance.
 */
export type UtteranceBook = Map<string, string[]>;

/** Reads the text of a book. Throws when a topic stands there twice or an utterance stands outside of all topics. */
export function readBook(text: string): UtteranceBook {
  const book: UtteranceBook = new Map();
  let utterances: string[] | undefined;
  for (const line of text.split("\n")) {
    const topic = /^\[([\w.]+)\]$/.exec(line.trim())?.[1];
    if (topic !== undefined) {
      if (book.has(topic)) throw new Error(`[${topic}] stands there twice.`);
      utterances = [];
      book.set(topic, utterances);
      continue;
    }
    const found = line
      .split("|")
      .map((one) => one.trim())
      .filter((one) => one.length > 0);
    if (found.length > 0 && !utterances) throw new Error(`No topic above: ${line}`);
    utterances?.push(...found);
  }
  return book;
}
