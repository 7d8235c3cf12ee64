import { expect, test } from "vitest";
import type { RenderedPart } from "#app/channels/channel.ts";
import type { Block, Choice } from "#app/channels/message.ts";
import { blockText } from "#app/channels/message.ts";
import { sendRequestSchema, widgetAdapter } from "#app/channels/widget/adapter.ts";
import { channelAdapterContract } from "#tests/contracts/channel-adapter.ts";

const event = (message: Record<string, unknown>) => ({
  account: "linden-loom.myshopify.com",
  visitor: "01visitor",
  at: 1_760_000_000_000,
  message: { clientId: "client-0001", ...message },
});
const blocksOf = (part: RenderedPart) => part.body.blocks as Block[];

/** Everything a block offers to tap, the way the panel shows it. */
function choicesOf(block: Block): Choice[] {
  if (block.kind === "choices") return block.choices;
  if (block.kind === "quote") return [block.confirm, ...block.others];
  // The picker posts what was picked; one item alone is the same wish as its choice on a chat channel.
  if (block.kind === "items")
    return block.items.filter((item) => !item.refused).map((item) => ({ id: block.choiceId.replace(/\*$/, item.id), title: item.title }));
  if (block.kind === "progress") return block.saved.flatMap((saved) => saved.change ?? []);
  return [];
}

channelAdapterContract("widget", widgetAdapter, {
  batch: { body: event({ text: "hello" }), messageIds: ["01visitor:client-0001"] },
  unsupported: [],
  others: [event({ choice: { id: "case|reason|damaged", title: "Damaged" } }), event({ items: [{ id: "line-1", quantity: 2 }] })],
  shown: (part) =>
    blocksOf(part)
      .flatMap((block) => [blockText(block), JSON.stringify(block)])
      .join("\n"),
  texts: (part) => [part.text],
  refusal: () => null,
  taps: (part) =>
    blocksOf(part)
      .flatMap(choicesOf)
      .map(({ id, title }) => ({ id, title, body: event({ choice: { id, title } }) })),
});

test("a message needs words, a tap or picked items, and a client id that can be a key", () => {
  const accepts = (request: unknown) => sendRequestSchema.safeParse(request).success;
  expect(accepts({ clientId: "client-0001", text: "hi" })).toBe(true);
  expect(accepts({ clientId: "client-0001", text: "   " })).toBe(false);
  expect(accepts({ clientId: "client-0001" })).toBe(false);
  expect(accepts({ clientId: "short", text: "hi" })).toBe(false);
  expect(accepts({ clientId: "client-0001", text: "x".repeat(4001) })).toBe(false);
  expect(accepts({ clientId: "client-0001", items: [{ id: "a", quantity: 0 }] })).toBe(false);
});
