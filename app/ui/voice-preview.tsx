type Phrases = { greeting: string; thanks: string; apology: string; handOver: string };

/** How the phrases read in a talk. */
export function VoicePreview({ name, phrases }: { name: string; phrases: Phrases }) {
  const talk: [who: "shopper" | "assistant", words: string][] = [
    ["shopper", "Hi!"],
    ["assistant", `${phrases.greeting} …`],
    ["shopper", "Thank you!"],
    ["assistant", `${phrases.thanks} …`],
    ["shopper", "I would like to talk to somebody."],
    ["assistant", `${phrases.handOver} …`],
  ];
  return (
    <section className="ot-talk" aria-label="Preview">
      {talk.map(([who, words]) => (
        <p key={words} data-who={who}>
          <span className="ot-hidden">{who === "assistant" ? name : "Shopper"}: </span>
          {words}
        </p>
      ))}
    </section>
  );
}
