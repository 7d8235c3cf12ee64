import { afterEach, beforeEach, expect, test } from "vitest";
import { saveLabels } from "#app/domain/returns/label-rows.server.ts";
import { defaultLabels, type LabelSettings } from "#app/domain/returns/labels.ts";
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
