const openers: Record<string, string> = {
  English: "Of course:",
  German: "Gern:",
  French: "Bien sûr :",
  Spanish: "Claro:",
  Portuguese: "Claro:",
  Italian: "Certo:",
  Dutch: "Natuurlijk:",
};

/** The language that the instruction asks for. */
export function languageOf(instruction: string): string {
  return Object.keys(openers).find((name) => instruction.includes(`in ${name}`)) ?? "English";
}

/** The template in slightly other words: a friendly opener before the first sentence, every fact untouched. */
export function reword(template: string[], language: string): string[] {
  return template.map((sentence, index) => (index === 0 ? `${openers[language] ?? "Of course:"} ${sentence}` : sentence));
}

/** The sentences of the passages that share most words with the question, two at most; none where they share hardly any. */
export function fromPassages(passages: string, question: string): string[] {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? []);
  const asked = wordsOf(question);
  const sentences = passages
    .split("\n")
    .filter((line) => line && !line.startsWith("## "))
    .flatMap((line) => line.split(/(?<=[.!?])\s+/));
  const scored = sentences.map((sentence) => ({ sentence, shared: [...wordsOf(sentence)].filter((word) => asked.has(word)).length }));
  return scored
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, 2)
    .map(({ sentence }) => sentence);
}

/** A hand-over note that states the facts it was given. */
export function note(facts: string): string {
  try {
    const { problem, tried, wanted, blocker } = JSON.parse(facts) as { problem: string; tried: string[]; wanted: string; blocker: string };
    return [problem, ...tried, wanted, blocker].filter(Boolean).join(" ").split(/\s+/).slice(0, 80).join(" ");
  } catch {
    return "No facts were given.";
  }
}
