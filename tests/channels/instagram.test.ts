import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { instagramAdapter } from "#app/channels/instagram/adapter.ts";
import type { Block } from "#app/channels/message.ts";
import { checkInstagramBody } from "#sandbox/meta/instagram-rules.ts";
import { channelAdapterContract } from "#tests/contracts/channel-adapter.ts";

const account = "17841400000000001";
const ada = { kind: "instagram", externalId: "9000000000000001" };
const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(`../fixtures/instagram/${name}.json`, import.meta.url), "utf8"));
const parse = (name: string) => instagramAdapter.parse(fixture(name));
const render = (blocks: Block[], language: "en" | "de" = "en") => instagramAdapter.render(blocks, { language, shopName: "Linden & Loom" });

type Message = { text: string; quick_replies?: { title: string; payload: string }[] };
const messageOf = (part: { body: Record<string, unknown> }) => part.body.message as Message;
const bodyOf = (message: Record<string, unknown>) => ({
  object: "instagram",
  entry: [{ id: account, time: 1, messaging: [{ sender: { id: "9" }, recipient: { id: account }, timestamp: 1793000000000, message }] }],
});

channelAdapterContract("instagram", instagramAdapter, {
  batch: { body: fixture("two-entries-three-messages"), messageIds: ["mid-ada-1", "mid-ada-2", "mid-ben-1"] },
  batchWithBrokenNeighbour: { body: fixture("broken-neighbours"), messageIds: ["mid-whole-1", "mid-whole-2"] },
  unsupported: [fixture("unsupported")],
  ownEcho: { body: fixture("echo"), externalId: "mid-ours-1", recipient: ada.externalId },
  others: ["attachments", "taps", "replies-and-reactions", "edit-unsend-seen", "standby-and-comments", "dashboard-test"].map(fixture),
  shown: (part) => [messageOf(part).text, ...(messageOf(part).quick_replies ?? []).map((reply) => reply.title)].join("\n"),
  texts: (part) => [messageOf(part).text],
  refusal: (part) => checkInstagramBody({ recipient: { id: "9" }, ...part.body }),
  taps: (part) =>
    (messageOf(part).quick_replies ?? []).map(({ title, payload }) => ({
      id: payload,
      title,
      body: bodyOf({ mid: "mid-tap", text: title, quick_reply: { payload } }),
    })),
});

test("messages of two people in two entries keep their senders and times", () => {
  expect(parse("two-entries-three-messages")).toEqual([
    {
      kind: "message",
      account,
      externalId: "mid-ada-1",
      sender: ada,
      at: new Date(1793000000000),
      content: { text: "Hi, where is my blanket?", attachments: [] },
    },
    {
      kind: "message",
      account,
      externalId: "mid-ada-2",
      sender: ada,
      at: new Date(1793000000900),
      content: { text: "Order #1001", attachments: [] },
    },
    expect.objectContaining({ externalId: "mid-ben-1", sender: { kind: "instagram", externalId: "9000000000000002" } }),
  ]);
});

test("a broken item is ignored with a reason, or shown as far as it can be", () => {
  expect(parse("broken-neighbours").map((item) => (item.kind === "ignored" ? item.reason : item.kind))).toEqual([
    "event is not an object",
    "message without id",
    "message",
    "message without sender",
    "message",
  ]);
});

test("pictures come as attachments; shares, mentions and templates say what they are; a heart is a heart", () => {
  const contents = Object.fromEntries(
    parse("attachments").flatMap((item) => (item.kind === "message" ? [[item.externalId, item.content]] : [])),
  );
  expect(contents["mid-image"]).toEqual({
    text: "",
    attachments: [
      { kind: "image", reference: "https://cdn.example/crack.jpg" },
      { kind: "image", reference: "https://cdn.example/label.jpg" },
    ],
  });
  expect(contents["mid-voice"]?.attachments[0]?.kind).toBe("audio");
  expect(contents["mid-share"]).toMatchObject({ unsupported: "shared post", attachments: [{ reference: "https://cdn.example/post.jpg" }] });
  expect(contents["mid-mention"]?.unsupported).toBe("story mention");
  expect(contents["mid-reel"]).toEqual({
    text: "Do you have this one?",
    attachments: [{ kind: "video", reference: "https://cdn.example/reel.mp4" }],
  });
  expect(contents["mid-heart"]).toEqual({ text: "❤️", attachments: [] });
  expect(contents["mid-template"]?.unsupported).toBe("template");
});

test("quick replies and postbacks bring our own choice id back", () => {
  expect(parse("taps")).toMatchObject([
    { externalId: "mid-quick", content: { text: "", choice: { id: "case1|reason|size", title: "Too small" } } },
    { externalId: "mid-postback", content: { text: "", choice: { id: "start|track|go", title: "Track order" } } },
  ]);
});

test("answers name the message or story they answer; a reaction taken back says nothing", () => {
  expect(parse("replies-and-reactions")).toMatchObject([
    { content: { text: "This one", replyTo: "mid-earlier" } },
    { content: { text: "How much?", replyTo: "story:18000000000000001" } },
    { externalId: "reaction:mid-earlier:9000000000000001:1793000000000", content: { reaction: "❤", replyTo: "mid-earlier" } },
    { kind: "ignored" },
  ]);
});

test("edits, unsent messages and read receipts name the message they are about", () => {
  expect(parse("edit-unsend-seen")).toMatchObject([
    { kind: "edit", externalId: "mid-ada-1", text: "Hi, where is my rug?" },
    { kind: "deletion", externalId: "mid-ada-2" },
    { kind: "status", externalId: "mid-ours-1", status: { unified: "read", raw: "read" } },
  ]);
});

test("a thread held by another app and public comments are left alone", () => {
  expect(parse("standby-and-comments")).toMatchObject([
    { kind: "ignored", reason: expect.stringContaining("standby") },
    { kind: "ignored", reason: "field comments" },
  ]);
});

test("the dashboard's test event names its account by the recipient", () => {
  expect(parse("dashboard-test")).toMatchObject([{ kind: "message", account: "23245", at: new Date(1793000000000) }]);
});

test("a timestamp written as text is understood", () => {
  expect(parse("text-timestamp")).toMatchObject([{ at: new Date("2026-10-26T06:34:04Z") }]);
});

test("a return's question is one message with quick replies under it, without markdown", () => {
  const [part, ...others] = render([
    {
      kind: "progress",
      step: 3,
      of: 5,
      label: "Reason",
      saved: [{ label: "Order", value: "#1001", change: { id: "c|order|change", title: "Change order" } }],
    },
    {
      kind: "choices",
      prompt: "Why does it go **back**?",
      choices: [
        { id: "c|reason|size", title: "Too small" },
        { id: "c|reason|broken", title: "Damaged" },
      ],
    },
  ]);
  expect(others).toEqual([]);
  expect(part?.body).toEqual({
    message: {
      text: "3/5 · Reason\n✓ Order: #1001\n\nWhy does it go back?",
      quick_replies: [
        { content_type: "text", title: "Too small", payload: "c|reason|size" },
        { content_type: "text", title: "Damaged", payload: "c|reason|broken" },
      ],
    },
  });
});

test("a title that must be cut is numbered and stands in full in the text", () => {
  const [part] = render([
    {
      kind: "choices",
      choices: [
        { id: "a", title: "The parcel arrived damaged" },
        { id: "b", title: "Too small" },
      ],
    },
  ]);
  expect(part && messageOf(part)).toMatchObject({
    text: "1. The parcel arrived damaged\n2. Too small",
    quick_replies: [{ title: "1. The parcel…" }, { title: "2. Too small" }],
  });
});

test("choices without a word above them get one in the shopper's language", () => {
  const [part] = render([{ kind: "choices", choices: [{ id: "a", title: "Ja" }] }], "de");
  expect(part?.text).toBe("Bitte wählen:");
});

test("a long answer becomes two messages, parted between sentences, with the quick replies under the second", () => {
  const sentence = "Wool blankets are washed by hand in cold water and dried lying flat. ";
  const parts = render([
    { kind: "text", text: sentence.repeat(20) },
    { kind: "choices", choices: [{ id: "a", title: "Thanks" }] },
  ]);
  expect(parts).toHaveLength(2);
  expect(parts[0]?.text).toMatch(/flat\.$/);
  expect(parts.map((part) => messageOf(part).quick_replies?.length ?? 0)).toEqual([0, 1]);
  expect(parts.map((part) => part.text).join(" ")).toBe(sentence.repeat(20).trim());
});

test("an answer beyond two messages is cut, but the order and the link in it stay", () => {
  const parts = render([
    { kind: "text", text: `${"Wool is warm. ".repeat(400)} More: https://linden-loom.example/pages/wool` },
    { kind: "order", name: "#1001", status: "On its way", items: [], stages: [] },
  ]);
  const text = parts.map((part) => part.text).join("\n");
  expect(parts).toHaveLength(2);
  expect(text).toContain("#1001: On its way");
  expect(text).toContain("https://linden-loom.example/pages/wool");
  expect(text).toContain("…");
});
