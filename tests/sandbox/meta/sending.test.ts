import { expect, test, vi } from "vitest";
import { instagramSender } from "#app/channels/instagram/send.server.ts";
import { whatsAppSender } from "#app/channels/whatsapp/send.server.ts";
import { say, sendRequest, startMetaStory } from "./story.ts";

const hour = 3_600_000;
const yesOrNo = [
  {
    kind: "choices" as const,
    prompt: "Shall we?",
    choices: [
      { id: "case1|confirm|yes", title: "Yes" },
      { id: "case1|confirm|no", title: "No" },
    ],
  },
];

test("an Instagram reply arrives on the phone and comes back as an echo of the same text and id", async () => {
  const { meta, app } = await startMetaStory();
  const ada = meta.phone("instagram", "9001");
  await ada.sendText("Where is #1001? 📦");
  const outcome = await instagramSender.send(sendRequest("instagram", "9001", say("It **arrives** on 24 November.")));
  await meta.settled();
  expect(ada.inbox.map((bubble) => bubble.text)).toEqual(["It arrives on 24 November."]);
  expect(outcome).toEqual({ outcome: "accepted", externalId: ada.inbox[0]?.id });
  expect(app.items).toMatchObject([
    { kind: "message", content: { text: "Where is #1001? 📦" } },
    { kind: "echo", externalId: ada.inbox[0]?.id, recipient: "9001", content: { text: "It arrives on 24 November." } },
    { kind: "status", externalId: ada.inbox[0]?.id, status: { unified: "read" } },
  ]);
});

test("a tap on either phone brings the choice's own id back", async () => {
  const { meta, app } = await startMetaStory();
  const phones = [meta.phone("instagram", "9001"), meta.phone("whatsapp", "DE.9002", { name: "Ada Sample", phone: "+4915550001001" })];
  for (const phone of phones) await phone.sendText("Hi");
  await instagramSender.send(sendRequest("instagram", "9001", yesOrNo));
  await whatsAppSender.send(sendRequest("whatsapp", "DE.9002", yesOrNo));
  await meta.settled();
  app.items.length = 0;
  await phones[0]?.tap("Yes");
  await phones[1]?.tap("case1|confirm|no");
  expect(app.items).toMatchObject([
    { kind: "message", content: { choice: { id: "case1|confirm|yes", title: "Yes" } } },
    {
      kind: "message",
      sender: { externalId: "DE.9002" },
      content: { choice: { id: "case1|confirm|no", title: "No" }, replyTo: phones[1]?.inbox[0]?.id },
    },
  ]);
});

test("a WhatsApp reply to a hidden number goes by the business-scoped id, and every status names our delivery", async () => {
  const { meta, app, history } = await startMetaStory();
  const ben = meta.phone("whatsapp", "DE.9003", { name: "Ben Sample" });
  await ben.sendText("Hi");
  const outcome = await whatsAppSender.send(sendRequest("whatsapp", "DE.9003", say("Hello Ben")));
  await meta.settled();
  expect(outcome).toEqual({ outcome: "accepted", externalId: ben.inbox[0]?.id });
  expect(history.of("meta", "whatsapp.send")[0]?.detail.body).toEqual({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    recipient: "DE.9003",
    type: "text",
    text: { preview_url: false, body: "Hello Ben" },
    biz_opaque_callback_data: "delivery-1",
  });
  const statuses = app.items.flatMap((item) => (item.kind === "status" ? [[item.status.unified, item.deliveryId]] : []));
  expect(statuses).toEqual([
    ["sent", "delivery-1"],
    ["delivered", "delivery-1"],
    ["read", "delivery-1"],
  ]);
});

test("a number is written to in digits", async () => {
  const { meta, history } = await startMetaStory();
  await meta.phone("whatsapp", "4915550001001", { name: "Ada Sample", phone: "+4915550001001" }).sendText("Hi");
  await whatsAppSender.send(sendRequest("whatsapp", "+4915550001001", say("Hello")));
  expect(history.of("meta", "whatsapp.send")[0]?.detail.body).toMatchObject({ to: "4915550001001" });
});

test("a reply that gets lost is unknown; the phone has it once, and the echo or status is the evidence", async () => {
  const { meta, app } = await startMetaStory();
  const [ada, ben] = [meta.phone("instagram", "9001"), meta.phone("whatsapp", "DE.9003")];
  await Promise.all([ada.sendText("Hi"), ben.sendText("Hi")]);
  meta.faults.add("instagram.send", { kind: "lost-reply" });
  meta.faults.add("whatsapp.send", { kind: "lost-reply" });
  expect(await instagramSender.send(sendRequest("instagram", "9001", say("Once")))).toEqual({ outcome: "unknown", code: "ECONNRESET" });
  expect(await whatsAppSender.send(sendRequest("whatsapp", "DE.9003", say("Once")))).toEqual({ outcome: "unknown", code: "ECONNRESET" });
  await meta.settled();
  expect([ada.inbox.length, ben.inbox.length]).toEqual([1, 1]);
  expect(app.items).toContainEqual(expect.objectContaining({ kind: "echo", content: { text: "Once", attachments: [] } }));
  expect(app.items).toContainEqual(expect.objectContaining({ kind: "status", deliveryId: "delivery-1" }));
});

test.each([
  [{ kind: "status", status: 503, body: "<html>" } as const, { outcome: "unknown", code: "http-503" }],
  [{ kind: "reset" } as const, { outcome: "unknown", code: "ECONNRESET" }],
  [{ kind: "throttle" } as const, { outcome: "failed", reason: "rate-limited", code: "130429", retryAfterMs: 2000 }],
  [
    { kind: "status", status: 500, body: { error: { code: 131016, message: "Service unavailable" } } } as const,
    { outcome: "failed", reason: "unavailable", code: "131016", retryAfterMs: 30_000 },
  ],
  [{ kind: "status", status: 500, body: { error: { code: 1, message: "Unknown" } } } as const, { outcome: "unknown", code: "1" }],
  [
    { kind: "status", status: 429, body: { error: { code: 4, message: "Slow down" } }, headers: { "retry-after": "7" } } as const,
    { outcome: "failed", reason: "rate-limited", code: "4", retryAfterMs: 7000 },
  ],
  [{ kind: "status", status: 200, body: {} } as const, { outcome: "unknown", code: "no-message-id" }],
  [
    { kind: "status", status: 403, body: { error: { code: 200, message: "Permission" } } } as const,
    { outcome: "failed", reason: "account", code: "200" },
  ],
  [
    { kind: "status", status: 400, body: { error: { code: 10, message: "Permission" } } } as const,
    { outcome: "failed", reason: "account", code: "10" },
  ],
  [
    { kind: "status", status: 400, body: { error: { code: 132001, message: "No such template" } } } as const,
    { outcome: "failed", reason: "rejected", code: "132001" },
  ],
])("WhatsApp answering with %j", async (fault, outcome) => {
  const { meta } = await startMetaStory();
  const ben = meta.phone("whatsapp", "DE.9003");
  await ben.sendText("Hi");
  meta.faults.add("whatsapp.send", fault);
  expect(await whatsAppSender.send(sendRequest("whatsapp", "DE.9003", say("Hello")))).toEqual(outcome);
  expect(ben.inbox).toEqual([]);
});

test.each([
  ["ENOTFOUND", { outcome: "failed", reason: "unavailable", code: "ENOTFOUND", retryAfterMs: 5000 }],
  ["ECONNREFUSED", { outcome: "failed", reason: "unavailable", code: "ECONNREFUSED", retryAfterMs: 5000 }],
  ["UND_ERR_SOCKET", { outcome: "unknown", code: "UND_ERR_SOCKET" }],
])("a connection that ends with %s", async (code, outcome) => {
  await startMetaStory();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) })));
  expect(await instagramSender.send(sendRequest("instagram", "9001", say("Hello")))).toEqual(outcome);
});

test("a call that never ends is unknown", async () => {
  await startMetaStory();
  vi.stubGlobal("fetch", () => Promise.reject(new DOMException("The operation timed out", "TimeoutError")));
  expect(await whatsAppSender.send(sendRequest("whatsapp", "DE.9003", say("Hello")))).toEqual({ outcome: "unknown", code: "TimeoutError" });
});

test("after a day the window is closed on both channels", async () => {
  const { meta, clock } = await startMetaStory();
  await meta.phone("instagram", "9001").sendText("Hi");
  await meta.phone("whatsapp", "DE.9003").sendText("Hi");
  clock.offset = 25 * hour;
  expect(await instagramSender.send(sendRequest("instagram", "9001", say("Hello")))).toEqual({
    outcome: "failed",
    reason: "window-closed",
    code: "10/2534022",
  });
  expect(await whatsAppSender.send(sendRequest("whatsapp", "DE.9003", say("Hello")))).toEqual({
    outcome: "failed",
    reason: "window-closed",
    code: "131047",
  });
});

test("only words written by a person go out under the seven-day tag, and for seven days only", async () => {
  const { meta, clock, history } = await startMetaStory();
  await meta.phone("instagram", "9001").sendText("Hi");
  clock.offset = 6 * 24 * hour;
  const staff = sendRequest("instagram", "9001", say("Mia here"), { author: "staff" });
  expect(await instagramSender.send(staff)).toMatchObject({ outcome: "accepted" });
  expect(await instagramSender.send(sendRequest("instagram", "9001", say("Bot here")))).toMatchObject({ reason: "window-closed" });
  expect(history.of("meta", "instagram.send").map((entry) => [entry.detail.text, entry.detail.tag])).toEqual([["Mia here", "HUMAN_AGENT"]]);
  clock.offset = 8 * 24 * hour;
  expect(await instagramSender.send(staff)).toMatchObject({ outcome: "failed", reason: "window-closed" });
});

test("without the permission for that tag the window simply stays closed", async () => {
  const { meta, clock } = await startMetaStory();
  await meta.phone("instagram", "9001").sendText("Hi");
  clock.offset = 25 * hour;
  const refused = { error: { code: 10, message: "(#10) Application does not have permission for this action" } };
  meta.faults.add("instagram.send", { kind: "delay", ms: 0 });
  meta.faults.add("instagram.send", { kind: "status", status: 403, body: refused });
  expect(await instagramSender.send(sendRequest("instagram", "9001", say("Mia here"), { author: "staff" }))).toMatchObject({
    reason: "window-closed",
  });
});

test("strangers and a withdrawn token are told apart", async () => {
  const { meta } = await startMetaStory();
  await meta.phone("whatsapp", "DE.9003").sendText("Hi");
  expect(await instagramSender.send(sendRequest("instagram", "404", say("Hello")))).toMatchObject({
    reason: "recipient",
    code: "100/2018001",
  });
  expect(await whatsAppSender.send(sendRequest("whatsapp", "DE.404", say("Hello")))).toMatchObject({ reason: "recipient", code: "131026" });
  const request = sendRequest("whatsapp", "DE.9003", say("Hello"));
  const withdrawn = { ...request, account: { ...request.account, credentials: { accessToken: "old" } } };
  expect(await whatsAppSender.send(withdrawn)).toEqual({ outcome: "failed", reason: "account", code: "190" });
});

test("too many messages to one person in a moment are refused for six seconds", async () => {
  const { meta, clock } = await startMetaStory();
  await meta.phone("whatsapp", "DE.9003").sendText("Hi");
  meta.pairRate.burst = 2;
  const send = () => whatsAppSender.send(sendRequest("whatsapp", "DE.9003", say("Hello")));
  expect(await send()).toMatchObject({ outcome: "accepted" });
  expect(await send()).toMatchObject({ outcome: "accepted" });
  expect(await send()).toEqual({ outcome: "failed", reason: "rate-limited", code: "131056", retryAfterMs: 6000 });
  clock.offset = 6500;
  expect(await send()).toMatchObject({ outcome: "accepted" });
});

test("a refusal may also come later, as a failed status with our delivery id", async () => {
  const { meta, app, clock } = await startMetaStory();
  const ben = meta.phone("whatsapp", "DE.9003");
  await ben.sendText("Hi");
  meta.refusals = "by-status";
  clock.offset = 25 * hour;
  expect(await whatsAppSender.send(sendRequest("whatsapp", "DE.9003", say("Hello")))).toMatchObject({ outcome: "accepted" });
  await meta.settled();
  expect(ben.inbox).toEqual([]);
  expect(app.items.at(-1)).toMatchObject({
    kind: "status",
    status: { unified: "failed" },
    deliveryId: "delivery-1",
    error: { code: "131047" },
  });
});

test("typing shows on the phone until the reply comes", async () => {
  const { meta } = await startMetaStory();
  const [ada, ben] = [meta.phone("instagram", "9001"), meta.phone("whatsapp", "DE.9003")];
  const [first, second] = [await ada.sendText("Hi"), await ben.sendText("Hi")];
  await instagramSender.sendTyping({ ...sendRequest("instagram", "9001", say("-")), lastMessageId: first.id });
  await whatsAppSender.sendTyping({ ...sendRequest("whatsapp", "DE.9003", say("-")), lastMessageId: second.id });
  expect([ada.typingSince, ben.typingSince]).toEqual([expect.any(Date), expect.any(Date)]);
  await instagramSender.send(sendRequest("instagram", "9001", say("Hello")));
  expect(ada.typingSince).toBeUndefined();
});

test("typing that fails harms nothing", async () => {
  const { meta } = await startMetaStory();
  meta.faults.add("*", { kind: "reset" });
  await expect(instagramSender.sendTyping({ ...sendRequest("instagram", "9001", say("-")), lastMessageId: "x" })).resolves.toBeUndefined();
});
