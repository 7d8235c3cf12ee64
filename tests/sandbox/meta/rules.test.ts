import { expect, test } from "vitest";
import { checkInstagramBody } from "#sandbox/meta/instagram-rules.ts";
import { checkWhatsAppBody } from "#sandbox/meta/whatsapp-rules.ts";
import { startMetaStory } from "./story.ts";

const button = (id: string, title: string) => ({ type: "reply", reply: { id, title } });
const buttons = (...all: unknown[]) => ({
  type: "interactive",
  interactive: { type: "button", body: { text: "Which?" }, action: { buttons: all } },
});
const rows = (...all: unknown[]) => ({
  type: "interactive",
  interactive: { type: "list", body: { text: "Which?" }, action: { button: "Choose", sections: [{ rows: all }] } },
});
const quick = (count: number, title = "Yes") => ({
  message: {
    text: "Which?",
    quick_replies: Array.from({ length: count }, (_, index) => ({ content_type: "text", title, payload: `p${index}` })),
  },
});

test.each([
  ["4096 characters of text", { type: "text", text: { body: "x".repeat(4096) } }],
  ["three buttons", buttons(button("1", "a"), button("2", "b"), button("3", "c".repeat(20)))],
  ["ten rows", rows(...Array.from({ length: 10 }, (_, index) => ({ id: `${index}`, title: "t".repeat(24), description: "d".repeat(72) })))],
])("WhatsApp takes %s", (_, body) => {
  expect(checkWhatsAppBody(body)).toBeNull();
});

test.each([
  ["an empty text", { type: "text", text: { body: " " } }],
  ["4097 characters", { type: "text", text: { body: "x".repeat(4097) } }],
  ["four buttons", buttons(button("1", "a"), button("2", "b"), button("3", "c"), button("4", "d"))],
  ["a title of 21", buttons(button("1", "a".repeat(21)))],
  ["one id twice", buttons(button("1", "a"), button("1", "b"))],
  ["one title twice", buttons(button("1", "a"), button("2", "a"))],
  ["eleven rows", rows(...Array.from({ length: 11 }, (_, index) => ({ id: `${index}`, title: "t" })))],
  ["a row id of 201", rows({ id: "x".repeat(201), title: "t" })],
  ["a description of 73", rows({ id: "1", title: "t", description: "d".repeat(73) })],
  ["opaque data of 513", { type: "text", text: { body: "x" }, biz_opaque_callback_data: "x".repeat(513) }],
  ["a kind nobody knows", { type: "hologram" }],
])("WhatsApp refuses %s", (_, body) => {
  expect(checkWhatsAppBody(body)).toMatchObject({ status: 400 });
});

test.each([
  ["1000 bytes", { message: { text: "é".repeat(500) } }, true],
  ["1001 bytes in 501 letters", { message: { text: `${"é".repeat(500)}a` } }, false],
  ["13 quick replies", quick(13), true],
  ["14 quick replies", quick(14), false],
  ["a title of 21", quick(1, "x".repeat(21)), false],
  ["no text", { message: { text: "" } }, false],
  ["a made-up tag", { message: { text: "x" }, messaging_type: "MESSAGE_TAG", tag: "ACCOUNT_UPDATE" }, false],
])("Instagram and %s", (_, body, taken) => {
  expect(checkInstagramBody(body) === null).toBe(taken);
});

test.each([
  ["https://graph.facebook.com/v26.0/999/messages", 100],
  ["https://graph.facebook.com/v19.0/106500000000001/messages", 2635],
  ["https://graph.facebook.com/v26.0/106500000000001/nonsense", 100],
])("Graph refuses %s", async (url, code) => {
  const { meta } = await startMetaStory();
  const headers = { authorization: "Bearer whatsapp-token" };
  const response = await meta.handle(new Request(url, { method: "POST", headers, body: "{}" }));
  expect(await response.json()).toMatchObject({ error: { code } });
});
