import { afterAll, beforeAll, expect, test } from "vitest";
import type { Phone } from "#sandbox/meta/phone.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

let house: House;
let count = 0;
beforeAll(async () => {
  house = await House.open();
  await house.connectPhones({ sms: true, whatsapp: true });
});
afterAll(() => house.close());

const lastOf = (phone: Phone) => textsOf(phone).at(-1) ?? "";
function instagram(): Phone {
  count += 1;
  return house.phone("instagram", `ig-${count}`);
}
async function write(phone: Phone, text: string): Promise<string> {
  await phone.sendText(text);
  await house.rest();
  return lastOf(phone);
}
const mailedCode = (address: string) => house.mail.mailbox(address).inbox.at(-1)?.subject.slice(0, 6) ?? "";

test("opted out, throttled, lost: the code still comes when it can, once where it must not come twice", async () => {
  const { order, phone: number } = createShopper(house);
  const phone = instagram();
  house.twilio.faults.add("sms.send", { kind: "throttle" });
  house.twilio.faults.add("sms.send", { kind: "lost-reply" });
  await write(phone, `where is order ${order.name}`);
  await write(phone, "to my phone");
  for (let n = 0; n < 3; n += 1) await house.rest(10_000);
  const bodies = house.twilio.inbox(number).map((sms) => sms.body);
  expect(bodies).toHaveLength(2);
  expect(new Set(bodies).size).toBe(1);

  const stopped = createShopper(house);
  house.twilio.optedOut.add(stopped.phone);
  const other = instagram();
  await write(other, `where is order ${stopped.order.name}`);
  expect(await write(other, "to my phone")).toMatch(/that phone/);
  expect(house.twilio.inbox(stopped.phone)).toEqual([]);
  expect(await write(other, "I can't get that there either, not to my phone")).toMatch(/colleague/);
});

test("a sixth code within the hour goes to nobody: a person gets the case, the audit says so", async () => {
  const { order } = createShopper(house);
  const phone = instagram();
  await write(phone, `where is order ${order.name}`);
  for (let n = 0; n < 4; n += 1) await write(phone, "new code");
  expect(await write(phone, "new code")).toMatch(/Too many codes.*colleague/s);
  const shopId = await house.shopId();
  expect(await house.database.prisma.audit.count({ where: { shopId, action: "code.too-many" } })).toBe(1);
  expect(
    await house.database.prisma.case.findFirst({ where: { shopId, escalation: "high-risk" }, orderBy: { updatedAt: "desc" } }),
  ).toMatchObject({ owner: "staff" });
});

test("five different askers of one contact, then no more: it is not flooded, and the sixth is told what all are told", async () => {
  const { order, email } = createShopper(house);
  const said = [];
  for (let n = 0; n < 7; n += 1) said.push(await write(instagram(), `where is order ${order.name}`));
  expect(new Set(said).size).toBe(1);
  expect(house.mail.mailbox(email).inbox).toHaveLength(5);
  expect(await house.database.prisma.audit.count({ where: { action: "code.too-many-for-target" } })).toBe(2);
});

test("a code that comes too late is followed by a new one without asking for the address again", async () => {
  const { order, email } = createShopper(house);
  const phone = instagram();
  await write(phone, `where is order ${order.name}`);
  const first = mailedCode(email);
  await house.advance(11 * 60_000);
  expect(await write(phone, first)).toMatch(/no longer valid.*six digits/s);
  expect(mailedCode(email)).not.toBe(first);
  expect(await write(phone, mailedCode(email))).toContain(order.name);
});
