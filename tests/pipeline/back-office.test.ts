import { afterAll, beforeAll, expect, test } from "vitest";
import { moneyOut } from "#app/domain/returns/back-office.ts";
import { shopByDomain } from "#app/domain/shops/shop.server.ts";
import { deskOfCase, hashOfBooking } from "#app/domain/staff/return-desk.server.ts";
import { handBack, takeOver } from "#app/domain/staff/take-over.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { runStaffAction } from "#app/routes/staff-actions.server.ts";
import { approveReturn, declineReturn, refundReturn } from "#sandbox/shopify/merchant.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import type { Browser } from "#tests/vendor-faults/browser.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { beforeTheYes, createShopper, times, withReturn } from "#tests/vendor-faults/people.ts";

let house: House;
beforeAll(async () => {
  house = await House.open({ mailbox: true });
});
afterAll(() => house.close());

const shop = async () => (await shopByDomain(house.shopDomain)) ?? expect.fail("no shop");
const caseOf = (order: OrderRecord) => house.database.prisma.case.findFirstOrThrow({ where: { orderId: order.id, flow: "return" } });
const effectsOf = async (order: OrderRecord) =>
  house.database.prisma.effect.findMany({
    where: { caseId: (await caseOf(order)).id, actor: { not: null } },
    orderBy: { createdAt: "asc" },
  });
const returnOf = (order: OrderRecord) => order.returns[0] ?? expect.fail("no return");
const calls = (operation: string, order: OrderRecord) =>
  house.history.of("shopify", operation).filter((entry) => entry.detail.orderName === order.name);
const last = async (browser: Browser) => (await browser.shown()).at(-1)?.text ?? "";
const receiptsTo = (order: OrderRecord) =>
  house.history
    .of("mail", "mail-accepted")
    .filter((entry) => entry.detail.to === order.email && String(entry.detail.subject).includes(returnOf(order).name));

/** What staff see now, as the page asks for it. */
async function see(order: OrderRecord, disposition = "RESTOCKED", quantity?: number) {
  const row = await caseOf(order);
  const lines = returnOf(order).lines.map((line) => ({ lineId: line.id, quantity: quantity ?? line.units.length, disposition }));
  const desk = await deskOfCase(await shop(), row.id, { lines, sent: [] });
  if (!desk) return expect.fail("no desk");
  return { caseId: row.id, desk, lines: lines.map((line) => `${line.lineId}*${line.quantity}*${line.disposition}`).join(",") };
}

async function press(form: Record<string, string>) {
  const row = await house.database.prisma.case.findFirst({ where: { id: form.caseId ?? "" } });
  return runStaffAction(await shop(), row?.identityId ?? "", form, "Sam");
}

async function carriedOut(): Promise<void> {
  await house.advance(11_000);
  await house.rest();
  await house.rest();
}

test("while the assistant is paused, what staff did is told, and nothing else", async () => {
  const { browser, order } = await withReturn(house);
  await house.database.commit([update("Shop", { id: await house.shopId() }, { assistantPaused: true })]);
  const { caseId, desk } = await see(order);
  await press({ intent: "return-approve", caseId, seen: desk.hash });
  await carriedOut();
  await house.advance(11 * 60_000);
  expect(times(await browser.words(), /is approved/)).toBe(1);
  const before = (await browser.shown()).length;
  await browser.say("How long does it take?");
  await house.rest();
  await house.rest();
  expect(await browser.shown()).toHaveLength(before);
  await house.database.commit([update("Shop", { id: await house.shopId() }, { assistantPaused: false })]);
});

test("staff approve a request: once at Shopify after ten seconds, told once, audited with who and why", async () => {
  const { browser, order } = await withReturn(house);
  const { caseId, desk } = await see(order);
  expect(await press({ intent: "return-approve", caseId, seen: desk.hash, reason: "Looks right" })).toMatchObject({ ok: true });
  await house.rest();
  expect(calls("returnApproveRequest", order)).toHaveLength(0);
  await carriedOut();
  expect(calls("returnApproveRequest", order)).toMatchObject([{ detail: { input: { notifyCustomer: false } } }]);
  expect(returnOf(order).status).toBe("OPEN");
  await house.advance(11 * 60_000);
  expect(times(await browser.words(), /is approved/)).toBe(1);
  const audits = await house.database.prisma.audit.findMany({ where: { detail: { path: "$.caseId", equals: caseId }, actor: "Sam" } });
  expect(audits.map((one) => one.action)).toEqual(["effect.planned", "effect.done"]);
  expect(audits[1]?.detail).toMatchObject({ kind: "return-approve", reason: "Looks right", result: { status: "OPEN" } });
});

test("staff decline with a reason and a note, which the shopper reads", async () => {
  const { browser, order } = await withReturn(house);
  const { caseId, desk } = await see(order);
  const note = "The seal of the box was broken.";
  await press({ intent: "return-decline", caseId, seen: desk.hash, declineReason: "OTHER", note });
  await carriedOut();
  expect(returnOf(order)).toMatchObject({ status: "DECLINED", decline: { reason: "OTHER", note } });
  expect(await last(browser)).toContain(note);
  expect(times(await browser.words(), /declined/)).toBe(1);
});

test("staff receive and book: the sum that was shown goes back to the payment, and the shopper hears of it once", async () => {
  const { browser, order } = await withReturn(house);
  house.shopify.store.quietly(() => approveReturn(house.shopify.store, returnOf(order).name));
  const { caseId, desk, lines } = await see(order);
  const seen = hashOfBooking(desk, moneyOut(desk.suggested, "original", desk.agreed)) ?? "";
  expect(desk.suggested?.amount).toEqual({ amount: "129.00", currencyCode: "EUR" });
  expect(await press({ intent: "return-process", caseId, seen, lines, money: "original" })).toMatchObject({ ok: true });
  await carriedOut();
  expect(order.refunds).toHaveLength(1);
  expect(order.refunds[0]).toMatchObject({ note: expect.stringMatching(/\[ref [0-9a-f]{8}\]/), returnId: returnOf(order).id });
  expect(returnOf(order).lines[0]?.processed[0]?.disposition).toBe("RESTOCKED");
  expect(calls("returnProcess", order)).toMatchObject([{ detail: { input: { notifyCustomer: false } } }]);
  await house.advance(11 * 60_000);
  expect(times(await browser.words(), /refunded €129\.00/)).toBe(1);
  expect((await effectsOf(order)).map((one) => one.state)).toEqual(["done"]);
});

test("what changed in Shopify since staff looked is not done, before and after it was planned", async () => {
  const { browser, order } = await withReturn(house);
  const { store } = house.shopify;
  const { caseId, desk } = await see(order);
  expect(await press({ intent: "return-approve", caseId, seen: "0".repeat(64) })).toMatchObject({ ok: false, problem: /had changed/ });
  await press({ intent: "return-approve", caseId, seen: desk.hash });
  store.quietly(() => declineReturn(store, returnOf(order).name, "FINAL_SALE"));
  await carriedOut();
  expect(calls("returnApproveRequest", order)).toHaveLength(0);
  expect((await effectsOf(order))[0]).toMatchObject({ state: "failed", error: "changed" });
  expect(times(await browser.words(), /is approved/)).toBe(0);
});

test("stopped within its ten seconds it is never sent, and may be decided anew", async () => {
  const { browser, order } = await withReturn(house);
  const { caseId, desk } = await see(order);
  await press({ intent: "return-approve", caseId, seen: desk.hash });
  const [planned] = await effectsOf(order);
  expect(await press({ intent: "return-cancel", caseId, seen: desk.hash })).toMatchObject({ ok: false });
  expect(await press({ intent: "stop-effect", caseId, effectId: planned?.id ?? "" })).toMatchObject({ ok: true });
  await carriedOut();
  expect(calls("returnApproveRequest", order)).toHaveLength(0);
  expect(times(await browser.words(), /is approved/)).toBe(0);
  await press({ intent: "return-approve", caseId, seen: desk.hash });
  await carriedOut();
  expect(calls("returnApproveRequest", order)).toHaveLength(1);
  const [, again] = await effectsOf(order);
  expect(await press({ intent: "stop-effect", caseId, effectId: again?.id ?? "" })).toMatchObject({ ok: false, problem: /too late/ });
});

test("pressed twice at once it is done once, and money that staff in Shopify paid meanwhile is not paid again", async () => {
  const { browser, order } = await withReturn(house);
  const { store } = house.shopify;
  store.quietly(() => approveReturn(store, returnOf(order).name));
  const { caseId, desk, lines } = await see(order);
  const seen = hashOfBooking(desk, moneyOut(desk.suggested, "original", desk.agreed)) ?? "";
  const form = { intent: "return-process", caseId, seen, lines, money: "original" };
  await Promise.all([press(form), press(form)]);
  expect(await effectsOf(order)).toHaveLength(1);
  refundReturn(store, returnOf(order).name);
  await carriedOut();
  expect(order.refunds).toHaveLength(1);
  expect((await effectsOf(order))[0]).toMatchObject({ state: "failed", error: "changed" });
  expect(times(await browser.words(), /refunded €129\.00/)).toBe(1);
});

test("what is done is confirmed once by e-mail", async () => {
  const { order } = await withReturn(house);
  const before = receiptsTo(order).length;
  const { caseId, desk } = await see(order);
  await press({ intent: "return-approve", caseId, seen: desk.hash });
  await carriedOut();
  await house.advance(11 * 60_000);
  expect(receiptsTo(order).length - before).toBe(1);
});

test("another shop's staff find neither the return nor what is planned about it", async () => {
  const { order } = await withReturn(house);
  const { caseId, desk } = await see(order);
  await press({ intent: "return-approve", caseId, seen: desk.hash });
  const [planned] = await effectsOf(order);
  const stranger = { ...(await shop()), id: "another-shop" };
  expect(await runStaffAction(stranger, "x", { intent: "return-approve", caseId, seen: desk.hash }, "Eve")).toBeNull();
  expect(await runStaffAction(stranger, "x", { intent: "stop-effect", effectId: planned?.id ?? "" }, "Eve")).toBeNull();
  await carriedOut();
  expect(calls("returnApproveRequest", order)).toHaveLength(1);
});

/** An open return, and the desk as staff see it. */
async function withOpenReturn() {
  const { browser, order } = await withReturn(house);
  approveReturn(house.shopify.store, returnOf(order).name);
  await house.rest();
  await house.rest();
  return { browser, order, ...(await see(order)) };
}

test("a return is closed, opened again and cancelled as Shopify allows, each told once", async () => {
  const { browser, order, caseId } = await withOpenReturn();
  for (const [intent, status] of [
    ["return-close", "CLOSED"],
    ["return-reopen", "OPEN"],
    ["return-close", "CLOSED"],
    ["return-reopen", "OPEN"],
    ["return-cancel", "CANCELED"],
  ] as const) {
    const { desk } = await see(order);
    expect(await press({ intent, caseId, seen: desk.hash }), intent).toMatchObject({ ok: true });
    await carriedOut();
    expect(returnOf(order).status).toBe(status);
  }
  await house.advance(11 * 60_000);
  const words = await browser.words();
  expect([times(words, /finished and closed/), times(words, /opened return/), times(words, /was cancelled/)]).toEqual([2, 2, 1]);
  const { desk } = await see(order);
  expect(await press({ intent: "return-reopen", caseId, seen: desk.hash })).toMatchObject({ ok: false, problem: /not closed/ });
});

test("what was inspected or paid back cannot be cancelled any more: it is refused here, and nothing is asked of Shopify", async () => {
  const { order, caseId } = await withOpenReturn();
  const { store } = house.shopify;
  refundReturn(store, returnOf(order).name);
  await house.rest();
  const closed = await see(order);
  await press({ intent: "return-reopen", caseId, seen: closed.desk.hash });
  await carriedOut();
  const { desk } = await see(order);
  expect(await press({ intent: "return-cancel", caseId, seen: desk.hash })).toMatchObject({ ok: false, problem: /no longer allows/ });
  expect(calls("returnCancel", order)).toHaveLength(0);
});

test("one of two items is taken out, and the last one never", async () => {
  const { customerId, order } = createShopper(house, { quantity: 2 });
  const browser = await house.browser(customerId);
  await browser.say(`I want to return both dresses of ${order.name}, they are too small`);
  await house.rest();
  await browser.tap(/Return for/);
  await house.rest();
  approveReturn(house.shopify.store, returnOf(order).name);
  await house.rest();
  const line = returnOf(order).lines[0] ?? expect.fail("no line");
  const { caseId, desk } = await see(order);
  const form = { intent: "return-remove", caseId, lineId: line.id, quantity: "1" };
  expect(await press({ ...form, quantity: "2", seen: desk.hash })).toMatchObject({ ok: false, problem: /Cancel the return/ });
  await press({ ...form, seen: desk.hash });
  await carriedOut();
  expect(line.units).toHaveLength(1);
  expect(times(await browser.words(), /took an item out/)).toBe(1);
  const after = await see(order);
  expect(await press({ ...form, seen: after.desk.hash })).toMatchObject({ ok: false, problem: /Cancel the return/ });
});

test("money goes to store credit where staff choose so, and nothing is paid for what was not in the parcel", async () => {
  const credit = await withOpenReturn();
  const seen = hashOfBooking(credit.desk, moneyOut(credit.desk.suggested, "store-credit", credit.desk.agreed)) ?? "";
  await press({ intent: "return-process", caseId: credit.caseId, seen, lines: credit.lines, money: "store-credit" });
  await carriedOut();
  expect(calls("returnProcess", credit.order)).toMatchObject([
    {
      detail: {
        input: {
          financialTransfer: {
            issueRefund: { orderTransactions: [], refundMethods: [{ storeCreditRefund: { amount: { amount: "129.00" } } }] },
          },
        },
      },
    },
  ]);
  expect(await last(credit.browser)).toMatch(/€129\.00 in store credit/);

  const { order, caseId } = await withOpenReturn();
  const missing = await see(order, "MISSING");
  expect(missing.desk.suggested).toBeNull();
  const none = hashOfBooking(missing.desk, null) ?? "";
  await press({ intent: "return-process", caseId, seen: none, lines: missing.lines, money: "none" });
  await carriedOut();
  expect(order.refunds).toHaveLength(0);
  expect(returnOf(order).lines[0]?.processed[0]?.disposition).toBe("MISSING");
  expect((await effectsOf(order))[0]).toMatchObject({ state: "done" });
});

test.each(["lost-reply", "reset"] as const)("an answer that never comes pays once: %s", async (how) => {
  const { order, caseId, desk, lines } = await withOpenReturn();
  const seen = hashOfBooking(desk, moneyOut(desk.suggested, "original", desk.agreed)) ?? "";
  await press({ intent: "return-process", caseId, seen, lines, money: "original" });
  house.shopify.faults.add("returnProcess", { kind: how });
  await carriedOut();
  for (let tries = 0; tries < 12; tries += 1) await house.advance(60_000);
  expect(order.refunds).toHaveLength(1);
  expect((await effectsOf(order))[0]).toMatchObject({ state: "done" });
});

test("what staff do is told while they have the case, and the case stays theirs", async () => {
  const { browser, order, caseId } = await withOpenReturn();
  const row = await caseOf(order);
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { id: row.identityId } });
  await takeOver((await shop()).id, identity.conversationId, "Sam");
  const { desk } = await see(order);
  await press({ intent: "return-close", caseId, seen: desk.hash });
  await carriedOut();
  expect(times(await browser.words(), /finished and closed/)).toBe(1);
  expect(await caseOf(order)).toMatchObject({ owner: "staff", assignee: "Sam" });
});

test("the assistant's own change, stopped before it is tried, is told honestly and goes to a person; the yes may be given anew", async () => {
  const { browser, order } = await beforeTheYes(house);
  const row = await caseOf(order);
  const identity = await house.database.prisma.identity.findFirstOrThrow({ where: { id: row.identityId } });
  // The request has to wait for Shopify, and a person is faster.
  house.shopify.faults.add("returnRequest", { kind: "throttle" }, 4);
  await browser.tap(/Return for/);
  await house.idle();
  const planned = await house.database.prisma.effect.findFirstOrThrow({ where: { caseId: row.id, state: "planned" } });
  expect(await press({ intent: "stop-effect", caseId: row.id, effectId: planned.id })).toMatchObject({ ok: true });
  house.shopify.faults.clear();
  await carriedOut();
  expect(order.returns).toHaveLength(0);
  expect(await last(browser)).toMatch(/stopped this before it was carried out. Nothing was changed/);
  expect(await caseOf(order)).toMatchObject({ owner: "staff", escalation: "stopped" });
  await handBack((await shop()).id, identity.conversationId, "Sam");
  await browser.say("where is my return?");
  await house.rest();
  await browser.tap(/Return for/);
  await carriedOut();
  expect(order.returns).toHaveLength(1);
});
