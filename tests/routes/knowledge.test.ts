import { beforeEach, expect, test, vi } from "vitest";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { indexSource } from "#app/pipeline/knowledge/index-source.server.ts";
import { now } from "#app/platform/clock.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { adminRequest, args, installShop, sessionToken, shopperWrites } from "./admin.ts";

let shop: Shop;
let page: typeof import("#app/routes/app.knowledge.tsx");

beforeEach(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  page = await import("#app/routes/app.knowledge.tsx");
});

const load = (query = "") => page.loader(args(adminRequest(`/app/knowledge${query}`)));
const ask = async (question: string) => (await load(`?q=${encodeURIComponent(question)}`)).found.filter((one) => one.isSaid);
type Answer = { ok: boolean; problem: string | null };
async function send(form: Record<string, string>): Promise<Answer> {
  const answer = await page.action(args(adminRequest("/app/knowledge", form)));
  return "data" in answer ? answer.data : answer;
}
async function upload(name: string, bytes: Uint8Array<ArrayBuffer> | string): Promise<Answer> {
  const body = new FormData();
  body.set("intent", "file");
  body.set("file", new File([bytes], name));
  const request = new Request("https://app.example/app/knowledge", {
    method: "POST",
    body,
    headers: { authorization: `Bearer ${sessionToken()}` },
  });
  const answer = await page.action(args(request));
  return "data" in answer ? answer.data : answer;
}
const written = async (kind: "page" | "policy", title: string, html: string, updatedAt = now()) =>
  database().commit(await indexSource(shop.id, { kind, externalId: newId(), title, url: "https://shop.example/x", updatedAt }, html, "en"));

test("an own answer is said from now on, changed by the same question again, and gone when removed", async () => {
  expect(await ask("Can I pay with bitcoin?")).toEqual([]);
  expect(await send({ intent: "answer", question: "Can I pay with bitcoin?", answer: "No, we take cards & PayPal." })).toMatchObject({
    ok: true,
  });
  expect(await ask("can I pay with bitcoin")).toMatchObject([{ text: "No, we take cards & PayPal." }]);
  await send({ intent: "answer", question: "Can I pay with bitcoin?", answer: "Yes, since May." });
  expect(await ask("do you take bitcoin to pay?")).toMatchObject([{ text: "Yes, since May." }]);
  const { sources } = await load();
  expect(sources).toMatchObject([{ kind: "answer", title: "Can I pay with bitcoin?", parts: 1 }]);
  expect(await send({ intent: "remove", id: sources[0]?.id ?? "" })).toMatchObject({ ok: true });
  expect(await ask("Can I pay with bitcoin?")).toEqual([]);
  expect(await database().prisma.knowledgePassage.count()).toBe(0);
});

test("what stands in the store is not removed here, nor what belongs to nobody", async () => {
  await written("page", "Shipping", "<p>We ship everywhere.</p>");
  const { sources } = await load();
  await expect(send({ intent: "remove", id: sources[0]?.id ?? "" })).rejects.toMatchObject({ status: 404 });
  await expect(send({ intent: "remove", id: newId() })).rejects.toMatchObject({ status: 404 });
});

test.each([
  ["faq.md", "# Warranty\n\nZips are covered for **three years**.\n\n# Other\n\nText."],
  ["faq.html", "<h1>Warranty</h1><p>Zips are covered for three years.</p>"],
  ["faq.txt", "The warranty on zips covers three years."],
])("%s is read, and a question finds it", async (name, text) => {
  expect(await upload(name, text)).toMatchObject({ ok: true });
  const [said] = await ask("how long is the warranty on zips?");
  expect(said).toMatchObject({ title: "faq" });
  expect(said?.text).toContain("three years");
});

test("a PDF is read", async () => {
  expect(await upload("guide.pdf", smallPdf("The warranty on zips covers three years."))).toMatchObject({ ok: true });
  expect(await ask("how long is the warranty on zips?")).toMatchObject([
    { title: "guide", text: "The warranty on zips covers three years." },
  ]);
});

test.each<[string, string, Uint8Array<ArrayBuffer> | string, RegExp]>([
  ["another kind of file", "faq.docx", "x", /cannot be read. Take one of/],
  ["a PDF in name only", "faq.pdf", "hello", /is no PDF/],
  ["a broken PDF", "faq.pdf", "%PDF-1.7 and then nothing", /damaged or locked/],
  ["not text", "faq.txt", new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), /not text in UTF-8/],
  ["six megabytes", "faq.txt", "a".repeat(6_000_000), /larger than 5 MB/],
  ["nothing", "faq.txt", "", /Choose a file/],
])("%s is refused in words, and nothing is kept", async (_name, name, bytes, problem) => {
  expect(await upload(name, bytes)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
  expect(await database().prisma.knowledgeSource.count()).toBe(0);
});

test("an answer without words is refused", async () => {
  expect(await send({ intent: "answer", question: " ", answer: "Yes" })).toMatchObject({ ok: false });
  expect(await send({ intent: "answer", question: "x".repeat(301), answer: "Yes" })).toMatchObject({ ok: false });
});

test("two return windows that do not agree are shown with both quotes, and with the one that the settings hold", async () => {
  await written("policy", "Refund policy", "<p>You may send items back within 30 days of delivery, unworn and with their labels.</p>");
  await written("page", "Questions", "<h2>Returns</h2><p>You can send items back within 14 days of delivery.</p>");
  await written("page", "Shipping", "<p>Delivery takes two to three working days. We answer mails within one working day.</p>");
  const { audit } = await load("?check=1");
  const quotes = audit?.contradictions.map((pair) => pair.map((one) => one.quote).toSorted()) ?? [];
  expect(quotes).toContainEqual([
    "You can send items back within 14 days of delivery.",
    "You may send items back within 30 days of delivery, unworn and with their labels.",
  ]);
  expect(quotes).toContainEqual([
    "You can send items back within 14 days of delivery.",
    "You can send things back within 30 days of delivery.",
  ]);
  expect(JSON.stringify(quotes)).not.toContain("working day");
});

test("texts older than a year and empty ones are listed", async () => {
  await written("page", "Old news", "<p>Our summer fair.</p>", new Date(now().getTime() - 400 * 86_400_000));
  await written("page", "Nothing yet", "<p> </p>");
  expect((await load("?check=1")).audit).toMatchObject({ stale: [{ title: "Old news" }], empty: [{ title: "Nothing yet" }] });
});

test("questions that no text answered are listed once each, the most asked first, and who reads them is written down", async () => {
  for (const text of ["Do you sell lamps?", "do you sell lamps", "Is there wifi?"]) {
    const { id } = await shopperWrites(shop.id, { kind: "whatsapp", address: `49${newId()}`, label: "Ada", text });
    const message = await database().prisma.message.findFirstOrThrow({ where: { shopId: shop.id, identityId: id } });
    await database().commit([
      insert("TurnRecord", { ...turn, id: newId(), shopId: shop.id, identityId: id, at: now(), messageId: message.id }),
    ]);
  }
  expect((await load()).unanswered).toMatchObject([
    { question: expect.stringMatching(/lamps/), times: 2, channel: "WhatsApp" },
    { question: "Is there wifi?", times: 1 },
  ]);
  await vi.waitFor(async () => expect(await database().prisma.accessLog.findMany()).toMatchObject([{ what: "knowledge" }]));
});

const turn = {
  conversationId: "c",
  channel: "whatsapp",
  language: "en",
  confidence: 1,
  decidedBy: "local",
  outcome: "answered",
  inputTokens: 0,
  outputTokens: 0,
  milliseconds: 1,
  knowledge: "none",
};

/** One page with one line of text. */
function smallPdf(line: string): Uint8Array<ArrayBuffer> {
  const stream = `BT /F1 12 Tf 20 100 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`;
  return new TextEncoder().encode(text);
}
