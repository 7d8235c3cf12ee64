import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Block, Choice } from "#app/channels/message.ts";
import { whatsAppAdapter } from "#app/channels/whatsapp/adapter.ts";
import { at, checkWhatsAppBody } from "#sandbox/meta/whatsapp-rules.ts";
import { channelAdapterContract } from "#tests/contracts/channel-adapter.ts";

const account = "106500000000001";
const ada = {
  kind: "whatsapp",
  externalId: "DE.1000000000000001",
  label: "Ada Sample",
  also: [{ kind: "phone", externalId: "+4915550001001" }],
};
const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(`../fixtures/whatsapp/${name}.json`, import.meta.url), "utf8"));
const parse = (name: string) => whatsAppAdapter.parse(fixture(name));
const render = (blocks: Block[]) => whatsAppAdapter.render(blocks, { language: "en", shopName: "Linden & Loom" });
const choices = (...titles: string[]): Choice[] => titles.map((title, index) => ({ id: `case1|slot|${index + 1}`, title }));

type Part = { body: Record<string, unknown> };
const kindOf = (part: Part | undefined) => at(part?.body, "interactive", "type") ?? part?.body.type;
const bodyText = (part: Part | undefined) => String(at(part?.body, "interactive", "body", "text") ?? at(part?.body, "text", "body"));
function tappable(part: Part): { type: string; reply: Choice }[] {
  const action = at(part.body, "interactive", "action");
  const buttons = (at(action, "buttons") as { reply: Choice }[] | undefined) ?? [];
  const sections = (at(action, "sections") as { rows: Choice[] }[] | undefined) ?? [];
  return [
    ...buttons.map(({ reply }) => ({ type: "button_reply", reply })),
    ...sections.flatMap(({ rows }) => rows.map((reply) => ({ type: "list_reply", reply }))),
  ];
}
const bodyOf = (message: Record<string, unknown>) => ({
  object: "whatsapp_business_account",
  entry: [{ id: "1", changes: [{ field: "messages", value: { metadata: { phone_number_id: account }, messages: [message] } }] }],
});

channelAdapterContract("whatsapp", whatsAppAdapter, {
  batch: { body: fixture("two-people-and-statuses"), messageIds: ["wamid.ada-1", "wamid.ben-1", "wamid.ada-2"] },
  batchWithBrokenNeighbour: { body: fixture("broken-neighbours"), messageIds: ["wamid.whole", "wamid.empty"] },
  unsupported: [fixture("unsupported")],
  ownEcho: { body: fixture("business-app-echo"), externalId: "wamid.typed", recipient: ada.externalId },
  others: ["media", "taps", "reaction-edit-revoke", "number-changed", "group", "statuses", "legacy-sender"].map(fixture),
  shown: (part) => {
    const { display_text: label, url } = (at(part.body, "interactive", "action", "parameters") ?? {}) as {
      display_text?: string;
      url?: string;
    };
    const taps = tappable(part).flatMap(({ reply }) => [reply.title, reply.description]);
    return [bodyText(part), ...taps, label, url].filter(Boolean).join("\n");
  },
  texts: (part) => [bodyText(part)],
  refusal: (part) => checkWhatsAppBody(part.body),
  taps: (part) =>
    tappable(part).map(({ type, reply }) => ({
      id: reply.id,
      title: reply.title,
      body: bodyOf({
        id: "wamid.tap",
        from: "4915550001001",
        timestamp: "1793000000",
        type: "interactive",
        interactive: { type, [type]: reply },
      }),
    })),
});

test("two people and two statuses in one body, seconds and milliseconds, each find their own", () => {
  const at = new Date(1793000000000);
  const status = { kind: "status", account, externalId: "wamid.ours-1", at, deliveryId: "delivery-1" };
  expect(parse("two-people-and-statuses")).toEqual([
    {
      kind: "message",
      account,
      externalId: "wamid.ada-1",
      sender: ada,
      at,
      content: { text: "Hello, where is order #1001?", attachments: [] },
    },
    {
      kind: "message",
      account,
      externalId: "wamid.ben-1",
      sender: { kind: "whatsapp", externalId: "DE.1000000000000002", label: "Ben Sample" },
      at,
      content: { text: "Can I still return my rug?", attachments: [] },
    },
    { ...status, status: { unified: "read", raw: "read" } },
    { ...status, status: { unified: "delivered", raw: "delivered" } },
    expect.objectContaining({ externalId: "wamid.ada-2", sender: ada, at: new Date(1793000001500) }),
  ]);
});

test("someone without a business-scoped id is known by the number, the phone in its one form beside it", () => {
  expect(parse("legacy-sender")).toMatchObject([
    { sender: { externalId: "555181234567", also: [{ kind: "phone", externalId: "+5551981234567" }] } },
  ]);
});

test("an id that stands only among the contacts is found by the number", () => {
  expect(parse("id-only-in-contacts")).toMatchObject([{ sender: ada }]);
});

test("a broken item is ignored with a reason; one with id and sender is shown", () => {
  expect(parse("broken-neighbours").map((item) => (item.kind === "ignored" ? item.reason : item.kind))).toEqual([
    "message without id",
    "message without sender",
    "message",
    "message",
    "message without id",
    "status without id",
    "status",
    "field messages without value",
  ]);
});

test("media keep their ids, kinds and names; places, contacts and carts become words", () => {
  const contents = parse("media").map((item) => (item.kind === "message" ? item.content : undefined));
  expect(contents).toEqual([
    { text: "The crack", attachments: [{ kind: "image", reference: "5501", mimeType: "image/jpeg" }] },
    { text: "", attachments: [{ kind: "audio", reference: "5502", mimeType: "audio/ogg; codecs=opus" }] },
    { text: "", attachments: [{ kind: "file", reference: "5503", mimeType: "application/pdf", fileName: "receipt.pdf" }] },
    { text: "", attachments: [{ kind: "image", reference: "5504", mimeType: "image/webp" }] },
    { text: "Parcel shop\nSample Street 1, Berlin\n52.5, 13.4", attachments: [] },
    { text: "Cy Sample, +49 1555 0001003", attachments: [] },
    { text: "Two please\n2 × BLANKET-MOSS, 49.5 EUR", attachments: [] },
  ]);
});

test("buttons, replies, rows and forms are read", () => {
  expect(parse("taps")).toMatchObject([
    { content: { choice: { id: "start|track|go", title: "Track order" }, replyTo: "wamid.template" } },
    { content: { choice: { id: "case1|confirm|yes", title: "Yes, return it" }, replyTo: "wamid.ours-1" } },
    { content: { choice: { id: "case1|items|7", title: "Moss blanket" } } },
    { content: { text: "reason: Too small" } },
  ]);
});

test("reactions, edits and withdrawn messages name the message they are about", () => {
  expect(parse("reaction-edit-revoke")).toMatchObject([
    { kind: "message", content: { reaction: "👍", replyTo: "wamid.ours-1" } },
    { kind: "ignored" },
    { kind: "edit", externalId: "wamid.ada-1", text: "Where is order #1002?" },
    { kind: "deletion", externalId: "wamid.ada-2" },
  ]);
});

test("a changed number or id tells whose proof ends", () => {
  expect(parse("number-changed")).toMatchObject([
    { kind: "identity-changed", previous: { externalId: "DE.1000000000000001", also: [{ kind: "phone", externalId: "+4915550001001" }] } },
    { kind: "identity-changed", previous: { kind: "whatsapp", externalId: "DE.1000000000000002" } },
  ]);
});

test("groups and account news are left alone", () => {
  expect(parse("group")).toMatchObject([{ kind: "ignored", reason: "group message" }]);
  expect(parse("account-update")).toMatchObject([{ kind: "ignored", reason: "field account_update" }]);
});

test("statuses carry our delivery id and the vendor's reason", () => {
  expect(parse("statuses")).toMatchObject([
    { kind: "status", status: { unified: "sent" }, deliveryId: "delivery-3" },
    { kind: "status", status: { unified: "failed" }, deliveryId: "delivery-4", error: { code: "131047", detail: "The window is closed" } },
    { kind: "deletion", externalId: "wamid.ours-5" },
    { kind: "status", status: { unified: "read", raw: "played" } },
    { kind: "ignored", reason: "status warning" },
    { kind: "ignored", reason: "error 131000: Something broke" },
  ]);
});

test("up to three choices are buttons in the same message as the words", () => {
  const parts = render([
    { kind: "text", text: "**Good news**, it can go back." },
    { kind: "choices", prompt: "What would you like?", choices: choices("Refund", "Exchange", "Store credit") },
  ]);
  expect(parts.map((part) => part.body)).toEqual([
    {
      type: "interactive",
      interactive: {
        type: "button",
        body: { text: "*Good news*, it can go back.\n\nWhat would you like?" },
        action: {
          buttons: ["Refund", "Exchange", "Store credit"].map((title, index) => ({
            type: "reply",
            reply: { id: `case1|slot|${index + 1}`, title },
          })),
        },
      },
    },
  ]);
});

test("four to ten choices are a list, with what is said about each in its row", () => {
  const items = ["Moss", "Sand", "Slate", "Rust"].map((variantTitle, index) => ({
    id: String(index),
    title: `Blanket ${index}`,
    variantTitle,
    price: { amount: "49.50", currencyCode: "EUR" },
    maxQuantity: 2,
  }));
  const [part, ...others] = render([{ kind: "items", prompt: "Which one?", choiceId: "case1|items|*", items, confirmLabel: "Continue" }]);
  expect(others).toEqual([]);
  expect(kindOf(part)).toBe("list");
  expect(bodyText(part)).toBe("Which one?");
  expect(part && tappable(part)[0]?.reply).toEqual({ id: "case1|items|0", title: "Blanket 0", description: "Moss · 49.50 EUR · × 2" });
});

test("eleven to twenty choices are two lists", () => {
  const parts = render([
    { kind: "choices", prompt: "Which order?", choices: choices(...Array.from({ length: 14 }, (_, index) => `#${1001 + index}`)) },
  ]);
  expect(parts.map((part) => tappable(part).length)).toEqual([10, 4]);
  expect(parts.map(bodyText)).toEqual(["Which order?", "11–14"]);
});

test("beyond twenty, all are numbered in the text and the first twenty can be tapped", () => {
  const parts = render([
    { kind: "choices", prompt: "Which order?", choices: choices(...Array.from({ length: 23 }, (_, index) => `#${1001 + index}`)) },
  ]);
  expect(parts.flatMap(tappable)).toHaveLength(20);
  expect(bodyText(parts[0])).toContain("23. #1023");
});

test("a button's title that must be cut stands numbered and in full in the body", () => {
  const [part] = render([{ kind: "choices", prompt: "And now?", choices: choices("Send me a return label", "Nothing") }]);
  expect(bodyText(part)).toBe("And now?\n\n1. Send me a return label\n2. Nothing");
  expect(part && tappable(part).map(({ reply }) => reply.title)).toEqual(["1. Send me a return…", "2. Nothing"]);
});

test("words too long for above the buttons go ahead as their own message", () => {
  const parts = render([
    { kind: "text", text: "Wool is warm and soft. ".repeat(60) },
    { kind: "choices", prompt: "Anything else?", choices: choices("Yes", "No") },
  ]);
  expect(parts.map(kindOf)).toEqual(["text", "button"]);
  expect(bodyText(parts[1])).toBe("Anything else?");
});

test("a lone link is a button that opens it", () => {
  const parts = render([
    { kind: "text", text: "Here is the label." },
    { kind: "link", label: "Open label", url: "https://linden-loom.example/label/7" },
  ]);
  expect(parts.map((part) => at(part.body, "interactive"))).toEqual([
    {
      type: "cta_url",
      body: { text: "Here is the label." },
      action: { name: "cta_url", parameters: { display_text: "Open label", url: "https://linden-loom.example/label/7" } },
    },
  ]);
});

test("two links, or one that is no web address, are written out", () => {
  const link = (url: string): Block => ({ kind: "link", label: "Here", url });
  expect(render([link("https://a.example"), link("https://b.example")]).map(bodyText)).toEqual([
    "Here: https://a.example\n\nHere: https://b.example",
  ]);
  expect(render([link("javascript:alert(1)")]).map(kindOf)).toEqual(["text"]);
});

test("what is already saved is told, not offered: only the question has buttons", () => {
  const progress: Block = {
    kind: "progress",
    step: 4,
    of: 5,
    label: "Outcome",
    saved: [{ label: "Order", value: "#1001", change: { id: "case1|order|change", title: "Change order" } }],
  };
  const [part] = render([progress, { kind: "choices", prompt: "Refund or exchange?", choices: choices("Refund", "Exchange", "Keep it") }]);
  expect(part?.text).toContain("#1001");
  expect(part && tappable(part)).toHaveLength(3);
});
