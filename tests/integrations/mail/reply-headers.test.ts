import { expect, test } from "vitest";
import { capReferences, replySubject } from "#app/integrations/mail/reply-headers.ts";
import { smtpOutcome } from "#app/integrations/mail/smtp-outcome.ts";

test.each([
  ["Your order", "Re: Your order"],
  ["Re: Your order", "Re: Your order"],
  ["RE: AW: Antw: Re[2]: Your order", "Re: Your order"],
  ["RV: TR: Su pedido", "Re: TR: Su pedido"],
  ["Return of a rug", "Re: Return of a rug"],
  ["Reply: yes", "Re: Reply: yes"],
  ["Look at https://evil.example/now", "Re: Look at evil. example/now"],
  ["", "Re:"],
])("%j is answered under %j", (subject, answered) => {
  expect(replySubject(subject)).toBe(answered);
});

test("of a long thread the first and the last nineteen mails are named", () => {
  const ids = Array.from({ length: 60 }, (_, index) => `<${index}@a.example>`);
  expect(capReferences(ids)).toEqual(["<0@a.example>", ...ids.slice(41)]);
  expect(capReferences([...ids.slice(0, 3), "<0@a.example>"])).toEqual(ids.slice(0, 3));
});

test("a number from the server is final even after the message; silence is not", () => {
  const full = { code: "EMESSAGE", command: "DATA", responseCode: 552, response: "552 5.2.2 Mailbox full" };
  expect(smtpOutcome(full, true)).toEqual({ outcome: "failed", reason: "recipient", code: "smtp-552-5.2.2" });
  const spam = { code: "EMESSAGE", command: "DATA", responseCode: 554, response: "554 5.7.1 Looks like spam" };
  expect(smtpOutcome(spam, true)).toEqual({ outcome: "failed", reason: "rejected", code: "smtp-554-5.7.1" });
  const later = { code: "EMESSAGE", command: "DATA", responseCode: 421, response: "421 Closing" };
  expect(smtpOutcome(later, true)).toMatchObject({ outcome: "failed", reason: "unavailable" });
  expect(smtpOutcome({ code: "ECONNECTION", command: "CONN" }, true)).toEqual({ outcome: "unknown", code: "smtp-econnection-after-data" });
  expect(smtpOutcome({ code: "ECONNECTION", command: "CONN" }, false)).toMatchObject({ outcome: "failed", reason: "unavailable" });
});
