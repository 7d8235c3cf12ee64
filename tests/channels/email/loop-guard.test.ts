import { expect, test } from "vitest";
import { type AutomaticAnswer, mayAnswerAutomatically } from "#app/channels/email/loop-guard.ts";

const now = new Date("2026-11-20T12:00:00Z");
const word = (index: number) => String.fromCharCode(97 + (index % 26)).repeat(3 + Math.floor(index / 26));
const answered = (index: number, minutesAgo: number): AutomaticAnswer => ({
  at: new Date(now.getTime() - minutesAgo * 60_000),
  received: `Question ${word(index)}`,
  sent: `Answer ${word(index)}`,
});
const mail = { automatic: false, received: "Where is it?", answer: "On its way." };

test("an automatic mail is never answered", () => {
  expect(mayAnswerAutomatically({ ...mail, automatic: true }, [], now)).toEqual({ allowed: false, because: "automatic" });
});

test("the sixth answer within an hour waits", () => {
  const recent = Array.from({ length: 5 }, (_, index) => answered(index, 10 * index));
  expect(mayAnswerAutomatically(mail, recent, now)).toEqual({ allowed: false, because: "hourly-cap" });
  expect(mayAnswerAutomatically(mail, recent, new Date(now.getTime() + 25 * 60_000))).toEqual({ allowed: true });
});

test("whoever has proven the mailbox is answered at more steps within an hour, and not without end", () => {
  const recent = Array.from({ length: 15 }, (_, index) => answered(index, 3 * index));
  expect(mayAnswerAutomatically({ ...mail, proven: true }, recent.slice(1), now)).toEqual({ allowed: true });
  expect(mayAnswerAutomatically({ ...mail, proven: true }, recent, now)).toEqual({ allowed: false, because: "hourly-cap" });
});

test("the twenty-first answer within a day waits", () => {
  const recent = Array.from({ length: 20 }, (_, index) => answered(index, 61 + index * 60));
  expect(mayAnswerAutomatically(mail, recent, now)).toEqual({ allowed: false, because: "daily-cap" });
  expect(mayAnswerAutomatically(mail, recent.slice(1), now)).toEqual({ allowed: true });
});

test("the same words for the third time are a machine, even with another ticket number", () => {
  const note = (ticket: number) => `Thank you for writing to us. Your request has the number ${ticket}.`;
  const recent = [1, 2].map((ticket) => ({ ...answered(ticket, 90 * ticket), received: note(ticket) }));
  expect(mayAnswerAutomatically({ ...mail, received: note(3) }, recent, now)).toEqual({ allowed: false, because: "repeated-body" });
  expect(mayAnswerAutomatically({ ...mail, received: note(2) }, recent.slice(1), now)).toEqual({ allowed: true });
});

test("a person who says yes at each step is answered at each step", () => {
  const recent = [1, 2, 3].map((step) => ({ ...answered(step, step), received: "Yes" }));
  expect(mayAnswerAutomatically({ ...mail, received: "yes" }, recent, now)).toEqual({ allowed: true });
});
