import type { MailToSend, ReceivedMail } from "#sandbox/mail/shopper-mailbox.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import type { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";

export const places = ["widget", "instagram", "whatsapp", "email"] as const;
export type Place = (typeof places)[number];
type Said = { text: string; links: string[] };

/** One shopper with one dress that has arrived, and the four places they can write from. */
export function people(house: House, options: Parameters<typeof createShopper>[1] = {}) {
  const shopper = createShopper(house, options);
  const mailbox = house.mail.mailbox(shopper.email);
  const codes = () => mailbox.inbox.filter((mail) => /^\d{6}\b/.test(mail.subject));
  const code = () => codes().at(-1)?.subject.slice(0, 6) ?? "";

  function place(
    say: (text: string) => Promise<unknown>,
    shown: () => Promise<Said[]>,
    follow: (link: string, code: string) => Promise<unknown>,
  ) {
    return {
      async say(text: string): Promise<void> {
        await say(text);
        await house.rest();
      },
      async follow(link: string, code = ""): Promise<void> {
        await follow(link, code);
        await house.rest();
      },
      all: async () => (await shown()).map((one) => one.text),
      last: async () => (await shown()).at(-1)?.text ?? "",
      /** The newest reply as a whole: one answer may be several bubbles. */
      async newest(): Promise<Said> {
        const tail = (await shown()).slice(-3);
        const text = tail.map((one) => one.text).join("\n");
        const links = [...tail.flatMap((one) => one.links), ...(text.match(/https:\/\/\S+/g) ?? [])];
        return { text, links: links.filter((link) => !link.includes("/prove/")) };
      },
    };
  }

  /** Whoever names an order is asked for the code that reached its mailbox. */
  const byCode = (say: (text: string) => Promise<unknown>) => async (wish: string) => {
    for (const words of [wish, code]) {
      await say(typeof words === "string" ? words : words());
      await house.rest();
    }
  };

  async function onPhone(channel: "instagram" | "whatsapp", number?: string) {
    const phone = house.phone(channel, channel === "whatsapp" ? `DE.${shopper.phone.slice(1)}` : `7${shopper.phone.slice(1)}`, number);
    const say = (text: string) => phone.sendText(text);
    const shown = async () => phone.inbox.map((bubble) => ({ text: bubble.text, links: bubble.link ? [bubble.link.url] : [] }));
    return { ...place(say, shown, (link) => phone.openLink(link, channel === "instagram" ? "Hi" : undefined)), begin: byCode(say), phone };
  }

  async function onWidget() {
    let browser: Browser = await house.browser();
    const shown = async () => (await browser.shown()).map(({ text, links }) => ({ text, links }));
    const follow = (link: string) => browser.boot(new URL(link).searchParams.get("onethread") ?? undefined);
    const begin = async (wish: string) => {
      browser = await house.browser(shopper.customerId);
      await house.rest();
      await browser.say(wish);
      await house.rest();
    };
    return { ...place((text) => browser.say(text), shown, follow), begin, browser: () => browser };
  }

  async function onEmail(address = shopper.email, forged = false) {
    const box = house.mail.mailbox(address);
    const read = () => box.inbox.filter((mail) => !/^\d{6}\b/.test(mail.subject));
    const send = async (mail: Omit<Partial<MailToSend>, "forged" | "replyTo">) => {
      const before = await taken();
      const replyTo: ReceivedMail | undefined = mail.to ? undefined : read().at(-1);
      await box.send({ ...(replyTo ? { replyTo } : { to: house.mail.shopAddress, subject: "My order" }), ...mail, forged });
      await until(async () => (await taken()) > before);
    };
    const say = (text: string) => send({ text });
    const shown = async () => read().map(({ text, links }) => ({ text, links }));
    const follow = (link: string, code: string) =>
      send({ to: link.slice("mailto:".length).split("?")[0] || house.mail.shopAddress, subject: code, text: code });
    const begin = async (wish: string) => {
      await say(wish);
      await house.rest();
      await pressLast();
    };
    const pressLast = async (connect = "yes") => {
      const link =
        read()
          .at(-1)
          ?.links.find((one) => one.includes("/prove/")) ?? "";
      await fetch(link, { method: "POST", body: new URLSearchParams({ connect }) });
      await house.rest();
    };
    return { ...place(say, shown, follow), begin, pressLast, box, send };
  }

  const taken = () => house.database.prisma.message.count({ where: { author: "shopper", channel: "email" } });

  return {
    ...shopper,
    codesReceived: () => codes().length,
    onPhone,
    onWidget,
    onEmail,
    on: (where: Place) => (where === "widget" ? onWidget() : where === "email" ? onEmail() : onPhone(where)),
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It did not come to that.");
}
