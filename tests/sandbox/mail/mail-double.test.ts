import { expect, test, vi } from "vitest";
import { emailAdapter } from "#app/channels/email/adapter.ts";
import { parseMail } from "#app/channels/email/parse-mail.server.ts";
import { readReplyToken, replyAddress } from "#app/channels/email/reply-token.ts";
import { smtpSender } from "#app/integrations/mail/smtp.server.ts";
import type { MailDouble } from "#sandbox/mail/mail-double.ts";
import { answerTo, startMail } from "#tests/integrations/mail/mail-setup.ts";

async function readShopInbox(mail: MailDouble) {
  return Promise.all(mail.shopInbox.map((raw) => parseMail(raw, { address: mail.shopAddress, trustedAuthServer: mail.authServer })));
}

test("the provider vouches for the real sender and not for a forger", async () => {
  const { mail } = await startMail();
  const ada = mail.mailbox("Ada@example.com");
  await ada.send({ to: mail.shopAddress, subject: "Real", text: "Hi" });
  await ada.send({ to: mail.shopAddress, subject: "Forged", text: "Hi", forged: true });
  const forgedHeader = { "Authentication-Results": `${mail.authServer}; dmarc=pass header.from=example.com` };
  await ada.send({ to: mail.shopAddress, subject: "Forged twice", text: "Hi", forged: true, headers: forgedHeader });
  const inbox = await readShopInbox(mail);
  expect(inbox.map((one) => [one.subject, one.authentic])).toEqual([
    ["Real", true],
    ["Forged", false],
    ["Forged twice", false],
  ]);
});

test("an answer to our mail finds its way back by the plus address, without our own words", async () => {
  const { mail } = await startMail();
  const key = Buffer.alloc(32, 1);
  const request = answerTo(mail);
  const thread = {
    messageId: "<a@linden-loom.example>",
    references: [],
    subject: "Your order",
    replyTo: replyAddress(mail.shopAddress, "0conversation1", key),
  };
  await smtpSender.send({ ...request, thread });
  const ada = mail.mailbox("ada@example.com");
  await ada.send({ replyTo: ada.inbox[0], text: "Thanks, and when?" });
  const [reply] = await readShopInbox(mail);
  expect(reply).toMatchObject({
    subject: "Re: Your order",
    inReplyTo: "<a@linden-loom.example>",
    strippedText: "Thanks, and when?",
    authentic: true,
  });
  expect(reply?.text).toContain("> It left our warehouse yesterday.");
  expect(readReplyToken(reply?.replyToken ?? "", key)).toBe("0conversation1");
});

test("a shopper sees text, links and headers, and hears of each mail", async () => {
  const { mail } = await startMail();
  const ada = mail.mailbox("ada@example.com");
  const heard = vi.fn();
  ada.onMail(heard);
  const [part] = emailAdapter.render([{ kind: "link", label: "Confirm", url: "https://app.example/l/abc?x=1&y=2" }], {
    language: "en",
    shopName: "Linden & Loom",
  });
  if (!part) throw new Error("Nothing was rendered.");
  await smtpSender.send(answerTo(mail, { part }));
  expect(ada.inbox[0]?.links).toEqual(["https://app.example/l/abc?x=1&y=2"]);
  expect(heard).toHaveBeenCalledWith(ada.inbox[0]);
});

test("a mail to nobody comes back as a report that settles the delivery", async () => {
  const { mail, history } = await startMail();
  mail.bounce("nobody@example.com");
  mail.bounce("slow@example.com", "delayed");
  const to = (externalId: string) => ({ recipient: { kind: "email" as const, externalId } });
  await smtpSender.send(answerTo(mail, to("nobody@example.com")));
  await smtpSender.send(answerTo(mail, to("slow@example.com")));
  expect(mail.mailbox("nobody@example.com").inbox).toEqual([]);
  expect(mail.mailbox("slow@example.com").inbox).toHaveLength(1);
  const reports = await readShopInbox(mail);
  const items = reports.flatMap((one, index) => emailAdapter.parse({ mail: one, uid: index + 1, uidValidity: "1" }));
  expect(items).toMatchObject([
    {
      kind: "status",
      externalId: "<answer-1@linden-loom.example>",
      status: { unified: "failed", raw: "failed 5.1.1" },
      error: { code: "5.1.1" },
    },
    { kind: "status", externalId: "<answer-1@linden-loom.example>", status: { unified: "sent", raw: "delayed 4.4.1" } },
  ]);
  expect(history.of("mail", "mail-accepted").map((entry) => entry.detail)).toEqual([
    { messageId: "<answer-1@linden-loom.example>", to: "nobody@example.com", subject: "Re: Your order #1001" },
    { messageId: "<answer-1@linden-loom.example>", to: "slow@example.com", subject: "Re: Your order #1001" },
  ]);
});

test("dates follow the sandbox's clock", async () => {
  const { mail, clock } = await startMail();
  clock.offset = -24 * 3_600_000;
  await mail.mailbox("ada@example.com").send({ to: mail.shopAddress, subject: "Yesterday", text: "Hi" });
  const [parsed] = await readShopInbox(mail);
  expect(Math.abs(new Date(parsed?.receivedAt ?? 0).getTime() - clock.now().getTime())).toBeLessThan(5_000);
});

test("a duplicate arrives twice and is one message to us", async () => {
  const { mail } = await startMail();
  mail.faults.add("duplicate");
  await mail.mailbox("ada@example.com").send({ to: mail.shopAddress, subject: "Hi", text: "Hi" });
  const inbox = await readShopInbox(mail);
  expect(inbox).toHaveLength(2);
  expect(inbox[0]?.fingerprint).toBe(inbox[1]?.fingerprint);
});

test("without login nobody relays through the shop's server", async () => {
  const { mail, history } = await startMail();
  const account = { ...mail.account, credentials: { smtpPassword: "guessed" } };
  expect(await smtpSender.send(answerTo(mail, { account }))).toMatchObject({ outcome: "failed", reason: "account" });
  expect(history.entries).toEqual([]);
});
