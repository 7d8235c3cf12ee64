import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "#sandbox/demo/start-demo.ts";
import { closeBrowser, launchBrowser } from "#tests/setup/browser.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(async () => {
  await closeBrowser();
  await demo?.stop();
});

/** A page that tells what its policy, or that of a frame in it, had to block, and whatever went wrong otherwise. */
async function watchedPage(): Promise<{ page: Page; blocked: string[] }> {
  const page = await (await launchBrowser()).newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(20_000);
  const blocked: string[] = [];
  await page.exposeBinding("tellBlocked", (_source, what: string) => void blocked.push(what));
  await page.addInitScript(() => {
    const tell = (globalThis as unknown as { tellBlocked: (what: string) => void }).tellBlocked;
    addEventListener("securitypolicyviolation", (event) => tell(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
  });
  page.on("console", (message) => {
    if (/Content[- ]Security[- ]Policy|hydrat/i.test(message.text())) blocked.push(message.text());
  });
  page.on("pageerror", (error) => blocked.push(error.message));
  return { page, blocked };
}

/** The address of a page of the app as the admin's frame loads it, behind the demo's own admin. */
const inFrame = (path: string) => {
  const address = new URL(demo.world.merchant.frameUrl(path));
  return `${demo.adminUrl}${address.pathname}${address.search}`;
};

async function say(text: string): Promise<void> {
  const body = JSON.stringify({ act: "phone-text", channel: "whatsapp", text });
  await fetch(`${demo.url}/api/act`, { method: "POST", headers: { "content-type": "application/json" }, body });
}

const appFrame = async (page: Page): Promise<Frame> => {
  const frame = await (await page.locator("iframe#app").elementHandle())?.contentFrame();
  if (!frame) throw new Error("The admin holds no frame.");
  return frame;
};

test("every page of the admin works under its policy, whether loaded or reached by a link, with its forms and its stream", async () => {
  const { page, blocked } = await watchedPage();
  await page.goto(demo.adminUrl);
  const app = await appFrame(page);
  await app.getByRole("heading", { name: "Inbox" }).waitFor();
  await say("Where is my order?");
  // The row comes by the stream, the thread by a link, the reply by a form.
  await app.locator('a[href*="/app/inbox/"]').first().click();
  await app.getByRole("list", { name: "Messages" }).getByText("Where is my order?").waitFor();
  await app.getByRole("textbox", { name: /reply/i }).fill("I am looking.");
  await app.getByRole("button", { name: "Send", exact: true }).click();
  await app.getByRole("list", { name: "Messages" }).getByText("I am looking.").waitFor();
  const conversation = new URL(app.url()).pathname;
  const pages = {
    Home: "Linden & Loom",
    Channels: "Channels",
    "Return policy": "Return policy",
    Knowledge: "Knowledge",
    Settings: "Settings",
  };
  for (const [entry, title] of Object.entries(pages)) {
    await page.locator("#menu").getByRole("link", { name: entry }).click();
    await app.locator("h1", { hasText: title }).first().waitFor();
  }
  const shopper = conversation.replace("/inbox/", "/shoppers/");
  const settings = [
    "/app/channels",
    "/app/policy",
    "/app/knowledge?q=shipping&check=1",
    "/app/voice",
    "/app/settings",
    "/app/stuck",
    "/app/none",
  ];
  for (const path of ["/app", "/app/inbox", conversation, shopper, ...settings]) {
    await page.goto(inFrame(path));
    await page.waitForFunction(() => Object.keys(document.querySelector("h1, h2") ?? {}).some((key) => key.startsWith("__react")));
  }
  expect(blocked).toEqual([]);
});

test("a page left while its data is still arriving is no error", async () => {
  const { page, blocked } = await watchedPage();
  // The end of a page's data comes only when it is no longer wanted, and what draws the page comes late.
  await page.addInitScript(() => {
    const fetchAsBefore = globalThis.fetch;
    globalThis.fetch = async (url, init) => {
      const request = new Request(url, init);
      const response = await fetchAsBefore(request);
      if (!new URL(request.url).pathname.endsWith(".data")) return response;
      const data = await response.text();
      const body = new ReadableStream<string>({
        start(stream) {
          stream.enqueue(data);
          request.signal.addEventListener("abort", () => stream.error(request.signal.reason));
        },
      });
      return new Response(body.pipeThrough(new TextEncoderStream()), response);
    };
  });
  await page.route(/channels.*\.js/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto(demo.adminUrl);
  const app = await appFrame(page);
  await app.getByRole("heading", { name: "Inbox" }).waitFor();
  const data = page.waitForResponse(/channels\.data/);
  await page.locator("#menu").getByRole("link", { name: "Channels" }).click();
  await data;
  await page.waitForTimeout(200);
  await page.locator("#menu").getByRole("link", { name: "Settings" }).click();
  await app.locator("h1", { hasText: "Settings" }).first().waitFor();
  expect(blocked).toEqual([]);
});

test("the widget sets no cookie and keeps what it needs under its own name", async () => {
  const { page, blocked } = await watchedPage();
  const cookies: string[] = [];
  page.on(
    "response",
    async (response) => void cookies.push(...[(await response.allHeaders())["set-cookie"]].filter((one) => one !== undefined)),
  );
  await page.goto(demo.storefrontUrl);
  await page.locator("[data-chat-launcher]").click();
  await page.locator("[data-chat-input]").fill("Hello");
  await page.locator("[data-chat-input]").press("Enter");
  await page.getByText("I am the digital assistant").waitFor();
  const kept = await page.evaluate(() => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  expect(kept.filter((name) => name !== "" && !name.startsWith("onethread"))).toEqual([]);
  expect(kept[0]).toBe("");
  expect([await page.context().cookies(), cookies, blocked]).toEqual([[], [], []]);
});

test("a script that somebody else wrote into the page does not run", async () => {
  const { page, blocked } = await watchedPage();
  await page.goto(inFrame("/app/settings"));
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'taken over'";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="document.title = 'taken over'">`);
  });
  await expect.poll(() => blocked.filter((one) => one.startsWith("script-src")).length).toBeGreaterThanOrEqual(2);
  expect(await page.title()).not.toBe("taken over");
});

test("only Shopify's admin and the shop itself may frame the app; a page without a shop nobody", async () => {
  const policyOf = async (path: string) => {
    const response = await fetch(demo.world.appUrl + path, { headers: { "user-agent": "Mozilla/5.0 Chrome/140.0" } });
    return response.headers.get("content-security-policy") ?? "";
  };
  const frame = new URL(demo.world.merchant.frameUrl("/app"));
  const { domain } = demo.world.shopify.store.shop;
  expect(await policyOf(frame.pathname + frame.search)).toContain(`frame-ancestors https://${domain} https://admin.shopify.com;`);
  expect(await policyOf(`/auth/session-token?shop=${domain}`)).toContain(`frame-ancestors https://${domain} https://admin.shopify.com;`);
  for (const path of ["/auth/login", "/nothing", "/app?shop=evil.example", "/prove/this-is-not-a-token-of-anybody"]) {
    expect(await policyOf(path), path).toContain("frame-ancestors 'none'");
  }
  expect(await policyOf(`/auth/exit-iframe?shop=${domain}%3B%20script-src%20*&exitIframe=/app`)).not.toContain("script-src *");
});

test("the sign-in page and the proof page load under theirs", async () => {
  const { page, blocked } = await watchedPage();
  await page.goto(`${demo.world.appUrl}/auth/login`);
  await page.getByLabel("Shop address").fill("nowhere.example");
  await page.getByRole("button").click();
  await page.getByText("This is not a Shopify address").waitFor();
  await page.goto(`${demo.world.appUrl}/prove/this-is-not-a-token-of-anybody`);
  expect(await page.locator("main").evaluate((main) => getComputedStyle(main).borderRadius)).toBe("12px");
  expect(blocked).toEqual([]);
});

test("a form larger than any of the admin's is refused, declared or not, and the admin goes on", async () => {
  const send = (body: RequestInit["body"]) => {
    const init = { method: "POST", body, duplex: "half", headers: { "content-type": "application/x-www-form-urlencoded" } } as RequestInit;
    // The connection may be cut while the rest is still being sent.
    return fetch(`${demo.world.appUrl}/auth/login`, init).then(
      (response) => response.status,
      () => 413,
    );
  };
  const streamed = new ReadableStream({
    start(controller) {
      for (let sent = 0; sent < 400_000; sent += 50_000) controller.enqueue(new Uint8Array(50_000).fill(97));
      controller.close();
    },
  });
  expect(await send(`shop=${"a".repeat(300_000)}`)).toBe(413);
  expect(await send(streamed)).toBe(413);
  expect(await send("shop=nowhere.example")).toBe(200);
});

test("a proxy that was not declared, or a client that writes its headers, changes nothing of the app's own address", async () => {
  const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "gopher", "x-forwarded-for": "203.0.113.1" };
  const response = await fetch(`${demo.world.appUrl}/app?shop=${demo.world.shopify.store.shop.domain}`, {
    headers: { ...headers, "user-agent": "Mozilla/5.0 Chrome/140.0" },
    redirect: "manual",
  });
  expect(`${response.headers.get("location")} ${await response.text()}`).not.toContain("evil.example");
  expect(demo.world.app.output.join()).toContain("proxy-not-trusted");
});
