import { afterEach, beforeEach, expect, test } from "vitest";
import { retryLabel, saveLabels } from "#app/domain/returns/label-rows.server.ts";
import { defaultLabels, type LabelSettings } from "#app/domain/returns/labels.ts";
import { insert, update } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { approveReturn } from "#sandbox/shopify/merchant.ts";
import type { ReturnRecord } from "#sandbox/shopify/model.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, times } from "#tests/vendor-faults/people.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

const day = 24 * 3_600_000;
const pdf = "https://cdn.linden-loom.example.com/returns/label.pdf";
const place = { name: "Linden & Loom", street1: "Lagerweg 3", city: "Hamburg", zip: "20095", state: "", country: "DE" };

async function set(change: Partial<LabelSettings>, key = ""): Promise<void> {
  await saveLabels(await house.shopId(), { ...defaultLabels, ...change }, key, "Sam");
}
const byCarrier = (change: Partial<LabelSettings> = {}) => set({ method: "carrier", place, ...change }, house.easypost.apiKey);

/** A shopper on WhatsApp who has asked for a return and proven by the code in their mail that the order is theirs. */
async function asksForReturn(sku: string[] = []) {
  const shopper = createShopper(house, { sku });
  const phone = house.phone("whatsapp", `DE.${shopper.phone.slice(1)}`, shopper.phone);
  const mailbox = house.mail.mailbox(shopper.email);
  await phone.sendText(`I want to return the dress of ${shopper.order.name}, it is too small`);
  await house.rest();
  await phone.sendText(mailbox.inbox.at(-1)?.subject.slice(0, 6) ?? "");
  await house.rest();
  await phone.tap(
    phone.inbox.flatMap((one) => one.choices.map(({ title }) => title)).find((title) => title.startsWith("Return for")) ?? "",
  );
  await house.rest();
  const record = (): ReturnRecord => {
    const [only] = shopper.order.returns;
    if (!only) throw new Error("Nothing was asked for.");
    return only;
  };
  return { ...shopper, phone, mailbox, record };
}
type Shopper = Awaited<ReturnType<typeof asksForReturn>>;

async function approved(sku: string[] = []): Promise<Shopper> {
  const shopper = await asksForReturn(sku);
  approveReturn(house.shopify.store, shopper.record().name);
  await house.rest();
  return shopper;
}

const shown = ({ phone }: Shopper) => phone.inbox.map((bubble) => [bubble.text, bubble.link?.url].filter(Boolean).join(" ")).join("\n");
const labelMails = ({ mailbox }: Shopper) => mailbox.inbox.filter((mail) => /^Your label/.test(mail.subject));
const row = () => house.database.prisma.returnLabel.findFirst({});

test("a return that the team approves gets the merchant's label: at Shopify, on the phone and by mail, each once", async () => {
  await set({ method: "own", ownUrl: pdf, dropOff: "any DHL parcel shop" });
  const shopper = await approved();
  expect(shopper.record().deliveries).toMatchObject([{ labelUrl: pdf }]);
  expect(house.history.of("shopify", "reverseDeliveryCreateWithShipping")).toMatchObject([{ detail: { notifyCustomer: false } }]);
  const words = shown(shopper);
  expect(times(words, /Here is the label for your return/)).toBe(1);
  expect(words).toContain(pdf);
  expect(words).toMatch(/Where to hand it in: any DHL parcel shop\nPlease hand it in by \d+ \w+\./);
  expect(labelMails(shopper)).toHaveLength(1);
  expect(labelMails(shopper)[0]?.text).toContain(pdf);
  // Whatever moves afterwards, nothing is told or written twice.
  await shopper.phone.sendText("where is my return?");
  await house.rest();
  expect(times(shown(shopper), /Here is the label/)).toBe(1);
  expect(shopper.record().deliveries).toHaveLength(1);
});

test("no method is set: nothing changes for anybody", async () => {
  const shopper = await approved();
  expect(shopper.record().deliveries).toBeUndefined();
  expect(shown(shopper)).not.toMatch(/label/i);
  expect(await row()).toBeNull();
});

test("another country has its own label; a country without one is the team's to see to", async () => {
  await set({ method: "own", byCountry: { DE: `${pdf}?de` } });
  const shopper = await asksForReturn();
  Object.assign(shopper.order.shippingAddress ?? {}, { countryCode: "AT" });
  approveReturn(house.shopify.store, shopper.record().name);
  await house.rest();
  expect(await row()).toMatchObject({ state: "failed", error: "no-label-for-country" });
  expect(shown(shopper)).not.toMatch(/Here is the label/);
  expect(await house.database.prisma.staffNote.findMany({})).toMatchObject([
    { text: expect.stringContaining("there is none for the shopper's country") },
  ]);
  await set({ method: "own", byCountry: { DE: `${pdf}?de`, AT: `${pdf}?at` } });
  const failed = await row();
  await retryLabel(await house.shopId(), failed?.id ?? "");
  await house.rest();
  expect(shown(shopper)).toContain(`${pdf}?at`);
  expect(shopper.record().deliveries).toMatchObject([{ labelUrl: `${pdf}?at` }]);
});

test("opened at once by us: a code from the template, with the return's own name in it", async () => {
  const shop = await house.database.prisma.shop.findFirstOrThrow();
  await house.database.commit([update("Shop", { id: shop.id }, { returnPolicy: { ...(shop.returnPolicy as object), mode: "open" } })]);
  await set({ method: "code", template: "https://drop.example.com/{return}?c={country}" });
  const shopper = await asksForReturn();
  await house.rest();
  const url = `https://drop.example.com/${shopper.order.name.slice(1)}-R1?c=DE`;
  expect(shown(shopper)).toMatch(/You need no printer: show it where you hand in the parcel/);
  expect(shown(shopper)).toContain(url);
  expect(shopper.record().deliveries).toMatchObject([{ labelUrl: url }]);
});

test("EasyPost: the cheapest label is bought once, from the shopper to the shop, with its tracking number at Shopify", async () => {
  await byCarrier();
  const shopper = await approved();
  const { shipments } = house.easypost;
  expect(shipments).toHaveLength(1);
  expect(shipments[0]).toMatchObject({
    is_return: true,
    from_address: { street1: "Musterweg 7", country: "DE" },
    to_address: { street1: "Lagerweg 3" },
    selected_rate: { rate: "4.90" },
    parcel: { length: 15.7, weight: 35.3 },
  });
  expect(shopper.record().deliveries).toMatchObject([
    { labelUrl: shipments[0]?.postage_label?.label_pdf_url, tracking: { number: shipments[0]?.tracking_code } },
  ]);
  expect(shown(shopper)).toContain(`Its tracking number is ${shipments[0]?.tracking_code}.`);
  const { labelKey } = await house.database.prisma.shop.findFirstOrThrow();
  expect(labelKey).not.toContain(house.easypost.apiKey);
});

test.each([
  ["shipment.create", "lost-reply"],
  ["shipment.buy", "lost-reply"],
  ["shipment.buy", "reset"],
  ["shipment.create", "throttle"],
] as const)("EasyPost's %s with a %s: one label is paid for", async (operation, kind) => {
  await byCarrier();
  house.easypost.faults.add(operation, { kind });
  const shopper = await approved();
  await house.advance(60_000);
  await house.rest();
  expect(house.easypost.shipments).toHaveLength(1);
  expect(house.history.of("easypost", "shipment.buy")).toHaveLength(1);
  expect(shopper.record().deliveries).toHaveLength(1);
  expect(times(shown(shopper), /Here is the label/)).toBe(1);
  expect(labelMails(shopper)).toHaveLength(1);
});

test("Shopify's answer is lost: the way back is written once and told once", async () => {
  await set({ method: "own", ownUrl: pdf });
  house.shopify.faults.add("reverseDeliveryCreateWithShipping", { kind: "lost-reply" });
  const shopper = await approved();
  await house.advance(60_000);
  await house.rest();
  expect(shopper.record().deliveries).toHaveLength(1);
  expect(times(shown(shopper), /Here is the label/)).toBe(1);
});

test.each([
  ["the key is not known", { key: "EZTKwrong" }, "http-401", /does not know the API key/],
  ["every offer is too dear", { most: 4 }, "too-dear", /costs more than you allow/],
] as const)(
  "%s: nothing is bought, and staff are told why",
  async (_name, { key, most }: { key?: string; most?: number }, error, words) => {
    await set({ method: "carrier", place, mostCost: most ?? null }, key ?? house.easypost.apiKey);
    const shopper = await approved();
    expect(house.history.of("easypost", "shipment.buy")).toHaveLength(0);
    expect(await row()).toMatchObject({ state: "failed", error });
    expect(await house.database.prisma.staffNote.findMany({})).toMatchObject([{ text: expect.stringMatching(words) }]);
    expect(await house.database.prisma.conversation.findFirst({ orderBy: { lastMessageAt: "desc" } })).toMatchObject({ unread: true });
    expect(shopper.record().deliveries).toBeUndefined();
  },
);

test("whoever sends it by themselves gives the number: it stands at Shopify and is confirmed, once", async () => {
  await set({ method: "own", ownUrl: pdf });
  const shopper = await approved();
  await shopper.phone.sendText("I sent it with DHL 00340434161094042557");
  await house.rest();
  await house.rest();
  expect(shopper.record().deliveries).toMatchObject([{ labelUrl: pdf, tracking: { number: "00340434161094042557" } }]);
  expect(house.history.of("shopify", "reverseDeliveryShippingUpdate")).toHaveLength(1);
  expect(times(shown(shopper), /Your tracking number 00340434161094042557 is now on return/)).toBe(1);
  await house.advance(8 * day);
  await house.rest();
  expect(shown(shopper)).not.toMatch(/A reminder of your return/);
});

test("the same without any label of the shop", async () => {
  const shopper = await approved();
  await shopper.phone.sendText("I posted it myself, the tracking number is 1Z999AA10123456784");
  await house.rest();
  await house.rest();
  expect(shopper.record().deliveries).toMatchObject([{ tracking: { number: "1Z999AA10123456784" } }]);
  expect(times(shown(shopper), /is now on return/)).toBe(1);
});

const allOf = (shopper: Shopper) => [shown(shopper), ...shopper.mailbox.inbox.map((mail) => mail.text)].join("\n");

test("an unused label is recalled once; its return is cancelled only where that is set, days after it was announced", async () => {
  await set({ method: "own", ownUrl: pdf, remindAfterDays: 7, cancelAfterDays: 10 });
  const shopper = await approved();
  await house.advance(6 * day);
  expect(allOf(shopper)).not.toMatch(/A reminder of your return/);
  for (let hours = 0; hours < 48; hours += 6) {
    await house.advance(day / 4);
    await house.rest();
  }
  expect(times(allOf(shopper), /A reminder of your return/)).toBe(1);
  expect(allOf(shopper)).toMatch(/If we see nothing of it by \d+ \w+, the return is cancelled/);
  expect(shopper.record().status).toBe("OPEN");
  for (let days = 0; days < 6; days += 1) {
    await house.advance(day);
    await house.rest();
  }
  expect(shopper.record().status).toBe("CANCELED");
  expect(house.history.of("shopify", "returnCancel")).toHaveLength(1);
  expect(times(allOf(shopper), /A reminder of your return/)).toBe(1);
});

test("what was paid back at once is not cancelled for an unused label: a person looks at it", async () => {
  await set({ method: "own", ownUrl: pdf, remindAfterDays: 7, cancelAfterDays: 10 });
  const shopper = await approved();
  const { caseId, shopId } = await house.database.prisma.returnLabel.findFirstOrThrow();
  const at = house.clock.now();
  const paid = { kind: "instant-refund", key: "paid", input: {}, state: "done", attempts: 1, createdAt: at, updatedAt: at };
  await house.database.commit([insert("Effect", { id: newId(), shopId, caseId, ...paid })]);
  for (let days = 0; days < 16; days += 1) {
    await house.advance(day);
    await house.rest();
  }
  expect(shopper.record().status).toBe("OPEN");
  expect(house.history.of("shopify", "returnCancel")).toHaveLength(0);
  const notes = await house.database.prisma.staffNote.findMany();
  expect(notes.map((note) => note.text).join()).toMatch(/paid back at once was never sent .*: its money has gone back already/);
});

test("by default nothing is cancelled; a parcel that the carrier has scanned is not recalled", async () => {
  await byCarrier();
  const shopper = await approved();
  house.easypost.scan((await row())?.id ?? "", "in_transit");
  for (let days = 0; days < 20; days += 2) {
    await house.advance(2 * day);
    await house.rest();
  }
  expect(allOf(shopper)).not.toMatch(/A reminder of your return/);
  expect(shopper.record().status).toBe("OPEN");
});
