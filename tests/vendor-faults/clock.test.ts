import { afterEach, beforeEach, expect, test } from "vitest";
import { approveReturn } from "#sandbox/shopify/merchant.ts";
import { House } from "./house.ts";
import { beforeTheYes, createShopper, textsOf, times, withReturn } from "./people.ts";

const hour = 3_600_000;
let house: House;
beforeEach(async () => {
  house = await House.open({ mailbox: true });
});
afterEach(() => house.close());

const jumps: [string, number][] = [
  ["a day ahead", 24 * hour],
  ["a day behind", -24 * hour],
];

test.each(jumps)("with our clock %s, a message is answered once", async (_name, skew) => {
  await house.skew(skew);
  const phone = house.phone("whatsapp", "DE.81", "+4915112345678");
  await phone.sendText("where is order #1001");
  await house.rest();
  expect(times(textsOf(phone), /#1001/)).toBeGreaterThan(0);
  expect(textsOf(phone)).toHaveLength(1);
});

test.each(jumps)("a clock that jumps %s while a reply waits to go out neither loses nor doubles it", async (_name, jump) => {
  const phone = house.phone("whatsapp", "DE.82", "+4915100000082");
  house.meta.faults.add("whatsapp.send", { kind: "throttle" }, 2);
  await phone.sendText("Hello");
  await house.rest();
  await house.skew(jump);
  for (let n = 0; n < 4; n += 1) await house.advance(10_000);
  expect(textsOf(phone)).toHaveLength(1);
});

test.each(jumps)("a clock that jumps %s while Shopify makes a return: one return, told once", async (_name, jump) => {
  const { browser, order } = await beforeTheYes(house, { quantity: 2 });
  house.shopify.faults.add("returnRequest", { kind: "lost-reply" });
  const stop = house.history.onRecord((entry) => {
    if (entry.operation === "returnRequest") void house.skew(jump);
  });
  await browser.tap(/Return for/);
  await house.rest();
  stop();
  for (let n = 0; n < 3; n += 1) await house.advance(10_000);
  expect(order.returns).toHaveLength(1);
  expect(await told(order.id)).toBe(1);
});

/** How often the name of this order's return was said; the thread itself may need a new token by now. */
async function told(orderId: string): Promise<number> {
  const cases = await house.database.prisma.case.findMany({ where: { orderId } });
  const messages = await house.database.prisma.message.findMany({
    where: { author: "assistant", caseId: { in: cases.map((row) => row.id) } },
  });
  return times(
    messages.map((message) => message.text),
    /-R1/,
  );
}

test.each<[string, number, string]>([
  ["a day behind", -24 * hour, "accepted"],
  // By our clock the window has closed meanwhile. It is not sent, but staff see it.
  ["a day ahead", 24 * hour, "failed"],
])("a turn that is under way when the clock jumps %s is not begun a second time", async (_name, jump, state) => {
  const { phone: number, order } = createShopper(house, { arrived: false });
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  house.shopify.faults.add("orders", { kind: "delay", ms: 300 });
  await phone.sendText(`where is order ${order.name}`);
  const answered = house.rest();
  while (house.shopify.faults.left > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await house.skew(jump);
  await answered;
  await house.skew(0);
  await house.rest();
  expect(await house.database.prisma.message.count({ where: { author: "assistant" } })).toBe(1);
  expect(await house.database.prisma.delivery.findMany()).toMatchObject([{ state }]);
});

test("news is found by the reconciliation after the clock was a day ahead and was then set right", async () => {
  const { browser, order } = await withReturn(house);
  await house.skew(24 * hour);
  await house.advance(11 * 60_000);
  await house.skew(0);
  house.shopify.webhooks.hold();
  approveReturn(house.shopify.store, `${order.name}-R1`);
  await house.advance(11 * 60_000);
  await house.advance(11 * 60_000);
  expect(await browser.words()).toMatch(/is approved/);
});

test("a clock that is set back makes no code live longer", async () => {
  const { email } = createShopper(house);
  const mailbox = house.mail.mailbox(email);
  const phone = house.phone("instagram", "DE.83");
  const asksForReturn = async () => {
    await phone.sendText("I want to return something");
    await house.rest();
    await phone.sendText(`my address is ${email}`);
    await house.rest();
    for (let tries = 0; tries < 100 && mailbox.inbox.length === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    return mailbox.inbox.at(-1)?.subject.slice(0, 6) ?? "";
  };
  const code = await asksForReturn();
  expect(code).toMatch(/^\d{6}$/);
  await house.skew(-2 * hour);
  await phone.sendText(code);
  await house.rest();
  expect(await house.database.prisma.evidence.count({ where: { kind: "one-time-code" } })).toBe(0);
  expect(textsOf(phone).at(-1)).toMatch(/no longer valid/);
});
