import { expect, test } from "vitest";
import { instagramSender } from "#app/channels/instagram/send.server.ts";
import { whatsAppSender } from "#app/channels/whatsapp/send.server.ts";
import { say, sendRequest, startMetaStory } from "./story.ts";

const ids = (items: { kind: string }[]) => items.map((item) => ("externalId" in item ? item.externalId : item.kind));

test("the body is signed as it is sent, with everything beyond ASCII escaped", async () => {
  const { meta, app } = await startMetaStory();
  await meta.phone("instagram", "9001").sendText("Grüße 👋");
  expect(app.bodies[0]).not.toMatch(/[^ -~]/);
  expect(app.items).toMatchObject([{ content: { text: "Grüße 👋" } }]);
});

test("a duplicated body comes at once, several times, with the same id", async () => {
  const { meta, app } = await startMetaStory();
  meta.courier.manner.copies = 8;
  const bubble = await meta.phone("whatsapp", "DE.9003").sendText("Hi");
  expect(ids(app.items)).toEqual(Array(8).fill(bubble.id));
});

test("a batch holds what was said by several people meanwhile, in one body", async () => {
  const { meta, app } = await startMetaStory();
  meta.courier.manner.batchMs = 30;
  const people = ["9001", "9002", "9003"].map((id) => meta.phone("instagram", id));
  const bubbles = await Promise.all(people.map((phone) => phone.sendText("Hi")));
  expect(app.bodies).toHaveLength(1);
  expect(ids(app.items)).toEqual(bubbles.map((bubble) => bubble.id));
});

test("reordered events come newest first", async () => {
  const { meta, app } = await startMetaStory();
  meta.courier.manner.reorder = true;
  const ben = meta.phone("whatsapp", "DE.9003");
  const bubbles = await Promise.all([ben.sendText("one"), ben.sendText("two")]);
  expect(ids(app.items)).toEqual(bubbles.toReversed().map((bubble) => bubble.id));
});

test("a dropped body never comes; a late one comes late", async () => {
  const { meta, app } = await startMetaStory();
  const ada = meta.phone("instagram", "9001");
  meta.courier.manner.drop = 1;
  await ada.sendText("lost");
  meta.courier.manner.delayMs = 40;
  const late = ada.sendText("late");
  expect(app.items).toEqual([]);
  await late;
  expect(app.items).toMatchObject([{ content: { text: "late" } }]);
});

test("an app that answers 503 gets the same body again until it takes it", async () => {
  const { meta, app } = await startMetaStory();
  app.refuse = 3;
  await meta.phone("instagram", "9001").sendText("Hi");
  expect(meta.courier.posts.map((post) => post.status)).toEqual([503, 503, 503, 200]);
  expect(app.items).toHaveLength(1);
});

test("evidence can come before the answer to the send", async () => {
  const { meta, app } = await startMetaStory();
  meta.evidenceFirst = true;
  await meta.phone("instagram", "9001").sendText("Hi");
  await meta.phone("whatsapp", "DE.9003").sendText("Hi");
  const echoed = instagramSender
    .send(sendRequest("instagram", "9001", say("Hello")))
    .then(() => app.items.some((item) => item.kind === "echo"));
  expect(await echoed).toBe(true);
  await whatsAppSender.send(sendRequest("whatsapp", "DE.9003", say("Hello")));
  expect(app.items.some((item) => item.kind === "status" && item.deliveryId === "delivery-1")).toBe(true);
});

test("what the owner types in the vendor's own app is an echo that nobody sent through us", async () => {
  const { meta, app, history } = await startMetaStory();
  meta.phone("instagram", "9001");
  await meta.business.sendText("instagram", "9001", "I'll take this one");
  await meta.business.sendText("whatsapp", "DE.9003", "Me again");
  expect(app.items).toMatchObject([
    { kind: "echo", recipient: "9001", content: { text: "I'll take this one" } },
    { kind: "echo", recipient: "DE.9003", content: { text: "Me again" } },
  ]);
  expect(history.entries).toEqual([]);
});

test.each(["instagram", "whatsapp"] as const)(
  "on %s people edit, withdraw, react, answer, and send what cannot be shown",
  async (channel) => {
    const { meta, app } = await startMetaStory();
    const phone = meta.phone(channel, channel === "instagram" ? "9001" : "DE.9003");
    const first = await phone.sendText("Were is it?");
    const ours = await meta.business.sendText(channel, phone.userId, "Hello");
    app.items.length = 0;
    await phone.edit(first, "Where is it?");
    await phone.unsend(first);
    await phone.react(ours, "👍");
    await phone.sendText("this", { replyTo: ours.id });
    await phone.sendUnsupported();
    expect(app.items).toMatchObject([
      { kind: "edit", externalId: first.id, text: "Where is it?" },
      { kind: "deletion", externalId: first.id },
      { kind: "message", content: { reaction: "👍", replyTo: ours.id } },
      { kind: "message", content: { text: "this", replyTo: ours.id } },
      { kind: "message", content: { unsupported: expect.any(String) } },
    ]);
  },
);

test("a changed number names the id it ends", async () => {
  const { meta, app } = await startMetaStory();
  const phone = meta.phone("whatsapp", "DE.9004", { name: "Ada Sample", phone: "+4915550001001" });
  await phone.changeNumber("+4915550002002", "DE.9005");
  expect(app.items).toMatchObject([
    { kind: "identity-changed", previous: { externalId: "DE.9004", also: [{ externalId: "+4915550001001" }] } },
  ]);
});

test("a picture can be fetched: on WhatsApp by id and token, on Instagram by its address", async () => {
  const { meta, app } = await startMetaStory();
  const bytes = new Uint8Array([255, 216, 255, 1]);
  await meta.phone("whatsapp", "DE.9003").sendImage(bytes, { caption: "The crack" });
  await meta.phone("instagram", "9001").sendImage(bytes);
  const references = app.items.flatMap((item) => (item.kind === "message" ? item.content.attachments.map((one) => one.reference) : []));
  const headers = { authorization: "Bearer whatsapp-token" };
  const described = (await (await fetch(`https://graph.facebook.com/v26.0/${references[0]}`, { headers })).json()) as {
    url: string;
    file_size: number;
  };
  expect(described.file_size).toBe(4);
  expect((await fetch(described.url)).status).toBe(401);
  expect(new Uint8Array(await (await fetch(described.url, { headers })).arrayBuffer())).toEqual(bytes);
  expect(new Uint8Array(await (await fetch(references[1] ?? "")).arrayBuffer())).toEqual(bytes);
});

test("Instagram's quick replies are gone once another message stands below; WhatsApp's buttons stay", async () => {
  const { meta } = await startMetaStory();
  const [ada, ben] = [meta.phone("instagram", "9001"), meta.phone("whatsapp", "DE.9003")];
  await Promise.all([ada.sendText("Hi"), ben.sendText("Hi")]);
  const question = [{ kind: "choices" as const, prompt: "Shall we?", choices: [{ id: "a", title: "Yes" }] }];
  await instagramSender.send(sendRequest("instagram", "9001", question));
  await whatsAppSender.send(sendRequest("whatsapp", "DE.9003", question));
  await meta.settled();
  await Promise.all([ada.sendText("wait"), ben.sendText("wait")]);
  await expect(ada.tap("Yes")).rejects.toThrow("Nothing to tap");
  await expect(ben.tap("Yes")).resolves.toMatchObject({ text: "Yes" });
});
