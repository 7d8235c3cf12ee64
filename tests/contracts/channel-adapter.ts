import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChannelAdapter, InboundItem, RenderedPart } from "#app/channels/channel.ts";
import type { Block } from "#app/channels/message.ts";
import { arbitraryReply, factualReply } from "./arbitrary-reply.ts";

/** What a channel shows the suite of itself, in its own wire format. */
export type ChannelSamples = {
  /** One body with several messages in it where the vendor batches; their ids in order. */
  batch: { body: unknown; messageIds: string[] };
  /** The same batch with one item broken, and the ids that must still come out. */
  batchWithBrokenNeighbour?: { body: unknown; messageIds: string[] };
  /** Bodies holding one thing of a kind that cannot be shown. */
  unsupported: unknown[];
  /** Our own message coming back, where the channel does that. */
  ownEcho?: { body: unknown; externalId: string; recipient: string };
  /** Any other valid bodies; with the ones above they are what mutations start from. */
  others?: unknown[];
  /** Everything the shopper can read of a part: text, buttons, descriptions, addresses. */
  shown(part: RenderedPart): string;
  /** The texts that the channel's `maxText` limits. */
  texts(part: RenderedPart): string[];
  /** The vendor's own refusal of this part, or null: limits that are not in `capabilities`. */
  refusal(part: RenderedPart): unknown;
  /** What can be tapped on a part, with what the vendor sends when it is. Absent on channels without buttons. */
  taps?(part: RenderedPart): { id: string; title: string; body: unknown }[];
};

const context = { language: "en", shopName: "Linden & Loom" } as const;

/** The suite that every channel passes. */
export function channelAdapterContract(name: string, adapter: ChannelAdapter, samples: ChannelSamples): void {
  const { capabilities } = adapter;
  const { taps } = samples;
  const bodies = [
    samples.batch.body,
    samples.batchWithBrokenNeighbour?.body,
    samples.ownEcho?.body,
    ...samples.unsupported,
    ...(samples.others ?? []),
  ].filter((body) => body !== undefined);

  describe(`${name}: reading`, () => {
    test("every message of a batch is read, in order", () => {
      expect(messageIds(adapter.parse(samples.batch.body))).toEqual(samples.batch.messageIds);
    });

    test("the same body read twice names the same things", () => {
      for (const body of bodies) expect(adapter.parse(structuredClone(body))).toEqual(adapter.parse(body));
    });

    if (samples.batchWithBrokenNeighbour)
      test("a broken item never takes its neighbours along", () => {
        const broken = samples.batchWithBrokenNeighbour;
        expect(messageIds(adapter.parse(broken?.body))).toEqual(broken?.messageIds);
      });

    test("what cannot be shown is a message that says so", () => {
      for (const body of samples.unsupported) {
        const message = adapter.parse(body).find((item) => item.kind === "message");
        expect(message?.kind === "message" && message.content.unsupported, JSON.stringify(body)).toBeTruthy();
      }
    });

    if (samples.ownEcho)
      test("our own message coming back is an echo, never the shopper's", () => {
        const items = adapter.parse(samples.ownEcho?.body);
        expect(items).toContainEqual(
          expect.objectContaining({ kind: "echo", externalId: samples.ownEcho?.externalId, recipient: samples.ownEcho?.recipient }),
        );
        expect(messageIds(items)).toEqual([]);
      });

    test("arbitrary JSON never throws", () => {
      fc.assert(
        fc.property(fc.jsonValue(), (body) => isWellFormed(adapter.parse(body))),
        { numRuns: 300 },
      );
      for (const body of [undefined, null, "", 0, [], {}, { object: adapter.name, entry: [null, { changes: [null], messaging: [null] }] }])
        isWellFormed(adapter.parse(body));
    });

    test("samples with anything in any place replaced never throw", () => {
      const mutated = fc
        .tuple(fc.constantFrom(...bodies), fc.infiniteStream(fc.nat()), oddValue)
        .map(([body, picks, odd]) => mutate(structuredClone(body), picks, odd));
      fc.assert(
        fc.property(mutated, (body) => isWellFormed(adapter.parse(body))),
        { numRuns: 1000 },
      );
    });
  });

  describe(`${name}: writing`, () => {
    test("no reply is ever beyond the channel's limits", () => {
      fc.assert(
        fc.property(arbitraryReply, (blocks) => {
          const parts = adapter.render(blocks, context);
          expect(parts.length).toBeLessThanOrEqual(capabilities.maxParts);
          if (saysSomething(blocks)) expect(parts.length).toBeGreaterThan(0);
          for (const part of parts) {
            expect(samples.refusal(part)).toBeNull();
            for (const text of samples.texts(part)) expect(size(text, capabilities.textUnit)).toBeLessThanOrEqual(capabilities.maxText);
            expect(taps?.(part).length ?? 0).toBeLessThanOrEqual(Math.max(capabilities.maxButtons, capabilities.maxListRows));
          }
        }),
        { numRuns: 400 },
      );
    });

    test("order names, amounts, dates and links all arrive", () => {
      fc.assert(
        fc.property(factualReply, ({ blocks, facts }) => {
          const seen = squeeze(adapter.render(blocks, context).map(samples.shown).join("\n"));
          for (const fact of facts) expect(seen).toContain(squeeze(fact));
        }),
        { numRuns: 300 },
      );
    });

    test("every choice can be read in full, tappable or not", () => {
      for (const count of [1, 2, 3, 4, 10, 11, 13, 25]) {
        const parts = adapter.render([choices(count)], context);
        const seen = squeeze(parts.map(samples.shown).join("\n"));
        for (const choice of choices(count).choices) expect(seen).toContain(choice.title);
      }
    });

    test("the text of a part is what its body says", () => {
      fc.assert(
        fc.property(factualReply, ({ blocks }) => {
          for (const part of adapter.render(blocks, context))
            for (const text of samples.texts(part)) expect(squeeze(text)).toContain(squeeze(part.text));
        }),
        { numRuns: 50 },
      );
    });

    if (taps)
      test("a tapped choice comes back under the id it was given", () => {
        for (const count of [1, 2, 3, 4, 10]) {
          const wanted = choices(count).choices.map((choice) => choice.id);
          const tapped = adapter
            .render([{ kind: "text", text: "Which one?" }, choices(count)], context)
            .flatMap((part) => taps?.(part) ?? []);
          expect(tapped.map((tap) => tap.id)).toEqual(wanted);
          for (const tap of tapped) {
            const [item, ...others] = adapter.parse(tap.body);
            expect(others).toEqual([]);
            expect(item?.kind === "message" && item.content.choice).toEqual({ id: tap.id, title: tap.title });
          }
        }
      });

    if (taps)
      test("each item of a picker that can be picked is a choice of its own", () => {
        const item = (id: string, refused?: string) => ({ id, title: `Wool blanket ${id}`, maxQuantity: 1, refused });
        const picker: Block = {
          kind: "items",
          prompt: "Which item?",
          choiceId: "case1|items|*",
          confirmLabel: "Continue",
          items: [item("7"), item("8", "Final sale"), item("9")],
        };
        const parts = adapter.render([picker], context);
        expect(parts.flatMap((part) => taps?.(part) ?? []).map((tap) => tap.id)).toEqual(["case1|items|7", "case1|items|9"]);
        expect(parts.map(samples.shown).join("\n")).toContain("Final sale");
      });
  });
}

/** Titles too long for any button, so that the channel has to show them another way. */
function choices(count: number) {
  const titles = Array.from({ length: count }, (_, index) => `Parcel ${index + 1} left with a neighbour of mine`);
  return { kind: "choices" as const, choices: titles.map((title, index) => ({ id: `case1|parcel|${index + 1}`, title })) };
}

function messageIds(items: InboundItem[]): string[] {
  return items.flatMap((item) => (item.kind === "message" ? item.externalId : []));
}

function saysSomething(blocks: Block[]): boolean {
  return blocks.some((block) =>
    block.kind === "text" ? /[\p{L}\p{N}]/u.test(block.text) : block.kind === "quote" || block.kind === "link" || block.kind === "progress",
  );
}

function isWellFormed(items: InboundItem[]): void {
  for (const item of items) {
    expect(typeof item.account).toBe("string");
    if (item.kind === "ignored") continue;
    expect(item.externalId).toBeTruthy();
    expect(Number.isNaN(item.at.getTime())).toBe(false);
    if (item.kind === "message") expect(item.sender.externalId).toBeTruthy();
    expect(() => JSON.stringify(item)).not.toThrow();
  }
}

function size(text: string, unit: "bytes" | "characters"): number {
  return unit === "bytes" ? Buffer.byteLength(text) : text.length;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(undefined, Number.NaN, -1, 9e99, "\ud800", "\0", "2026-13-99", [], {}, "__proto__", "constructor"),
);

/** Walks down a random path and puts the odd value there. */
function mutate(body: unknown, picks: Iterable<number>, odd: unknown): unknown {
  if (typeof body !== "object" || body === null) return odd;
  let place = body as Record<string, unknown>;
  for (const pick of picks) {
    const keys = Object.keys(place);
    const key = keys[pick % Math.max(1, keys.length)];
    if (key === undefined) return body;
    const next = place[key];
    if (typeof next !== "object" || next === null || pick % 7 === 0) {
      place[key] = odd;
      return body;
    }
    place = next as Record<string, unknown>;
  }
  return body;
}
