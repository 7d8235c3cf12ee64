import { afterEach, beforeEach, expect, test } from "vitest";
import { confirmContinue, newContinueCode, presentContinueCode } from "#app/domain/identity/continue-code.server.ts";
import { ensureIdentity, findIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { addEvidence, refreshProjection, withdrawAllEvidence, withdrawEvidence } from "#app/domain/identity/join.server.ts";
import { checkCode, issueCode, requestCode } from "#app/domain/identity/one-time-code.server.ts";
import { newProveLink, redeemProveLink } from "#app/domain/identity/signed-link.server.ts";
import { now, setClockOffset } from "#app/platform/clock.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { seeded } from "#tests/vendor-faults/chance.ts";
import { howMany, record } from "./record.ts";

let database: DatabaseHandle;
let people: IdentityRow[];
const day = 86_400_000;

beforeEach(open);
afterEach(async () => {
  setClockOffset(0);
  await database.close();
});

async function open(): Promise<void> {
  database = await databaseWithShop();
  const addresses = [
    ["widget", "v1"],
    ["instagram", "ig-1"],
    ["whatsapp", "DE.1"],
    ["email", "ada@example.com"],
    ["email", "eve@example.com"],
    ["instagram", "ig-2"],
    ["phone", "+4915112345678"],
  ] as const;
  people = [];
  for (const [kind, externalId] of addresses) people.push(await ensureIdentity("shop", kind, externalId));
}

/** Who is one shopper by an independent reading: only live proof connects, whatever was claimed or shown. */
async function shouldBe(): Promise<Map<string, string>> {
  const edges = await database.prisma.evidence.findMany();
  const at = now();
  const home = new Map(people.map((one) => [one.id, one.homeConversationId]));
  const live = edges.filter((edge) => edge.strength === "proof" && !edge.withdrawnAt && (!edge.expiresAt || edge.expiresAt > at));
  for (let round = 0; round < people.length; round += 1) {
    for (const { identityId, otherId } of live) {
      const smallest = [home.get(identityId) ?? "", home.get(otherId) ?? ""].sort()[0] ?? "";
      home.set(identityId, smallest);
      home.set(otherId, smallest);
    }
  }
  return home;
}

test("whatever an attacker and everybody else do in whatever order, only proof makes two people one", async () => {
  const events = howMany(100_000, 120);
  let bad = 0;
  const chance = seeded(20261125);
  for (let n = 1; n <= events; n += 1) {
    // Each few hundred events from a clean start, or the graph fills up and every attempt is lost in it.
    if (n % 250 === 0) {
      await database.close();
      setClockOffset(0);
      await open();
    }
    await act(chance);
    for (const one of people) await refreshProjection((await findIdentity("shop", one.id)) ?? one);
    const wanted = await shouldBe();
    for (const one of people) {
      const is = (await findIdentity("shop", one.id))?.conversationId;
      if (is !== wanted.get(one.id)) bad += 1;
      expect(is).toBe(wanted.get(one.id));
    }
  }
  // Everything taken back: everybody is where they began.
  for (const one of people) await withdrawAllEvidence("shop", one.id, "end");
  for (const one of people) expect((await findIdentity("shop", one.id))?.conversationId).toBe(one.homeConversationId);
  record("T7", events, bad);
});

function pick(chance: () => number): IdentityRow {
  const one = people[Math.floor(chance() * people.length)];
  if (!one) throw new Error("nobody");
  return one;
}

async function act(chance: () => number): Promise<void> {
  const [a, b] = [pick(chance), pick(chance)];
  const wait = Math.floor(chance() * 40) * day;
  switch (Math.floor(chance() * 9)) {
    case 0:
      return void (await addEvidence("shop", { identityId: a.id, otherId: b.id, kind: "typed", strength: "claim", by: "shopper" }));
    case 1:
      return void (await addEvidence("shop", {
        identityId: a.id,
        otherId: b.id,
        kind: "channel-vouches",
        strength: "vouch",
        by: "whatsapp",
      }));
    case 2:
      return codeBy(a, b, chance() < 0.5);
    case 3:
      return linkFor(a, b, chance() < 0.5);
    case 4:
      return continueWith(a, b);
    case 5: {
      const edge = await database.prisma.evidence.findFirst({ where: { identityId: a.id, withdrawnAt: null } });
      return edge ? withdrawEvidence("shop", edge.id, "staff") : undefined;
    }
    case 6:
      return chance() < 0.3 ? withdrawAllEvidence("shop", a.id, "number-changed") : undefined;
    case 7:
      return setClockOffset(now().getTime() - Date.now() + wait);
    default:
      return void (await addEvidence("shop", { identityId: a.id, otherId: b.id, kind: "staff", strength: "proof", by: "Kim" }));
  }
}

/** Asks for a code to the other's mailbox and types what it reads there, or guesses. */
async function codeBy(asker: IdentityRow, target: IdentityRow, reads: boolean): Promise<void> {
  const request = await requestCode("shop", asker.id, "case", {});
  if (!request.ok) return;
  await database.commit(request.writes);
  const issued = await issueCode("shop", request.codeId, target.id);
  await checkCode("shop", asker.id, ["case"], reads && issued ? issued.digits : "000001");
}

async function linkFor(mailbox: IdentityRow, claimedBy: IdentityRow, connect: boolean): Promise<void> {
  const { token, writes } = newProveLink("shop", mailbox.id, claimedBy.id);
  await database.commit(writes);
  await redeemProveLink(token, connect);
  expect(await redeemProveLink(token, true)).toBe(false);
}

async function continueWith(from: IdentityRow, to: IdentityRow): Promise<void> {
  const { code, writes } = newContinueCode("shop", from.id, null);
  await database.commit(writes);
  const shown = await presentContinueCode("shop", code, await fresh(to));
  if (shown.outcome === "ask") await confirmContinue("shop", shown.link.id, await fresh(to));
  expect(await presentContinueCode("shop", "OT-AAAAAAAAA", await fresh(to))).toEqual({ outcome: "unknown" });
}

const fresh = async (one: IdentityRow) => (await findIdentity("shop", one.id)) ?? one;
