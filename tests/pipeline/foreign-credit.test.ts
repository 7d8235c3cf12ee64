import { afterAll, beforeAll, expect, test } from "vitest";
import { moneyOut } from "#app/domain/returns/back-office.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { type Shop, shopByDomain } from "#app/domain/shops/shop.server.ts";
import { deskOfCase, hashOfBooking } from "#app/domain/staff/return-desk.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { runStaffAction } from "#app/routes/staff-actions.server.ts";
import { returnCard } from "#app/ui/returns/return-card.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { approveReturn, deliver, fulfil } from "#sandbox/shopify/merchant.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, times } from "#tests/vendor-faults/people.ts";

const day = 86_400_000;
let house: House;
let shop: Shop;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
  shop = (await shopByDomain(house.shopDomain)) ?? expect.fail("no shop");
  expect(shop.currencyCode).toBe("EUR");
});
afterAll(() => house.close());

async function rules(changes: Partial<ReturnPolicy>): Promise<void> {
  const usual = shop.returnPolicy as unknown as ReturnPolicy;
  await house.database.commit([
    update("Shop", { id: shop.id }, { returnPolicy: { ...usual, outcomes: ["refund", "store-credit"], ...changes } }),
  ]);
}

/** Somebody who has bought dresses in dollars from this shop of euros: one is $139.80 where it would be €129.00. */
function buysInDollars(quantity: number) {
  const { store } = house.shopify;
  const { customerId, email, order: other } = createShopper(house);
  const customer = store.customers.get(other.customerId ?? "") ?? expect.fail("no customer");
  const at = new Date(store.now().getTime() - 5 * day);
  const order = store.quietly(() => {
    const items = [{ sku: "DRESS-RUS-M", quantity }];
    const made = createOrder(store, { customer, at, items, shippingPrice: 0, presentment: { currency: "USD", rate: 1.0837 } });
    fulfil(store, made.name, { at });
    deliver(store, made.name, { at: new Date(at.getTime() + day) });
    return made;
  });
  return { customerId, email, order };
}

/** The shopper chooses credit for one dress; what they were shown before the yes. */
async function choosesCredit(quantity: number) {
  const shopper = buysInDollars(quantity);
  const { order } = shopper;
  const browser = await house.browser(shopper.customerId);
  const say = async (words: string) => {
    await browser.say(words);
    await house.rest();
    await house.rest();
  };
  await say(`I want to return the dress of ${order.name}, it is too small`);
  if (quantity > 1) await say("one of them");
  await say("store credit is fine");
  const shown = (await browser.shown()).at(-1);
  await browser.tap(/Credit of/);
  await house.rest();
  await house.rest();
  return { ...shopper, browser, quote: [shown?.text ?? "", ...(shown?.choices ?? []).map(({ title }) => title)].join("\n") };
}

/** Staff receive it and give the credit, with what the desk shows them. */
async function givesCredit({ order }: Awaited<ReturnType<typeof choosesCredit>>) {
  const [record] = order.returns;
  if (!record) return expect.fail("no return");
  if (record.status === "REQUESTED") approveReturn(house.shopify.store, record.name);
  await house.rest();
  const row = await house.database.prisma.case.findFirstOrThrow({ where: { orderId: order.id, flow: "return" } });
  const lines = record.lines.map((line) => ({ lineId: line.id, quantity: line.units.length, disposition: "RESTOCKED" }));
  const desk = (await deskOfCase(shop, row.id, { lines, sent: [] })) ?? expect.fail("no desk");
  const card = returnCard(desk, { original: null, "store-credit": null, "gift-card": null, none: null }, null);
  const seen = hashOfBooking(desk, moneyOut(desk.suggested, "store-credit", desk.agreed)) ?? "";
  const form = { intent: "return-process", caseId: row.id, seen, money: "store-credit" };
  const written = lines.map((line) => `${line.lineId}*${line.quantity}*${line.disposition}`).join(",");
  expect(await runStaffAction(shop, row.identityId, { ...form, lines: written }, "Sam")).toMatchObject({ ok: true });
  await house.advance(11_000);
  await house.rest();
  await house.rest();
  return card;
}

const booked = (orderName: string) =>
  house.history
    .of("shopify", "returnProcess")
    .filter((entry) => entry.detail.orderName === orderName)
    .map((entry) => entry.detail.input as { financialTransfer?: { issueRefund?: object } });

test("credit for what was bought in dollars is shown, given and told in dollars, bonus and fee to the cent, and never in euros", async () => {
  await rules({ mode: "open", creditBonusPercentage: 10, creditExpiresAfterDays: 365, returnShippingFee: "4.90" });
  const chosen = await choosesCredit(1);
  const { order, browser, quote } = chosen;
  // $139.80, less €4.90 at the order's own rate of 139.80 to 129.00; a tenth of the rest on top.
  expect(quote).toMatch(/\$139\.80/);
  expect(quote).toMatch(/\$5\.31/);
  expect(quote).toMatch(/Bonus.*\$13\.45/s);
  expect(quote).toMatch(/Credit of \$147\.94/);
  expect(quote).not.toMatch(/€|EUR/);
  const card = await givesCredit(chosen);
  expect(card).toMatchObject({ booking: { amount: "$134.49", credit: "$147.94" } });
  expect(booked(order.name)).toMatchObject([
    {
      financialTransfer: {
        issueRefund: {
          orderTransactions: [],
          refundMethods: [{ storeCreditRefund: { amount: { amount: "147.94", currencyCode: "USD" }, expiresAt: expect.any(String) } }],
        },
      },
    },
  ]);
  expect(order.refunds).toHaveLength(1);
  await house.advance(11 * 60_000);
  expect(times(await browser.words(), /\$147\.94 in store credit/)).toBe(1);
  expect(await browser.words()).not.toMatch(/€\d/);
  const mail = house.mail.mailbox(chosen.email).inbox.filter((one) => one.subject.includes(`${order.name}-R1`));
  expect(mail.map((one) => /\$147\.94/.test(one.text) && !/€\d/.test(one.text))).toEqual([true]);
});

test("one of two in dollars: its own share and no more, also when the shop approves first", async () => {
  await rules({ mode: "request", creditBonusPercentage: 0, returnShippingFee: "0.00" });
  const chosen = await choosesCredit(2);
  expect(chosen.quote).toMatch(/Credit of \$139\.80/);
  const card = await givesCredit(chosen);
  expect(card).toMatchObject({ booking: { amount: "$139.80", credit: "$139.80" } });
  expect(booked(chosen.order.name)).toMatchObject([
    {
      financialTransfer: { issueRefund: { refundMethods: [{ storeCreditRefund: { amount: { amount: "139.80", currencyCode: "USD" } } }] } },
    },
  ]);
  await house.advance(11 * 60_000);
  expect(times(await chosen.browser.words(), /\$139\.80 in store credit/)).toBe(1);
});
