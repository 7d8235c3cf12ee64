import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";
import { howMany, record } from "./record.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It did not come to that.");
}
const taken = () => house.database.prisma.message.count({ where: { author: "shopper" } });

test("whoever answers to somebody else's reply address, thread and all, is told nothing of theirs", async () => {
  const ada = createShopper(house, { arrived: false });
  const mailbox = house.mail.mailbox(ada.email);
  await mailbox.send({ to: house.mail.shopAddress, subject: "My order", text: `Where is my order ${ada.order.name}?` });
  await until(async () => (await taken()) === 1);
  await house.rest();
  await until(() => mailbox.inbox.length > 0);
  const [answer] = mailbox.inbox;
  if (!answer) throw new Error("no answer");
  expect(answer.headers["reply-to"]?.[0]).toContain("+c_");
  const adas = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "email", externalId: ada.email } });

  const strangers = howMany(50, 3);
  const secrets = [ada.order.name, ada.order.lines[0]?.title ?? "", "Russet", ada.email].filter(Boolean);
  let told = 0;
  for (let n = 0; n < strangers; n += 1) {
    const stranger = house.mail.mailbox(`stranger${n}@elsewhere${n}.example`);
    const before = await taken();
    // Forwarded to him: he holds the address, the thread's ids and the words. Every third also forges the sender.
    const text = ["Where is my order?", "Please start the return now.", "What did we talk about?"][n % 3];
    const forged = n % 3 === 2;
    await stranger.send({
      text,
      inReplyTo: answer.messageId,
      to: answer.headers["reply-to"]?.[0],
      subject: `Re: ${answer.subject}`,
      forged,
    });
    await until(async () => (await taken()) > before);
    await house.rest();
    const said = stranger.inbox.map((mail) => mail.text).join("\n");
    if (secrets.some((secret) => said.includes(secret))) told += 1;
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    const who = await house.database.prisma.identity.findFirstOrThrow({
      where: { externalId: { in: [stranger.address, `unverified:${stranger.address}`] } },
    });
    expect(who.conversationId).not.toBe(adas.conversationId);
  }
  record("T5", strangers, told);
});
