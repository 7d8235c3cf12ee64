import { afterAll, beforeAll, expect, test } from "vitest";
import type { Phone } from "#sandbox/meta/phone.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

let house: House;
let count = 0;
beforeAll(async () => {
  house = await House.open();
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

test("a shop without a phone's way hands over whoever cannot read the mailbox", async () => {
  const phone = instagram();
  const { order } = createShopper(house);
  expect(await write(phone, `where is order ${order.name}`)).toMatch(/six digits/);
  expect(await write(phone, "I can't read that mailbox any more")).toMatch(/colleague/);
});

test("the phone of the order gets an SMS that says who asked and for what, and its code proves", async () => {
  await house.connectPhones({ sms: true });
  const phone = instagram();
  const { order, phone: number } = createShopper(house);
  expect(await write(phone, `where is order ${order.name}`)).toMatch(/to my phone/);
  expect(await write(phone, "I have no access to that mailbox, send it to my phone please")).toMatch(/that phone/);
  const [sms] = house.twilio.inbox(number);
  expect(sms?.body).toMatch(new RegExp(`^\\d{6} is your code.*Instagram.*order ${order.name}`));
  expect(sms?.body).not.toMatch(/ig-|Ada|@/);
  expect(await write(phone, `it is ${sms?.body.slice(0, 6)}`)).toMatch(/delivered|arrived|order/i);
  expect(lastOf(phone)).toContain(order.name);
});

test("the phone is meant when it is said politely, and a person when a person is asked for", async () => {
  const [first, second] = [instagram(), instagram()];
  for (const phone of [first, second]) await write(phone, `where is order ${createShopper(house).order.name}`);
  expect(await write(first, "I can't open that mailbox right now, please send it to my phone")).toMatch(/that phone/);
  expect(await write(second, "can I speak to somebody on the phone")).toMatch(/colleague/);
});

test("with a template connected the code goes by WhatsApp, and by SMS to who is not there", async () => {
  await house.connectPhones({ sms: true, whatsapp: true });
  const here = createShopper(house);
  const whatsapp = house.phone("whatsapp", `DE.${here.phone.slice(1)}`, here.phone);
  const asker = instagram();
  await write(asker, `where is order ${here.order.name}`);
  await write(asker, "to my phone");
  expect(lastOf(whatsapp)).toMatch(/^\d{6} is your verification code/);
  expect(house.twilio.inbox(here.phone)).toEqual([]);
  expect(await write(asker, lastOf(whatsapp).slice(0, 6))).toContain(here.order.name);

  const elsewhere = createShopper(house);
  const second = instagram();
  await write(second, `where is order ${elsewhere.order.name}`);
  await write(second, "to my phone");
  expect(house.twilio.inbox(elsewhere.phone)).toHaveLength(1);
});

test("who writes from the number of the order gets no code to that WhatsApp", async () => {
  const { phone: number, email, order } = createShopper(house);
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  expect(await write(phone, `I want to return the dress of ${order.name}`)).toMatch(/six digits/);
  expect(mailedCode(email)).toMatch(/^\d{6}$/);
  await write(phone, "I cannot open that mailbox");
  expect(textsOf(phone).some((text) => /verification code/.test(text))).toBe(false);
  expect(house.twilio.inbox(number)).toHaveLength(1);
});

test("an order without an e-mail address is proven by its phone without further ado", async () => {
  const { order, phone: number } = createShopper(house);
  house.shopify.store.quietly(() => Object.assign(order, { email: undefined }));
  const phone = instagram();
  await write(phone, `where is order ${order.name}`);
  expect(house.twilio.inbox(number)).toHaveLength(1);
});

test("right and wrong guesses are told the same, step by step, and only the order's contact hears of it", async () => {
  const { order } = createShopper(house);
  const [right, wrong] = [instagram(), instagram()];
  const talk = async (phone: Phone, name: string) => {
    const said = [];
    for (const text of [`where is order ${name}`, "to my phone", "new code", "123 456", "hm"]) said.push(await write(phone, text));
    return said;
  };
  expect(await talk(right, order.name)).toEqual(await talk(wrong, "#99999"));
});
