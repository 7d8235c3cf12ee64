import { afterEach, beforeEach, expect, test } from "vitest";
import { loader as conversationLoader } from "#app/routes/app.inbox.$conversationId.tsx";
import { loader } from "#app/routes/app.shoppers.$conversationId.customer.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, withTracking } from "#tests/vendor-faults/people.ts";
import { adminRequest, args, installShop, sessionToken, thrownResponse } from "./admin.ts";

let house: House;
let token: string;
beforeEach(async () => {
  house = await House.open();
  token = sessionToken(house.shopDomain);
});
afterEach(() => house.close());

const at = (path: string, conversationId: string, by = token) => args(adminRequest(path, undefined, by), { conversationId });
const card = async (conversationId: string) => (await loader(at("/app/shoppers/x/customer", conversationId))).json();
const panel = async (conversationId: string) => (await conversationLoader(at("/app/inbox/x", conversationId))).context;
async function conversations(): Promise<string[]> {
  const rows = await house.database.prisma.conversation.findMany({ where: { lastChannel: { not: "" } }, orderBy: { id: "asc" } });
  return rows.map((row) => row.id);
}

test("beside a logged-in shopper stands what they spent, how often they bought, their tags and five newest orders", async () => {
  const { store } = house.shopify;
  const shopper = createShopper(house);
  const customer = store.customers.get(`gid://shopify/Customer/${shopper.customerId}`);
  if (!customer) throw new Error("no customer");
  customer.tags = ["vip", "wholesale"];
  store.quietly(() => {
    for (let n = 1; n <= 6; n += 1)
      createOrder(store, { customer, at: new Date(store.now().getTime() - n * 86_400_000), items: [{ sku: "DRESS-RUS-M", quantity: 1 }] });
  });
  const browser = await house.browser(shopper.customerId);
  await browser.say("My shoe size is 42, and write to me in English please");
  await house.rest();
  const [id = ""] = await conversations();
  const shown = await panel(id);
  expect([shown.hasCustomer, shown.preferences]).toEqual([true, ["Shoe size 42", "Wants replies in English"]]);
  const asked = house.asked("myshopify.com");
  const found = await card(id);
  expect(house.asked("myshopify.com")).toBe(asked + 1);
  expect(found).toMatchObject({
    state: "customer",
    name: "Ada Sample",
    numberOfOrders: 7,
    spent: expect.stringMatching(/^€\d[\d,]*\.\d\d$/),
    tags: ["vip", "wholesale"],
    adminUrl: `https://${house.shopDomain}/admin/customers/${shopper.customerId}`,
  });
  expect(found.orders).toHaveLength(5);
  expect(found.orders[0]).toMatchObject({ status: "Not sent yet", payment: "Paid", total: expect.stringMatching(/^€/) });
  // Noted behind the page.
  await expect
    .poll(async () => (await house.database.prisma.accessLog.findMany({ where: { what: "shopper" } })).map((row) => row.subject))
    .toEqual([id]);
});

test("a shown number speaks for its order's customer; who has shown nothing has none", async () => {
  const { order } = await withTracking(house);
  const stranger = house.phone("instagram", "6655500077");
  await stranger.sendText("hello");
  await house.rest();
  const [known = "", unknown = ""] = await conversations();
  expect(await card(known)).toMatchObject({ state: "customer", orders: [{ name: order.name }] });
  expect((await panel(unknown)).hasCustomer).toBe(false);
  expect(await card(unknown)).toEqual({ state: "none", words: "Shown once it is proven who writes.", failed: false });
});

test("a mailbox that no customer has is said so, a silent Shopify too, and another shop's conversation is not there", async () => {
  const shopper = createShopper(house);
  const browser = await house.browser(shopper.customerId);
  await browser.say("hello");
  await house.rest();
  const [id = ""] = await conversations();
  house.shopify.store.customers.delete(`gid://shopify/Customer/${shopper.customerId}`);
  expect(await card(id)).toEqual({ state: "none", words: "Shopify knows no customer by this contact.", failed: false });
  house.shopify.faults.add("customer", { kind: "status", status: 503 }, 9);
  expect(await card(id)).toEqual({ state: "none", words: "Shopify did not answer. The customer could not be shown.", failed: true });
  await installShop("other-shop.myshopify.com", "Other");
  const other = sessionToken("other-shop.myshopify.com");
  expect((await thrownResponse(loader(at("/app/shoppers/x/customer", id, other)))).status).toBe(404);
});

test("a hand-over tells the team who this is to the shop, where it is proven, and does not wait for a store that is away", async () => {
  const shopper = createShopper(house);
  const summaryOf = async (say: (text: string) => Promise<unknown>) => {
    await say("I want to talk to a person");
    await house.rest();
    const row = await house.database.prisma.case.findFirstOrThrow({ where: { status: "escalated" }, orderBy: { id: "desc" } });
    return row.summary ?? "";
  };
  const browser = await house.browser(shopper.customerId);
  await house.rest();
  expect(await summaryOf((text) => browser.say(text))).toContain("Customer: 1 order, €129.00 spent, 1 open case.");
  const stranger = house.phone("instagram", "6655500078");
  expect(await summaryOf((text) => stranger.sendText(text))).not.toContain("Customer:");
  const another = await house.browser(createShopper(house).customerId);
  await house.rest();
  house.shopify.faults.add("customer", { kind: "status", status: 503 }, 50);
  const summary = await summaryOf((text) => another.say(text));
  expect(summary).toContain("Problem: talking to a person");
  expect(summary).not.toContain("Customer:");
});
