import { afterEach, beforeEach, expect, test } from "vitest";
import type { Template } from "#sandbox/meta/templates.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { adminRequest, args } from "./admin.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const day = 24 * 3_600_000;
const pickup: Template = {
  name: "ready_for_pickup",
  language: "en_US",
  category: "UTILITY",
  status: "APPROVED",
  parameter_format: "NAMED",
  header: { format: "TEXT", text: "Order {{order_number}}" },
  text: "Hi {{first_name}}, your parcel waits at *{{place}}*.",
  footer: "Linden & Loom",
  buttons: [
    { type: "URL", text: "See it", url: "https://linden-loom.example/track/{{1}}" },
    { type: "QUICK_REPLY", text: "Thank you" },
  ],
  examples: ["Ada", "Main street 1"],
};

type Offer = {
  state: string;
  problem?: string;
  left?: number;
  templates?: { name: string; language: string; suggested: Record<string, string> }[];
};

/** Somebody who wrote on WhatsApp more than a day ago, and whose case staff have. */
async function late() {
  const phone = house.phone("whatsapp", "DE.4915155700001", "+4915155700001");
  await phone.sendText("I want to talk to a person");
  await house.rest();
  await house.database.prisma.case.updateMany({ data: { orderName: "#1001" } });
  await house.advance(day);
  const { conversationId } = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "whatsapp" } });
  const page = await import("#app/routes/app.inbox.$conversationId.tsx");
  const templates = await import("#app/routes/app.inbox.$conversationId.templates.ts");
  const params = { conversationId };
  return {
    phone,
    conversationId,
    offer: async () =>
      (await (await templates.loader(args(adminRequest(`/app/inbox/${conversationId}/templates?name=Sam`), params))).json()) as Offer,
    view: () => page.loader(args(adminRequest(`/app/inbox/${conversationId}`), params)),
    act: async (form: Record<string, string>) => {
      const answer = await page.action(args(adminRequest(`/app/inbox/${conversationId}`, { name: "Sam", ...form }), params));
      return answer.data as { ok: boolean; problem?: string; key?: string; template?: unknown };
    },
    got: () => phone.inbox.map((bubble) => bubble.text),
  };
}
const pick = (template: Pick<Template, "name" | "language">, values: Record<string, string>, clientId = "one") => ({
  intent: "template",
  template: template.name,
  templateLanguage: template.language,
  values: JSON.stringify(values),
  clientId,
});
const filled = {
  "header.order_number": "#1001",
  "body.first_name": "Ada",
  "body.place": "the corner shop",
  "button.0": "AB12",
};
const words = "Order #1001\n\nHi Ada, your parcel waits at *the corner shop*.\n\nLinden & Loom";

test("after a day staff send an approved template: what is known stands in it, and the thread has the words that arrived", async () => {
  house.meta.templates.push({ ...pickup }, { ...pickup, language: "de", text: "Hallo {{first_name}}: {{place}}" });
  house.meta.templates.push({ ...pickup, name: "with_picture", header: { format: "IMAGE" } });
  house.meta.templates.push({ ...pickup, name: "still_looked_at", status: "PENDING" });
  // More than fit on one page of Graph's.
  for (let n = 0; n < 230; n += 1) house.meta.templates.push({ ...pickup, name: `zz_${n}`, status: n === 229 ? "APPROVED" : "REJECTED" });
  const { phone, offer, view, act, got } = await late();
  expect((await view()).way).toMatchObject({ blocked: true, templates: true });
  const { templates = [], left } = await offer();
  expect(templates.map((one) => `${one.name} ${one.language}`)).toEqual([
    "order_update en",
    "ready_for_pickup en_US",
    "zz_229 en_US",
    "order_update de",
    "ready_for_pickup de",
  ]);
  expect(left).toBe(1);
  expect(templates[1]?.suggested).toEqual({ "header.order_number": "#1001", "body.first_name": "Ada", "body.place": "", "button.0": "" });
  expect(templates[0]?.suggested).toEqual({ "body.1": "#1001", "body.2": "" });
  // Opened again it is not asked for again.
  const asked = house.asked("/message_templates");
  await offer();
  expect(house.asked("/message_templates")).toBe(asked);

  const before = got().length;
  expect(await act(pick(pickup, filled))).toMatchObject({ ok: true });
  expect(await act(pick(pickup, filled))).toMatchObject({ ok: true });
  expect((await view()).composer.held).toMatchObject([{ text: words, template: true, reason: null }]);
  expect((await view()).withStaff).toBe(true);
  expect(got().length).toBe(before);
  await house.advance(10_000);
  expect(got().slice(before)).toEqual([words]);
  expect(phone.inbox.at(-1)?.link).toEqual({ label: "See it", url: "https://linden-loom.example/track/AB12" });
  const item = (await view()).items.findLast((one) => one.kind === "message");
  expect(item).toMatchObject({
    author: "staff",
    name: "Sam",
    blocks: [{ kind: "text", text: words }, { kind: "link" }, { kind: "choices" }],
  });
  expect(item).toMatchObject({ delivery: { text: "Read" } });
  // The button under it is a message like any other, and opens the window again.
  await phone.tap("Thank you");
  await house.rest();
  expect((await view()).way).toMatchObject({ blocked: false });
});

test("a template is taken back with what was filled in, and its words are nobody's draft", async () => {
  house.meta.templates.push({ ...pickup });
  const { act, view, got } = await late();
  const before = got().length;
  await act(pick(pickup, filled));
  const [held] = (await view()).composer.held;
  expect(await act({ intent: "undo-reply", heldId: held?.id ?? "" })).toMatchObject({
    ok: true,
    template: { name: pickup.name, language: "en_US", values: filled },
  });
  await house.advance(20_000);
  expect(got().length).toBe(before);
  expect((await view()).composer.drafts).toEqual({});
  expect(await house.database.prisma.heldReply.findFirst()).toMatchObject({ state: "stopped", text: "", template: null });
});

test("what WhatsApp would not take is said where it stands, and nothing is kept", async () => {
  house.meta.templates.push({ ...pickup });
  const { act, view } = await late();
  const problemOf = async (values: Record<string, string>) => {
    const { problem, key } = await act(pick(pickup, values));
    return [key, problem];
  };
  expect(await problemOf({ ...filled, "body.place": " \n " })).toEqual(["body.place", "This is not filled in yet."]);
  expect(await problemOf({ ...filled, "button.0": "AB 12" })).toEqual(["button.0", "The end of an address has no spaces."]);
  expect((await problemOf({ ...filled, "body.place": "x".repeat(1000) }))[1]).toMatch(/takes 1,024 characters/);
  expect((await problemOf({ ...filled, "header.order_number": "x".repeat(60) }))[1]).toMatch(/takes 60 characters/);
  expect(await act({ ...pick(pickup, filled), values: "no JSON" })).toMatchObject({ ok: false, key: "header.order_number" });
  expect(await act(pick({ name: "gone", language: "en" }, {}))).toMatchObject({ ok: false, problem: expect.stringMatching(/deleted/) });
  const own = house.meta.templates.at(-1);
  if (own) own.status = "PAUSED";
  expect(await act(pick(pickup, filled))).toMatchObject({ ok: false, problem: expect.stringMatching(/paused or rejected/) });
  expect(await act(pick({ name: "sign_in_code", language: "en" }, { "body.1": "1" }))).toMatchObject({ ok: false });
  expect((await view()).composer.held).toEqual([]);
});

test.each([
  ["paused", (one: Template) => Object.assign(one, { status: "PAUSED" }), /paused or rejected/],
  ["changed", (one: Template) => Object.assign(one, { text: "Hi {{first_name}}, come to {{place}}." }), /changed/],
  ["given another place", (one: Template) => Object.assign(one, { text: `${one.text} {{more}}` }), /changed/],
  ["deleted", (one: Template) => house.meta.templates.splice(house.meta.templates.indexOf(one), 1), /deleted/],
])("a template that is %s while it is held stays with the reason and goes back into the composer", async (_, change, reason) => {
  const own = { ...pickup };
  house.meta.templates.push(own);
  const { act, view, got } = await late();
  const before = got().length;
  await act(pick(own, filled));
  change(own);
  await house.advance(10_000);
  expect(got().length).toBe(before);
  const [held] = (await view()).composer.held;
  const { heldTemplateProblems } = await import("#app/ui/inbox/template-words.ts");
  expect(heldTemplateProblems[held?.reason ?? ""]).toMatch(reason);
  expect(await act({ intent: "undo-reply", heldId: held?.id ?? "" })).toMatchObject({ template: { values: filled } });
});

test("what WhatsApp refuses at the last moment is not delivered by another way, and staff are told why", async () => {
  const own = { ...pickup };
  house.meta.templates.push(own);
  const { act, view, got, conversationId } = await late();
  const before = got().length;
  await act(pick(own, filled));
  // The look before it goes out finds nobody, and by then it is paused.
  house.meta.faults.add("templates.read", { kind: "status", status: 503 });
  own.status = "PAUSED";
  await house.advance(10_000);
  expect(got().length).toBe(before);
  await house.rest();
  const { unread } = await house.database.prisma.conversation.findFirstOrThrow({ where: { id: conversationId } });
  expect(unread).toBe(true);
  const item = (await view()).items.findLast((one) => one.kind === "message");
  expect(item).toMatchObject({ author: "staff", delivery: { text: "Not delivered: WhatsApp has paused the template", tone: "bad" } });
});

test("why there is no template to send is said: none, no account, no answer, a shopper who wants none", async () => {
  const { offer, act, phone } = await late();
  house.meta.templates.splice(0);
  expect(await offer()).toMatchObject({ state: "ready", templates: [], left: 0 });
  await house.advance(61_000);
  house.meta.faults.add("templates.read", { kind: "status", status: 503 });
  expect(await offer()).toMatchObject({ state: "none", problem: expect.stringMatching(/does not answer/) });
  // What could not be read is asked for again.
  expect(await offer()).toMatchObject({ state: "ready" });
  await phone.sendText("STOP");
  await house.rest();
  await house.advance(day);
  expect(await offer()).toMatchObject({ state: "none", problem: expect.stringMatching(/no messages that we begin/) });
  expect(await act(pick(pickup, filled))).toMatchObject({ ok: false, problem: expect.stringMatching(/no messages that we begin/) });
  const { prisma } = house.database;
  await prisma.consent.deleteMany();
  await prisma.channelAccount.updateMany({ where: { channel: "whatsapp" }, data: { config: {} } });
  expect(await offer()).toMatchObject({ state: "none", problem: expect.stringMatching(/Business account ID/) });
});
