import { beforeAll, expect, test, vi } from "vitest";
import { channelAccount, shopById } from "#app/domain/shops/channels.server.ts";
import { uninstallShop } from "#app/domain/shops/register.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { adminRequest, args, installShop, openCaseFor, sessionToken, shopperWrites, storeSession, thrownResponse } from "./admin.ts";

let shop: Shop;
let home: typeof import("#app/routes/app._index.tsx");
let channels: typeof import("#app/routes/app.channels.tsx");
let policy: typeof import("#app/routes/app.policy.tsx");
let settings: typeof import("#app/routes/app.settings.tsx");
let login: typeof import("#app/routes/auth.login.tsx");
let missing: typeof import("#app/routes/app.$.tsx");

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  home = await import("#app/routes/app._index.tsx");
  channels = await import("#app/routes/app.channels.tsx");
  policy = await import("#app/routes/app.policy.tsx");
  settings = await import("#app/routes/app.settings.tsx");
  login = await import("#app/routes/auth.login.tsx");
  missing = await import("#app/routes/app.$.tsx");
});

const fresh = async () => {
  const found = await shopById(shop.id);
  if (!found) throw new Error("The shop is gone.");
  return found;
};
const answerOf = (answer: unknown) => (answer !== null && typeof answer === "object" && "data" in answer ? answer.data : answer);
const goodPolicy = {
  windowDays: "45",
  windowStartsAt: "fulfilled",
  finalSaleTags: "sale",
  restockingFeePercentage: "5",
  returnShippingFee: "3.50",
  feesWaivedForShopFault: "no",
  mode: "open",
};

test("home counts today and ticks off what is set up", async () => {
  const before = await home.loader(args(adminRequest("/app")));
  expect(before).toMatchObject({ paused: false, seen: false, figures: { empty: true }, returnsStarted: 0 });
  expect(before.editorUrl).toBe(
    "https://linden-loom.myshopify.com/admin/themes/current/editor?context=apps&activateAppId=test-api-key/onethread",
  );
  const identity = await shopperWrites(shop.id, {
    kind: "widget",
    address: "visitor-1",
    text: "I want to return a dress",
    account: shop.domain,
  });
  await openCaseFor(shop.id, identity.id, { status: "escalated", owner: "staff" });
  const after = await home.loader(args(adminRequest("/app")));
  expect(after.returnsStarted).toBe(1);
  expect(after.figures).toMatchObject({ empty: false, conversations: 1, waiting: 1, late: 0, closed: 0, satisfaction: null });
});

test("one switch pauses the assistant at once, another one channel of it", async () => {
  await home.action(args(adminRequest("/app", { paused: "true" })));
  expect((await fresh()).assistantPaused).toBe(true);
  await home.action(args(adminRequest("/app", { paused: "false" })));
  expect((await fresh()).assistantPaused).toBe(false);
  await home.action(args(adminRequest("/app", { paused: "true", channel: "widget" })));
  expect((await channelAccount(shop.id, "widget"))?.paused).toBe(true);
  await home.action(args(adminRequest("/app", { paused: "false", channel: "widget" })));
});

test("a policy is saved as typed, and wrong values are refused field by field with nothing saved", async () => {
  const refused = await policy.action(
    args(adminRequest("/app/policy", { ...goodPolicy, windowDays: "many", returnShippingFee: "-1", dailyReturnsPerShopper: "21" })),
  );
  expect(answerOf(refused)).toEqual({
    ok: false,
    problems: {
      windowDays: "Enter a whole number of days from 0 to 365, or nothing for no limit.",
      returnShippingFee: "Enter an amount such as 4.90, or 0 for none.",
      dailyReturnsPerShopper: "Enter a whole number from 0 to 20.",
    },
  });
  expect((await fresh()).returnPolicy.windowDays).toBe(30);
  expect((await policy.loader(args(adminRequest("/app/policy")))).reviewed).toBe(false);
  await policy.action(args(adminRequest("/app/policy", { ...goodPolicy, dailyReturnsPerShopper: "5" })));
  expect((await fresh()).returnPolicy).toEqual({
    windowDays: 45,
    windowStartsAt: "fulfilled",
    finalSaleTags: ["sale"],
    restockingFeePercentage: 5,
    returnShippingFee: "3.50",
    feesWaivedForShopFault: false,
    mode: "open",
    dailyReturnsPerShopper: 5,
    dailyReturnsPerShop: 100,
    photosDamaged: 2,
    photosWrongItem: 0,
    photosNotAsDescribed: 0,
  });
  expect((await policy.loader(args(adminRequest("/app/policy")))).reviewed).toBe(true);
});

test("the rules for orders that have not left are saved with the policy; a form that does not name them leaves them", async () => {
  const rules = { cancel: "yes", cancelWithinMinutes: "90", cancelUpTo: "250,50", changeAddress: "no" };
  const refused = await policy.action(
    args(adminRequest("/app/policy", { ...goodPolicy, ...rules, cancelWithinMinutes: "0", cancelUpTo: "much" })),
  );
  expect(answerOf(refused)).toMatchObject({
    ok: false,
    problems: { cancelWithinMinutes: expect.any(String), cancelUpTo: expect.any(String) },
  });
  await policy.action(args(adminRequest("/app/policy", { ...goodPolicy, ...rules })));
  const saved = {
    cancel: true,
    cancelWithinMinutes: 90,
    cancelUpTo: "250.50",
    changeAddress: false,
    changeAddressAcross: false,
    changeItems: true,
    changeItemsUpTo: null,
  };
  expect((await fresh()).orderPolicy).toEqual(saved);
  await policy.action(args(adminRequest("/app/policy", goodPolicy)));
  expect((await fresh()).orderPolicy).toEqual(saved);
  expect((await policy.loader(args(adminRequest("/app/policy")))).stored).toMatchObject({ ...rules, cancelUpTo: "250.50" });
});

test("settings are saved, and a colour that makes no sense is refused", async () => {
  const look = { assistantName: "Linden", brandColor: "#0A5C45", voice: "Warm.", language: "de", wording: "templates" };
  const good = { ...look, statusLevel: "verified", returnLevel: "fresh", cancelLevel: "fresh", trustDays: "90" };
  const levels = { "order-status": "verified", "start-return": "fresh", "cancel-order": "fresh" };
  const refused = await settings.action(args(adminRequest("/app/settings", { ...good, brandColor: "green" })));
  expect(answerOf(refused)).toMatchObject({ ok: false, problems: { brandColor: expect.any(String) } });
  await settings.action(args(adminRequest("/app/settings", good)));
  expect(await fresh()).toMatchObject({ assistantName: "Linden", brandColor: "#0a5c45", language: "de" });
  expect((await fresh()).proofRules).toEqual({ levels, trustDays: 90 });
  // A form that says nothing of proof leaves it as it is.
  await settings.action(args(adminRequest("/app/settings", { ...look, assistantName: "Lina" })));
  expect(await fresh()).toMatchObject({
    assistantName: "Lina",
    proofRules: { levels, trustDays: 90 },
  });
  const weaker = { ...good, statusLevel: "anonymous", returnLevel: "channel", cancelLevel: "channel", trustDays: "365" };
  expect(answerOf(await settings.action(args(adminRequest("/app/settings", weaker))))).toMatchObject({
    ok: false,
    problems: {
      statusLevel: expect.any(String),
      returnLevel: expect.any(String),
      cancelLevel: expect.any(String),
      trustDays: expect.any(String),
    },
  });
});

test("the channels page connects an account and never gives its token back", async () => {
  const form = {
    intent: "connect",
    channel: "whatsapp",
    externalId: "100000000000001",
    wabaId: "200000000000002",
    accessToken: "sample-token-9",
  };
  const refused = await channels.action(args(adminRequest("/app/channels", { ...form, externalId: "+49 170 1", accessToken: "" })));
  expect(answerOf(refused)).toEqual({
    ok: false,
    problems: {
      externalId: "Phone number ID is a long number without spaces or other signs.",
      accessToken: "Enter the access token.",
    },
  });
  await channels.action(args(adminRequest("/app/channels", form)));
  expect((await channelAccount(shop.id, "whatsapp"))?.credentials).toEqual({ accessToken: "sample-token-9" });
  const page = await channels.loader(args(adminRequest("/app/channels")));
  expect(JSON.stringify(page)).not.toContain("sample-token-9");
  expect(page.channels.find((one) => one.channel === "whatsapp")).toMatchObject({
    connected: true,
    webhookUrl: "https://app.example/webhooks/whatsapp",
    stored: { externalId: "100000000000001", wabaId: "200000000000002" },
  });
  await channels.action(args(adminRequest("/app/channels", { intent: "disconnect", channel: "whatsapp" })));
  expect(await channelAccount(shop.id, "whatsapp")).toBeNull();
});

test("an unknown page of the admin answers 404", async () => {
  expect((await thrownResponse(missing.loader(args(adminRequest("/app/nowhere"))))).status).toBe(404);
});

test("outside Shopify a shop's address leads to its installation page, and nonsense is told kindly", async () => {
  const send = (address: string) =>
    login.action(args(new Request("https://app.example/auth/login", { method: "POST", body: new URLSearchParams({ shop: address }) })));
  expect(await send("")).toEqual({ problem: "Enter your shop's address." });
  expect(await send("shop.example.com")).toEqual({ problem: "This is not a Shopify address. It ends in .myshopify.com." });
  const sent = await thrownResponse(send("linden-loom"));
  expect(sent.headers.get("location")).toBe("https://admin.shopify.com/store/linden-loom/oauth/install?client_id=test-api-key");
});

test("after uninstalling, a session that is left over shows nothing once Shopify refuses its token", async () => {
  const domain = "maple-mill.myshopify.com";
  await installShop(domain, "Maple Mill");
  await uninstallShop(domain);
  await storeSession(domain);
  const open = () => home.loader(args(adminRequest("/app", undefined, sessionToken(domain))));
  vi.stubGlobal("fetch", async () => new Response("{}", { status: 401 }));
  await expect(open()).rejects.toThrow();
  vi.unstubAllGlobals();
  await installShop(domain, "Maple Mill");
  expect((await open()).shopName).toBe("Maple Mill");
});
