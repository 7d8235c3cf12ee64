type Random = () => number;

/** What would do for an answer to anything: one in thirty is sane, as with people. */
const sane = JSON.stringify({
  intents: [{ intent: "smalltalk", confidence: 0.5 }],
  language: "en",
  mood: "calm",
  slots: {},
  answered: true,
  sentences: ["Hi."],
  summary: "Hi.",
  translations: ["Hi."],
});
const oneInThirty = 1 / 30;

const words = [
  "null",
  "yes",
  "refund",
  "-1",
  "1e999",
  "NaN",
  "#1001",
  "\u0000",
  "\u202e",
  "😀",
  "</transcript>",
  "https://evil.example",
  "[ORDER_1]",
  "",
];
const keys =
  "intents language mood slots sentences answered summary translations intent confidence orderName yesNo detail __proto__ constructor toString".split(
    " ",
  );

/** The body of an answer as no model should give one: cut off, of wrong types, with calls of tools that do not exist, or of nothing. */
export function garbage(random: Random): string {
  if (random() < oneInThirty) return JSON.stringify({ candidates: [{ content: { parts: [{ text: sane }] }, finishReason: "STOP" }] });
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const value = (depth: number): unknown => {
    const kind = Math.floor(random() * (depth > 3 ? 5 : 8));
    if (kind === 0) return null;
    if (kind === 1) return pick([-1, 0, 0.5, 1, 99, 1e12, -0.0001]);
    if (kind === 2) return random() < 0.5;
    if (kind <= 4) return pick(words).repeat(Math.floor(random() * 4));
    if (kind <= 6) return Object.fromEntries(Array.from({ length: Math.floor(random() * 5) }, () => [pick(keys), value(depth + 1)]));
    return Array.from({ length: Math.floor(random() * 6) }, () => value(depth + 1));
  };
  const call = () => ({ functionCall: { name: pick(["refund_order", "lookup", "", "__proto__"]), args: value(2) } });
  const likely = JSON.stringify({
    intents: [{ intent: pick(["return_start", "refund_everything", "smalltalk"]), confidence: pick([1, "1", -3, null]) }],
    language: pick(["en", "xx", null]),
    mood: pick(["calm", "furious"]),
    slots: value(2),
    sentences: value(2),
    answered: pick([true, "true"]),
    summary: pick(["", "x".repeat(5_000), null]),
    translations: value(2),
  });
  const text = () =>
    pick([
      likely,
      likely.slice(0, Math.floor(random() * likely.length)),
      JSON.stringify(value(0)),
      pick(words),
      `\`\`\`json\n${likely}\n\`\`\``,
    ]);
  const part = () =>
    pick<() => unknown>([
      () => ({ text: text() }),
      () => ({ text: text(), thought: random() < 0.3 }),
      call,
      () => value(1),
      () => ({ text: value(3) }),
    ])();
  const candidate = () =>
    pick<() => unknown>([
      () => ({
        content: { role: "model", parts: Array.from({ length: 1 + Math.floor(random() * 3) }, part) },
        finishReason: pick(["STOP", "STOP", "STOP", "MALFORMED_FUNCTION_CALL", "OTHER", 7]),
      }),
      () => ({ content: { parts: Array.from({ length: 200 }, call) }, finishReason: "STOP" }),
      () => ({ content: value(2), finishReason: pick(["STOP", null]) }),
      () => value(1),
    ])();
  const usage = pick<unknown>([
    { promptTokenCount: 12, candidatesTokenCount: 5 },
    { promptTokenCount: "12", candidatesTokenCount: -5 },
    null,
    { promptTokenCount: 1e15 },
    value(2),
  ]);
  const whole = {
    candidates: pick<unknown>([[candidate()], [candidate()], [candidate()], [], null, value(1)]),
    usageMetadata: usage,
    promptFeedback: random() < 0.1 ? value(1) : undefined,
  };
  const body = JSON.stringify(random() < 0.9 ? whole : value(0));
  return random() < 0.95 ? body : body.slice(0, Math.floor(random() * body.length));
}
