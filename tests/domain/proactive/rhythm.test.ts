import { expect, test } from "vitest";
import { hoursToRemind } from "#app/domain/proactive/remind.ts";
import { mayBeginAt } from "#app/domain/proactive/rhythm.ts";
import { defaultProactive, proactiveToForm, readProactive, readProactiveForm } from "#app/domain/proactive/settings.ts";

const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const night = { from: 21, to: 8 };
const berlin = "Europe/Berlin";

test("one a day, three a week: the first moment at which both leave room", () => {
  const now = at("26T12:00");
  expect(mayBeginAt([], null, berlin, now)).toEqual(now);
  expect(mayBeginAt([at("26T10:00")], null, berlin, now)).toEqual(at("27T10:00"));
  expect(mayBeginAt([at("25T11:00")], null, berlin, now)).toEqual(now);
  expect(mayBeginAt([at("25T11:00"), at("23T11:00"), at("21T11:00")], null, berlin, now)).toEqual(at("28T11:00"));
  expect(mayBeginAt([at("26T11:00"), at("23T11:00"), at("20T11:00")], null, berlin, now)).toEqual(at("27T11:00"));
});

test.each([
  ["26T19:59", "26T19:59"],
  ["26T20:00", "27T07:00"],
  ["26T23:30", "27T07:00"],
  ["27T06:59", "27T07:00"],
  ["27T07:00", "27T07:00"],
])("from nine to eight by the shop's clock: %s waits until %s", (asked, begins) => {
  expect(mayBeginAt([], night, berlin, at(asked))).toEqual(at(begins));
});

test("quiet hours within a day, in zones off by half an hour, and in the night the clocks go back", () => {
  expect(mayBeginAt([], { from: 12, to: 14 }, "Asia/Kolkata", at("26T07:00"))).toEqual(at("26T08:30"));
  expect(mayBeginAt([], night, berlin, new Date("2026-10-24T23:30:00Z"))).toEqual(new Date("2026-10-25T07:00:00Z"));
});

test("the cap may end in the quiet hours: both are waited for", () => {
  expect(mayBeginAt([at("25T21:00")], night, berlin, at("26T12:00"))).toEqual(at("27T07:00"));
});

test("a reminder comes while free text may still be sent", () => {
  expect([hoursToRemind(24, 24), hoursToRemind(4, 24), hoursToRemind(48, 24), hoursToRemind(48, null)]).toEqual([23, 4, 23, 48]);
});

test("settings: what cannot be read is as at the beginning, and the form gives back what it shows", () => {
  expect(readProactive({})).toEqual(defaultProactive);
  expect(readProactive({ trouble: "yes", reminderHours: -1, quiet: { from: 25, to: 8 } })).toEqual({ ...defaultProactive, trouble: false });
  for (const settings of [defaultProactive, { trouble: false, reminderHours: null, quiet: null, pointer: false }])
    expect(readProactiveForm(proactiveToForm(settings))).toEqual({ ok: true, settings });
});

test.each([
  [{ reminderHours: "0" }, "reminderHours"],
  [{ reminderHours: "1.5" }, "reminderHours"],
  [{ quietFrom: "24", quietTo: "8" }, "quietFrom"],
  [{ quietFrom: "21" }, "quietTo"],
  [{ quietFrom: "8", quietTo: "8" }, "quietTo"],
])("%o is sent back with a word at %s", (change, field) => {
  const form = { ...proactiveToForm({ trouble: true, reminderHours: 24, quiet: null, pointer: true }), ...change };
  expect(readProactiveForm(form)).toMatchObject({ ok: false, problems: { [field]: expect.any(String) } });
});
