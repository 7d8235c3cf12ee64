import fc from "fast-check";
import { expect, test } from "vitest";
import { channelNames } from "#app/channels/message.ts";
import { type Chosen, choosePerson, type Earlier, type Staff } from "#app/domain/routing/choose.ts";
import { hasSkill, type Member, presenceOf, skills } from "#app/domain/routing/members.ts";
import { type CaseFacts, firstRule } from "#app/domain/routing/rules.ts";
import { sayWhy } from "#app/domain/routing/say-why.ts";
import { moods, type Rule } from "#app/domain/routing/settings.ts";

const at = new Date("2026-11-27T10:00:00Z");
const facts: CaseFacts = {
  intent: "return_start",
  detail: "damaged",
  language: "de",
  channel: "whatsapp",
  mood: "calm",
  reason: "asked",
  customer: null,
  unresolved: false,
};
const nobody: Earlier = { holder: null, lastWriter: null };
const plain = { vip: false };

function member(name: string, more: Partial<Member> = {}): Member {
  const empty = { teams: [], languages: [], channels: [], intents: [], hours: null, mostOpen: null, away: false, open: 0 };
  return { id: name.toLowerCase(), name, ...empty, lastAssignedAt: null, createdAt: at, ...more };
}
const staffOf = (...members: Member[]): Staff => ({ members, teams: [{ id: "returns", name: "Returns" }], clock: { at, timeZone: "UTC" } });
const rule = (more: Partial<Rule>): Rule => ({
  id: "r",
  name: "A rule",
  when: {},
  does: { to: null, urgent: false, direct: false },
  ...more,
});
const name = (chosen: Chosen) => chosen.member?.name ?? null;

test("the first rule that holds decides; all that it names must hold, of a list one is enough", () => {
  const rules = [
    rule({ id: "spent", when: { minSpent: 500 } }),
    rule({ id: "french", when: { languages: ["fr"], about: ["return_start"] } }),
    rule({ id: "damage", when: { languages: ["fr", "de"], about: ["return_start:damaged"], channels: ["whatsapp"] } }),
    rule({ id: "all" }),
  ];
  expect(firstRule(rules, facts)?.id).toBe("damage");
  expect(firstRule(rules, { ...facts, detail: "size" })?.id).toBe("all");
  expect(firstRule(rules, { ...facts, customer: { tags: [], orders: 2, spent: 600 } })?.id).toBe("spent");
  expect(firstRule([rule({ when: { tags: ["vip"] } })], { ...facts, customer: { tags: ["VIP"], orders: 1, spent: 1 } })).not.toBeNull();
  expect(firstRule([rule({ when: { reasons: ["asked"] } })], { ...facts, reason: null })).toBeNull();
  expect(firstRule([rule({ when: { unresolved: true } })], facts)).toBeNull();
});

test("a rule's team is asked, and with nobody there the case waits for that team", () => {
  const toReturns = rule({ name: "Damage", does: { to: { team: "returns" }, urgent: true, direct: false } });
  const staff = staffOf(member("Ada"), member("Kim", { teams: ["returns"] }));
  expect(choosePerson(facts, toReturns, plain, nobody, staff)).toMatchObject({ member: { name: "Kim" }, teamId: "returns", urgent: true });
  const none = choosePerson(facts, toReturns, plain, nobody, staffOf(member("Ada"), member("Kim", { teams: ["returns"], away: true })));
  expect(none).toMatchObject({ member: null, teamId: "returns", again: null });
  expect(sayWhy(none.why)).toEqual(["The rule “Damage” holds.", "Nobody is here for it: 1 away. It waits for Returns."]);
});

test("whom the rule names gets it, and while they are away the others", () => {
  const toKim = rule({ does: { to: { member: "kim" }, urgent: false, direct: false } });
  expect(name(choosePerson(facts, toKim, plain, nobody, staffOf(member("Ada"), member("Kim"))))).toBe("Kim");
  const others = choosePerson(facts, toKim, plain, nobody, staffOf(member("Ada"), member("Kim", { away: true })));
  expect(name(others)).toBe("Ada");
  expect(sayWhy(others.why)).toContain("Kim, whom the rule names, is away.");
});

test("whoever has the shopper already keeps them, even with much to do, but not from away", () => {
  const full = { mostOpen: 1, open: 3 };
  const earlier = { holder: "Kim", lastWriter: null };
  expect(name(choosePerson(facts, null, plain, earlier, staffOf(member("Ada"), member("Kim", full))))).toBe("Kim");
  expect(name(choosePerson(facts, null, plain, earlier, staffOf(member("Ada"), member("Kim", { away: true }))))).toBe("Ada");
});

test("a VIP goes to whoever answered them before, if they are here", () => {
  const earlier = { holder: null, lastWriter: "Kim" };
  const ada = member("Ada");
  expect(choosePerson(facts, null, { vip: true }, earlier, staffOf(ada, member("Kim")))).toMatchObject({
    member: { name: "Kim" },
    urgent: true,
  });
  expect(name(choosePerson(facts, null, { vip: true }, earlier, staffOf(ada, member("Kim", { open: 2, mostOpen: 2 }))))).toBe("Ada");
  expect(name(choosePerson(facts, null, plain, earlier, staffOf(ada, member("Kim"))))).toBe("Ada");
});

test("skills narrow down; one that nobody has is let go, one whose people are away is waited for", () => {
  const ada = member("Ada", { languages: ["en"] });
  const kim = member("Kim", { languages: ["de", "en"] });
  expect(name(choosePerson(facts, null, plain, nobody, staffOf(ada, kim)))).toBe("Kim");
  const waits = choosePerson(facts, null, plain, nobody, staffOf(ada, { ...kim, away: true }));
  expect(waits).toMatchObject({ member: null });
  const polish = choosePerson({ ...facts, language: "pl" }, null, plain, nobody, staffOf(ada, kim));
  expect(name(polish)).toBe("Ada");
  expect(sayWhy(polish.why)[0]).toBe("Nobody in question speaks the language, so it was let go.");
});

test("a queue is looked at again when the first of its people begins, and soon where one only has too much", () => {
  const day = { from: "12:00", until: "20:00" };
  const hours = { week: Array.from({ length: 7 }, () => day), holidays: ["2026-11-27"] };
  const later = choosePerson(facts, null, plain, nobody, staffOf(member("Ada", { hours }), member("Kim", { away: true })));
  expect(later.again).toEqual(new Date("2026-11-28T12:00:00Z"));
  const full = choosePerson(facts, null, plain, nobody, staffOf(member("Ada", { hours }), member("Kim", { open: 1, mostOpen: 1 })));
  expect(full.again).toEqual(new Date(at.getTime() + 1_000));
});

const someFacts: fc.Arbitrary<CaseFacts> = fc.record({
  intent: fc.constantFrom("return_start", "order_status", "complaint"),
  detail: fc.constantFrom("damaged", "size", undefined),
  language: fc.constantFrom("en", "de", "fr", "pl"),
  channel: fc.constantFrom(...channelNames),
  mood: fc.constantFrom(...moods),
  reason: fc.constantFrom("asked", "emotion", null),
  customer: fc.option(fc.record({ tags: fc.subarray(["vip", "b2b"]), orders: fc.nat(9), spent: fc.nat(900) })),
  unresolved: fc.boolean(),
}) as fc.Arbitrary<CaseFacts>;
const someHours = fc.option(
  fc.record({
    week: fc.array(fc.option(fc.constantFrom({ from: "08:00", until: "12:00" }, { from: "13:00", until: "24:00" })), {
      minLength: 7,
      maxLength: 7,
    }),
    holidays: fc.subarray(["2026-11-27", "2026-11-30"]),
  }),
);
const someMembers: fc.Arbitrary<Member[]> = fc
  .array(
    fc.record({
      teams: fc.subarray(["returns"]),
      languages: fc.subarray(["en", "de", "fr"]),
      channels: fc.subarray([...channelNames]),
      intents: fc.subarray(["return_start", "order_status:where", "complaint"]),
      hours: someHours,
      mostOpen: fc.option(fc.nat(4)),
      away: fc.boolean(),
      open: fc.nat(5),
      lastAssignedAt: fc.option(fc.date({ min: new Date(0), max: at, noInvalidDate: true })),
    }),
    { maxLength: 7 },
  )
  .map((all) => all.map((one, n) => member(`M${n}`, one as Partial<Member>)));
const someRule = fc.option(
  fc.constantFrom(
    rule({ does: { to: { team: "returns" }, urgent: false, direct: false } }),
    rule({ does: { to: { member: "m0" }, urgent: true, direct: false } }),
    rule({ does: { to: { team: "gone" }, urgent: false, direct: true } }),
  ),
);
const someEarlier = fc.record({ holder: fc.constantFrom("M0", "M1", "Gone", null), lastWriter: fc.constantFrom("M0", "M2", null) });

test("nobody who is away, off hours or has as much as they may is ever given a case; the same facts give the same answer", () => {
  fc.assert(
    fc.property(someFacts, someMembers, someRule, fc.boolean(), someEarlier, (known, members, one, vip, earlier) => {
      const staff = staffOf(...members);
      const chosen = choosePerson(known, one, { vip }, earlier, staff);
      expect(choosePerson(known, one, { vip }, earlier, { ...staff, members: members.toReversed() })).toEqual(chosen);
      expect(sayWhy(chosen.why).every((line) => line.endsWith("."))).toBe(true);
      if (!chosen.member) {
        // Nobody who could take it was passed over.
        const pool =
          one?.does.to && "team" in one.does.to && one.does.to.team === "returns"
            ? members.filter((m) => m.teams.includes("returns"))
            : members;
        const able = pool.filter((m) => skills.every((skill) => hasSkill(m, skill, known)));
        expect(able.some((m) => presenceOf(m, staff.clock) === "here")).toBe(false);
        return;
      }
      const presence = presenceOf(chosen.member, staff.clock);
      if (chosen.member.name === earlier.holder) expect(["here", "full"]).toContain(presence);
      else expect(presence).toBe("here");
    }),
    { numRuns: 5_000 },
  );
});

test("over many cases everybody who can take all of them gets as many as the others, give or take one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 }), fc.nat(8), (people, cases, away) => {
      let members = Array.from({ length: people + away }, (_, n) => member(`M${n}`, { away: n >= people }));
      for (let n = 0; n < cases; n += 1) {
        const { member: next } = choosePerson(facts, null, plain, nobody, staffOf(...members));
        members = members.map((one) =>
          one.id === next?.id ? { ...one, open: one.open + 1, lastAssignedAt: new Date(at.getTime() + n) } : one,
        );
      }
      const given = members.slice(0, people).map((one) => one.open);
      expect(Math.max(...given) - Math.min(...given)).toBeLessThanOrEqual(1);
      expect(given.reduce((sum, one) => sum + one, 0)).toBe(cases);
    }),
    { numRuns: 300 },
  );
});
