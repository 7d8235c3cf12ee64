import { expect, test } from "vitest";
import { memberToForm, readMemberForm } from "#app/domain/routing/member-form.ts";
import { readRuleForm, ruleReasons, ruleToForm } from "#app/domain/routing/rule-form.ts";
import { unresolvedBefore } from "#app/domain/routing/unresolved.ts";
import { readLanguages, subjects } from "#app/domain/routing/words.ts";
import { reasonLabels } from "#app/pipeline/assistant/case-words.ts";
import { details, intents } from "#app/pipeline/assistant/model.ts";

test("rules and skills name what the assistant understands, and why it hands over", () => {
  const known = Object.fromEntries(
    intents.filter((one) => one !== "smalltalk").map((one) => [one, [...(details[one as "account"] ?? [])]]),
  );
  // A withdrawal that was stated on the shop's page was never understood.
  expect({ ...known, withdrawal: [] }).toEqual(subjects);
  // What waits for a yes is still the assistant's.
  expect([...ruleReasons, "rule", "vip", "draft-to-approve"].sort()).toEqual(Object.keys(reasonLabels).sort());
});

test("languages are read by name or code, and what is none is named", () => {
  expect(readLanguages("English, de; polish, EN")).toEqual({ codes: ["en", "de", "pl"] });
  expect(readLanguages("English, Klingon")).toMatchObject({ unknown: "Klingon" });
});

test("what is shown of a rule and of a person reads back as the same", () => {
  const rule = {
    id: "r",
    name: "A rule",
    when: {
      about: ["return_start:damaged", "complaint"],
      languages: ["de", "pl"],
      channels: ["widget" as const, "email" as const],
      moods: ["angry" as const],
      reasons: ["asked"],
      tags: ["VIP"],
      minOrders: 3,
      minSpent: 200,
      unresolved: true as const,
    },
    does: { to: { team: "t" }, urgent: true, direct: false },
  };
  const { id: _, ...rest } = rule;
  expect(readRuleForm(ruleToForm(rule), { teamIds: ["t"], memberIds: [] })).toEqual({ ok: true, rule: rest });
  const day = { from: "09:00", until: "17:00" };
  const member = {
    name: "Kim",
    teams: ["t"],
    languages: ["de"],
    channels: ["email" as const],
    intents: ["return_start:damaged"],
    hours: { week: [day, null, null, null, null, null, null], holidays: [] },
    mostOpen: 4,
  };
  const whole = { ...member, id: "kim", away: false, open: 0, lastAssignedAt: null, createdAt: new Date(0) };
  expect(readMemberForm(memberToForm(whole), ["t"])).toEqual({ ok: true, member });
  expect(readMemberForm({ ...memberToForm(whole), from0: "late" }, ["t"])).toMatchObject({
    ok: false,
    problems: { from0: expect.any(String) },
  });
});

test("unsolved is what lies open from another sitting or channel, not what the shopper is in the middle of", () => {
  const at = new Date("2026-11-27T12:00:00Z");
  const ago = (hours: number) => new Date(at.getTime() - hours * 3_600_000);
  const row = (more: object = {}) => ({ id: "c", status: "open", owner: "assistant", updatedAt: ago(0), openedAt: ago(1), ...more });
  const before = (rows: ReturnType<typeof row>[], spokenOn = "widget") =>
    unresolvedBefore(rows, { at, channel: "widget", spokenOn: new Map([["c", spokenOn]]) })?.id;
  expect(before([row()])).toBeUndefined();
  expect(before([row({ updatedAt: ago(2) })])).toBe("c");
  expect(before([row()], "email")).toBe("c");
  expect(before([row({ status: "done", updatedAt: ago(2) })])).toBeUndefined();
  expect(before([row({ owner: "staff", updatedAt: ago(2) })])).toBeUndefined();
  expect(before([row({ status: "abandoned", updatedAt: ago(48), openedAt: ago(50) })])).toBe("c");
  expect(before([row({ status: "abandoned", updatedAt: ago(24 * 20), openedAt: ago(24 * 21) })])).toBeUndefined();
  expect(
    before([row({ id: "newer", status: "done", openedAt: ago(1) }), row({ status: "abandoned", updatedAt: ago(48), openedAt: ago(50) })]),
  ).toBeUndefined();
});
