import { beforeEach, expect, test } from "vitest";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { sayPolicy } from "#app/domain/returns/say-policy.ts";
import {
  channelAccount,
  channelAccountByExternalId,
  channelAccountsOf,
  channelOverviews,
  connectChannel,
  disconnectChannel,
  onChannelsChanged,
  setChannelPaused,
  shopByDomain,
} from "#app/domain/shops/channels.server.ts";
import { startOfDay } from "#app/domain/shops/overview.server.ts";
import { readPolicyForm } from "#app/domain/shops/policy-form.ts";
import { savePolicies } from "#app/domain/shops/policy-versions.server.ts";
import { registerShop, uninstallShop } from "#app/domain/shops/register.server.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";

const domain = "linden-loom.myshopify.com";
const info = { name: "Linden & Loom", email: "owner@example.com", currencyCode: "EUR", timeZone: "Europe/Berlin" };
const email = {
  externalId: "Help@Example.com",
  imapHost: "imap.example.com",
  imapPort: "993",
  imapSecure: "true",
  imapUser: "help",
  imapPassword: "first secret",
  smtpHost: "smtp.example.com",
  smtpPort: "465",
  smtpSecure: "true",
  smtpUser: "help",
  smtpPassword: "second secret",
  trustedAuthServer: "mx.example.com",
};
const instagram = { externalId: "17841400000000001", accessToken: "sample-token" };
beforeEach(async () => {
  await openDatabase(":memory:");
});

test("a new shop begins with careful rules and its own widget", async () => {
  const shop = await registerShop(domain, info);
  expect(shop).toMatchObject({
    assistantName: "Assistant",
    confidenceThreshold: 0.85,
    wording: "templates",
    assistantPaused: false,
  });
  expect(shop.returnPolicy).toMatchObject({ windowDays: 30, windowStartsAt: "delivered", finalSaleTags: ["final-sale"], mode: "request" });
  expect(await channelAccount(shop.id, "widget")).toMatchObject({ externalId: domain, credentials: {}, paused: false });
});

test("registering again, also at the same moment, makes one shop and keeps what the merchant set", async () => {
  const [one, other] = await Promise.all([registerShop(domain, info), registerShop(domain, info)]);
  expect(one.id).toBe(other.id);
  await savePolicies(one.id, 0, { ...one.returnPolicy, windowDays: 60 }, one.orderPolicy, "Kim", "");
  const again = await registerShop(domain, { ...info, name: "Linden and Loom" });
  expect(again).toMatchObject({ id: one.id, name: "Linden and Loom", assistantName: "Assistant" });
  expect(again.returnPolicy.windowDays).toBe(60);
  expect(await database().prisma.channelAccount.count()).toBe(1);
});

test("an uninstalled shop loses its sessions and mail watchers, and comes back with its settings", async () => {
  const shop = await registerShop(domain, info);
  await connectChannel(shop.id, "email", email);
  const { prisma } = database();
  await prisma.session.create({ data: { id: `offline_${domain}`, shop: domain, state: "", accessToken: "x" } });
  await uninstallShop(domain);
  expect(await prisma.session.count()).toBe(0);
  expect((await shopByDomain(domain))?.uninstalledAt).not.toBeNull();
  expect(await channelAccountsOf("email")).toEqual([]);
  const revived = await registerShop(domain, info);
  expect(revived).toMatchObject({ id: shop.id, uninstalledAt: null });
  expect(await channelAccountsOf("email")).toHaveLength(1);
});

test("a mailbox is connected with everything that sending and watching need", async () => {
  const shop = await registerShop(domain, info);
  expect(await connectChannel(shop.id, "email", email)).toEqual({ ok: true });
  expect(await channelAccountByExternalId("email", "help@example.com")).toMatchObject({
    shopId: shop.id,
    credentials: { imapPassword: "first secret", smtpPassword: "second secret" },
    config: { imapHost: "imap.example.com", imapPort: "993", imapSecure: "true", trustedAuthServer: "mx.example.com" },
  });
});

test("credentials are unreadable in the database and absent from what pages get", async () => {
  const shop = await registerShop(domain, info);
  await connectChannel(shop.id, "email", email);
  const stored = JSON.stringify(await database().prisma.channelAccount.findMany());
  expect(stored).not.toContain("secret");
  expect(JSON.stringify(await channelOverviews(shop.id))).not.toMatch(/secret|credentials/);
});

test("a secret left empty keeps the stored one", async () => {
  const shop = await registerShop(domain, info);
  await connectChannel(shop.id, "email", email);
  await connectChannel(shop.id, "email", { ...email, imapPassword: "", smtpPassword: "changed", imapUser: "support" });
  expect(await channelAccount(shop.id, "email")).toMatchObject({
    credentials: { imapPassword: "first secret", smtpPassword: "changed" },
    config: { imapUser: "support" },
  });
});

test("a stored password is not sent to another server: a new host asks for it again", async () => {
  const shop = await registerShop(domain, info);
  await connectChannel(shop.id, "email", email);
  const result = await connectChannel(shop.id, "email", {
    ...email,
    imapHost: "imap.elsewhere.example.net",
    imapPassword: "",
    smtpPassword: "",
  });
  expect(result).toEqual({ ok: false, problems: { imapPassword: "Enter the IMAP password." } });
});

test("when the encryption key is gone, others go on and the merchant can enter the password again", async () => {
  const shop = await registerShop(domain, info);
  await connectChannel(shop.id, "email", email);
  await database().prisma.channelAccount.updateMany({ where: { channel: "email" }, data: { credentials: "lost.a.b.c" } });
  expect(await channelAccountsOf("email")).toEqual([]);
  const blank = await connectChannel(shop.id, "email", { ...email, imapPassword: "", smtpPassword: "" });
  expect(blank).toMatchObject({ ok: false, problems: { imapPassword: "Enter the IMAP password." } });
  expect(await connectChannel(shop.id, "email", email)).toEqual({ ok: true });
  expect(await channelAccountsOf("email")).toHaveLength(1);
});

test("wrong input is explained field by field and nothing is stored", async () => {
  const shop = await registerShop(domain, info);
  const result = await connectChannel(shop.id, "email", {
    ...email,
    externalId: "nobody",
    imapHost: "10.0.0.1",
    smtpPort: "99999",
    smtpPassword: "",
  });
  expect(result).toEqual({
    ok: false,
    problems: {
      externalId: "Enter a mail address, such as help@example.com.",
      imapHost: "Enter the server's full name, such as imap.example.com.",
      smtpPort: "Enter a port between 1 and 65535, usually 993 for IMAP and 465 or 587 for SMTP.",
      smtpPassword: "Enter the SMTP password.",
    },
  });
  expect(await channelAccount(shop.id, "email")).toBeNull();
});

test.each(["localhost", "10.0.0.5", "[::1]", "2130706433", "mail.internal", "printer.local", "imap", "0x7f.1"])(
  "%s is no mail server of the public network",
  async (imapHost) => {
    const shop = await registerShop(domain, info);
    expect(await connectChannel(shop.id, "email", { ...email, imapHost })).toMatchObject({
      ok: false,
      problems: { imapHost: expect.any(String) },
    });
  },
);

test("an account that another shop has connected is refused", async () => {
  const first = await registerShop(domain, info);
  const second = await registerShop("maple-mill.myshopify.com", { ...info, name: "Maple Mill" });
  await connectChannel(first.id, "instagram", instagram);
  const result = await connectChannel(second.id, "instagram", instagram);
  expect(result).toMatchObject({ ok: false, problems: { externalId: expect.stringContaining("Another shop") } });
  expect((await channelAccountByExternalId("instagram", instagram.externalId))?.shopId).toBe(first.id);
});

test("watchers are told of connecting, pausing and disconnecting, and only until they stop listening", async () => {
  const shop = await registerShop(domain, info);
  let told = 0;
  const forget = onChannelsChanged(() => {
    told += 1;
  });
  await connectChannel(shop.id, "instagram", instagram);
  await setChannelPaused(shop.id, "instagram", true);
  expect((await channelAccount(shop.id, "instagram"))?.paused).toBe(true);
  await disconnectChannel(shop.id, "instagram");
  expect(told).toBe(3);
  expect(await channelAccount(shop.id, "instagram")).toBeNull();
  forget();
  await connectChannel(shop.id, "instagram", instagram);
  expect(told).toBe(3);
});

test("the policy is said back in words", () => {
  const form = {
    windowDays: "14",
    windowStartsAt: "delivered",
    finalSaleTags: "final-sale, Clearance",
    restockingFeePercentage: "10",
    returnShippingFee: "4,9",
    feesWaivedForShopFault: "yes",
    mode: "request",
  };
  const read = readPolicyForm(form, defaultReturnPolicy);
  expect(read.ok && sayPolicy(read.policy, "EUR")).toBe(
    "Shoppers can return items for 14 days after the parcel has arrived. Products tagged “final-sale” or “Clearance” cannot be returned. You keep 10% restocking and €4.90 for the way back. When the fault is yours, they pay nothing. You approve each return before it opens. Of damage they send pictures first, and one of you looks at it.",
  );
});

test.each([
  ["windowDays", "-1"],
  ["windowDays", "abc"],
  ["windowDays", "400"],
  ["restockingFeePercentage", "101"],
  ["returnShippingFee", "1e5"],
  ["returnShippingFee", "4.999"],
  ["mode", "always"],
  ["windowStartsAt", "paid"],
])("a policy with %s = %s is not saved", (name, value) => {
  const form = {
    windowDays: "30",
    windowStartsAt: "delivered",
    restockingFeePercentage: "0",
    returnShippingFee: "0",
    mode: "request",
    [name]: value,
  };
  const read = readPolicyForm(form, defaultReturnPolicy);
  expect(read.ok).toBe(false);
  expect(!read.ok && Object.keys(read.problems)).toEqual([name]);
});

test("the shop's day begins at its own midnight", () => {
  const at = new Date("2026-11-20T23:30:00Z");
  expect(startOfDay(at, "Europe/Berlin").toISOString()).toBe("2026-11-20T23:00:00.000Z");
  expect(startOfDay(at, "America/New_York").toISOString()).toBe("2026-11-20T05:00:00.000Z");
});
