import { afterEach, beforeEach, expect, test } from "vitest";
import { findContinueCode, newContinueCode, presentContinueCode } from "#app/domain/identity/continue-code.server.ts";
import { ensureIdentity, findIdentity, type IdentityRow, standing } from "#app/domain/identity/identity.server.ts";
import { addEvidence, withdrawAllEvidence, withdrawEvidence } from "#app/domain/identity/join.server.ts";
import { checkCode, issueCode, requestCode } from "#app/domain/identity/one-time-code.server.ts";
import { newProveLink, redeemProveLink } from "#app/domain/identity/signed-link.server.ts";
import { levelFor } from "#app/domain/identity/standing.ts";
import { setClockOffset } from "#app/platform/clock.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { databaseWithShop } from "#tests/setup/database.ts";

let database: DatabaseHandle;
let phone: IdentityRow;
let mailbox: IdentityRow;
const order = { email: "ada@example.com", phone: undefined, customerId: undefined, processedAt: new Date() };
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

async function askForCode(who = phone): Promise<{ id: string; digits: string }> {
  const request = await requestCode("shop", who.id, "case", { email: "ada@example.com" });
  if (!request.ok) throw new Error(request.because);
  await database.commit(request.writes);
  const issued = await issueCode("shop", request.codeId, mailbox.id);
  if (!issued) throw new Error("no code");
  return { id: request.codeId, digits: issued.digits };
}
const fresh = async (identity: IdentityRow) => (await findIdentity("shop", identity.id)) ?? identity;
const levelNow = async (identity: IdentityRow) => levelFor(await standing(await fresh(identity)), order, new Date());
const other = (digits: string) => (digits === "000000" ? "111111" : "000000");

test("the right code makes one shopper of both identities and unlocks the orders of that address", async () => {
  expect(await levelNow(phone)).toBe("anonymous");
  const { digits } = await askForCode();
  expect(await checkCode("shop", phone.id, ["case"], digits)).toBe("proven");
  expect((await fresh(phone)).conversationId).toBe((await fresh(mailbox)).conversationId);
  expect(await levelNow(phone)).toBe("verified");
});

test("a code works once, for ten minutes, and only for who asked", async () => {
  const stranger = await ensureIdentity("shop", "instagram", "ig-2");
  const { digits } = await askForCode();
  expect(await checkCode("shop", stranger.id, ["case"], digits)).toBe("none");
  setClockOffset(minutes(10) + 1000);
  expect(await checkCode("shop", phone.id, ["case"], digits)).toBe("none");
  setClockOffset(minutes(9));
  expect(await checkCode("shop", phone.id, ["case"], digits)).toBe("proven");
  expect(await checkCode("shop", phone.id, ["case"], digits)).toBe("none");
});

test("five wrong tries lock the code, the right digits included", async () => {
  const { digits } = await askForCode();
  for (let n = 0; n < 4; n += 1) expect(await checkCode("shop", phone.id, ["case"], other(digits))).toBe("wrong");
  expect(await checkCode("shop", phone.id, ["case"], other(digits))).toBe("locked");
  expect(await checkCode("shop", phone.id, ["case"], digits)).toBe("locked");
  expect(await levelNow(phone)).toBe("anonymous");
});

test("a hundred guesses at once share the tries that are left", async () => {
  const { id, digits } = await askForCode();
  const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => checkCode("shop", phone.id, ["case"], other(digits))));
  const answered = outcomes.filter((one) => one.status === "fulfilled" && one.value === "wrong").length;
  expect(answered).toBeLessThanOrEqual(5);
  expect((await database.prisma.oneTimeCode.findUnique({ where: { id } }))?.triesLeft).toBeGreaterThanOrEqual(0);
});

test("a claim with nothing behind it is answered like any other and can never be guessed", async () => {
  const request = await requestCode("shop", phone.id, "case", { email: "nobody@example.com" });
  if (!request.ok) throw new Error(request.because);
  await database.commit(request.writes);
  expect(await checkCode("shop", phone.id, ["case"], "123456")).toBe("wrong");
});

test("at most five codes an hour for who asks and for who receives", async () => {
  for (let n = 0; n < 5; n += 1) await askForCode();
  expect(await requestCode("shop", phone.id, "case", {})).toEqual({ ok: false, because: "too-many" });
  const second = await ensureIdentity("shop", "instagram", "ig-2");
  const request = await requestCode("shop", second.id, "case", { email: "ada@example.com" });
  if (!request.ok) throw new Error(request.because);
  await database.commit(request.writes);
  expect(await issueCode("shop", request.codeId, mailbox.id)).toBeNull();
});

test("digits are kept as a keyed hash only", async () => {
  const { id, digits } = await askForCode();
  const row = JSON.stringify(await database.prisma.oneTimeCode.findUnique({ where: { id } }), (_key, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  expect(row).not.toContain(digits);
});

test("proof runs out after 180 days, and a changed number drops it at once", async () => {
  const { digits } = await askForCode();
  await checkCode("shop", phone.id, ["case"], digits);
  setClockOffset(minutes(60 * 24 * 181));
  expect(await levelNow(phone)).toBe("anonymous");
  setClockOffset(0);
  expect(await levelNow(phone)).toBe("verified");
  await withdrawAllEvidence("shop", phone.id, "whatsapp:address-changed");
  expect(await levelNow(phone)).toBe("anonymous");
  expect((await fresh(phone)).conversationId).toBe(phone.homeConversationId);
});

test("undoing a join gives both their own conversation back", async () => {
  await addEvidence("shop", { identityId: phone.id, otherId: mailbox.id, kind: "staff", strength: "proof", by: "Kim" });
  const [older] = [phone.homeConversationId, mailbox.homeConversationId].sort();
  expect((await fresh(mailbox)).conversationId).toBe(older);
  expect((await fresh(phone)).conversationId).toBe(older);
  const edge = await database.prisma.evidence.findFirstOrThrow();
  await withdrawEvidence("shop", edge.id, "Kim");
  expect((await fresh(mailbox)).conversationId).toBe(mailbox.homeConversationId);
  expect((await database.prisma.evidence.findFirstOrThrow()).withdrawnBy).toBe("Kim");
});

test("a phone number that the channel shows gives status of its young orders and nothing more", async () => {
  const whatsapp = await ensureIdentity("shop", "whatsapp", "DE.1");
  const number = await ensureIdentity("shop", "phone", "+4915112345678");
  await addEvidence("shop", { identityId: whatsapp.id, otherId: number.id, kind: "channel-vouches", strength: "vouch", by: "whatsapp" });
  const known = await standing(await fresh(whatsapp));
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const levelOf = (processedAt: Date) => levelFor(known, { phone: "+4915112345678", email: "ada@example.com", processedAt }, new Date());
  expect(levelOf(daysAgo(44))).toBe("channel");
  // Whoever holds the number now may have it from whoever ordered then.
  expect(levelOf(daysAgo(46))).toBe("anonymous");
  expect((await fresh(whatsapp)).conversationId).not.toBe((await fresh(number)).conversationId);
});

test("an address that merely writes is the channel's word; the link in our answer makes it proof", async () => {
  expect(await levelNow(mailbox)).toBe("channel");
  const { token, writes } = newProveLink("shop", mailbox.id, null);
  await database.commit(writes);
  expect(await redeemProveLink(token, true)).toBe(true);
  expect(await redeemProveLink(token, true)).toBe(false);
  expect(await levelNow(mailbox)).toBe("verified");
});

test("an unauthenticated mail's sender has no standing for the address it claims", async () => {
  const forged = await ensureIdentity("shop", "email", "unverified:ada@example.com");
  expect(await levelNow(forged)).toBe("anonymous");
});

test("a continue-here code proves both ends, once, for half an hour", async () => {
  const { code, writes } = newContinueCode("shop", mailbox.id, "case-1");
  await database.commit(writes);
  expect(findContinueCode(`hello ${code.toLowerCase()} thanks`)).toBe(code);
  const outcome = async (shown: string, who: IdentityRow, shop = "shop") =>
    (await presentContinueCode(shop, shown, await fresh(who))).outcome;
  const stranger = await ensureIdentity("shop", "instagram", "ig-2");
  expect(await outcome(code, mailbox)).toBe("unknown");
  expect(await outcome(code, phone, "other-shop")).toBe("unknown");
  expect(await presentContinueCode("shop", code, phone)).toMatchObject({ outcome: "joined", link: { caseId: "case-1" } });
  expect(await outcome(code, stranger)).toBe("unknown");
  expect((await fresh(phone)).conversationId).toBe((await fresh(mailbox)).conversationId);
  const late = newContinueCode("shop", mailbox.id, null);
  await database.commit(late.writes);
  setClockOffset(minutes(31));
  expect(await outcome(late.code, stranger)).toBe("unknown");
});
