import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Block, SendRequest } from "#widget/protocol.ts";
import { createShopPages, openChat } from "./shop-page.ts";

let shop: Awaited<ReturnType<typeof createShopPages>>;
beforeAll(async () => {
  shop = await createShopPages();
});
afterEach(() => shop.closeVisits());
afterAll(() => shop.close());

test("with the server away a message stays, and is taken once when it is back", async () => {
  const { server, page } = await shop.visit();
  await page.goto(server.origin);
  const field = await openChat(page);
  await page.getByText("I am Linden").waitFor();
  server.state.down = true;
  await field.fill("are you there?");
  await field.press("Enter");
  await page.getByText("Not sent.").waitFor();
  await page.reload();
  await openChat(page);
  await page.getByText("are you there?").waitFor();
  server.state.down = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => server.taken().length).toBe(1);
  await page.getByText("Not sent.").waitFor({ state: "hidden" });
  const ids = server.called("POST /api/messages").map((one) => (one.body as SendRequest).clientId);
  expect(new Set(ids).size).toBe(1);
  expect(await page.locator(".shopper .bubble").count()).toBe(1);
});

test("a message goes out by itself once the server is back", async () => {
  const { server, page } = await shop.visit();
  await page.goto(server.origin);
  const field = await openChat(page);
  await page.getByText("I am Linden").waitFor();
  server.state.down = true;
  await field.fill("waiting");
  await field.press("Enter");
  await page.getByText("Not sent.").waitFor();
  server.state.down = false;
  await expect.poll(() => server.taken().length, { timeout: 8_000 }).toBe(1);
});

test("a lost reply does not double the message", async () => {
  const { server, page } = await shop.visit();
  await page.goto(server.origin);
  const field = await openChat(page);
  server.state.loseReply = true;
  await field.fill("only once");
  await field.press("Enter");
  await expect.poll(() => server.called("POST /api/messages").length, { timeout: 8_000 }).toBeGreaterThanOrEqual(1);
  await page.locator(".shopper time").waitFor();
  await page.waitForTimeout(1_500);
  expect(server.taken()).toHaveLength(1);
  expect(await page.locator(".shopper .bubble").count()).toBe(1);
});

test("a refused token boots again and nothing is lost", async () => {
  const { server, page } = await shop.visit();
  await page.goto(server.origin);
  const field = await openChat(page);
  await page.getByText("I am Linden").waitFor();
  server.state.token = "token-2";
  await field.fill("still me");
  await field.press("Enter");
  await expect.poll(() => server.taken().length).toBe(1);
  const boots = server.called("POST /apps/onethread/boot");
  expect(boots.length).toBeGreaterThanOrEqual(2);
  expect(boots.at(-1)?.body).toMatchObject({ token: "token-1" });
  expect(server.called("POST /api/messages").at(-1)?.authorization).toBe("Bearer token-2");
});

test("after `reset` nothing of before is on the page, and the new thread is asked for", async () => {
  const { server, page } = await shop.visit();
  server.say({ blocks: [{ kind: "text", text: "Your order #1001 is on its way." }] });
  await page.goto(server.origin);
  await openChat(page);
  await page.getByText("#1001").waitFor();
  await expect.poll(() => server.streams.size).toBe(1);
  server.thread.length = 0;
  server.send({ type: "reset" });
  await page.getByText("#1001").waitFor({ state: "detached" });
  await page.getByText("I am Linden").waitFor();
  expect(server.called("POST /apps/onethread/boot")).toHaveLength(2);
});

test("in other hands, what the last person had not sent is neither shown nor sent", async () => {
  const { server, page } = await shop.visit();
  await page.goto(server.origin);
  const field = await openChat(page);
  await page.getByText("I am Linden").waitFor();
  server.state.down = true;
  await field.fill("private words");
  await field.press("Enter");
  await page.getByText("Not sent.").waitFor();
  server.state.restarted = true;
  server.state.token = "token-of-somebody-else";
  await page.reload();
  server.state.down = false;
  await openChat(page);
  await page.getByText("I am Linden").waitFor();
  await page.waitForTimeout(1_000);
  expect(await page.getByText("private words").count()).toBe(0);
  expect(server.taken()).toHaveLength(0);
});

test("a stream that never works is replaced by polling", async () => {
  const { server, page } = await shop.visit();
  server.state.streamBroken = true;
  server.say({ blocks: [{ kind: "text", text: "first" }] });
  await page.goto(server.origin);
  await openChat(page);
  await expect.poll(() => server.called("GET /api/messages").length, { timeout: 10_000 }).toBeGreaterThan(0);
  server.say({ blocks: [{ kind: "text", text: "by polling" }] });
  await page.getByText("by polling").waitFor();
});

test("a broken stream goes on after the last message it brought", async () => {
  const { server, page } = await shop.visit();
  server.say({ blocks: [{ kind: "text", text: "first" }] });
  await page.goto(server.origin);
  await openChat(page);
  await expect.poll(() => server.streams.size).toBe(1);
  server.breakStreams();
  server.say({ blocks: [{ kind: "text", text: "said meanwhile" }] });
  await page.getByText("said meanwhile").waitFor();
  expect(server.called("GET /api/stream").at(-1)?.path).toBe("/api/stream?after=1");
});

test("two tabs share one thread, and ending it in one ends it in the other", async () => {
  const { server, page, context } = await shop.visit();
  server.say({ blocks: [{ kind: "text", text: "hello" }] });
  await page.goto(server.origin);
  await openChat(page);
  const other = await context.newPage();
  await other.goto(server.origin);
  const field = await openChat(other);
  await field.fill("from the second tab");
  await field.press("Enter");
  await page.getByText("from the second tab").waitFor();
  expect(await other.locator(".shopper .bubble").count()).toBe(1);
  await other.getByRole("button", { name: "More options" }).click();
  await other.locator(".menu").getByText("End conversation").click();
  await other.getByRole("button", { name: "End it" }).click();
  await page.locator(".panel").waitFor({ state: "hidden" });
});

const vectors = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  '"><svg onload=alert(1)>',
  "[click](javascript:alert(1))",
  "**<b onmouseover=alert(1)>bold</b>**",
  "{{constructor.constructor('alert(1)')()}}",
];

test.each(vectors)("%s is only words, in every field of every block", async (bad) => {
  const { server, page, alarms } = await shop.visit();
  const url = "javascript:alert(1)";
  const choice = { id: bad, title: bad, description: bad, imageUrl: url };
  const blocks: Block[] = [
    { kind: "text", text: bad },
    { kind: "choices", prompt: bad, choices: [choice] },
    {
      kind: "order",
      name: bad,
      status: bad,
      items: [{ title: bad, variantTitle: bad, imageUrl: url, quantity: 2 }],
      stages: [{ label: bad, at: bad, state: "present" }],
      trackingUrl: url,
      trackingLabel: bad,
    },
    {
      kind: "items",
      prompt: bad,
      choiceId: bad,
      items: [
        { id: bad, title: bad, variantTitle: bad, imageUrl: url, price: { amount: bad, currencyCode: bad }, maxQuantity: 1, refused: bad },
      ],
      confirmLabel: bad,
    },
    {
      kind: "quote",
      title: bad,
      lines: [{ label: bad, amount: bad }],
      total: { label: bad, amount: bad },
      confirm: choice,
      others: [choice],
    },
    { kind: "progress", step: 1, of: 2, label: bad, saved: [{ label: bad, value: bad, change: choice }] },
    { kind: "link", label: bad, url },
  ];
  server.say({ author: "staff", name: bad, blocks });
  server.say({ author: "system", blocks: [{ kind: "text", text: bad }] });
  server.options.push({ channel: bad, label: bad, url, code: bad });
  await page.goto(server.origin);
  await openChat(page);
  await page.locator(".progress").waitFor();
  const inside = await page.evaluate(() => {
    const root = document.querySelector("[data-onethread]")?.shadowRoot;
    const links = [...(root?.querySelectorAll("a") ?? [])].map((link) => link.href);
    return {
      alien: root?.querySelectorAll("script,svg[onload],b[onmouseover],[onerror]").length,
      links,
      images: root?.querySelectorAll("img").length,
    };
  });
  expect(inside).toEqual({ alien: 0, links: [], images: 0 });
  expect(await page.locator(".quote strong").textContent()).toBe(bad);
  await page.locator(".card.order").hover();
  await page.getByRole("button", { name: "More options" }).click();
  await page.locator(".menu").getByText("Continue elsewhere").click();
  await page.locator("code").waitFor();
  expect(await page.locator(".option a").count()).toBe(0);
  expect(alarms).toEqual([]);
});
