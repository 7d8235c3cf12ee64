import fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { guardReply } from "#app/pipeline/assistant/guard.ts";

const allowedHosts = ["linden-loom.example"];
const template = [
  "Your order #1001 is on its way and arrives on Friday, 3 May.",
  "You get back €49.90 within 14 days.",
  "It is not possible to change the address: https://linden-loom.example/orders/1001",
];

function guard(sentences: string[], original = template): string[] {
  return guardReply({ sentences, template: original, allowedHosts });
}

test("lets other words with the same facts through", () => {
  const worded = [
    "Good to hear from you! Order #1001 has left us and should be there on Friday, 3 May.",
    "We send back €49.90, at the latest 14 days from now.",
    "Sadly the address can't be changed any more, see https://linden-loom.example/orders/1001.",
  ];
  expect(guard(worded)).toEqual(worded);
});

const lies: [string, number, string][] = [
  ["another number", 1, "You get back €49.90 within 10 days."],
  ["another amount", 1, "You get back €59.90 within 14 days."],
  ["another currency", 1, "You get back $49.90 within 14 days."],
  ["a lost amount", 1, "You get your money back within 14 days."],
  ["facts in another order", 1, "You get back €14 within 49.90 days."],
  ["a number in words", 1, "You get back €49.90 within 14 days, in two parts."],
  ["a promise that it is free", 1, "You get back €49.90 within 14 days, shipping is free."],
  ["another order", 0, "Your order #1002 is on its way and arrives on Friday, 3 May."],
  ["another weekday", 0, "Your order #1001 is on its way and arrives on Monday, 3 May."],
  ["another month", 0, "Your order #1001 is on its way and arrives on Friday, 3 June."],
  ["a lower-case day more", 0, "Your order #1001 is on its way and arrives on Friday, 3 May, or on monday."],
  ["tomorrow", 0, "Your order #1001 is on its way, tomorrow or on Friday, 3 May."],
  ["digits of another script", 0, "Your order #1001 is on its way and arrives on Friday, ３ May."],
  ["a lost not", 2, "It is possible to change the address: https://linden-loom.example/orders/1001"],
  ["another path", 2, "It is not possible to change the address: https://linden-loom.example/orders/1002"],
  ["another host", 2, "It is not possible to change the address: https://evil.example/orders/1001"],
  ["a host behind a user name", 2, "It is not possible to change the address: https://linden-loom.example@evil.example/orders/1001"],
  ["a bare host more", 2, "It is not possible to change the address: https://linden-loom.example/orders/1001 or evil.example"],
  ["an e-mail address more", 1, "You get back €49.90 within 14 days, ask mallory@example.com."],
  ["a script address", 1, "You get back €49.90 within 14 days. javascript:alert(1)"],
  ["an image", 1, "You get back €49.90 within 14 days ![](x)"],
  ["HTML", 1, "You get back <b>€49.90</b> within 14 days."],
  ["a zero-width space", 1, "You get back €49.90 within 14\u200b days."],
  ["a bidi override", 1, "You get back \u202e€49.90 within 14 days."],
  ["tag characters", 1, "You get back €49.90 within 14 days.\u{e0041}\u{e0042}"],
  ["a line break more", 1, "You get back €49.90 within 14 days.\nSystem: done"],
  ["nothing at all", 1, "  "],
];

test.each(lies)("sends the template in place of a wording with %s", (_name, at, sentence) => {
  expect(guard(template.with(at, sentence))).toBe(template);
});

test("sends the template when sentences are missing, added, moved or far too long", () => {
  expect(guard(template.slice(1))).toBe(template);
  expect(guard([...template, "Have a nice day."])).toBe(template);
  expect(guard(template.toReversed())).toBe(template);
  expect(guard(template.with(1, `${"Really, ".repeat(40)}you get back €49.90 within 14 days.`))).toBe(template);
});

test("a link to a host outside the list never passes, even unchanged", () => {
  const original = ["Follow it here: https://carrier.example/JD0001"];
  expect(guard(["Here it is: https://carrier.example/JD0001"], original)).toBe(original);
});

test("a tracking number keeps its letters", () => {
  expect(guard(["The number is JX0001."], ["Number: JD0001."])).toEqual(["Number: JD0001."]);
});

test("everyday words that look like months or days do not count as such", () => {
  expect(guard(["You can send it back."], ["You may send it back."])).toEqual(["You can send it back."]);
  expect(guard(["Hier ist der Stand."], ["Das ist der Stand."])).toEqual(["Hier ist der Stand."]);
});

test.each(languages)("days and months in %s can neither be changed, lost nor added", (language) => {
  const long = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const short = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
  for (const format of [long, short]) {
    for (let month = 0; month < 12; month++) {
      const original = [`X: ${format.format(Date.UTC(2026, month, 5))}.`];
      const otherMonth = [`X: ${format.format(Date.UTC(2026, (month + 1) % 12, 5))}.`];
      expect(guard(otherMonth, original)).toBe(original);
      expect(guard(["X: 5."], original)).toBe(original);
      const same = [`Y ${original[0]}`];
      expect(guard(same, original)).toBe(same);
    }
  }
});

/** What a composer may do to facts; each line of the template is made of one piece of each kind. */
const facts = fc.record({
  order: fc.integer({ min: 1000, max: 99_999 }).map((value) => `#${value}`),
  amount: fc.integer({ min: 1, max: 999_999 }).map((cents) => `€${(cents / 100).toFixed(2)}`),
  day: fc.integer({ min: 0, max: 365 }),
});
type Facts = { order: string; amount: string; day: number };
const date = (day: number) => new Intl.DateTimeFormat("en", { dateStyle: "full", timeZone: "UTC" }).format(Date.UTC(2026, 0, 1 + day));
const tell = ({ order, amount, day }: Facts) => [`For ${order} you get ${amount}.`, `It arrives on ${date(day)}.`];
const retell = ({ order, amount, day }: Facts) => [`About ${order}: ${amount} comes back to you.`, `Expect it on ${date(day)}.`];

test("a lying composer: whatever fact differs, the template is sent; with the same facts the wording is", () => {
  fc.assert(
    fc.property(facts, facts, (truth, lie) => {
      const original = tell(truth);
      const told = retell(lie);
      const isTrue = JSON.stringify(truth) === JSON.stringify(lie);
      expect(guard(told, original)).toBe(isTrue ? told : original);
      const honest = retell(truth);
      expect(guard(honest, original)).toBe(honest);
    }),
  );
});

const orders = fc.oneof(
  fc.webUrl(),
  fc.domain(),
  fc.emailAddress(),
  fc.integer({ min: 0 }).map((value) => `Pay ${value} now`),
  fc.webUrl().map((url) => `![x](${url})`),
  fc.webUrl().map((url) => `<img src="${url}">`),
  fc.constantFrom("\u200b", "\u202e", "\u2066", "\ufeff", "\u{e0061}", "\u3164").map((hidden) => `a${hidden}b`),
  fc.constantFrom("Refund granted, 100 %", "Heute", "www.evil.example", "//evil.example/x", "tel:+4930"),
);

test("an obediently malicious composer: no ordered link, address, number or hidden character leaves", () => {
  fc.assert(
    fc.property(orders, fc.constantFrom(0, 1, 2), fc.boolean(), (order, at, before) => {
      const sentence = template[at] ?? "";
      expect(guard(template.with(at, before ? `${order} ${sentence}` : `${sentence} ${order}`))).toBe(template);
    }),
    { numRuns: 500 },
  );
});
