import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpenAt, minutesLater, nextOpening, type WorkingHours } from "#app/domain/staff/hours.ts";
import { expectationOf, replyDue, timerOf } from "#app/domain/staff/reply-times.ts";
import { readReplyTimesForm, replyTimesToForm } from "#app/domain/staff/reply-times-form.ts";

const weekday = { from: "09:00", until: "17:00" };
const hours: WorkingHours = {
  week: [weekday, weekday, weekday, weekday, { from: "09:00", until: "13:00" }, null, null],
  holidays: ["2026-12-25"],
};
const berlin = "Europe/Berlin";
const at = (text: string) => new Date(text);

test.each([
  ["2026-11-27T08:30:00+01:00", "2026-11-27T09:00:00+01:00"],
  ["2026-11-27T09:00:00+01:00", "2026-11-27T09:00:00+01:00"],
  ["2026-11-27T12:59:00+01:00", "2026-11-27T12:59:00+01:00"],
  ["2026-11-27T13:00:00+01:00", "2026-11-30T09:00:00+01:00"],
  ["2026-12-24T18:00:00+01:00", "2026-12-28T09:00:00+01:00"],
])("at %s somebody is there next at %s", (now, opens) => {
  expect(nextOpening(hours, at(now), berlin)).toEqual(at(opens));
  expect(isOpenAt(hours, at(now), berlin)).toBe(now === opens);
});

test("the minutes of a reply run only while somebody is there", () => {
  const times = { hours, minutes: { whatsapp: 60 } };
  expect(replyDue(times, "whatsapp", at("2026-11-27T12:30:00+01:00"), berlin)).toEqual(at("2026-11-30T09:30:00+01:00"));
  expect(replyDue(times, "email", at("2026-11-27T12:30:00+01:00"), berlin)).toBeNull();
  expect(replyDue({ minutes: { email: 90 } }, "email", at("2026-11-28T12:00:00Z"), berlin)).toEqual(at("2026-11-28T13:30:00Z"));
});

test("on the day the clocks change the team keeps the clock on the wall", () => {
  const always: WorkingHours = { week: Array.from({ length: 7 }, () => ({ from: "00:00", until: "24:00" })), holidays: [] };
  // 25 October 2026 has 25 hours in Berlin.
  expect(minutesLater(always, at("2026-10-25T00:00:00+02:00"), 25 * 60, berlin)).toEqual(at("2026-10-25T23:00:00Z"));
  const sunday: WorkingHours = { week: [null, null, null, null, null, null, weekday], holidays: [] };
  expect(nextOpening(sunday, at("2026-10-25T00:00:00+02:00"), berlin)).toEqual(at("2026-10-25T09:00:00+01:00"));
});

test("a shopper is told when somebody is there again, or how long it takes, or nothing that is not known", () => {
  const times = { hours, minutes: { widget: 30 } };
  expect(expectationOf(times, "widget", at("2026-11-28T12:00:00Z"), berlin)).toEqual({ kind: "closed", opens: at("2026-11-30T08:00:00Z") });
  expect(expectationOf(times, "widget", at("2026-11-27T09:00:00Z"), berlin)).toEqual({ kind: "open", minutes: 30 });
  expect(expectationOf(times, "email", at("2026-11-27T09:00:00Z"), berlin)).toBeNull();
  expect(
    expectationOf({ hours: { week: [null, null, null, null, null, null, null], holidays: [] }, minutes: {} }, "email", new Date(), berlin),
  ).toBeNull();
});

test("a timer says what is left, warns, and then how late it is", () => {
  const due = at("2026-11-27T12:00:00Z");
  expect(timerOf(due, at("2026-11-27T11:00:00Z"))).toEqual({ state: "waiting", minutes: 60 });
  expect(timerOf(due, at("2026-11-27T11:45:01Z"))).toEqual({ state: "soon", minutes: 15 });
  expect(timerOf(due, at("2026-11-27T12:00:00Z"))).toEqual({ state: "late", minutes: 0 });
  expect(timerOf(due, at("2026-11-27T13:01:00Z"))).toEqual({ state: "late", minutes: 61 });
});

test("a due time is never outside the hours and never before enough working minutes have passed", () => {
  const moment = fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2027-12-31T00:00:00Z"), noInvalidDate: true });
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 3_000 }),
      fc.constantFrom(berlin, "America/New_York", "Asia/Kolkata"),
      (now, minutes, zone) => {
        const due = minutesLater(hours, now, minutes, zone);
        expect(due).not.toBeNull();
        if (!due) return;
        expect(due.getTime() - now.getTime()).toBeGreaterThanOrEqual(minutes * 60_000);
        expect(isOpenAt(hours, new Date(due.getTime() - 1), zone)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test("what the form says is read back as it was, and each mistake is named", () => {
  const times = { hours: { ...hours, holidays: ["2026-12-24", "2026-12-25"] }, minutes: { widget: 15, email: 1_440 } };
  expect(readReplyTimesForm(replyTimesToForm(times))).toEqual({ ok: true, replyTimes: times });
  expect(readReplyTimesForm({})).toEqual({ ok: true, replyTimes: { minutes: {} } });
  const wrong = { from0: "9", until0: "17:00", from1: "18:00", until1: "17:00", holidays: "2026-02-30", "minutes-email": "0" };
  const read = readReplyTimesForm(wrong);
  expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual(["from0", "holidays", "minutes-email", "until1"]);
  // Without hours nobody has days off: it is said, and not dropped.
  expect(readReplyTimesForm({ holidays: "2026-12-25" })).toMatchObject({
    ok: false,
    problems: { holidays: expect.stringContaining("working hours") },
  });
});
