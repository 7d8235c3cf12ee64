import { afterAll, beforeAll, expect, test } from "vitest";
import { findIdentity, standing } from "#app/domain/identity/identity.server.ts";
import { bestLevel } from "#app/domain/identity/standing.ts";
import { env } from "#app/platform/env.ts";
import { History, SandboxClock } from "#sandbox/double.ts";
import { customerAccountClient } from "#sandbox/shopify/customer-accounts.ts";
import { ShopifyDouble } from "#sandbox/shopify/double.ts";
import { people } from "#tests/pipeline/movers.ts";
import { House } from "#tests/vendor-faults/house.ts";

let house: House;
beforeAll(async () => {
  house = await House.open();
  env.customerAccountClientId = customerAccountClient.id;
  env.customerAccountClientSecret = customerAccountClient.secret;
});
afterAll(async () => {
  env.customerAccountClientId = undefined;
  env.customerAccountClientSecret = undefined;
  await house.close();
});

/** A browser as far as these pages need one: it follows nothing by itself and keeps one cookie. */
class SmallBrowser {
  cookie = "";
  async open(address: string, form?: Record<string, string>): Promise<{ status: number; text: string; location: string }> {
    const path = address.replace(env.appUrl, "");
    const body = form && new URLSearchParams(form);
    const response = await fetch(house.url + path, {
      method: form ? "POST" : "GET",
      body,
      redirect: "manual",
      headers: { cookie: this.cookie },
    });
    const set = response.headers.get("set-cookie");
    if (set) {
      expect(set).toMatch(/; Path=\/login; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/);
      this.cookie = set.split(";")[0] ?? "";
    }
    return { status: response.status, text: await response.text(), location: response.headers.get("location") ?? "" };
  }
}

const accounts = () => house.shopify.accounts;

/** Somebody on Instagram who wants a return and is offered to sign in. */
async function asked(wish = "I want to send something back") {
  const shopper = people(house);
  const chat = await shopper.onPhone("instagram");
  await chat.say(wish);
  const link = (await chat.newest()).links.find((one) => one.includes("/login/start")) ?? "";
  expect(link).toContain(`${env.appUrl}/login/start?token=`);
  return { shopper, chat, link };
}
async function levelOf(userId: string): Promise<string> {
  const row = await house.database.prisma.identity.findFirstOrThrow({ where: { kind: "instagram", externalId: userId } });
  const identity = await findIdentity(row.shopId, row.id);
  return identity ? bestLevel(await standing(identity)) : "none";
}

test("signing in from a chat and one press: the return goes on there, freshly proven for ten minutes, verified after", async () => {
  const { shopper, chat, link } = await asked();
  const browser = new SmallBrowser();
  const away = await browser.open(link);
  expect(away.status).toBe(303);
  expect(new URL(away.location).searchParams.get("scope")).toBe("openid email customer-account-api:full");
  const back = await browser.open(accounts().signIn(away.location, shopper.customerId));
  expect(back).toMatchObject({ status: 303, location: "/login/confirm" });
  const page = await browser.open(back.location);
  expect(page.text).toContain(shopper.email);
  expect(page.text).toContain("on Instagram");
  expect(await levelOf(chat.phone.userId), "nothing before the press").toBe("anonymous");
  const done = await browser.open("/login/confirm", { connect: "yes" });
  expect(done.text).toContain("It is connected");
  await house.rest();
  expect(await chat.last()).toContain(shopper.order.name);
  expect(await levelOf(chat.phone.userId)).toBe("fresh");
  await house.advance(11 * 60_000);
  expect(await levelOf(chat.phone.userId)).toBe("verified");
  const kept = JSON.stringify(await house.database.prisma.$queryRawUnsafe("SELECT * FROM SignedLink"));
  expect(kept).not.toMatch(/shcat_|shcrt_/);
  expect((await browser.open(link)).status, "a link works once").toBe(410);
});

test("denied, late, or declined: nothing is connected, and the page says what to do", async () => {
  const { shopper, chat, link } = await asked();
  const browser = new SmallBrowser();
  const denied = await browser.open(accounts().deny((await browser.open(link)).location));
  expect(denied.text).toContain("Open the link in your conversation again");
  const back = await browser.open(accounts().signIn((await browser.open(link)).location, shopper.customerId));
  expect((await browser.open(back.location, { connect: "no" })).text).toContain("Nothing was connected");
  const page = accounts().signIn((await browser.open(link)).location, shopper.customerId);
  await house.advance(16 * 60_000);
  expect((await browser.open(page)).status).toBe(400);
  expect((await browser.open(link)).text).toContain("too old");
  expect(await levelOf(chat.phone.userId)).toBe("anonymous");
});

test("an answer for another browser, another attempt, or used twice connects nothing", async () => {
  const { shopper, chat, link } = await asked();
  const [own, other] = [new SmallBrowser(), new SmallBrowser()];
  const refused = async (browser: SmallBrowser, address: string) => {
    expect((await browser.open(address)).status).toBe(400);
  };
  // Login CSRF: the attacker's own answer, opened in a victim's browser that has begun nothing, or something else.
  await refused(other, accounts().signIn((await own.open(link)).location, shopper.customerId));
  await other.open((await asked()).link);
  await refused(other, accounts().signIn((await own.open(link)).location, shopper.customerId));
  // The same answer twice.
  const answer = accounts().signIn((await own.open(link)).location, shopper.customerId);
  const cookieBefore = own.cookie;
  expect((await own.open(answer)).status).toBe(303);
  await refused(own, answer);
  own.cookie = cookieBefore;
  await refused(own, answer);
  // A code that was given for another PKCE challenge, put under this attempt's state.
  const mine = new URL((await own.open(link)).location);
  const elsewhere = new URL(mine);
  elsewhere.searchParams.set("code_challenge", "A".repeat(43));
  await refused(own, accounts().signIn(elsewhere.href, shopper.customerId));
  // An id token with another nonce.
  const replayed = new URL((await own.open(link)).location);
  replayed.searchParams.set("nonce", "another");
  await refused(own, accounts().signIn(replayed.href, shopper.customerId));
  // A cookie that nobody of ours has sealed.
  own.cookie = "onethread_login=made.up.by.hand";
  await refused(own, answer);
  expect(await levelOf(chat.phone.userId)).toBe("anonymous");
});

test("whoever signs in at another shop of the same app, where they may be anybody, has signed in to nothing here", async () => {
  const { chat, link } = await asked();
  const shared = { appUrl: env.appUrl, history: new History(), clock: new SandboxClock(), loginUrl: env.appUrl };
  const theirs = new ShopifyDouble({ ...shared, apiKey: "k", apiSecret: "s", domain: "maple-mill-1.myshopify.com" });
  const twin = [...theirs.store.customers.values()].find((one) => house.shopify.store.customers.has(one.id));
  expect(twin, "a customer there has the id of one here").toBeDefined();
  const browser = new SmallBrowser();
  const page = (await browser.open(link)).location;
  const answer = theirs.accounts.signIn(page, twin?.id.split("/").at(-1) ?? "");
  expect((await browser.open(answer)).status).toBe(400);
  expect((await browser.open("/login/confirm", { connect: "yes" })).status).toBe(410);
  expect(await levelOf(chat.phone.userId)).toBe("anonymous");
});

test("a victim who is sent an attacker's link is told whose chat it is before anything is connected", async () => {
  const mallory = await asked();
  const victim = people(house);
  const browser = new SmallBrowser();
  const back = await browser.open(accounts().signIn((await browser.open(mallory.link)).location, victim.customerId));
  const page = await browser.open(back.location);
  expect(page.text).toMatch(/on Instagram[^<]*Only do so if you are writing there yourself/);
  await mallory.chat.say("where is my order?");
  expect((await mallory.chat.all()).join("\n")).not.toContain(victim.order.name);
});

test("without a client id no sign-in is offered", async () => {
  env.customerAccountClientId = undefined;
  const chat = await people(house).onPhone("instagram");
  await chat.say("I want to send something back");
  expect((await chat.newest()).text).not.toContain("/login/");
  env.customerAccountClientId = customerAccountClient.id;
});
