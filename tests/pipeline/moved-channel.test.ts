import { afterEach, beforeEach, expect, test } from "vitest";
import { mergeShoppers } from "#app/domain/identity/merge.server.ts";
import { holdReply } from "#app/domain/staff/held-reply.server.ts";
import { moveOptions } from "#app/domain/staff/move.server.ts";
import { handBack } from "#app/domain/staff/take-over.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { adminRequest, args } from "#tests/routes/admin.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

let house: House;
beforeEach(async () => {
  house = await House.open({ mailbox: true });
});
afterEach(() => house.close());

const times = (texts: string[], words: RegExp) => texts.filter((text) => words.test(text)).length;

/** A shopper whose mailbox and WhatsApp are proven to be one, and who wants a person on WhatsApp. */
async function onWhatsApp() {
  const shopper = people(house);
  const phone = await shopper.onPhone("whatsapp");
  await phone.begin(`Where is my order ${shopper.order.name}`);
  const mail = await shopper.onEmail();
  await mail.say("Thanks!");
  await house.advance(3_600_000);
  await phone.say("I want to talk to a person");
  const { conversationId } = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "whatsapp" } });
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  const params = { conversationId };
  const view = () => page.loader(args(adminRequest(`/app/inbox/${conversationId}`), params));
  const act = async (form: Record<string, string>) => {
    const answer = await page.action(args(adminRequest(`/app/inbox/${conversationId}`, { name: "Kim", ...form }), params));
    return answer.data as { ok: boolean; problem?: string };
  };
  const options = async () => (await moveOptions(await house.shopId(), conversationId)) ?? [];
  return {
    shopper,
    phone,
    mail,
    conversationId,
    view,
    act,
    options,
    ask: async (clientId = "q1") => {
      const [option] = await options();
      const answer = await act({ intent: "ask-to-move", toId: option?.toId ?? "", clientId });
      await house.rest(10_000);
      return answer;
    },
    reply: async (text: string) => {
      expect(await act({ intent: "reply", text, clientId: text.replace(/\W/g, "") })).toMatchObject({ ok: true });
      await house.rest(10_000);
    },
  };
}

test("with the shopper's yes replies go on by mail, until they write on WhatsApp again; who, when and by what is kept", async () => {
  const { shopper, phone, mail, view, act, options, ask, reply, conversationId } = await onWhatsApp();
  expect(await options()).toMatchObject([{ channel: "email", because: null }]);
  expect(await ask()).toMatchObject({ ok: true });
  // Once, however often it is pressed, and not again while it is open.
  expect(await ask()).toMatchObject({ ok: true });
  const asked = (await phone.all()).filter((text) => /May we go on by email/.test(text));
  expect(asked).toHaveLength(1);
  // Another channel learns no address.
  expect(asked[0]).toMatch(/\(.•••@.•••\.\w+\)/);
  expect(asked[0]).not.toContain(shopper.email);
  const [option] = await options();
  expect(await act({ intent: "ask-to-move", toId: option?.toId ?? "", clientId: "q2" })).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/asked already/),
  });
  expect((await view()).move).toMatchObject({ state: "asked", from: "whatsapp", to: "email" });
  // No answer is no yes.
  await reply("Still here.");
  expect(times(await phone.all(), /Still here/)).toBe(1);

  await phone.phone.tap("Yes");
  await house.rest();
  expect(times(await phone.all(), /We go on by email/)).toBe(1);
  const after = await view();
  expect(after.way).toMatchObject({ channel: "email", blocked: false });
  expect(after.move).toMatchObject({ state: "agreed" });
  expect(after.items.filter((one) => one.kind === "event").map((one) => one.text)).toContain(
    "The shopper agreed on WhatsApp to go on by email",
  );
  const { prisma } = house.database;
  const kept = await prisma.audit.findFirstOrThrow({ where: { action: "agreed-to-move" } });
  const yes = await prisma.message.findFirstOrThrow({ where: { author: "shopper", text: "Yes" } });
  expect(kept).toMatchObject({ actor: "shopper", subject: conversationId, detail: { from: "whatsapp", to: "email", messageId: yes.id } });

  await reply("A new one leaves today.");
  expect(times(await mail.all(), /A new one leaves today/)).toBe(1);
  expect(times(await phone.all(), /A new one leaves today|answered you/)).toBe(0);
  await phone.say("And the other one?");
  expect((await view()).way).toMatchObject({ channel: "whatsapp" });
  expect((await view()).move).toBeNull();
  await reply("That one, too.");
  expect(times(await phone.all(), /That one, too/)).toBe(1);
  expect(times(await mail.all(), /That one, too/)).toBe(0);
});

test("what the assistant tells by itself goes where the shopper has agreed to go on", async () => {
  const { shopper, phone, mail, ask, conversationId } = await onWhatsApp();
  await ask();
  await phone.say("yes please");
  expect(times(await phone.all(), /We go on by email/)).toBe(1);
  await handBack(await house.shopId(), conversationId, "Kim");
  await house.rest();
  const before = [(await mail.all()).length, (await phone.all()).length];
  const { planProactive } = await import("#app/domain/proactive/begin.server.ts");
  await house.database.commit(
    await planProactive(await house.shopId(), conversationId, {
      key: `news:${shopper.order.name}`,
      kind: "parcel-trouble",
      blocks: [{ kind: "text", text: "Your parcel is late." }],
      template: null,
      urgent: true,
      counted: false,
      ifUnreachable: "drop",
      onlyInWindow: false,
    }),
  );
  await house.rest();
  expect([(await mail.all()).length, (await phone.all()).length]).toEqual([(before[0] ?? 0) + 1, before[1]]);
});

test("a no is kept, said in the composer, and takes back an earlier yes", async () => {
  const { phone, mail, view, ask, reply } = await onWhatsApp();
  await ask();
  await phone.phone.tap("No, stay here");
  await house.rest();
  expect(times(await phone.all(), /we stay here/)).toBe(2);
  const after = await view();
  expect([after.way?.channel, after.move?.state]).toEqual(["whatsapp", "declined"]);
  expect(after.items.filter((one) => one.kind === "event").map((one) => one.text)).toContain("The shopper preferred to stay on WhatsApp");
  await reply("Here then.");
  expect([times(await phone.all(), /Here then/), times(await mail.all(), /Here then/)]).toEqual([1, 0]);
});

test("in a mail the question is answered by its number, and a closed window or a wish for silence is not gone on with", async () => {
  const { phone, mail, view, ask, options, reply } = await onWhatsApp();
  await mail.say("I write by mail now, to a person please");
  expect(await options()).toMatchObject([{ channel: "whatsapp", because: null }]);
  await ask();
  expect(times(await mail.all(), /May we go on on WhatsApp/)).toBe(1);
  await mail.say("1");
  expect((await view()).way).toMatchObject({ channel: "whatsapp" });
  await reply("Over here.");
  expect(times(await phone.all(), /Over here/)).toBe(1);
  await mail.say("Back by mail");
  await house.advance(24 * 3_600_000);
  expect(await options()).toMatchObject([{ channel: "whatsapp", because: "window-closed" }]);
});

test("only what is proven to be theirs is offered: nothing typed, nothing that staff joined, nothing of another person", async () => {
  const { conversationId, phone, act, options } = await onWhatsApp();
  const { prisma } = house.database;
  const stranger = house.phone("instagram", "77001");
  await stranger.sendText("hello");
  await house.rest();
  const other = await prisma.identity.findFirstOrThrow({ where: { kind: "instagram" } });
  const refused = () => act({ intent: "ask-to-move", toId: other.id, clientId: "x" }).catch((thrown: Response) => thrown.status);
  expect(await refused()).toBe(404);
  // Joined by staff alone it is shown to staff, and never gone on with.
  const shopId = await house.shopId();
  expect(await mergeShoppers(shopId, conversationId, other.conversationId, "Kim")).toMatchObject({ ok: true, conversationId });
  await phone.say("Are you there?");
  expect((await options()).map((one) => one.channel)).toEqual(["email"]);
  expect(await refused()).toBe(404);
  // Withdrawn meanwhile: the question that is held is not sent.
  const [option] = await options();
  await act({ intent: "ask-to-move", toId: option?.toId ?? "", clientId: "held" });
  await prisma.identity.update({ where: { id: option?.toId ?? "" }, data: { conversationId: other.homeConversationId } });
  await house.rest(10_000);
  expect(await prisma.heldReply.findFirst({ where: { shopId, clientId: "held" } })).toMatchObject({ state: "failed", reason: "move-gone" });
});

test("an answer that nobody was asked for moves nothing", async () => {
  const { phone, mail, view, options } = await onWhatsApp();
  const [option] = await options();
  const shopId = await house.shopId();
  const { conversationId } = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "whatsapp" } });
  await holdReply(shopId, conversationId, { text: "A question?", author: "Kim", staffId: "1", clientId: "plain" });
  await house.rest(10_000);
  await phone.say("yes");
  expect((await view()).way).toMatchObject({ channel: "whatsapp" });
  expect(option?.channel).toBe("email");
  expect(times(await mail.all(), /A question/)).toBe(0);
});

test("after a no a nod is no yes; the button of the question still is", async () => {
  const { phone, view, ask } = await onWhatsApp();
  await ask();
  await phone.phone.tap("No, stay here");
  await house.rest();
  await phone.say("ok");
  expect(times(await phone.all(), /We go on by email/)).toBe(0);
  expect((await view()).way).toMatchObject({ channel: "whatsapp" });
  expect(await house.database.prisma.audit.count({ where: { action: "agreed-to-move" } })).toBe(0);
});

test("where the window closes after the yes, replies go where they asked from", async () => {
  const { phone, mail, view, ask, reply } = await onWhatsApp();
  await mail.say("I write by mail now, to a person please");
  await ask();
  await mail.say("1\n\nBest regards,\nAda Example");
  expect((await view()).way).toMatchObject({ channel: "whatsapp", blocked: false });
  await house.advance(25 * 3_600_000);
  expect((await view()).way).toMatchObject({ channel: "email", blocked: false });
  await reply("By mail again.");
  expect([times(await mail.all(), /By mail again/), times(await phone.all(), /By mail again/)]).toEqual([1, 0]);
});

test("a yes that was overtaken by their own words is no reason to leave them without a pointer", async () => {
  const { phone, mail, ask, reply } = await onWhatsApp();
  await ask();
  await phone.phone.tap("Yes");
  await house.rest();
  await phone.say("Hm, and here?");
  await house.advance(60_000);
  await mail.say("Or by mail?");
  await reply("The answer is by mail.");
  expect(times(await mail.all(), /The answer is by mail/)).toBe(1);
  expect(times(await phone.all(), /answered you/)).toBe(1);
});

test("who wants no such messages there is told on the channel where they were asked", async () => {
  const { shopper, phone, mail, ask, conversationId, options } = await onWhatsApp();
  const [option] = await options();
  await ask();
  await phone.say("yes please");
  const shopId = await house.shopId();
  const out = { id: newId(), shopId, identityId: option?.toId ?? "", state: "out", source: "shopper-word", at: house.clock.now() };
  await house.database.commit([insert("Consent", out)]);
  await handBack(shopId, conversationId, "Kim");
  await house.rest();
  const before = [(await mail.all()).length, (await phone.all()).length];
  const { planProactive } = await import("#app/domain/proactive/begin.server.ts");
  await house.database.commit(
    await planProactive(shopId, conversationId, {
      key: `news:${shopper.order.name}`,
      kind: "parcel-trouble",
      blocks: [{ kind: "text", text: "Your parcel is late." }],
      template: null,
      urgent: true,
      counted: false,
      ifUnreachable: "drop",
      onlyInWindow: false,
    }),
  );
  await house.rest();
  expect([(await mail.all()).length, (await phone.all()).length]).toEqual([before[0], (before[1] ?? 0) + 1]);
});

test("a reply that waits to go where they agreed does not go once that address is no longer proven to be theirs", async () => {
  const { mail, act, ask, options, phone } = await onWhatsApp();
  const [option] = await options();
  await ask();
  await phone.phone.tap("Yes");
  await house.rest();
  expect(await act({ intent: "reply", text: "Your new code is inside the parcel.", clientId: "held" })).toMatchObject({ ok: true });
  const { prisma } = house.database;
  const email = await prisma.identity.findUniqueOrThrow({ where: { id: option?.toId ?? "" } });
  const edges = await prisma.evidence.findMany({ where: { strength: "proof", OR: [{ identityId: email.id }, { otherId: email.id }] } });
  for (const edge of edges) await prisma.evidence.update({ where: { id: edge.id }, data: { withdrawnAt: house.clock.now() } });
  const { refreshProjection } = await import("#app/domain/identity/join.server.ts");
  await refreshProjection(email);
  expect((await prisma.identity.findUniqueOrThrow({ where: { id: email.id } })).conversationId).not.toBe(email.conversationId);
  await house.rest(10_000);
  expect(times(await mail.all(), /Your new code/)).toBe(0);
});
