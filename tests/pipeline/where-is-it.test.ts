import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelOrder, fulfil, shipmentEvent } from "#sandbox/shopify/merchant.ts";
import type { ShipmentEventStatus } from "#sandbox/shopify/model.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const hour = 3_600_000;
const ago = (hours: number) => new Date(house.shopify.store.now().getTime() - hours * hour);

/** What somebody reads on WhatsApp, its buttons too, who asks for an order after `happens` has happened to it. */
async function asksAfter(happens: (orderName: string) => void, { quantity = 1, says = "" } = {}): Promise<string> {
  const { phone: number, order } = createShopper(house, { arrived: false, quantity });
  house.shopify.store.quietly(() => happens(order.name));
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText(`where is my order ${order.name}?`);
  await house.rest();
  if (says) {
    await phone.sendText(says);
    await house.rest();
  }
  return phone.inbox
    .map((bubble) => [bubble.text, ...bubble.choices.map((choice) => `[${choice.title}]`), bubble.link?.url ?? ""].join("\n"))
    .join("\n");
}

const sent = (orderName: string, hours: number, tracked = true) =>
  fulfil(house.shopify.store, orderName, {
    at: ago(hours),
    ...(tracked && { company: "DHL", number: "LL000001DE", url: "https://track.example.com/LL000001DE" }),
  });
const scanned =
  (status: ShipmentEventStatus, hours = 2) =>
  (orderName: string) => {
    sent(orderName, 48);
    shipmentEvent(house.shopify.store, orderName, status, { at: ago(hours) });
  };

test.each<[string, (orderName: string) => void, RegExp[]]>([
  ["nothing was sent yet", () => {}, [/hasn’t been shipped|has not been shipped|being prepared/i]],
  ["a label was made", scanned("LABEL_PURCHASED"), [/being prepared/i]],
  ["it was confirmed", scanned("CONFIRMED"), [/being prepared/i]],
  ["the carrier has it", scanned("CARRIER_PICKED_UP"), [/left our warehouse/, /track\.example\.com/]],
  ["it is in transit", scanned("IN_TRANSIT"), [/left our warehouse/, /track\.example\.com/]],
  ["it is delayed", scanned("DELAYED"), [/reports a delay/, /track\.example\.com/]],
  ["it is out for delivery", scanned("OUT_FOR_DELIVERY"), [/out for delivery/, /track\.example\.com/]],
  ["delivery was tried", scanned("ATTEMPTED_DELIVERY"), [/tried to deliver/, /track\.example\.com/]],
  ["it can be picked up", scanned("READY_FOR_PICKUP"), [/ready to be picked up/, /track\.example\.com/]],
  ["it was delivered", scanned("DELIVERED"), [/reported as delivered|delivered/i, /\[(?:Return|Send)[^\]]*\]/, /\[I don’t have it\]/]],
  ["the carrier has a problem", scanned("FAILURE"), [/reports a problem/, /Shall the team look into it/, /\[Yes, please\]/]],
  ["no scan for more than three days", scanned("IN_TRANSIT", 80), [/nothing has been reported since/, /\[Yes, please\]/]],
  ["it has no tracking number", (name) => void sent(name, 48, false), [/no tracking number/]],
  ["it was cancelled", (name) => void cancelOrder(house.shopify.store, name), [/was cancelled/, /refund/i]],
])("%s: said as it is, with what can be done next", async (_, happens, words) => {
  const read = await asksAfter(happens);
  for (const pattern of words) expect(read).toMatch(pattern);
});

test("a split shipment: each parcel, and what has not left yet", async () => {
  const read = await asksAfter(
    (name) => {
      const sku = house.shopify.store.orderByName(name).lines[0]?.sku ?? "";
      fulfil(house.shopify.store, name, { items: { [sku]: 1 }, at: ago(70), company: "DHL", number: "LL000002DE" });
      shipmentEvent(house.shopify.store, name, "DELIVERED", { at: ago(5) });
      fulfil(house.shopify.store, name, { items: { [sku]: 1 }, at: ago(20), company: "DHL", number: "LL000003DE" });
    },
    { quantity: 3 },
  );
  expect(read).toMatch(/delivered/);
  expect(read).toMatch(/left our warehouse/);
  expect(read).toMatch(/not (?:been )?(?:shipped|sent)|not left|still being prepared/i);
});

test("delivered, but the shopper does not have it: advice, and a person with the case", async () => {
  const read = await asksAfter(scanned("DELIVERED"), { says: "It says delivered but I never got it" });
  expect(read).toContain("next door");
  expect(read).toContain("passing this to a colleague");
  expect(await house.database.prisma.case.findFirst({ where: { escalation: "high-risk" } })).toMatchObject({
    owner: "staff",
    flow: "track-order",
  });
});
