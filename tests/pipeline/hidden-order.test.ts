import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper, textsOf } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

/** Somebody on WhatsApp, and how to talk with them. */
function onWhatsapp(number: string) {
  const phone = house.phone("whatsapp", `DE.${number.slice(1)}`, number);
  const say = async (text: string) => {
    const before = phone.inbox.length;
    await phone.sendText(text);
    await house.rest();
    return textsOf(phone).slice(before).join("\n");
  };
  return { say };
}

const codeFor = (email: string) =>
  house.mail
    .mailbox(email)
    .inbox.findLast((mail) => /^\d{6}\b/.test(mail.subject))
    ?.subject.slice(0, 6) ?? "";

test("an order that the shown number does not open is opened by a code to its own mailbox, and one that is not there is answered alike", async () => {
  const [writer, other] = [createShopper(house), createShopper(house)];
  const { say } = onWhatsapp(writer.phone);
  const asked = await say(`Where is my order ${other.order.name}?`);
  expect(asked).not.toContain("don’t find");
  expect(asked).toMatch(/code/i);
  expect(await say(codeFor(other.email))).toContain(`${other.order.name}: Delivered`);

  const guesser = onWhatsapp(createShopper(house).phone);
  const guessed = await guesser.say("Where is my order #987654?");
  expect(guessed.replace("#987654", "")).toBe(asked.replace(other.order.name, ""));
});

test("while a code for a hidden order is waited for, one's own young order needs none", async () => {
  const [writer, other] = [createShopper(house), createShopper(house)];
  const { say } = onWhatsapp(writer.phone);
  expect(await say(`Where is my order ${other.order.name}?`)).toMatch(/code/i);
  const own = await say(`Sorry, where is order ${writer.order.name}?`);
  expect(own).toContain(`${writer.order.name}: Delivered`);
  expect(own).not.toMatch(/code/i);
});

test("who writes by mail is told at once: no proof of that mailbox could show more", async () => {
  const [writer, other] = [createShopper(house), createShopper(house)];
  const mailbox = house.mail.mailbox(writer.email);
  await mailbox.send({ to: house.mail.shopAddress, subject: "My order", text: `Where is my order ${other.order.name}?` });
  await expect.poll(() => house.rest().then(() => mailbox.inbox.length), { timeout: 20_000 }).toBe(1);
  expect(mailbox.inbox[0]?.text).toContain(`don’t find ${other.order.name}`);
});

test("an order older than a number may be: its own mailbox opens it", async () => {
  const old = createShopper(house);
  old.order.createdAt = new Date(house.clock.now().getTime() - 60 * 86_400_000);
  const { say } = onWhatsapp(old.phone);
  expect(await say(`Where is my order ${old.order.name}?`)).toMatch(/code/i);
  expect(await say(codeFor(old.email))).toContain(`${old.order.name}: Delivered`);
});
