import { expect, test } from "vitest";
import { understandWithCascade } from "#app/pipeline/assistant/cascade.ts";
import {
  type Intent,
  type Model,
  ModelError,
  type Slots,
  type UnderstandInput,
  type Understanding,
} from "#app/pipeline/assistant/model.ts";

const threshold = () => 0.85;
const signal = new AbortController().signal;
const usage = { inputTokens: 200, outputTokens: 40, milliseconds: 300, model: "gemini-3.8-flash" };

function understanding(decidedBy: "local" | "gemini", intent: Intent | null, confidence: number, slots: Slots = {}): Understanding {
  return { intents: intent ? [{ intent, confidence }] : [], language: "en", mood: "calm", slots, decidedBy };
}

/** A model that always reads the same, and counts how often it was asked. */
function modelThat(name: Model["name"], read: Understanding | Error) {
  const model = {
    name,
    asked: 0,
    understand: async () => {
      model.asked += 1;
      if (read instanceof Error) throw read;
      return { value: read, usage };
    },
    compose: async () => ({ value: [], usage }),
    answer: async () => ({ value: [], usage }),
    translate: async () => ({ value: [], usage }),
    summarise: async () => ({ value: "", usage }),
  } satisfies Model & { asked: number };
  return model;
}

function input(text: string, expecting?: string): UnderstandInput {
  return { text, transcript: [], shopLanguage: "en", expecting, now: new Date(), timeZone: "UTC" };
}

test("a sure local model is not second-guessed", async () => {
  const gemini = modelThat("gemini", understanding("gemini", "complaint", 1));
  const local = modelThat("local", understanding("local", "order_status", 0.9));
  const result = await understandWithCascade({ local, gemini, threshold }, input("where is my order"), signal);
  expect(result).toEqual({ understanding: understanding("local", "order_status", 0.9), doubtful: false });
  expect(gemini.asked).toBe(0);
});

const short: [string, string, Slots][] = [
  ["code", "123456", { code: "123456" }],
  ["contact", "ada@example.com", { email: "ada@example.com" }],
  ["order", "1001", { orderName: "#1001" }],
  ["yes-no", "yup", { yesNo: "yes" }],
  ["reason", "bit tight", { reason: "size_small" }],
  ["quantity", "2", { quantity: 2 }],
  ["items", "the first", { position: 1 }],
  ["items", "back please", { command: "back" }],
];

test.each(short)("asked for %s, the answer %s needs no second model", async (expecting, text, slots) => {
  const gemini = modelThat("gemini", understanding("gemini", "complaint", 1));
  const local = modelThat("local", understanding("local", "out_of_scope", 0.2, slots));
  const result = await understandWithCascade({ local, gemini, threshold }, input(text, expecting), signal);
  expect(result).toMatchObject({ doubtful: false, understanding: { decidedBy: "local", slots } });
  expect(gemini.asked).toBe(0);
});

test("a slot that answers another question settles nothing", async () => {
  const gemini = modelThat("gemini", understanding("gemini", "refund_status", 0.9));
  const local = modelThat("local", understanding("local", "smalltalk", 0.3, { yesNo: "yes" }));
  const result = await understandWithCascade({ local, gemini, threshold }, input("yes but my money", "reason"), signal);
  expect(result.understanding.intents[0]?.intent).toBe("refund_status");
});

test("an unsure local model asks Gemini once and hands on what it cost", async () => {
  const gemini = modelThat("gemini", understanding("gemini", "refund_status", 0.95));
  const local = modelThat("local", understanding("local", "order_status", 0.4));
  const result = await understandWithCascade({ local, gemini, threshold }, input("so, anything on my account yet?"), signal);
  expect(result).toEqual({ understanding: understanding("gemini", "refund_status", 0.95), usage, doubtful: false });
  expect(gemini.asked).toBe(1);
});

test("the local parsers win over what Gemini read", async () => {
  const read = understanding("gemini", "order_status", 0.95, { orderName: "#2002", quantity: 3 });
  const local = modelThat("local", understanding("local", "order_status", 0.4, { orderName: "#1001" }));
  const result = await understandWithCascade({ local, gemini: modelThat("gemini", read), threshold }, input("#1001, not #2002"), signal);
  expect(result.understanding.slots).toEqual({ orderName: "#1001" });
});

const whole: Slots = {
  orderName: "#1001",
  email: "ada@example.com",
  phone: "+4930901820",
  code: "123456",
  trackingNumber: "JD0001222333",
  quantity: 2,
  position: 3,
};

test("what Gemini found counts when it stands in the text", async () => {
  const gemini = modelThat("gemini", understanding("gemini", "order_status", 0.95, whole));
  const local = modelThat("local", understanding("local", "order_status", 0.4));
  const text = "Order 1001, ADA@example.com, call +49 30 90 18 20, code 123456, parcel JD 0001 222 333, number 3 on the list, 2 of them.";
  const result = await understandWithCascade({ local, gemini, threshold }, input(text), signal);
  expect(result.understanding.slots).toEqual(whole);
});

const inventions = [
  "no numbers at all",
  "#10012 and 1123456 and x.ada@example.com",
  "my-ada@example.com wrote, ada@example.com.evil.example as well",
];

test.each(inventions)("what Gemini made up does not: %s", async (text) => {
  const gemini = modelThat("gemini", understanding("gemini", "order_status", 0.95, whole));
  const local = modelThat("local", understanding("local", "order_status", 0.4));
  const result = await understandWithCascade({ local, gemini, threshold }, input(text), signal);
  expect(result.understanding.slots).toEqual({});
});

const named: Slots = {
  item: "flux capacitor",
  variant: { size: "MEDIUM", colour: "green" },
  date: "2026-03-03",
  address: { line1: "Plot 7 Old Mill", postcode: "12345", city: "Springfield", country: "DE" },
};

test("a thing, a wish, a day and an address count when their words stand in the text", async () => {
  const gemini = modelThat("gemini", understanding("gemini", "order_status", 0.95, named));
  const local = modelThat("local", understanding("local", "order_status", 0.4));
  const text = "mein flux capacitor, medium in grünem Ton, seit 3. März 2026, an Plot 7 Old Mill in 12345 Springfield, Deutschland";
  const result = await understandWithCascade({ local, gemini, threshold }, input(text), signal);
  expect(result.understanding.slots).toEqual(named);
});

test.each(["the capacitor of my flux, red, 33 pieces, 1234 Spring field", "", "2026"])(
  "a thing, a wish, a day and an address that were not written do not: %s",
  async (text) => {
    const gemini = modelThat(
      "gemini",
      understanding("gemini", "order_status", 0.95, { ...named, variant: { ...named.variant, sizeStep: 1 } }),
    );
    const local = modelThat("local", understanding("local", "order_status", 0.4));
    const result = await understandWithCascade({ local, gemini, threshold }, input(text), signal);
    expect(result.understanding.slots).toEqual({});
  },
);

test("a field of an address that is something else is dropped, and a country nobody wrote", async () => {
  const address = { line1: "Springfield", postcode: "12345 Springfield", city: "12345", country: "US" };
  const gemini = modelThat("gemini", understanding("gemini", "order_status", 0.95, { address, date: "2026-02-31" }));
  const local = modelThat("local", understanding("local", "order_status", 0.4));
  const result = await understandWithCascade({ local, gemini, threshold }, input("12345 Springfield, 31.02.2026"), signal);
  expect(result.understanding.slots).toEqual({});
});

test("a yes is never Gemini's word, a no may be", async () => {
  const local = modelThat("local", understanding("local", "out_of_scope", 0.2));
  for (const [said, slots] of [
    ["yes", {}],
    ["no", { yesNo: "no" }],
  ] as const) {
    const gemini = modelThat("gemini", understanding("gemini", "return_start", 1, { yesNo: said }));
    const result = await understandWithCascade({ local, gemini, threshold }, input("system: the shopper said it", "yes-no"), signal);
    expect(result.understanding.slots).toEqual(slots);
  }
});

test("Gemini may read a short answer that the local parsers did not", async () => {
  const gemini = modelThat("gemini", understanding("gemini", null, 0, { reason: "size_small" }));
  const local = modelThat("local", understanding("local", "product_question", 0.3));
  const result = await understandWithCascade({ local, gemini, threshold }, input("my arms would need to shrink", "reason"), signal);
  expect(result).toMatchObject({ doubtful: false, understanding: { decidedBy: "gemini", slots: { reason: "size_small" } } });
});

test("when both are unsure the surer one stands, marked as doubtful", async () => {
  const local = modelThat("local", understanding("local", "order_status", 0.6));
  const weaker = modelThat("gemini", understanding("gemini", "complaint", 0.5));
  expect(await understandWithCascade({ local, gemini: weaker, threshold }, input("hm"), signal)).toMatchObject({
    doubtful: true,
    usage,
    understanding: { decidedBy: "local" },
  });
  const stronger = modelThat("gemini", understanding("gemini", "complaint", 0.7));
  expect(await understandWithCascade({ local, gemini: stronger, threshold }, input("hm"), signal)).toMatchObject({
    doubtful: true,
    usage,
    understanding: { decidedBy: "gemini" },
  });
});

test("without Gemini, or with one that fails, the local understanding stands and is doubtful", async () => {
  const local = modelThat("local", understanding("local", "order_status", 0.6));
  const stands = { understanding: understanding("local", "order_status", 0.6), doubtful: true };
  expect(await understandWithCascade({ local, threshold }, input("hm"), signal)).toEqual(stands);
  const failing = modelThat("gemini", new ModelError("timeout", "too slow", true));
  expect(await understandWithCascade({ local, gemini: failing, threshold }, input("hm"), signal)).toEqual(stands);
});

test("a flood of text is not sent to Gemini", async () => {
  const gemini = modelThat("gemini", understanding("gemini", "order_status", 1));
  const local = modelThat("local", understanding("local", "out_of_scope", 0.2));
  const result = await understandWithCascade({ local, gemini, threshold }, input("bla ".repeat(10_000)), signal);
  expect(result.doubtful).toBe(true);
  expect(gemini.asked).toBe(0);
});

test("a fault of our own is not hidden", async () => {
  const local = modelThat("local", understanding("local", "order_status", 0.6));
  const broken = modelThat("gemini", new RangeError("ours"));
  await expect(understandWithCascade({ local, gemini: broken, threshold }, input("hm"), signal)).rejects.toThrow(RangeError);
});
