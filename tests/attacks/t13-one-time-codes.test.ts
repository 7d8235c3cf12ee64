import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { checkCode, issueCode, requestCode } from "#app/domain/identity/one-time-code.server.ts";
import { setClockOffset } from "#app/platform/clock.ts";
import { digitsOf } from "#app/platform/crypto.server.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { newId } from "#app/platform/ids.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { howMany, record } from "./record.ts";

let database: DatabaseHandle;
let phone: IdentityRow;
let mailbox: IdentityRow;
const minutes = (n: number) => n * 60_000;

beforeEach(async () => {
  database = await databaseWithShop();
  phone = await ensureIdentity("shop", "instagram", "ig-1");
  mailbox = await ensureIdentity("shop", "email", "ada@example.com");
});
afterEach(async () => {
  setClockOffset(0);
  await database.close();
});

async function askForCode(who = phone): Promise<string> {
  const request = await requestCode("shop", who.id, "case", { email: "ada@example.com" });
  if (!request.ok) throw new Error(request.because);
  await database.commit(request.writes);
  const issued = await issueCode("shop", request.codeId, mailbox.id);
  if (!issued) throw new Error("no code");
  return issued.digits;
}
const wrong = (digits: string, n = 0) => String((Number(digits) + 1 + n) % 1_000_000).padStart(6, "0");
const proofs = () => database.prisma.evidence.count({ where: { strength: "proof" } });

test("a million guesses hit as often as chance has it, and a code takes five of them", async () => {
  const guesses = howMany(1_000_000, 5_000);
  // What the check compares: the digits of a fresh code against a guess, five for each code.
  let hits = 0;
  for (let code = 0; code < guesses / 5; code += 1) {
    const digits = digitsOf(newId());
    for (let n = 0; n < 5; n += 1) if (String((code * 5 + n) % 1_000_000).padStart(6, "0") === digits) hits += 1;
  }
  const expected = guesses / 1_000_000;
  // Six times the spread of chance above what is expected.
  expect(hits).toBeLessThanOrEqual(expected + 6 * Math.sqrt(expected) + 1);

  // Through the real check: however many are tried, five count for each code.
  const tries = howMany(2_000, 60);
  const digits = await askForCode();
  const answers: string[] = [];
  for (let n = 0; n < tries; n += 1) answers.push(await checkCode("shop", phone.id, ["case"], wrong(digits, n)));
  expect(answers.slice(0, 5)).toEqual(["wrong", "wrong", "wrong", "wrong", "locked"]);
  expect(new Set(answers.slice(5))).toEqual(new Set(["locked"]));
  expect(await checkCode("shop", phone.id, ["case"], digits)).toBe("locked");
  expect(await proofs()).toBe(0);
  record("T13", guesses + tries, 0);
});

test("digits are spread evenly and do not follow from one another", () => {
  const codes = howMany(200_000, 2_000);
  const counts = Array.from({ length: 60 }, () => 0);
  for (let n = 0; n < codes; n += 1)
    for (const [place, digit] of [...digitsOf(newId())].entries())
      counts[place * 10 + Number(digit)] = (counts[place * 10 + Number(digit)] ?? 0) + 1;
  const spread = 6 * Math.sqrt(codes / 10);
  for (const count of counts) expect(Math.abs(count - codes / 10)).toBeLessThan(spread);
});

test("a hundred guesses at once on the last try consume one try", async () => {
  const digits = await askForCode();
  for (let n = 0; n < 4; n += 1) await checkCode("shop", phone.id, ["case"], wrong(digits, n));
  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, (_, n) => checkCode("shop", phone.id, ["case"], n === 50 ? digits : wrong(digits, n))),
  );
  const answered = outcomes.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  // One of them has the last try; the right digits may be that one, and no second.
  expect(answered.filter((one) => one === "proven").length).toBeLessThanOrEqual(1);
  const row = await database.prisma.oneTimeCode.findFirstOrThrow();
  expect(row.triesLeft).toBe(0);
  expect(await proofs()).toBeLessThanOrEqual(1);
  record("T13", 100, 0);
});

test("the right digits prove once, however many send them at the same moment", async () => {
  const digits = await askForCode();
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => checkCode("shop", phone.id, ["case"], digits)));
  expect(outcomes.filter((one) => one.status === "fulfilled" && one.value === "proven").length).toBe(1);
  expect(await proofs()).toBe(1);
  for (let n = 0; n < 20; n += 1) expect(await checkCode("shop", phone.id, ["case"], digits)).not.toBe("proven");
  record("T13", 39, 0);
});

test("a code read out to somebody else proves nothing for him", async () => {
  const digits = await askForCode();
  const others = await Promise.all(["ig-2", "ig-3", "ig-4"].map((id) => ensureIdentity("shop", "instagram", id)));
  for (const other of others) expect(await checkCode("shop", other.id, ["case"], digits)).toBe("none");
  // Not even when he has a code of his own under way for the same mailbox.
  const [thief] = others;
  if (thief) await askForCode(thief);
  expect(await checkCode("shop", thief?.id ?? "", ["case"], digits)).toBe("wrong");
  expect(await checkCode("other-shop", phone.id, ["case"], digits)).toBe("none");
  expect(await proofs()).toBe(0);
  record("T13", 5, 0);
});

test("ten minutes early or late it is worth nothing; our own clock may be wrong by less", async () => {
  const digits = await askForCode();
  for (const offset of [minutes(10) + 1, minutes(60), minutes(60 * 24), -minutes(10) - 1]) {
    setClockOffset(offset);
    expect(await checkCode("shop", phone.id, ["case"], digits)).toBe("none");
  }
  setClockOffset(minutes(9));
  expect(await checkCode("shop", phone.id, ["case"], digits)).toBe("proven");
  record("T13", 4, 0);
});

test("codes asked for without end: five an hour for who asks, five an hour for who receives", async () => {
  const floods = howMany(1_000, 40);
  let sent = 0;
  for (let n = 0; n < floods; n += 1) {
    // Every fifth try a new visitor.
    const asker = await ensureIdentity("shop", "widget", `visitor-${Math.floor(n / 5)}`);
    const request = await requestCode("shop", asker.id, "case", { email: "ada@example.com" });
    if (!request.ok) continue;
    await database.commit(request.writes);
    if (await issueCode("shop", request.codeId, mailbox.id)) sent += 1;
  }
  expect(sent).toBe(5);
  let granted = 0;
  for (let n = 0; n < floods; n += 1) {
    const request = await requestCode("shop", phone.id, "case", { email: `someone-${n}@example.com` });
    if (request.ok) granted += 1;
    if (request.ok) await database.commit(request.writes);
  }
  expect(granted).toBe(5);
  record("T13", floods * 2, 0);
});
