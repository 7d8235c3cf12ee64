import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { allowedDeeds } from "#app/domain/returns/back-office.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { decideHeld } from "#app/domain/staff/held-exchange.server.ts";
import { deskOfCase, nothingWanted } from "#app/domain/staff/return-desk.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { fulfil, payOutstanding, refundReturn } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

let house: House;
let usual: ReturnPolicy;
beforeAll(async () => {
  house = await House.open({ knowledge: true, mailbox: true });
  usual = (await house.database.prisma.shop.findFirstOrThrow()).returnPolicy as unknown as ReturnPolicy;
});
afterAll(() => house.close());
beforeEach(() => rules({ mode: "open", outcomes: ["refund", "exchange-variant", "exchange-product", "store-credit"] }));

async function rules(changes: Partial<ReturnPolicy>): Promise<void> {
  await house.database.commit([
    update("Shop", { id: await house.shopId() }, { returnPolicy: { ...usual, dailyReturnsPerShop: 5_000, ...changes } }),
  ]);
}

const variantOf = (sku: string) => house.shopify.store.variantBySku(sku);
const created = (order: OrderRecord, operation = "returnCreate") =>
  house.history.of("shopify", operation).filter((entry) => entry.detail.orderName === order.name);
const caseOf = (order: OrderRecord) => house.database.prisma.case.findFirstOrThrow({ where: { orderId: order.id, flow: "return" } });
const last = async (browser: Browser) => {
  const shown = (await browser.shown()).at(-1);
  return [shown?.text ?? "", ...(shown?.choices ?? []).map(({ title }) => `[${title}]`), ...(shown?.links ?? [])].join("\n");
};

/** A logged-in shopper whose dress is too small; the sum that comes back is on the screen. */
async function atQuote(words?: string) {
  const shopper = createShopper(house);
  const browser = await house.browser(shopper.customerId);
  await browser.say(words ?? `I want to return the dress of ${shopper.order.name}, it is too small`);
  await house.rest();
  return { ...shopper, browser };
}

async function say(browser: Browser, words: string): Promise<string> {
  await browser.say(words);
  await house.rest();
  await house.rest();
  return last(browser);
}

async function tap(browser: Browser, title: RegExp): Promise<string> {
  await browser.tap(title);
  await house.rest();
  await house.rest();
  return last(browser);
}

test("even: the same dress in another size, nothing to pay, booked and shipped by the shop, told as it happens", async () => {
  const { browser, order } = await atQuote();
  const offered = await say(browser, "I'd rather have it in L");
  expect(offered).toMatch(/New: 1 × Linen Wrap Dress, (Rust \/ L|L \/ Rust)/);
  expect(offered).toContain("Nothing to pay");
  const told = await tap(browser, /Yes, exchange it/);
  expect(told).toMatch(new RegExp(`registered as ${order.name}-R1`));
  expect(created(order)).toMatchObject([
    { detail: { input: { exchangeLineItems: [{ variantId: variantOf("DRESS-RUS-L").id, quantity: 1 }] } } },
  ]);
  expect(created(order, "returnRequest")).toHaveLength(0);
  expect(order.lines).toHaveLength(1);

  const stock = variantOf("DRESS-RUS-L").stock;
  refundReturn(house.shopify.store, `${order.name}-R1`);
  await house.rest();
  expect(order.lines.at(-1)).toMatchObject({ isExchange: true, sku: "DRESS-RUS-L" });
  expect(variantOf("DRESS-RUS-L").stock).toBe(stock - 1);
  expect(await browser.words()).not.toMatch(/refunded €0/);
  fulfil(house.shopify.store, order.name);
});

test("owed: the difference to the cent, the shop's own payment link once it is there, held until it is paid", async () => {
  const shirt = variantOf("SHIRT-WHI-M");
  shirt.price = 14_950;
  const { browser, order } = await atQuote();
  await tap(browser, /Exchange instead/);
  await tap(browser, /Another product/);
  const kinds = await say(browser, "the heavy cotton t-shirt");
  expect(kinds).toContain("Heavy Cotton T-Shirt");
  const quote = await say(browser, "white in M please");
  expect(quote).toMatch(/You pay.*€20\.50/s);
  const told = await tap(browser, /Yes, exchange it/);
  expect(told).toMatch(/You pay €20\.50\. I send you the shop’s payment link/);
  refundReturn(house.shopify.store, `${order.name}-R1`);
  await house.rest();
  expect(() => fulfil(house.shopify.store, order.name)).toThrow(/nothing left to ship/);
  const link = await browser.words();
  expect(link).toMatch(/€20\.50 are still to be paid/);
  expect(await last(browser)).toContain("/payments/collect/");
  payOutstanding(house.shopify.store, order.name);
  await house.rest();
  expect(await last(browser)).toContain("Your payment has arrived");
  fulfil(house.shopify.store, order.name);
  shirt.price = 3_900;
});

test("refundable: the difference goes back when the shop books it", async () => {
  const { browser, order } = await atQuote();
  await tap(browser, /Exchange instead/);
  await tap(browser, /Another product/);
  await say(browser, "wool scarf");
  const quote = await say(browser, "rust");
  expect(quote).toMatch(/To your original payment.*€70\.00/s);
  await tap(browser, /Yes, exchange it/);
  refundReturn(house.shopify.store, `${order.name}-R1`);
  await house.rest();
  expect(await browser.words()).toMatch(/refunded €70\.00/);
});

test("stock gone between the sum and the yes, and between the yes and the store: said, and something else is offered", async () => {
  const large = variantOf("DRESS-RUS-L");
  const stock = large.stock;
  const { browser, order } = await atQuote();
  await say(browser, "in L instead please");
  large.stock = 0;
  expect(await tap(browser, /Yes, exchange it/)).toMatch(/sold out by now/);
  expect(created(order)).toHaveLength(0);
  large.stock = stock;
  await say(browser, "then in L");
  await house.stopJobs();
  await browser.tap(/Yes, exchange it/);
  await house.startJobs();
  await house.rest();
  expect(created(order)).toHaveLength(1);
});

test("resumed after a month the window is closed and nothing is exchanged", async () => {
  const { browser, order } = await atQuote();
  await say(browser, "in L instead please");
  await house.advance(31 * 86_400_000);
  await browser.boot();
  expect(await tap(browser, /Yes, exchange it/)).toMatch(/return window closed/);
  expect(created(order)).toHaveLength(0);
});

test("in German: das blaue, kein Ja vor der Summe", async () => {
  const { browser, order } = await atQuote();
  const offered = await say(browser, "ich hätte es lieber in L umgetauscht");
  expect(offered).toContain("Nichts zu zahlen");
  await say(browser, "ja bitte");
  expect(created(order)).toHaveLength(1);
});

test("store credit with its bonus is an ordinary return, and what was promised stands in the case", async () => {
  await rules({ mode: "open", outcomes: ["refund", "store-credit"], creditBonusPercentage: 10 });
  const { browser, order } = await atQuote();
  const quote = await say(browser, "store credit is fine");
  expect(quote).toMatch(/Bonus.*€12\.90.*As store credit.*€141\.90/s);
  await tap(browser, /Credit of/);
  expect(created(order)).toHaveLength(1);
  expect((await caseOf(order)).state).toMatchObject({
    outcome: "store-credit",
    money: { to: "store-credit", amount: { amount: "129.00" }, bonus: { amount: "12.90" } },
  });
});

test("what is kept is paid back once, to the cent, with Shopify's own key", async () => {
  await rules({ mode: "open", outcomes: ["keep-item", "refund"], keepItemUpTo: "130" });
  const { browser, order } = await atQuote();
  await tap(browser, /Keep it/);
  await Promise.all([browser.tap(/Yes, €129\.00 back/), browser.tap(/Yes, €129\.00 back/)]);
  await house.rest();
  await house.rest();
  expect(await browser.words()).toMatch(/Done: €129\.00 go back/);
  const refunds = created(order, "refundCreate");
  expect(refunds).toMatchObject([
    { detail: { idempotencyKey: expect.any(String), input: { note: expect.stringMatching(/\[ref [0-9a-f]{8}\]/) } } },
  ]);
  expect(order.refunds).toHaveLength(1);
  expect(order.returns).toHaveLength(0);
  expect(await browser.words()).not.toMatch(/shop refunded/);
});

const instant = { mode: "open" as const, outcomes: ["refund" as const], instantUpTo: "130" };

test("within the merchant's limits the money goes back before the item is here: once, with Shopify's own key, and is not paid again", async () => {
  await rules(instant);
  const { browser, order } = await atQuote();
  expect(await browser.words()).toMatch(/the money goes back at once; the item still comes back/);
  await Promise.all([browser.tap(/Return for €129\.00/), browser.tap(/Return for €129\.00/)]);
  for (let tries = 0; tries < 4; tries += 1) await house.rest();
  // By whichever comes first: our own look at Shopify, or Shopify's word.
  const told = /€129\.00 are on their way back to your payment already|The shop refunded €129\.00/g;
  expect((await browser.words()).match(told)).toHaveLength(1);
  expect(created(order, "refundCreate")).toMatchObject([
    {
      detail: {
        idempotencyKey: expect.any(String),
        input: { note: expect.stringMatching(/^Return \d+, before it is back \[ref [0-9a-f]{8}\]/) },
      },
    },
  ]);
  expect(order.returns).toMatchObject([{ status: "OPEN" }]);
  expect(order.transactions.filter((one) => one.kind === "REFUND").map((one) => one.amount)).toEqual([12_900]);
  // Staff see the money on the return, and cannot cancel what was paid.
  const { id } = await house.database.prisma.case.findFirstOrThrow({ where: { orderId: order.id, flow: "return" } });
  const found = await deskOfCase({ id: await house.shopId(), domain: house.shopDomain }, id, nothingWanted);
  expect(found?.desk.refunds).toMatchObject([{ total: { amount: "129.00" } }]);
  expect(found && allowedDeeds(found.desk)["return-cancel"]).toBe("refunded");
  // When it is back nothing is left to pay, and it is told that it has ended.
  refundReturn(house.shopify.store, `${order.name}-R1`);
  await house.rest();
  expect(order.transactions.filter((one) => one.kind === "REFUND").map((one) => one.amount)).toEqual([12_900]);
  expect((await browser.words()).match(told)).toHaveLength(1);
});

test.each([
  ["it is worth more", { instantUpTo: "128.99" }],
  ["the customer has not ordered often enough", { instantAfterOrders: 2 }],
  ["it is for another reason", { instantReasons: ["wrong_item" as const] }],
  ["a person looks at such returns first", { review: { refundBeforeReceipt: true } }],
  ["the shop approves each return", { mode: "request" as const }],
])("the money waits for the item when %s", async (_, more) => {
  await rules({ ...instant, ...more });
  const { browser, order } = await atQuote();
  expect(await browser.words()).not.toMatch(/goes back at once/);
  await tap(browser, /Return for €129\.00/);
  await house.rest();
  expect(order.returns).toHaveLength(1);
  expect(created(order, "refundCreate")).toHaveLength(0);
});

/** What staff see and press on the conversation's page. */
async function decide(order: OrderRecord, decision: Parameters<typeof decideHeld>[2]): Promise<boolean | null> {
  const row = await caseOf(order);
  const before = order.returns.length;
  const done = await decideHeld(row.shopId, row.id, decision, "Kim");
  await house.rest();
  expect(order.returns).toHaveLength(before);
  await house.advance(11_000);
  await house.rest();
  await house.rest();
  return done;
}

test("held for review: nothing at Shopify until a person allows it; then the very exchange that was said yes to, once", async () => {
  await rules({ mode: "request", dailyReturnsPerShopper: 0 });
  const { browser, order } = await atQuote();
  await say(browser, "in L instead please");
  expect(await browser.words()).toMatch(/the team looks at it first and decides/);
  await tap(browser, /Yes, exchange it/);
  expect(await browser.words()).toMatch(/Your exchange is with the team now/);
  expect(await caseOf(order)).toMatchObject({ owner: "staff", escalation: "policy-exception" });
  expect(order.returns).toHaveLength(0);
  const decisions = await Promise.allSettled([decide(order, { allow: true }), decide(order, { allow: true })]);
  expect(decisions.filter((one) => one.status === "fulfilled" && one.value)).toHaveLength(1);
  expect(created(order)).toMatchObject([{ detail: { input: { exchangeLineItems: [{ variantId: variantOf("DRESS-RUS-L").id }] } } }]);
  expect(await last(browser)).toMatch(new RegExp(`registered as ${order.name}-R1`));
  expect(await decide(order, { allow: false, note: "too late" })).toBe(false);
  const audit = await house.database.prisma.audit.findFirst({ where: { action: "allowed-change" }, orderBy: { at: "desc" } });
  expect(audit).toMatchObject({ actor: "Kim" });
});

test("held and declined: the shopper is told why, and nothing was made", async () => {
  await rules({ mode: "request" });
  const { browser, order } = await atQuote();
  await say(browser, "in L instead please");
  await tap(browser, /Yes, exchange it/);
  expect(await decide(order, { allow: false, note: "It was worn." })).toBe(true);
  expect(await last(browser)).toMatch(/the exchange can’t be made\. They say: “It was worn\.”/);
  expect(await caseOf(order)).toMatchObject({ status: "done", owner: "assistant" });
  expect(order.returns).toHaveLength(0);
  expect(await decideHeld("another-shop", (await caseOf(order)).id, { allow: true }, "Eve")).toBeNull();
});

test("held, and sold out when it is allowed: nothing is made, the shopper chooses again", async () => {
  await rules({ mode: "request" });
  const large = variantOf("DRESS-RUS-L");
  const stock = large.stock;
  const { browser, order } = await atQuote();
  await say(browser, "in L instead please");
  await tap(browser, /Yes, exchange it/);
  large.stock = 0;
  await decide(order, { allow: true });
  large.stock = stock;
  expect(await last(browser)).toMatch(/was sold out before I could register it/);
  expect(order.returns).toHaveLength(0);
});
