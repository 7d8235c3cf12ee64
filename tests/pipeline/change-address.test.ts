import { afterAll, beforeAll, expect, test } from "vitest";
import { update } from "#app/platform/db/writes.ts";
import { beginWork, cancelOrder, fulfil, moveOrder } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf, times } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

const changes = (order: OrderRecord) => house.history.of("shopify", "orderUpdate").filter((entry) => entry.detail.orderName === order.name);
const caseOf = (order: OrderRecord) =>
  house.database.prisma.case.findFirstOrThrow({ where: { orderId: order.id, flow: "change-address" } });
const last = async (browser: Browser) => (await browser.shown()).at(-1)?.text ?? "";

async function say(browser: Browser, words: string): Promise<void> {
  await browser.say(words);
  await house.rest();
  await house.rest();
}

async function tap(browser: Browser, title: RegExp): Promise<void> {
  await browser.tap(title);
  await house.rest();
  await house.rest();
}

/** Logged in on the storefront is not enough: the code that came to the order's mailbox is typed first. */
async function prove(browser: Browser, email: string): Promise<void> {
  expect(await last(browser)).toMatch(/code/);
  const mail = house.mail.mailbox(email).inbox.at(-1);
  expect(mail?.text).toMatch(/another address|delivery address/);
  await say(browser, mail?.subject.slice(0, 6) ?? "");
}

async function begin(
  words = (name: string) => `I need to change the delivery address of order ${name}`,
  happen = (_order: OrderRecord) => {},
) {
  const shopper = createShopper(house, { arrived: false });
  happen(shopper.order);
  const browser = await house.browser(shopper.customerId);
  await say(browser, words(shopper.order.name));
  await prove(browser, shopper.email);
  return { ...shopper, browser };
}

/** Asked for the yes to a whole address. */
async function beforeTheYes() {
  const begun = await begin();
  await say(begun.browser, "Neue Strasse 12\n14467 Potsdam");
  return begun;
}

test("the whole address is read back, changed once after a yes, and told as Shopify shows it", async () => {
  const { browser, order } = await begin();
  expect(await last(browser)).toMatch(/street and number, postcode and city/);
  await say(browser, "Neue Strasse 12\n14467 Potsdam");
  expect(await last(browser)).toMatch(/would go to:.*Ada Sample\nNeue Strasse 12\n14467 Potsdam\nGermany/s);
  expect(changes(order)).toHaveLength(0);
  await tap(browser, /Yes, send it there/);
  expect(order.shippingAddress).toEqual({
    firstName: "Ada",
    lastName: "Sample",
    address1: "Neue Strasse 12",
    city: "Potsdam",
    zip: "14467",
    countryCode: "DE",
  });
  expect(changes(order)).toHaveLength(1);
  expect(await last(browser)).toMatch(/now goes to:\nAda Sample\nNeue Strasse 12\n14467 Potsdam\nGermany/);
  const row = await caseOf(order);
  expect(row).toMatchObject({ status: "done", intent: "change_address" });
  const audit = await house.database.prisma.audit.findFirst({
    where: { action: "effect.done", detail: { path: "$.caseId", equals: row.id } },
  });
  expect(audit).toMatchObject({
    actor: "assistant",
    detail: { kind: "address-change", input: { orderName: order.name }, result: { stored: "as-shown" } },
  });
  expect(JSON.stringify(audit)).not.toMatch(/Potsdam/);
  await house.advance(11 * 60_000);
  expect(times(await browser.words(), /now goes to/)).toBe(1);
});

test("step by step: what is missing is asked for, part by part", async () => {
  const { browser, order } = await begin();
  await say(browser, "Neue Strasse 12");
  expect(await last(browser)).toMatch(/postcode/);
  await say(browser, "14467");
  expect(await last(browser)).toMatch(/Which city/);
  await say(browser, "Potsdam");
  expect(await last(browser)).toMatch(/Neue Strasse 12\n14467 Potsdam/);
  await say(browser, "yes please");
  expect(order.shippingAddress).toMatchObject({ address1: "Neue Strasse 12", zip: "14467", city: "Potsdam" });
});

test("the wish may hold the whole address at once", async () => {
  const { browser } = await begin((name) => `please change the delivery address of ${name} to Neue Strasse 12, 14467 Potsdam`);
  expect(await last(browser)).toMatch(/Neue Strasse 12\n14467 Potsdam\nGermany/);
});

test("a yes said twice changes it once; another address or a no changes nothing", async () => {
  const { browser, order } = await beforeTheYes();
  await tap(browser, /Another address/);
  await say(browser, "Andere Allee 3, 14469 Potsdam");
  await Promise.all([browser.tap(/Yes, send it there/), browser.tap(/Yes, send it there/)]);
  await house.rest();
  await say(browser, "yes");
  expect(changes(order)).toHaveLength(1);
  expect(order.shippingAddress?.address1).toBe("Andere Allee 3");

  const other = await beforeTheYes();
  await tap(other.browser, /Leave as it is/);
  expect(await last(other.browser)).toMatch(/stays as it is/);
  await tap(other.browser, /Yes, send it there/);
  expect(changes(other.order)).toHaveLength(0);
});

test("an old yes needs a fresh proof and a new yes", async () => {
  const { browser, order } = await beforeTheYes();
  await house.advance(3_600_000);
  await tap(browser, /Yes, send it there/);
  expect(changes(order)).toHaveLength(0);
  expect(await last(browser)).toMatch(/code/i);
});

test("somebody changed the address while it was talked about: shown anew before anything happens", async () => {
  const { browser, order } = await beforeTheYes();
  house.shopify.webhooks.hold();
  moveOrder(house.shopify.store, order.name, { address1: "Stafffgasse 1" });
  await tap(browser, /Yes, send it there/);
  expect(changes(order)).toHaveLength(0);
  expect(await last(browser)).toMatch(/Something has changed/);
  house.shopify.webhooks.release();
  await tap(browser, /Yes, send it there/);
  expect(order.shippingAddress?.address1).toBe("Neue Strasse 12");
});

test.each<[string, string, RegExp]>([
  ["another country", "Rue Neuve 12\n75001 Paris\nFrance", /another country/],
  ["an island with other carriage", "Lung Wai 1, 27498 Helgoland", /tax or shipping may cost something else/],
])("%s goes to a person", async (_name, address, words) => {
  const { browser, order } = await begin();
  await say(browser, address);
  expect(await browser.words()).toMatch(words);
  expect(await caseOf(order)).toMatchObject({ owner: "staff", escalation: "policy-exception" });
  expect(changes(order)).toHaveLength(0);
});

test("what Shopify does not take is asked for anew in the shopper's words", async () => {
  const { browser, order } = await begin();
  await say(browser, "Neue Strasse 12, 1446 Potsdam");
  await tap(browser, /Yes, send it there/);
  expect(await last(browser)).toMatch(/“1446” is not accepted as a postcode.*postcode\?/s);
  expect(order.shippingAddress?.address1).toBe("Musterweg 7");
  await say(browser, "14467");
  await tap(browser, /Yes, send it there/);
  expect(order.shippingAddress).toMatchObject({ address1: "Neue Strasse 12", zip: "14467" });
  expect(await last(browser)).toMatch(/now goes to/);
});

test.each<[string, (order: OrderRecord) => void, RegExp, "done" | "escalated"]>([
  ["in progress", ({ name }) => void beginWork(house.shopify.store, name), /being prepared already/, "escalated"],
  ["sent", ({ name }) => void fulfil(house.shopify.store, name), /can no longer change where it goes/, "done"],
  ["cancelled", ({ name }) => void cancelOrder(house.shopify.store, name), /was cancelled today, so nothing is sent/, "done"],
])("the address of an order that is %s is not changed, before or after it was read back", async (_name, happen, words, status) => {
  const early = await begin(undefined, happen);
  expect(await early.browser.words()).toMatch(words);
  expect(await caseOf(early.order)).toMatchObject({ status });

  const late = await beforeTheYes();
  happen(late.order);
  await house.rest();
  await house.rest();
  await tap(late.browser, /Yes, send it there/);
  expect(await late.browser.words()).toMatch(words);
  expect(changes(late.order)).toHaveLength(0);
});

test("another shopper's order is not spoken of", async () => {
  const stranger = createShopper(house, { arrived: false });
  const shopper = createShopper(house, { arrived: false });
  const browser = await house.browser(shopper.customerId);
  await say(browser, `change the delivery address of order ${stranger.order.name}`);
  // The code goes to the mailbox of the order that was named, and says what for: only its owner can go on.
  expect(await last(browser)).toMatch(/code/);
  expect(await browser.words()).not.toMatch(/Musterweg|Where shall/);
  await say(browser, "123456");
  expect(await browser.words()).not.toMatch(/Musterweg|Where shall/);
  expect(changes(stranger.order)).toHaveLength(0);
});

test("switched off by the merchant, a person does it", async () => {
  const shopId = await house.shopId();
  await house.database.commit([update("Shop", { id: shopId }, { orderPolicy: { changeAddress: false } })]);
  const { browser, order } = await begin();
  expect(await browser.words()).toMatch(/is for the team to say/);
  expect(await caseOf(order)).toMatchObject({ owner: "staff" });
  await house.database.commit([update("Shop", { id: shopId }, { orderPolicy: {} })]);
});

test("where the merchant lets addresses go to another tax area, the same country is enough", async () => {
  const shopId = await house.shopId();
  await house.database.commit([update("Shop", { id: shopId }, { orderPolicy: { changeAddressAcross: true } })]);
  const { browser, order } = await begin();
  await say(browser, "Lung Wai 1, 27498 Helgoland");
  await tap(browser, /Yes, send it there/);
  expect(order.shippingAddress).toMatchObject({ address1: "Lung Wai 1", zip: "27498" });
  await house.database.commit([update("Shop", { id: shopId }, { orderPolicy: {} })]);
});

test("a question in between is answered and the address is asked for again", async () => {
  const { browser } = await begin();
  await say(browser, "how long can I send things back?");
  expect(await browser.words()).toMatch(/within 30 days/);
  await say(browser, "Neue Strasse 12, 14467 Potsdam");
  expect(await last(browser)).toMatch(/Neue Strasse 12\n14467 Potsdam/);
});

test("begun on the website, taken on by WhatsApp from where it stopped, and said yes to there", async () => {
  const { browser, order, phone: number } = await beforeTheYes();
  const link = (await browser.continueElsewhere()).find((one) => one.channel === "whatsapp");
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.openLink(link?.url ?? "");
  await house.rest();
  await phone.tap("Yes, that was me");
  await house.rest();
  expect(textsOf(phone).join("\n")).toMatch(/new delivery address where you stopped in the chat on our site.*Neue Strasse 12/s);
  await phone.tap("Yes, send it there");
  await house.rest();
  await house.rest();
  expect(order.shippingAddress?.address1).toBe("Neue Strasse 12");
  expect(times(textsOf(phone), /now goes to/)).toBe(1);
});

test("WhatsApp from the order's own number is not enough: a code comes first", async () => {
  const { phone: number, order } = createShopper(house, { arrived: false });
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  await phone.sendText(`please change the delivery address of order ${order.name}`);
  await house.rest();
  expect(textsOf(phone).join("\n")).toMatch(/code/);
  expect(textsOf(phone).join("\n")).not.toMatch(/Where shall/);
});

test("by mail: the proof first, then the address, the yes, and the end", async () => {
  const shopper = createShopper(house, { arrived: false });
  const mailbox = house.mail.mailbox(shopper.email);
  const arrived = async (count: number) => {
    for (let wait = 0; mailbox.inbox.length < count && wait < 200; wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      await house.rest();
    }
    return mailbox.inbox.at(-1);
  };
  const text = `Hello,\n\nplease change the delivery address of order ${shopper.order.name}.\n\nAda`;
  await mailbox.send({ to: house.mail.shopAddress, subject: "Address", text });
  const link = (await arrived(1))?.links.find((one) => one.includes("/prove/")) ?? "";
  await fetch(link, { method: "POST", body: new URLSearchParams({ connect: "yes" }) });
  const asked = await arrived(2);
  expect(asked?.text).toMatch(/street and number/);
  await mailbox.send({ replyTo: asked, text: "Neue Strasse 12\n14467 Potsdam" });
  const readBack = await arrived(3);
  expect(readBack?.text).toMatch(/14467 Potsdam/);
  await mailbox.send({ replyTo: readBack, text: "Yes, please." });
  await arrived(5);
  expect(shopper.order.shippingAddress?.address1).toBe("Neue Strasse 12");
  expect(mailbox.inbox.at(-1)?.text).toMatch(/now goes to/);
});
