import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, blockText, languages } from "#app/channels/message.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import type { FlowInput, FlowResult, ReturnEffectInput } from "#app/flows/engine.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import { nextMissing, stepNumber } from "#app/flows/return/slots.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import { intents, returnReasons, type Slots } from "#app/pipeline/assistant/model.ts";
import { daysAgo, dress, lineId, mug, noon, order, returnable, scarf } from "./setup/orders.ts";
import { Shopper, type Store, understood } from "./setup/shopper.ts";

const orderId = "gid://shopify/Order/4471";
const olderId = "gid://shopify/Order/4400";

/** What may happen next: an input of the shopper, or a move of the world between two messages. */
type Action =
  | { kind: "tap"; which: number }
  | { kind: "old-tap"; which: number }
  | { kind: "input"; input: FlowInput }
  | { kind: "world"; change: "price" | "less" | "gone" | "refunded" | "month-later" | "photo" | "effect-done" | "effect-failed" };

const phrases = [
  "yes",
  "no, the scarf",
  "the dress",
  "actually both",
  "das Leinenkleid",
  "all of them",
  "make it two",
  "other reason",
  "too small",
  "where is my refund?",
  "what does shipping cost?",
  "#4471",
  "4400",
  "{order} <b>hello</b>",
  "",
];

const slots: fc.Arbitrary<Slots> = fc.record(
  {
    yesNo: fc.constantFrom("yes" as const, "no" as const),
    quantity: fc.integer({ min: -1, max: 5 }),
    position: fc.integer({ min: 0, max: 4 }),
    reason: fc.constantFrom(...returnReasons),
    command: fc.constantFrom("back" as const, "start-over" as const, "stop" as const),
    correction: fc.boolean(),
    orderName: fc.constantFrom("#4471", "#4400", "#9999"),
  },
  { requiredKeys: [] },
);

const words = fc.record({ text: fc.constantFrom(...phrases), intent: fc.option(fc.constantFrom(...intents), { nil: undefined }), slots });
const picked = fc.array(
  fc.record({
    id: fc.constantFrom(lineId(dress), lineId(scarf), "gid://shopify/FulfillmentLineItem/9"),
    quantity: fc.integer({ min: -1, max: 4 }),
  }),
  { maxLength: 3 },
);

const tap: fc.Arbitrary<Action> = fc.record({ kind: fc.constant("tap" as const), which: fc.nat({ max: 12 }) });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: tap },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("old-tap" as const), which: fc.nat({ max: 40 }) }) },
  {
    weight: 4,
    arbitrary: words.map(
      (said): Action => ({ kind: "input", input: { kind: "text", text: said.text, understanding: understood(said.intent, said.slots) } }),
    ),
  },
  { weight: 2, arbitrary: picked.map((items): Action => ({ kind: "input", input: { kind: "items", slot: "items", items } })) },
  {
    weight: 1,
    arbitrary: words.map(
      (said): Action => ({
        kind: "input",
        input: { kind: "resume", text: said.text, movedFrom: "whatsapp", understanding: understood(said.intent, said.slots) },
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<FlowInput>(
        { kind: "resume" },
        { kind: "continue" },
        { kind: "photos", problems: [] },
        { kind: "photos", text: "look at the seam", problems: ["heic", "same"] },
        { kind: "effect-settled" },
        { kind: "store-event", topic: "returns/update" },
      )
      .map((input): Action => ({ kind: "input", input })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("price", "less", "gone", "refunded", "month-later", "photo", "effect-done", "effect-failed")
      .map((change) => ({ kind: "world", change }) as Action),
  },
);

function newStore(): Store {
  const older = order({ id: olderId, name: "#4400", processedAt: daysAgo(12), items: [mug] });
  return { orders: [order(), older], returnable: { [orderId]: [returnable(dress), returnable(scarf)], [olderId]: [returnable(mug)] } };
}

function moveWorld(shopper: Shopper<ReturnState>, change: Extract<Action, { kind: "world" }>["change"]): void {
  const { store } = shopper;
  const lines = store.returnable[orderId] ?? [];
  const price = { amount: "61.10", currencyCode: "EUR" };
  if (change === "price") store.returnable[orderId] = lines.map((line) => ({ ...line, unitPrice: price }));
  if (change === "less") store.returnable[orderId] = lines.map((line) => ({ ...line, quantity: Math.min(line.quantity, 1) }));
  if (change === "photo") store.photos = (store.photos ?? 0) + 1;
  if (change === "gone") store.returnable[orderId] = lines.slice(1);
  if (change === "month-later") shopper.now = new Date(shopper.now.getTime() + 30 * 86_400_000);
  if (change === "refunded") {
    const refund = { id: "gid://shopify/Refund/1", createdAt: noon, total: price };
    store.orders = store.orders.map((one) => (one.id === orderId ? { ...one, financialStatus: "REFUNDED", refunds: [refund] } : one));
  }
  if (change === "effect-done")
    store.effect = {
      kind: "return-request",
      state: "done",
      result: { id: "gid://shopify/Return/1", name: "#4471-R1", status: "REQUESTED" },
    };
  if (change === "effect-failed") store.effect = { kind: "return-request", state: "failed", error: "refused" };
}

type Step = { input: FlowInput; before: ReturnState; result: FlowResult<ReturnState> };

type Check = (step: Step, shopper: Shopper<ReturnState>) => void;

function play(actions: Action[], language: (typeof languages)[number], check?: Check, rules: Partial<ReturnPolicy> = {}) {
  const shopper = new Shopper(returnFlow, newStore(), { language, policy: { restockingFeePercentage: 10, mode: "open", ...rules } });
  const seen: string[] = ["case1|confirm|000000000000", "case1|items|*", "case1|nonsense|x"];
  const log: string[] = [];
  const send = (input: FlowInput) => {
    const before = shopper.state;
    const result = shopper.send(input);
    seen.push(...shopper.choices().map((choice) => choice.id));
    log.push(JSON.stringify(result));
    check?.({ input, before, result }, shopper);
  };
  const tap = (id: string) => {
    const [, slot = "", value = ""] = id.split("|");
    send({ kind: "choice", slot, value });
  };
  send({ kind: "resume", text: "return please", understanding: understood("return_start") });
  for (const one of actions) {
    if (one.kind === "world") moveWorld(shopper, one.change);
    if (one.kind === "input") send(one.input);
    const shown = shopper.choices().map((choice) => choice.id);
    if (one.kind === "tap" && shown.length > 0) tap(shown[one.which % shown.length] ?? "");
    if (one.kind === "old-tap") tap(seen[one.which % seen.length] ?? "");
  }
  return { shopper, log };
}

/** Anything at all, and now and then somebody who only taps what is offered and so gets far. */
const story = fc.oneof(
  { weight: 4, arbitrary: fc.array(action, { maxLength: 25 }) },
  { weight: 1, arbitrary: fc.array(tap, { minLength: 10, maxLength: 25 }) },
);
/** As many as a longer look is to take. */
const runs = { numRuns: Number(process.env.RUNS ?? 400) };

test("nothing is ever registered without a yes bound to the quote that was shown, and never twice", () => {
  let registered = 0;
  fc.assert(
    fc.property(story, (actions) => {
      const shown = new Set<string>();
      const { shopper } = play(actions, "en", ({ input, before, result }, { store }) => {
        const quote = result.blocks.find((block): block is Extract<Block, { kind: "quote" }> => block.kind === "quote");
        const [effect] = result.effects ?? [];
        if (effect) {
          registered += 1;
          const hash = effect.input.quoteHash;
          expect(before.shownQuote?.hash).toBe(hash);
          expect(shown).toContain(hash.slice(0, 12));
          const tapped = input.kind === "choice" && input.slot === "confirm" && input.value === hash.slice(0, 12);
          const said = (input.kind === "text" || input.kind === "resume") && input.understanding?.slots.yesNo === "yes";
          expect(tapped || said).toBe(true);
          for (const item of (effect.input as ReturnEffectInput).items) {
            const line = store.returnable[effect.input.orderId]?.find((one) => one.fulfillmentLineItemId === item.fulfillmentLineItemId);
            expect(item.quantity).toBeGreaterThanOrEqual(1);
            expect(item.quantity).toBeLessThanOrEqual(line?.quantity ?? 0);
          }
        }
        if (quote) shown.add(quote.confirm.id.split("|").at(-1) ?? "");
      });
      expect(shopper.effects.length).toBeLessThanOrEqual(1);
    }),
    runs,
  );
  // The stories must reach the point that this test is about.
  expect(registered).toBeGreaterThan(5);
});

test("no more is ever picked than can go back", () => {
  fc.assert(
    fc.property(story, (actions) => {
      play(actions, "en", ({ result, input }, { store }) => {
        const settled =
          result.understood && result.state.phase === "collecting" && input.kind !== "continue" && input.kind !== "effect-settled";
        if (!settled || !result.state.orderId || input.kind === "store-event") return;
        for (const pick of result.state.picks) {
          const line = store.returnable[result.state.orderId]?.find((one) => one.fulfillmentLineItemId === pick.fulfillmentLineItemId);
          expect(pick.quantity).toBeLessThanOrEqual(line?.quantity ?? 0);
        }
      });
    }),
    runs,
  );
});

test("the state is plain JSON, and the same story always gives the same answers", () => {
  fc.assert(
    fc.property(story, fc.constantFrom(...languages), (actions, language) => {
      const first = play(actions, language, ({ result }) => {
        expect(JSON.parse(JSON.stringify(result.state))).toEqual(JSON.parse(JSON.stringify(structuredClone(result.state))));
      });
      expect(play(actions, language).log).toEqual(first.log);
    }),
    { numRuns: 150 },
  );
});

test("every answer reads well in all seven languages: nothing empty, no placeholder left", () => {
  fc.assert(
    fc.property(story, fc.constantFrom(...languages), (actions, language) => {
      const spoken = actions.filter((one) => one.kind !== "input" || one.input.kind !== "text" || !one.input.text.includes("{"));
      play(spoken, language, ({ result, input }) => {
        for (const block of result.blocks) {
          expect(blockText(block).trim()).not.toBe("");
          expect(JSON.stringify(Object.values(block))).not.toMatch(/\{(?!")|undefined|Invalid/);
        }
        const speaks =
          result.understood && (input.kind === "choice" || input.kind === "text" || input.kind === "items" || input.kind === "resume");
        // A further return speaks for itself, in its own case.
        if (speaks && !result.next) expect(result.blocks.length).toBeGreaterThan(0);
      });
    }),
    runs,
  );
});

test("forward answers only ever lead forward", () => {
  const forward = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant("tap" as const), which: fc.nat({ max: 12 }) }),
      words.map((said): Action => {
        const { position, quantity, reason } = said.slots;
        return { kind: "input", input: { kind: "text", text: "hm", understanding: understood(undefined, { position, quantity, reason }) } };
      }),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(forward, (actions) => {
      const check: Check = ({ input, before, result }) => {
        const corrects = input.kind === "choice" && ["change", "command", "person", "proposal"].includes(input.slot);
        if (corrects || before.phase !== "collecting" || result.state.phase !== "collecting" || !result.understood) return;
        expect(stepOf(result.state)).toBeGreaterThanOrEqual(stepOf(before));
      };
      // Who says later that it is damaged is asked for pictures, which belong to the step of the reason.
      play(actions, "en", check, { photosDamaged: 0 });
    }),
    runs,
  );
});

function stepOf(state: ReturnState): number {
  const slot = nextMissing(state);
  return slot ? stepNumber(slot) : 6;
}
