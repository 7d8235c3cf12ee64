import { afterAll, beforeAll, expect, test } from "vitest";
import { House } from "#tests/vendor-faults/house.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ gemini: true });
});
afterAll(() => house.close());

/** What is on record of the only turn of somebody new who writes this, and the case that a person got, if any. */
async function recordOf(text: string) {
  const id = `ig-${Math.random()}`;
  const phone = house.phone("instagram", id);
  await phone.sendText(text);
  await house.rest();
  const { prisma } = house.database;
  const { id: identityId } = await prisma.identity.findFirstOrThrow({ where: { externalId: id } });
  const [record, ...more] = await prisma.turnRecord.findMany({ where: { identityId } });
  expect(more).toEqual([]);
  return { record, handed: await prisma.case.findFirst({ where: { identityId, status: "escalated" } }) };
}

test("a clear wish is decided by the local model, with its detail, and costs nothing", async () => {
  const { record } = await recordOf("how long can I send things back?");
  expect(record).toMatchObject({ channel: "instagram", language: "en", intent: "return_policy", detail: "window" });
  expect(record).toMatchObject({ decidedBy: "local", outcome: "answered", inputTokens: 0, outputTokens: 0, microDollars: 0 });
});

test("what it does not understand is Gemini's to say, and its tokens and their price are on record", async () => {
  const { record } = await recordOf("is the neighbours blue thing a voucher of yours");
  expect(record).toMatchObject({ intent: "promotion", decidedBy: "gemini" });
  expect(Math.min(record?.inputTokens ?? 0, record?.outputTokens ?? 0, record?.microDollars ?? 0)).toBeGreaterThan(0);
});

test("who threatens with a lawyer gets a person, whatever else is wanted", async () => {
  const { record, handed } = await recordOf("where is my order? my lawyer will hear of this");
  expect(record).toMatchObject({ outcome: "handed-over" });
  expect(handed).toMatchObject({ escalation: "emotion", owner: "staff" });
});

test("a person who gets a case in a language that the assistant does not speak reads which", async () => {
  const { record, handed } = await recordOf("Chcę rozmawiać z człowiekiem, proszę połączyć mnie z konsultantem");
  expect(record).toMatchObject({ language: "pl", intent: "speak_to_human" });
  expect(handed?.summary).toContain("talking to a person, written in Polish");
});
