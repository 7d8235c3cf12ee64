import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { BootRequest, SendRequest } from "#widget/protocol.ts";
import { choicesBlock, itemsBlock, orderBlock, progressBlock, quoteBlock } from "./samples.ts";
import { createShopPages, openChat } from "./shop-page.ts";

let shop: Awaited<ReturnType<typeof createShopPages>>;
beforeAll(async () => {
  shop = await createShopPages();
});
afterEach(() => shop.closeVisits());
afterAll(() => shop.close());

const sent = (requests: { body: unknown }[]) => requests.map((one) => one.body as SendRequest);

test("a shopper opens the chat, writes, and the answer comes by stream", async () => {
  const { server, page, alarms } = await shop.visit({
    answer: (_, server) => server.say({ blocks: [{ kind: "text", text: "It is **on its way**." }] }),
  });
  await page.goto(server.origin);
  const field = await openChat(page);
  await page.getByText("I am Linden, the assistant of Linden & Loom.").waitFor();
  expect(server.called("GET /api/stream"), "no connection before there is a thread").toHaveLength(0);
  await field.fill("did my order ship?");
  await field.press("Enter");
  await page.locator(".assistant strong", { hasText: "on its way" }).waitFor();
  expect(await page.locator(".shopper .bubble").allInnerTexts()).toEqual(["did my order ship?"]);
  expect(await field.inputValue()).toBe("");
  expect(sent(server.called("POST /api/messages"))).toMatchObject([{ text: "did my order ship?" }]);
  expect(server.called("GET /api/stream")[0]?.authorization).toBe("Bearer token-1");
  expect(alarms).toEqual([]);
});

test("a tapped chip is sent with its id, stays visible, and the others fold away", async () => {
  const { server, page } = await shop.visit({ answer: (_, server) => server.say({ blocks: [{ kind: "text", text: "Here." }] }) });
  server.say({ blocks: [choicesBlock] });
  await page.goto(server.origin);
  const field = await openChat(page);
  await expect.poll(() => field.getAttribute("placeholder")).toBe("Choose above, or say it your way");
  await page.getByRole("button", { name: "Return something" }).click();
  await page.getByText("Here.").waitFor();
  expect(sent(server.called("POST /api/messages"))[0]?.choice).toEqual({ id: "case-1|next|return", title: "Return something" });
  expect(await page.locator(".chip").allInnerTexts()).toEqual(["Return something"]);
  expect(await page.locator(".chip").getAttribute("aria-pressed")).toBe("true");
  await page.getByRole("button", { name: "Show choices" }).click();
  expect(await page.locator(".chip").count()).toBe(3);
});

test("what is typed and ticked and not sent is told to the server, and is there after a reload", async () => {
  const { server, page } = await shop.visit();
  server.say({ blocks: [itemsBlock] });
  await page.goto(server.origin);
  const field = await openChat(page);
  await page.getByRole("checkbox", { name: /Linen shirt/ }).check();
  await field.fill("the button is off");
  await expect
    .poll(() => server.called("POST /api/draft").at(-1)?.body)
    .toMatchObject({ text: "the button is off", items: [{ quantity: 1 }] });
  await page.reload();
  await openChat(page);
  expect(await page.getByRole("checkbox", { name: /Linen shirt/ }).isChecked()).toBe(true);
  expect(await page.locator("[data-chat-input]").inputValue()).toBe("the button is off");
});

test("items and quantities are picked with the keyboard alone", async () => {
  const { server, page } = await shop.visit();
  server.say({ blocks: [itemsBlock] });
  await page.goto(server.origin);
  await page.locator("[data-chat-launcher]").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-chat-input]").waitFor();
  await expect
    .poll(() => page.evaluate(() => document.querySelector("[data-onethread]")?.shadowRoot?.activeElement?.tagName))
    .toBe("TEXTAREA");
  const confirm = page.getByRole("button", { name: "Return these" });
  expect(await confirm.isDisabled()).toBe(true);
  expect(await page.getByText("Gift cards cannot be returned.").isVisible()).toBe(true);
  expect(await page.getByRole("checkbox", { name: /Gift card/ }).isDisabled()).toBe(true);

  const focused = () =>
    page.evaluate(() => {
      const element = document.querySelector("[data-onethread]")?.shadowRoot?.activeElement;
      return element?.getAttribute("aria-label") ?? element?.closest("label")?.textContent ?? element?.textContent ?? "";
    });
  const backTo = async (name: RegExp) => {
    for (let step = 0; step < 20 && !name.test(await focused()); step += 1) await page.keyboard.press("Shift+Tab");
    expect(await focused()).toMatch(name);
  };
  await backTo(/Wool throw/);
  await page.keyboard.press("Space");
  await backTo(/Linen shirt/);
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  expect(await focused(), "one less is out of reach at one").toBe("One more");
  await page.keyboard.press("Enter");
  expect(await page.locator(".stepper output").textContent()).toBe("2");
  expect(await page.getByRole("button", { name: "One more" }).isDisabled(), "no more than can be returned").toBe(true);
  for (let step = 0; step < 5 && (await focused()) !== "Return these"; step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => server.taken().length).toBe(1);
  expect(sent(server.called("POST /api/messages"))[0]).toMatchObject({
    choice: { id: "case-1|items|picked", title: "Return these" },
    items: [
      { id: "line-1", quantity: 2 },
      { id: "line-2", quantity: 1 },
    ],
  });
});

test("a quote is confirmed by the button that says the sum", async () => {
  const { server, page } = await shop.visit();
  server.say({ blocks: [quoteBlock] });
  await page.goto(server.origin);
  await openChat(page);
  expect(await page.locator(".quote .total").textContent()).toMatch(/You get back\s*€44\.40/);
  await page.getByRole("button", { name: "Return for €44.40" }).click();
  await expect.poll(() => server.taken().length).toBe(1);
  expect(sent(server.called("POST /api/messages"))[0]?.choice).toEqual({ id: "case-1|confirm|yes-abc", title: "Return for €44.40" });
  await page.locator(".quote .done", { hasText: "Return for €44.40" }).waitFor();
  expect(await page.locator(".quote button").count()).toBe(0);
});

test("a quote whose button has no sum gets it", async () => {
  const { server, page } = await shop.visit();
  if (quoteBlock.kind === "quote") server.say({ blocks: [{ ...quoteBlock, confirm: { id: "yes", title: "Confirm" } }] });
  await page.goto(server.origin);
  await openChat(page);
  expect(await page.locator(".quote .primary").textContent()).toBe("Confirm · €44.40");
});

test("an order shows its way, and says which dot is the present one", async () => {
  const { server, page } = await shop.visit();
  server.say({ blocks: [orderBlock] });
  await page.goto(server.origin);
  await openChat(page);
  await page.locator(".timeline li").first().waitFor();
  expect(await page.locator(".timeline li").count()).toBe(5);
  expect(await page.locator("[aria-current=step]").textContent()).toBe("On its way since Wed 11 Nov");
  expect(await page.getByRole("link", { name: /Track with Sample Post/ }).getAttribute("href")).toBe(
    "https://carrier.example/track/ABC123",
  );
});

test("a saved value is tapped to change it", async () => {
  const { server, page } = await shop.visit();
  server.say({ blocks: [progressBlock] });
  await page.goto(server.origin);
  await openChat(page);
  expect(await page.locator(".progress p").textContent()).toBe("3 of 5 Reason");
  await page.getByRole("button", { name: "Change Items: 1 × Linen shirt" }).click();
  await expect.poll(() => sent(server.called("POST /api/messages"))[0]?.choice?.id).toBe("case-1|items|change");
});

test("the thread is there again after a reload, with messages from another channel", async () => {
  const { server, page } = await shop.visit();
  server.say({ author: "shopper", channel: "instagram", blocks: [{ kind: "text", text: "hello from Instagram" }] });
  await page.goto(server.origin);
  const field = await openChat(page);
  await field.fill("and hello from here");
  await field.press("Enter");
  await page.getByText("Continued from Instagram").waitFor();
  await page.reload();
  await openChat(page);
  await page.getByText("and hello from here").waitFor();
  expect(await page.locator(".shopper .bubble").count()).toBe(2);
  const boots = server.called("POST /apps/onethread/boot");
  expect(boots.at(-1)?.body).toMatchObject({ token: "token-1" });
});

test("a returning visitor sees on the launcher that something new came", async () => {
  const { server, page } = await shop.visit();
  await page.goto(server.origin);
  const field = await openChat(page);
  await field.fill("hello");
  await field.press("Enter");
  await expect.poll(() => server.streams.size).toBe(1);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect.poll(() => server.streams.size).toBe(1);
  server.say({ blocks: [{ kind: "text", text: "news" }] });
  await page.locator(".badge", { hasText: "1" }).waitFor();
  expect(await page.locator("[data-chat-launcher]").getAttribute("aria-label")).toBe("Open chat, 1 new");
  await openChat(page);
  await expect.poll(() => page.locator(".badge").textContent()).toBe("");
});

test("staff who take over are named in the header", async () => {
  const { server, page } = await shop.visit();
  server.say({ author: "staff", name: "Ada Sample", blocks: [{ kind: "text", text: "Ada here." }] });
  await page.goto(server.origin);
  await openChat(page);
  await page.locator(".tag", { hasText: "Ada Sample" }).waitFor();
});

test("the menu asks for a person, goes on elsewhere, and ends the thread", async () => {
  const { server, page } = await shop.visit();
  server.options.push({ channel: "whatsapp", label: "WhatsApp", url: "https://wa.me/49?text=K7Q2MP", code: "K7Q2MP" });
  await page.goto(server.origin);
  await openChat(page);
  const menu = page.getByRole("button", { name: "More options" });
  await menu.click();
  await page.locator(".menu").getByText("Talk to a person").click();
  await expect
    .poll(() => sent(server.called("POST /api/messages"))[0]?.choice)
    .toEqual({ id: "menu|start|person", title: "I would like to talk to a person." });
  await menu.click();
  await page.locator(".menu").getByText("Continue elsewhere").click();
  expect(await page.getByRole("link", { name: "Open WhatsApp" }).getAttribute("href")).toBe("https://wa.me/49?text=K7Q2MP");
  expect(await page.locator("code").textContent()).toBe("K7Q2MP");
  await page.getByRole("button", { name: "Back" }).click();
  await menu.click();
  await page.locator(".menu").getByText("End conversation").click();
  await page.getByRole("button", { name: "End it" }).click();
  await page.locator(".panel").waitFor({ state: "hidden" });
  expect(server.called("POST /api/end")).toHaveLength(1);
  expect(await page.evaluate(() => localStorage.getItem("onethread:linden-loom.myshopify.com"))).not.toContain("token");
});

test("a `continue here` link opens the chat, hands its code over once, and takes it out of the address", async () => {
  const { server, page } = await shop.visit();
  server.say({ channel: "whatsapp", blocks: [{ kind: "text", text: "We were at step three." }] });
  await page.goto(`${server.origin}/?color=oat&onethread=K7Q2MP`);
  await page.getByText("We were at step three.").waitFor();
  await expect.poll(() => page.url()).toBe(`${server.origin}/?color=oat`);
  await page.reload();
  await openChat(page);
  await page.getByText("We were at step three.").waitFor();
  const codes = server.called("POST /apps/onethread/boot").map((one) => (one.body as BootRequest).continueCode);
  expect(codes).toEqual(["K7Q2MP", undefined]);
});

test("every language has its own frame", async () => {
  const { server, page } = await shop.visit({ page: { script: 'data-locale="fr"' } });
  server.state.language = "fr";
  await page.goto(server.origin);
  const field = await openChat(page);
  await expect.poll(() => field.getAttribute("placeholder")).toBe("Écrire un message");
  expect(await page.locator(".panel").getAttribute("lang")).toBe("fr");
});
