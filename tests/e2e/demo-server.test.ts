import { afterAll, beforeAll, expect, test } from "vitest";
import type { DemoAction, DemoState } from "#sandbox/demo/demo-api.ts";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import type { BootResponse, SendRequest } from "#widget/protocol.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo?.stop());

const state = async (): Promise<DemoState> => (await fetch(`${demo.url}/api/state`)).json() as Promise<DemoState>;
const act = (action: DemoAction | Record<string, unknown>) =>
  fetch(`${demo.url}/api/act`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(action) });

async function until(holds: (state: DemoState) => boolean): Promise<DemoState> {
  for (let tries = 0; tries < 100; tries += 1) {
    const present = await state();
    if (holds(present)) return present;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return state();
}

async function boot(): Promise<BootResponse> {
  const response = await fetch(`${demo.storefrontUrl}/apps/onethread/boot`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ locale: "en" }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as BootResponse;
}

async function post(visitor: BootResponse, message: Omit<SendRequest, "clientId">): Promise<void> {
  const response = await fetch(`${visitor.api}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${visitor.token}`, "content-type": "application/json" },
    body: JSON.stringify({ clientId: crypto.randomUUID(), ...message }),
  });
  expect(response.status).toBe(202);
}

const lastText = (present: DemoState, channel: "instagram" | "whatsapp") =>
  present.phones[channel].messages.filter((message) => !message.mine).at(-1)?.text ?? "";

test("the demo page comes with its script and style", async () => {
  const html = await (await fetch(demo.url)).text();
  for (const [, path] of html.matchAll(/(?:src|href)="(\/[\w.-]+)"/g)) {
    const file = await fetch(demo.url + path);
    expect([path, file.status, (await file.text()).length > 500]).toEqual([path, 200, true]);
  }
});

test("the storefront shows products with pictures and carries the chat", async () => {
  const html = await (await fetch(demo.storefrontUrl)).text();
  const script = /<script src="([^"]+onethread-loader\.js)"[^>]+data-proxy="\/apps\/onethread"/.exec(html)?.[1];
  expect((await fetch(demo.storefrontUrl + script)).headers.get("content-type")).toMatch(/javascript/);
  const pictures = [...html.matchAll(/<img src="([^"]+)"/g)];
  expect(pictures.length).toBeGreaterThan(5);
  expect((await fetch(demo.storefrontUrl + pictures[0]?.[1])).headers.get("content-type")).toMatch(/svg/);
});

test("a visitor boots through the signed proxy; who is logged in is seen on the site", async () => {
  const visitor = await boot();
  expect(visitor.token).toMatch(/\S{20}/);
  expect(visitor.api).toContain(demo.storefrontUrl);
  expect(await (await fetch(demo.storefrontUrl)).text()).not.toContain("Your orders");
  await act({ act: "login", as: "shopper" });
  const page = await (await fetch(demo.storefrontUrl)).text();
  expect(page).toContain("<b>#1004</b>");
  expect(page).not.toContain("<b>#1002</b>");
  await act({ act: "login", as: "guest" });
});

test("the admin's frame loads the inbox, may be framed here, and talks to the stand-in for App Bridge", async () => {
  const shell = await (await fetch(demo.adminUrl)).text();
  const source = /<iframe[^>]+src="([^"]+)"/.exec(shell)?.[1]?.replaceAll("&#38;", "&");
  const browser = { "user-agent": "Mozilla/5.0 Chrome/140.0", accept: "text/html" };
  const frame = await fetch(demo.adminUrl + source, { headers: browser });
  expect(frame.status).toBe(200);
  expect(frame.headers.get("x-frame-options")).toBeNull();
  expect(frame.headers.get("content-security-policy")).toContain("frame-ancestors 'self' http://127.0.0.1:*");
  const html = await frame.text();
  expect(html).toContain("<h1>Inbox</h1>");
  expect(html).toContain('src="/app-bridge.js"');
  expect(html).not.toContain("cdn.shopify.com");
  const authorization = `Bearer ${await (await fetch(`${demo.adminUrl}/session-token`)).text()}`;
  const stream = await fetch(`${demo.adminUrl}/app/stream`, { headers: { ...browser, authorization } });
  const first = await stream.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toContain("data: {}");
});

test("a text from a phone is answered there", async () => {
  expect((await act({ act: "phone-text", channel: "whatsapp", text: "Hello" })).status).toBe(200);
  const answered = await until((present) => lastText(present, "whatsapp") !== "");
  expect(lastText(answered, "whatsapp")).toMatch(/Linden & Loom/);
});

test("what cannot be done is refused in words", async () => {
  const refused = async (action: Record<string, unknown>) => {
    const response = await act(action);
    return [response.status, ((await response.json()) as { error: string }).error];
  };
  expect(await refused({ act: "approve-return" })).toEqual([422, "No return is waiting for approval."]);
  expect(await refused({ act: "ship", order: "#1004" })).toEqual([422, "#1004 has nothing left to ship"]);
  expect((await refused({ act: "dance" }))[0]).toBe(422);
});

test("the guide ticks and the store's strip fill by what happens, up to one approved return", { timeout: 60_000 }, async () => {
  const visitor = await boot();
  await post(visitor, { text: "I want to return something from order #1004" });
  const code = async (mails: number) => {
    const mailed = await until((present) => present.mails.filter((mail) => mail.code).length >= mails);
    return mailed.mails.findLast((mail) => mail.code)?.code ?? "";
  };
  expect((await until((present) => present.guide?.started === true)).guide).toMatchObject({ started: true, proven: false });
  await post(visitor, { text: "ada@example.com" });
  await post(visitor, { text: await code(1) });
  await until((present) => present.guide?.proven === true);
  await post(visitor, { text: "the dress" });
  const left = await until((present) => present.guide?.["left-at-reason"] === true);
  expect(left.guide).toMatchObject({ proven: true, "left-at-reason": true, "resumed-on-instagram": false });

  await act({ act: "phone-text", channel: "instagram", text: "where is my refund?" });
  await until((present) => /e-mail address/.test(lastText(present, "instagram")));
  await act({ act: "phone-text", channel: "instagram", text: "ada@example.com" });
  await act({ act: "phone-text", channel: "instagram", text: await code(2) });
  const resumed = await until((present) => present.guide?.["resumed-on-instagram"] === true);
  expect(resumed.guide).toMatchObject({ "resumed-on-instagram": true, "one-return": false });
  await act({ act: "phone-text", channel: "instagram", text: "it is too small" });
  const quoted = await until((present) => /€129/.test(lastText(present, "instagram")));
  const yes = quoted.phones.instagram.messages.at(-1)?.choices[0];
  await act({ act: "phone-tap", channel: "instagram", choiceId: yes?.id ?? "" });
  const done = await until((present) => present.guide?.["one-return"] === true);
  expect(done.guide?.["one-return"]).toBe(true);
  expect(done.effects.map((effect) => effect.words)).toContain("Return #1004-R1 requested: Linen Wrap Dress × 1");
  expect((await act({ act: "approve-return" })).status).toBe(200);
  expect((await state()).effects.map((effect) => effect.words)).toContain("Return #1004-R1 approved by staff");
});

test("a reset gives an empty world behind the same addresses", { timeout: 60_000 }, async () => {
  const before = await state();
  expect((await act({ act: "reset" })).status).toBe(200);
  const after = await state();
  expect(new URL(after.storefrontUrl).origin).toBe(new URL(before.storefrontUrl).origin);
  expect(after.storefrontUrl).not.toBe(before.storefrontUrl);
  expect([after.mails, after.effects, after.phones.instagram.messages, after.phones.whatsapp.messages]).toEqual([[], [], [], []]);
  expect(Object.values(after.guide ?? {})).toEqual([false, false, false, false, false]);
  expect((await boot()).messages).toEqual([]);
});

test("a form of the embedded app gets through the admin as a browser sends it", async () => {
  const token = await (await fetch(`${demo.adminUrl}/session-token`)).text();
  const response = await fetch(`${demo.adminUrl}/app.data?index`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      origin: demo.adminUrl,
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0 Safari/537.36",
      "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
    },
    body: "paused=true&channel=whatsapp",
  });
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("ok")]);
  expect(await demo.world.merchant.openApp("/app")).toContain("Paused");
});
