import { afterAll, beforeAll, expect, test } from "vitest";
import { retentionKinds } from "#app/domain/privacy/retention.ts";
import { World } from "#sandbox/world.ts";

let world: World;
beforeAll(async () => {
  world = await World.start({ gemini: true });
  await world.install();
});
afterAll(() => world.stop());

type Answer = { ok: boolean; text?: string; doubtful?: boolean; problem?: string };

let people = 0;
/** Somebody new writes on WhatsApp and waits for a person; the id is of their conversation. */
async function asked(text: string) {
  people += 1;
  const phone = world.meta.phone("whatsapp", `49151559${String(people).padStart(5, "0")}`, { name: "Joana Exemplo" });
  const got: string[] = [];
  phone.onMessage((bubble) => bubble.from === "business" && got.push(bubble.text));
  await phone.sendText(text);
  await until(() => got.length > 0);
  const id = /href="\/app\/inbox\/([\w-]+)\?/.exec(await world.merchant.openApp("/app/inbox?view=all"))?.[1] ?? "";
  return { phone, got, id };
}

async function translate(id: string, fields: Record<string, string>): Promise<Answer & { status: number }> {
  const response = await world.merchant.request(`/app/inbox/${id}/translate`, { method: "POST", body: new URLSearchParams(fields) });
  return { status: response.status, ...((await response.json()) as Answer) };
}
const pageOf = (id: string) => world.merchant.openApp(`/app/inbox/${id}`);

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !done(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  if (!done()) throw new Error("It never came.");
}

test("staff read Portuguese in English beside it, write English, and the shopper gets Portuguese", async () => {
  const { got, id } = await asked(
    "Olá, quero falar com uma pessoa. Onde está o meu pacote do pedido #1001? Escreva para joana@example.com",
  );
  expect(await pageOf(id)).toContain("Portuguese");
  expect(await translate(id, { intent: "thread" })).toMatchObject({ status: 200, ok: true });
  const page = await pageOf(id);
  expect(page).toContain("Where is the my parcel");
  expect(page).toContain("Onde está o meu pacote do pedido #1001");

  const reply = "Hello, your parcel is not broken. The Linen Shirt arrives tomorrow, order #1001, 12.50 EUR";
  const preview = await translate(id, { intent: "reply", text: reply });
  expect(preview).toMatchObject({ ok: true, doubtful: false });
  expect(preview.text).toContain("seu pacote é não quebrado");
  expect(preview.text).toContain("#1001, 12.50 EUR");
  const before = got.length;
  await world.merchant.submit(`/app/inbox/${id}`, {
    intent: "reply",
    text: preview.text ?? "",
    original: reply,
    name: "Sam",
    clientId: "reply-1",
  });
  await world.advance(10_000);
  await until(() => got.length > before);
  expect(got.at(-1)).toContain("seu pacote é não quebrado");
  expect(got.join("\n")).not.toContain("your parcel");
  expect(await pageOf(id)).toContain("your parcel is not broken");
});

test("names, addresses and order numbers do not leave for the model", async () => {
  const asked = JSON.stringify(world.history.of("gemini", "translate"));
  expect(asked).toContain("[ORDER_");
  expect(asked).not.toMatch(/joana|#1001/i);
});

test("figures that are not those of the original are marked, in what staff read and in what they would send", async () => {
  const { id } = await asked("Quero falar com uma pessoa, o meu pacote chega em 12 dias?");
  world.gemini.manner = "lying";
  expect(await translate(id, { intent: "thread" })).toMatchObject({ ok: true });
  const previews = [];
  for (let n = 0; n < 6; n += 1) previews.push(await translate(id, { intent: "reply", text: "You get 12.50 EUR back in 3 days." }));
  world.gemini.manner = "normal";
  expect(await pageOf(id)).toContain("figures differ from the original");
  expect(previews.map(({ doubtful }) => doubtful)).toContain(true);
});

test("a model that does not answer is said in a sentence, and the next try works", async () => {
  const { id } = await asked("Olá, o meu pacote não chega. Quero uma pessoa");
  world.gemini.faults.add("translate", { kind: "status", status: 503 }, 2);
  expect(await translate(id, { intent: "thread" })).toMatchObject({
    status: 502,
    ok: false,
    problem: expect.stringContaining("did not answer"),
  });
  expect(await translate(id, { intent: "thread" })).toMatchObject({ ok: true });
});

test("two who have the page open at once translate it once", async () => {
  const { id } = await asked("Onde está o meu dinheiro? Quero uma pessoa por favor");
  const answers = await Promise.all([translate(id, { intent: "thread" }), translate(id, { intent: "thread" })]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  const shown = (await pageOf(id)).split("Where is the my money").length - 1;
  expect(shown).toBeGreaterThan(0);
  // Once in the page, once in what its script reads.
  expect(shown).toBeLessThanOrEqual(2);
});

test("nothing to translate, and what is not this shop's, is refused", async () => {
  expect(
    (await world.merchant.request("/app/inbox/nobody/translate", { method: "POST", body: new URLSearchParams({ intent: "thread" }) }))
      .status,
  ).toBe(404);
  const { id } = await asked("I want to talk to a person");
  expect(await pageOf(id)).not.toContain("They write");
  expect(await translate(id, { intent: "reply", text: " " })).toMatchObject({ status: 422, ok: false });
});

const days = Object.fromEntries(Object.entries(retentionKinds).map(([kind, { days }]) => [kind, String(days)]));

test("where nothing may leave for a model, the page says so and nothing leaves", async () => {
  const { id } = await asked("Quero falar com uma pessoa sobre o meu pedido");
  await world.merchant.submit("/app/privacy", { ...days, withoutModel: "yes" });
  const before = world.history.of("gemini", "translate").length;
  expect(await pageOf(id)).toContain("nothing leaves for a language model");
  expect(await translate(id, { intent: "thread" })).toMatchObject({ status: 409, ok: false });
  expect(world.history.of("gemini", "translate")).toHaveLength(before);
});
