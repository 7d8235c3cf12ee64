import { afterEach, beforeEach, expect, test } from "vitest";
import { mergeShoppers, splitShopper } from "#app/domain/identity/merge.server.ts";
import { changeProduct } from "#sandbox/shopify/content.ts";
import { approveReturn } from "#sandbox/shopify/merchant.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { people } from "./movers.ts";

const hour = 3_600_000;
let house: House;
beforeEach(async () => {
  house = await House.open({ knowledge: true, mailbox: true });
  await house.idle();
});
afterEach(() => house.close());

/** A browser with its customer logged in: the account's mailbox belongs to it. */
async function widgetOf(shopper: ReturnType<typeof people>) {
  const browser = await house.browser(shopper.customerId);
  await house.rest();
  return {
    browser,
    async say(text: string): Promise<string> {
      const before = (await browser.shown()).length;
      await browser.say(text);
      await house.rest();
      return (await browser.shown())
        .slice(before)
        .map((one) => one.text)
        .join("\n");
    },
  };
}

/** Their WhatsApp, which is nobody's as far as we know until they prove a mailbox. */
async function whatsAppOf(shopper: ReturnType<typeof people>) {
  const whatsapp = await shopper.onPhone("whatsapp");
  async function say(text: string): Promise<string> {
    const before = (await whatsapp.all()).length;
    await whatsapp.say(text);
    return (await whatsapp.all()).slice(before).join("\n");
  }
  return {
    say,
    all: whatsapp.all,
    phone: whatsapp.phone,
    async prove(): Promise<void> {
      await say(`where is my order ${shopper.order.name}?`);
      await say(shopper.order.email ?? "");
      const code =
        house.mail
          .mailbox(shopper.email)
          .inbox.findLast((mail) => /^\d{6}\b/.test(mail.subject))
          ?.subject.slice(0, 6) ?? "";
      await say(code);
    },
  };
}

test("a size said on WhatsApp is used in the widget once both are proven to be one, and not before, nor after that is undone", async () => {
  const shopper = people(house);
  const [widget, whatsapp] = [await widgetOf(shopper), await whatsAppOf(shopper)];
  const asked = "Do you have the Linen Wrap Dress in stock?";
  expect(await whatsapp.say("Hi, I usually wear M")).toContain("I will remember that you wear M.");
  expect(await widget.say(asked)).not.toMatch(/your size/);
  await whatsapp.prove();
  expect(await widget.say(asked)).toMatch(/^In M, your size: in stock\. Linen Wrap Dress/);
  expect(await widget.say("Is the linen wrap dress available in size L?")).not.toMatch(/your size/);

  house.shopify.store.quietly(() =>
    changeProduct(house.shopify.store, "Linen Wrap Dress", (product) => {
      for (const variant of product.variants) variant.stock = variant.sku.endsWith("RUS-M") ? 0 : 5;
    }),
  );
  expect(await widget.say(asked)).toContain("In M, your size, in stock: Olive.");
  expect(await widget.say("Is the linen wrap dress in rust in stock?")).toContain("In M, your size: sold out.");

  // Said anew elsewhere it is another size, for both; what each has said stays its own.
  expect(await widget.say("Actually, I wear L now. Is the linen wrap dress in stock?")).toMatch(/wear L\.[\s\S]*In L, your size: in stock/);
  expect(await whatsapp.say(asked)).toContain("In L, your size: in stock.");
  const shopId = await house.shopId();
  for (const proof of await house.database.prisma.evidence.findMany({ where: { kind: "one-time-code", withdrawnAt: null } }))
    await splitShopper(shopId, proof.id, "Kim");
  await house.rest();
  expect(await whatsapp.say(asked)).toContain("In M, your size, in stock: Olive.");
  expect(await widget.say(asked)).toContain("In L, your size: in stock.");
});

test("neither an address that was only typed nor a merge by staff shares what somebody else said", async () => {
  const shopper = people(house);
  const [widget, whatsapp] = [await widgetOf(shopper), await whatsAppOf(shopper)];
  await widget.say("I wear M. Please write to me in German");
  expect(await whatsapp.say("Do you have the Linen Wrap Dress in stock?")).not.toMatch(/your size|Deiner/);
  await whatsapp.say(`my address is ${shopper.email}`);
  expect(await whatsapp.say("Do you have the Linen Wrap Dress in stock?")).not.toMatch(/your size|Deiner/);
  const identities = await house.database.prisma.identity.findMany({ where: { kind: { in: ["widget", "whatsapp"] } } });
  const [one = "", other = ""] = identities.map((identity) => identity.conversationId);
  await mergeShoppers(await house.shopId(), one, other, "Kim");
  expect(await whatsapp.say("Do you have the Linen Wrap Dress in stock?")).not.toMatch(/your size|Deiner/);
  expect(await whatsapp.say("what do you know about me?")).not.toMatch(/size M/);
});

test("what is remembered is told, and gone once it is to be forgotten, everywhere", async () => {
  const shopper = people(house);
  const [widget, whatsapp] = [await widgetOf(shopper), await whatsAppOf(shopper)];
  await whatsapp.prove();
  await whatsapp.say("I wear M. My shoe size is 42");
  await widget.say("please write to me in English");
  const told = await widget.say("what do you know about me?");
  expect(told).toContain("I remember for you: size M, shoe size 42, and replies in English.");
  expect(await widget.say("forget my shoe size")).toContain("Forgotten: shoe size 42.");
  expect(await whatsapp.say("what do you know about me?")).toContain("I remember for you: size M and replies in English.");
  expect(await whatsapp.say("forget my preferences")).toContain("Forgotten: size M and replies in English.");
  expect(await whatsapp.say("forget my size please")).toContain("There was nothing of that kind to forget.");
  expect(await widget.say("what do you know about me?")).not.toContain("I remember");
  expect(await house.database.prisma.preference.count()).toBe(0);
  // "It" is what was told last; all of it goes after a yes only.
  expect(await widget.say("forget it")).toMatch(/Shall I delete it\?|cannot be undone/);
  expect(await widget.say("no")).toMatch(/stays as it is/);
});

test("“forget it” right after something was noted takes that back, and is no end of anything else", async () => {
  const whatsapp = await whatsAppOf(people(house));
  expect(await whatsapp.say("Ich trage M")).toContain("Ich merke mir, dass Du M trägst.");
  expect(await whatsapp.say("Vergiss das")).toContain("Vergessen: Größe M.");
  expect(await house.database.prisma.preference.count()).toBe(0);
});

test("the question that was open stays open when something is noted in between", async () => {
  const shopper = people(house);
  const widget = await widgetOf(shopper);
  await widget.say(`I want to return the dress of ${shopper.order.name}`);
  const noted = await widget.say("by the way, I wear L");
  expect(noted).toMatch(/remember that you wear L\.[\s\S]*reason/);
  const answered = await widget.say("I wear L, it is too small");
  expect(answered).not.toMatch(/remember/);
  expect(answered).toMatch(/4 of 5: Outcome/);
});

test("everything remembered is in the export, and goes with an erasure", async () => {
  const shopper = people(house);
  const widget = await widgetOf(shopper);
  await widget.say("My shoe size is 42.5");
  await widget.say("Send me all my data");
  await house.rest();
  const link =
    house.mail
      .mailbox(shopper.email)
      .inbox.at(-1)
      ?.links.find((one) => one.includes("/my-data/")) ?? "";
  const file = await (await fetch(house.url + new URL(link).pathname, { method: "POST" })).text();
  expect(file).toMatch(/What you want remembered[\s\S]*shoe-size[\s\S]*42\.5/);
  await widget.say("forget me");
  await widget.browser.tap(/Yes, delete it/);
  await house.rest();
  await house.advance(40_000);
  expect(await house.database.prisma.preference.count()).toBe(0);
});

test.each([
  [
    "Schreibt mir bitte auf Englisch",
    "From now on I write to you in English.",
    "Wo ist meine Bestellung? Ich warte schon lange darauf",
    /order/i,
  ],
  [
    "Please write to me in German",
    "Ab jetzt schreibe ich Dir auf Deutsch.",
    "Where is my order? I have been waiting for it for a long time",
    /Bestellung/,
  ],
  [
    "Écrivez-moi en espagnol s'il vous plaît",
    "A partir de ahora te escribo en español.",
    "Où est ma commande ? Je l'attends depuis longtemps",
    /pedido/i,
  ],
])("%s: so it is, in whatever language is written afterwards and on every channel of theirs", async (wish, noted, later, answer) => {
  const shopper = people(house);
  const [widget, whatsapp] = [await widgetOf(shopper), await whatsAppOf(shopper)];
  expect(await widget.say(wish)).toContain(noted);
  expect(await widget.say(later)).toMatch(answer);
  expect(await whatsapp.say("Hello, where is my parcel?")).toMatch(/e-mail address/);
  await whatsapp.say(shopper.email);
  const code =
    house.mail
      .mailbox(shopper.email)
      .inbox.findLast((mail) => /\d{6}/.test(mail.subject))
      ?.subject.match(/\d{6}/)?.[0] ?? "";
  await whatsapp.say(code);
  expect(await whatsapp.say(later)).toMatch(answer);
});

/** A return that waits for the merchant's yes, begun in the widget by somebody whose WhatsApp is proven. */
async function returnUnderWay() {
  const shopper = people(house);
  const [widget, whatsapp] = [await widgetOf(shopper), await whatsAppOf(shopper)];
  await whatsapp.prove();
  await widget.say(`I want to return the dress of ${shopper.order.name}, it is too small`);
  await widget.browser.tap(/Return for/);
  await house.rest();
  const approve = async () => {
    approveReturn(house.shopify.store, shopper.order.returns[0]?.name ?? "");
    await house.rest();
    await house.rest();
  };
  const mails = () =>
    house.mail
      .mailbox(shopper.email)
      .inbox.filter((mail) => !/^\d{6}\b/.test(mail.subject))
      .map((mail) => mail.text);
  return { shopper, widget, whatsapp, approve, mails };
}

test("without a preference news of a return goes where the shopper wrote last", async () => {
  const { whatsapp, approve, mails } = await returnUnderWay();
  const before = (await whatsapp.all()).length;
  await approve();
  expect((await whatsapp.all()).slice(before)).toEqual([]);
  expect(mails()).toEqual([]);
});

test("news goes to the preferred WhatsApp while its window is open", async () => {
  const { widget, whatsapp, approve } = await returnUnderWay();
  expect(await widget.say("Please write me on WhatsApp rather than here")).toContain("News of your orders comes on WhatsApp from now on.");
  const [before, shown] = [(await whatsapp.all()).length, (await widget.browser.shown()).length];
  await approve();
  expect((await whatsapp.all()).slice(before).join("\n")).toMatch(/approved/);
  // The whole conversation is shown in the widget, too.
  expect((await widget.browser.shown()).length).toBeGreaterThan(shown);
  // What is asked is answered where it is asked.
  expect(await widget.say("where is my return?")).not.toBe("");
  expect((await whatsapp.all()).slice(before)).toHaveLength(1);
});

test("once its window has closed, or after STOP there, news goes where it goes without a preference", async () => {
  for (const why of ["closed", "stop"]) {
    const { widget, whatsapp, approve, mails } = await returnUnderWay();
    await widget.say("write me on WhatsApp");
    if (why === "stop") await whatsapp.say("unsubscribe");
    await widget.say("thanks");
    if (why === "closed") await house.advance(25 * hour);
    await widget.browser.boot();
    const before = (await whatsapp.all()).length;
    await approve();
    expect((await whatsapp.all()).slice(before)).toEqual([]);
    expect(mails()).toEqual([]);
    expect((await widget.browser.shown()).map((one) => one.text).join("\n")).toMatch(/approved/);
  }
});

test("news goes to the proven mailbox that is preferred, said on WhatsApp in German", async () => {
  const { whatsapp, approve, mails } = await returnUnderWay();
  expect(await whatsapp.say("Schickt mir Neuigkeiten bitte per E-Mail, nicht hier")).toContain("kommt ab jetzt per E-Mail");
  const before = (await whatsapp.all()).length;
  await approve();
  expect(mails().join("\n")).toMatch(/genehmigt|bestätigt|approved/);
  expect((await whatsapp.all()).slice(before)).toEqual([]);
});

test("a channel on which nobody is proven yet is remembered, and the way there is shown", async () => {
  const shopper = people(house);
  const widget = await widgetOf(shopper);
  const answer = await widget.say("Answer me via Instagram please");
  expect(answer).toMatch(/comes on Instagram as soon as I know you there|will come on Instagram as soon as I know you there/);
  expect(answer).toMatch(/OT-\w{9}/);
  const code = answer.match(/OT-\w{9}/)?.[0] ?? "";
  const instagram = await shopper.onPhone("instagram");
  await instagram.say(code);
  const rows = await house.database.prisma.preference.findMany();
  expect(rows.map((row) => [row.kind, row.value])).toEqual([["channel", "instagram"]]);
});

test("said by mail it is noted there, and answered together with the question beside it", async () => {
  const shopper = people(house);
  const mail = await shopper.onEmail();
  await mail.say("Bonjour, je fais du M. Avez-vous la Linen Wrap Dress en stock ?");
  expect(await mail.last()).toMatch(/Je retiens que vous faites du M\.[\s\S]*En M, votre taille : en stock\./);
});
