import { afterAll, beforeAll, expect, test } from "vitest";
import { World } from "#sandbox/world.ts";

let world: World;
beforeAll(async () => {
  world = await World.start();
  await world.install();
});
afterAll(() => world.stop());

let people = 0;
/** Somebody new writes on WhatsApp; `page` is the conversation's address in the admin. */
async function somebody(text = "I want to talk to a person") {
  people += 1;
  const phone = world.meta.phone("whatsapp", `49151557${String(people).padStart(5, "0")}`, { name: `Ada Sample ${people}` });
  const got: string[] = [];
  phone.onMessage((bubble) => bubble.from === "business" && got.push(bubble.text));
  await phone.sendText(text);
  await until(() => got.length > 0);
  const id = /href="\/app\/inbox\/([\w-]+)\?/.exec(await world.merchant.openApp("/app/inbox?view=all"))?.[1] ?? "";
  return { phone, got, page: `/app/inbox/${id}`, heard: (words: string) => got.filter((one) => one.includes(words)).length };
}

/** A member of staff with an account of their own at Shopify. */
function member(userId: number, name: string) {
  const agent = "Mozilla/5.0 Chrome/140.0 Safari/537.36";
  const request = (path: string, init: RequestInit = {}) => {
    const headers = { "user-agent": agent, authorization: `Bearer ${world.shopify.mintSessionToken({ userId })}` };
    return fetch(`${world.appUrl}${path}`, { ...init, headers, redirect: "manual" });
  };
  const post = (path: string, fields: Record<string, string>) =>
    request(path, { method: "POST", body: new URLSearchParams({ name, ...fields }) });
  return {
    /** The page as this one sees it. */
    open: async (page: string) => (await request(page)).text(),
    act: async (page: string, fields: Record<string, string>) => {
      const response = await post(`${page}.data`, fields);
      return { status: response.status, text: await response.text() };
    },
    request,
    tell: async (page: string, fields: Record<string, string>) => {
      const response = await post(`${page}/desk`, fields);
      if (!response.ok) return { status: response.status };
      return { status: response.status, ...((await response.json()) as { others?: { name: string; writing: boolean }[] }) };
    },
    follow: async (tab: string) => {
      const stop = new AbortController();
      const response = await request(`/app/stream?tab=${tab}`, { signal: stop.signal });
      const seen: { name: string; writing: boolean }[][] = [];
      const reader = response.body?.getReader();
      const read = async () => {
        for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read())
          for (const [, data] of Buffer.from(chunk.value)
            .toString()
            .matchAll(/event: presence\ndata: (.*)\n/g))
            seen.push((JSON.parse(data ?? "") as { others: { name: string; writing: boolean }[] }).others);
      };
      void read().catch(() => {});
      return { seen, close: () => stop.abort() };
    },
  };
}
const sam = member(11, "Sam");
const kim = member(12, "Kim");

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("It never came to that.");
}
const heldIn = (html: string) => /data-held="([0-9a-z]{26})"/.exec(html)?.[1] ?? "";
const written = (html: string) => /<textarea[^>]*id="reply-text"[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1];

test("a reply goes out after ten seconds, once, and the person has the case at once", async () => {
  const { got, page, heard } = await somebody();
  const reply = { intent: "reply", text: "We look into it.", clientId: "first" };
  await Promise.all([sam.act(page, reply), sam.act(page, reply)]);
  const html = await sam.open(page);
  expect(html).toContain("We look into it.");
  expect(html).toMatch(/Sending in (?:<!-- -->)?\d+/);
  expect(html).toContain("Hand back to the assistant");
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(heard("We look into it.")).toBe(0);
  await world.advance(10_000);
  await until(() => heard("We look into it.") === 1);
  await sam.act(page, reply);
  await world.advance(20_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(got.filter((one) => one === "We look into it.")).toHaveLength(1);
  expect(heldIn(await sam.open(page))).toBe("");
});

test("a reply that was taken back never goes out, and its words are with whoever wrote it", async () => {
  const { phone, page, heard } = await somebody();
  await sam.act(page, { intent: "reply", text: "You get 10 EUR.", clientId: "undone" });
  const heldId = heldIn(await kim.open(page));
  await phone.sendText("Or is it 20?");
  await until(async () => (await sam.open(page)).includes("They have just written"));
  const undone = await kim.act(page, { intent: "undo-reply", heldId });
  // Somebody else's words come back to whoever wrote them.
  expect(undone.text).not.toContain("You get 10 EUR.");
  await world.advance(20_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(heard("10 EUR")).toBe(0);
  expect(written(await sam.open(page))).toBe("You get 10 EUR.");
  expect(written(await kim.open(page))).toBe("");
  const late = await sam.act(page, { intent: "undo-reply", heldId });
  expect(late.status).toBe(422);
});

test("a reply that is let out goes at once, with the one before it and in their order", async () => {
  const { got, page, heard } = await somebody();
  await sam.act(page, { intent: "reply", text: "This comes first.", clientId: "a-1" });
  const first = heldIn(await sam.open(page));
  await sam.act(page, { intent: "reply", text: "This comes second.", clientId: "a-2" });
  const ids = [...(await sam.open(page)).matchAll(/data-held="([0-9a-z]{26})"/g)].map(([, id = ""]) => id);
  await sam.act(page, { intent: "send-now", heldId: ids.find((id) => id !== first) ?? "" });
  await until(() => heard("second") === 1);
  expect(got.slice(-2)).toEqual(["This comes first.", "This comes second."]);
});

test("a reply whose window closes meanwhile stays with the reason, and its words go back", async () => {
  const { page, heard } = await somebody();
  await world.advance(24 * 3_600_000 - 5_000);
  await sam.act(page, { intent: "reply", text: "Too late, perhaps.", clientId: "late" });
  await world.advance(10_000);
  await until(async () => (await sam.open(page)).includes("window has closed"));
  expect(heard("Too late")).toBe(0);
  await sam.act(page, { intent: "undo-reply", heldId: heldIn(await sam.open(page)) });
  expect(written(await sam.open(page))).toBe("Too late, perhaps.");
});

test("what somebody has begun is there again for them alone, until it is sent or emptied", async () => {
  const { page } = await somebody();
  await sam.tell(page, { intent: "draft", kind: "reply", text: "Dear Ada, I" });
  await sam.tell(page, { intent: "draft", kind: "reply", text: "Dear Ada, I have" });
  await kim.tell(page, { intent: "draft", kind: "note", text: "Kim’s own thought" });
  expect(written(await sam.open(page))).toBe("Dear Ada, I have");
  const kims = await kim.open(page);
  expect(kims).toContain("Kim’s own thought");
  expect(kims).not.toContain("Dear Ada, I have");
  await kim.act(page, { intent: "note", text: "Kim’s own thought" });
  expect(written(await kim.open(page))).toBe("");
  await sam.act(page, { intent: "reply", text: "Dear Ada, I have it.", clientId: "drafted" });
  expect(written(await sam.open(page))).toBe("");
  await sam.tell(page, { intent: "draft", kind: "reply", text: "Once more" });
  await sam.tell(page, { intent: "draft", kind: "reply", text: " " });
  expect(written(await sam.open(page))).toBe("");
  expect(
    (await sam.tell("/app/inbox/01JAAAAAAAAAAAAAAAAAAAAAAA", { intent: "draft", text: "x" }).catch(() => ({ status: 404 }))).status,
  ).toBe(404);
});

test("two people at one case see each other come, write and go", async () => {
  const { page } = await somebody();
  const [one, other] = [await sam.follow("tab-sam"), await kim.follow("tab-kim")];
  expect((await sam.tell(page, { intent: "here", tab: "tab-sam" })).others).toEqual([]);
  expect((await kim.tell(page, { intent: "here", tab: "tab-kim" })).others).toEqual([{ name: "Sam", writing: false }]);
  await until(() => one.seen.at(-1)?.[0]?.name === "Kim");
  await kim.tell(page, { intent: "here", tab: "tab-kim", writing: "true" });
  await until(() => one.seen.at(-1)?.[0]?.writing === true);
  // A page that follows no stream, or another's page, is nobody.
  await kim.tell(page, { intent: "here", tab: "tab-sam" });
  await kim.tell(page, { intent: "here", tab: "no-stream" });
  expect((await sam.tell(page, { intent: "here", tab: "tab-sam" })).others).toEqual([{ name: "Kim", writing: true }]);
  // Kim's page opens a new line before the end of the old one is noticed.
  const again = await kim.follow("tab-kim");
  await kim.tell(page, { intent: "here", tab: "tab-kim" });
  other.close();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect((await sam.tell(page, { intent: "here", tab: "tab-sam" })).others).toEqual([{ name: "Kim", writing: false }]);
  again.close();
  await until(() => one.seen.at(-1)?.length === 0);
  one.close();
});

test("who writes while another writes, or has answered meanwhile, is asked once before it goes out", async () => {
  const { page, heard } = await somebody();
  const since = new Date(Date.now() + world.clock.offset - 1_000).toISOString();
  const stream = await kim.follow("tab-kim-2");
  await kim.tell(page, { intent: "here", tab: "tab-kim-2", writing: "true" });
  const warned = await sam.act(page, { intent: "reply", text: "From Sam.", clientId: "s-1", since });
  expect(warned).toMatchObject({ status: 422, text: expect.stringContaining("writing") });
  await sam.act(page, { intent: "reply", text: "From Sam.", clientId: "s-1", since, despite: "writing" });
  stream.close();
  const crossed = await kim.act(page, { intent: "reply", text: "From Kim.", clientId: "k-1", since });
  expect(crossed).toMatchObject({ status: 422, text: expect.stringContaining("From Sam.") });
  await world.advance(10_000);
  await until(() => heard("From Sam.") === 1);
  expect((await kim.act(page, { intent: "reply", text: "From Kim.", clientId: "k-1", since })).status).toBe(422);
  // One's own earlier reply is no news.
  expect((await sam.act(page, { intent: "reply", text: "And more.", clientId: "s-2", since })).status).toBe(200);
  const later = new Date(Date.now() + world.clock.offset + 1_000).toISOString();
  await kim.act(page, { intent: "reply", text: "From Kim.", clientId: "k-1", since: later });
  await world.advance(10_000);
  await until(() => heard("From Kim.") === 1);
});

test("saved replies are filled from what is known, and nothing that is still open goes out", async () => {
  const { page, heard } = await somebody("Where is my order #1001? I want to talk to a person");
  const text = "Hi {{first_name}}, {{my_name}} of {{shop}} here: {{tracking_link}}";
  const save = (fields: Record<string, string>) => sam.act("/app/replies", { intent: "save", language: "en", ...fields });
  expect((await save({ title: "On its way", text: "Hi {{frist_name}}" })).text).toContain("none of the variables");
  expect((await save({ title: "On its way", text })).status).toBe(200);
  type Saved = { values: Record<string, string | null>; replies: { id: string; title: string; text: string }[] };
  const saved = (await (await sam.request(`${page}/saved`)).json()) as Saved;
  expect(saved.replies).toMatchObject([{ title: "On its way", text }]);
  expect(saved.values).toMatchObject({ first_name: "Ada", shop: "Linden & Loom", tracking_link: null });
  const refused = await sam.act(page, { intent: "reply", text: "Hi Ada: {{ tracking_link }}", clientId: "open" });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain("“Tracking link” is not filled in");
  await world.advance(10_000);
  expect(heard("Hi Ada")).toBe(0);
  const [one] = saved.replies;
  await save({ id: one?.id ?? "", title: "Under way", text: "Hi" });
  expect(await sam.open("/app/replies")).toContain("Under way");
  await sam.act("/app/replies", { intent: "delete", id: one?.id ?? "" });
  expect(await sam.open("/app/replies")).not.toContain("Under way");
});

test("the preview is what the channel gets, and what it would cut off is not sent", async () => {
  const { page } = await somebody();
  type Preview = { channel: string; parts: { text: string; html?: string }[]; isCut: boolean; mail?: { subject: string } };
  const preview = async (of: string, text: string) =>
    (await (await sam.request(`${of}/preview`, { method: "POST", body: new URLSearchParams({ text }) })).json()) as Preview;
  expect(await preview(page, "This is **important**.")).toEqual({
    channel: "whatsapp",
    parts: [{ text: "This is *important*.", files: [] }],
    isCut: false,
  });
  const phone = world.meta.phone("instagram", "665550001", { name: "Bo" });
  const got: string[] = [];
  phone.onMessage((bubble) => bubble.from === "business" && got.push(bubble.text));
  await phone.sendText("I want to talk to a person");
  await until(() => got.length > 0);
  const id = /href="\/app\/inbox\/([\w-]+)\?/.exec(await world.merchant.openApp("/app/inbox?view=all"))?.[1] ?? "";
  const long = "A sentence that goes on for some time. ".repeat(40).trim();
  const two = await preview(`/app/inbox/${id}`, long);
  expect([two.parts.length, two.isCut]).toEqual([2, false]);
  expect((await preview(`/app/inbox/${id}`, long.repeat(2))).isCut).toBe(true);
  const refused = await sam.act(`/app/inbox/${id}`, { intent: "reply", text: long.repeat(2), clientId: "cut" });
  expect(refused).toMatchObject({ status: 422, text: expect.stringContaining("two parts") });
  const before = got.length;
  await sam.act(`/app/inbox/${id}`, { intent: "reply", text: long, clientId: "long" });
  await world.advance(10_000);
  await until(() => got.length >= before + 2);
  expect(got.slice(before)).toEqual(two.parts.map((part) => part.text));
});

test("on WhatsApp the thread shows WhatsApp's own marks as WhatsApp does, and markup as words", async () => {
  const { phone, page } = await somebody();
  await phone.sendText("Is it *really* _two_ days, 2*3*4? *<img src=x>*");
  await sam.act(page, { intent: "reply", text: "It is **tomorrow**, see _the link_.", clientId: "marks-one" });
  await until(async () => (await sam.open(page)).includes("really"));
  const shown = async () => (await sam.open(page)).replaceAll("<!-- -->", "");
  const held = await shown();
  expect(held).toContain("Is it <strong>really</strong> <em>two</em> days, 2*3*4? <strong>&lt;img src=x&gt;</strong>");
  await sam.act(page, { intent: "send-now", heldId: heldIn(held) });
  await until(() => phone.inbox.some((bubble) => bubble.text.includes("tomorrow")));
  expect(phone.inbox.at(-1)?.text).toBe("It is *tomorrow*, see _the link_.");
  for (const html of [held, await shown()]) expect(html).toContain("It is <strong>tomorrow</strong>, see <em>the link</em>.");
});
