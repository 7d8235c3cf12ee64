import fc from "fast-check";
import type { Block, Choice } from "#app/channels/message.ts";

/** Replies for property tests: `arbitraryReply` is any reply at all, `factualReply` one of a size that a shopper really gets. */
const words = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: "grapheme", maxLength }),
    fc.lorem({ maxCount: 12 }).map((text) => text.slice(0, maxLength)),
  );
const url = fc.webUrl({ withQueryParameters: true });
const money = fc.record({
  amount: fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  currencyCode: fc.constantFrom("EUR", "USD", "JPY"),
});

const choice = (title: fc.Arbitrary<string>): fc.Arbitrary<Choice> =>
  fc.record({ id: fc.string({ unit: "grapheme", maxLength: 250 }), title, description: fc.option(words(120), { nil: undefined }) });

const markdown = fc.oneof(
  words(300),
  fc.lorem({ mode: "sentences", maxCount: 40 }),
  fc.constantFrom(
    "**Good news**: it is _on its way_.",
    "# Returns\n\n- within 30 days\n- unworn\n\n[Read more](https://linden-loom.example/returns)",
    "👩‍👩‍👧‍👦".repeat(200),
    "é".repeat(9000),
  ),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: markdown }),
  fc.record({
    kind: fc.constant("choices" as const),
    prompt: fc.option(markdown, { nil: undefined }),
    choices: fc.array(choice(words(60)), { maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant("order" as const),
    name: words(20),
    status: words(200),
    items: fc.array(fc.record({ title: words(100), variantTitle: fc.option(words(40), { nil: undefined }), quantity: fc.nat(20) }), {
      maxLength: 30,
    }),
    stages: fc.array(
      fc.record({
        label: words(40),
        at: fc.option(words(30), { nil: undefined }),
        state: fc.constantFrom("done" as const, "present" as const, "ahead" as const),
      }),
      { maxLength: 5 },
    ),
    trackingUrl: fc.option(url, { nil: undefined }),
    trackingLabel: fc.option(words(30), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant("items" as const),
    prompt: markdown,
    choiceId: fc.constant("case1|items|*"),
    confirmLabel: fc.constant("Continue"),
    items: fc.array(
      fc.record({
        id: fc.string({ maxLength: 60 }),
        title: words(100),
        variantTitle: fc.option(words(40), { nil: undefined }),
        price: fc.option(money, { nil: undefined }),
        maxQuantity: fc.integer({ min: 1, max: 9 }),
        refused: fc.option(words(80), { nil: undefined }),
      }),
      { maxLength: 30 },
    ),
  }),
  fc.record({
    kind: fc.constant("quote" as const),
    title: words(60),
    lines: fc.array(fc.record({ label: words(40), amount: words(20) }), { maxLength: 8 }),
    total: fc.record({ label: words(20), amount: words(20) }),
    confirm: choice(words(40)),
    others: fc.array(choice(words(40)), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant("progress" as const),
    step: fc.integer({ min: 1, max: 5 }),
    of: fc.constant(5),
    label: words(40),
    saved: fc.array(fc.record({ label: words(30), value: words(60), change: fc.option(choice(words(20)), { nil: undefined }) }), {
      maxLength: 5,
    }),
  }),
  fc.record({ kind: fc.constant("link" as const), label: words(60), url }),
);

export const arbitraryReply = fc.array(block, { minLength: 1, maxLength: 6 });

const orderName = fc.integer({ min: 1001, max: 99_999 }).map((number) => `#${number}`);
const amount = fc.integer({ min: 1, max: 99_999 }).map((cents) => `${(cents / 100).toFixed(2)} EUR`);
const day = fc
  .record({ day: fc.integer({ min: 1, max: 28 }), month: fc.constantFrom("March", "November", "décembre") })
  .map(({ day: date, month }) => `${date}. ${month} 2026`);
const trackingUrl = fc.integer({ min: 10_000, max: 9_999_999 }).map((code) => `https://carrier.example/track_it?code=${code}&_lang=en_GB`);

/** A reply with the facts that every channel must carry over: order name, amounts, dates, links. */
export const factualReply: fc.Arbitrary<{ blocks: Block[]; facts: string[] }> = fc
  .record({
    orderName,
    price: amount,
    fee: amount,
    total: amount,
    shipped: day,
    due: day,
    trackingUrl,
    help: trackingUrl,
    prose: fc.lorem({ mode: "sentences", maxCount: 60 }),
    long: fc.boolean(),
    parts: fc.subarray(["order", "quote", "link", "progress"] as const, { minLength: 1 }),
  })
  .map((made) => {
    const all: Record<(typeof made.parts)[number], { block: Block; facts: string[] }> = {
      order: {
        block: {
          kind: "order",
          name: made.orderName,
          status: "On its way",
          items: [{ title: "Wool blanket", variantTitle: "Moss", quantity: 1 }],
          stages: [
            { label: "Shipped", at: made.shipped, state: "done" },
            { label: "Delivery", at: made.due, state: "ahead" },
          ],
          trackingUrl: made.trackingUrl,
          trackingLabel: "Track parcel",
        },
        facts: [made.orderName, made.shipped, made.due, made.trackingUrl, "Wool blanket", "Moss"],
      },
      quote: {
        block: {
          kind: "quote",
          title: "Your refund",
          lines: [
            { label: "Wool blanket", amount: made.price },
            { label: "Return shipping", amount: made.fee },
          ],
          total: { label: "You get back", amount: made.total },
          confirm: { id: "case1|confirm|yes", title: "Yes, request the return now" },
          others: [{ id: "case1|confirm|no", title: "Not now" }],
        },
        facts: [made.price, made.fee, made.total],
      },
      link: { block: { kind: "link", label: "How returns work", url: made.help }, facts: [made.help] },
      progress: {
        block: {
          kind: "progress",
          step: 3,
          of: 5,
          label: "Reason",
          saved: [
            { label: "Order", value: made.orderName },
            { label: "Delivered", value: made.due },
          ],
        },
        facts: [made.orderName, made.due],
      },
    };
    const chosen = made.parts.map((part) => all[part]);
    const prose: Block[] = made.long ? [{ kind: "text", text: made.prose }] : [];
    return { blocks: [...prose, ...chosen.map((one) => one.block)], facts: chosen.flatMap((one) => one.facts) };
  });
