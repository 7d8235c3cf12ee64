import { createServer } from "node:net";
import { expect, test } from "vitest";
import { createSmtpSender, smtpSender } from "#app/integrations/mail/smtp.server.ts";
import { listeningPort } from "#sandbox/mail/listening-port.ts";
import { answerTo, startMail } from "./mail-setup.ts";

test("an answer arrives in its thread, with both bodies and marked as a machine's", async () => {
  const { mail } = await startMail();
  const outcome = await smtpSender.send(answerTo(mail));
  expect(outcome).toEqual({ outcome: "accepted", externalId: "<answer-1@linden-loom.example>" });
  const [received, ...others] = mail.mailbox("ada@example.com").inbox;
  expect(others).toEqual([]);
  expect(received).toMatchObject({
    messageId: "<answer-1@linden-loom.example>",
    from: "support@linden-loom.example",
    to: "ada@example.com",
    subject: "Re: Your order #1001",
    headers: {
      "in-reply-to": ["<ada-2@example.com>"],
      references: ["<ada-1@example.com> <ours-1@linden-loom.example> <ada-2@example.com>"],
      "reply-to": ["support+c_0abc.abcdefghijklmnop@linden-loom.example"],
      "auto-submitted": ["auto-replied"],
      "x-auto-response-suppress": ["All"],
    },
  });
  expect(received?.text.trim()).toBe("It left our warehouse yesterday.");
  expect(received?.html).toContain("<strong>yesterday</strong>");
});

test("what staff write is no automatic mail", async () => {
  const { mail } = await startMail();
  await smtpSender.send(answerTo(mail, { author: "staff" }));
  const headers = mail.mailbox("ada@example.com").inbox[0]?.headers ?? {};
  expect(headers["auto-submitted"]).toBeUndefined();
  expect(headers["x-auto-response-suppress"]).toBeUndefined();
});

test("a sender without proof is answered at the bare address", async () => {
  const { mail } = await startMail();
  await smtpSender.send(answerTo(mail, { recipient: { kind: "email", externalId: "unverified:ada@example.com" } }));
  expect(mail.mailbox("ada@example.com").inbox).toHaveLength(1);
});

test("a line that dies after the message is unknown, and a later attempt carries the same Message-ID", async () => {
  const { mail, history } = await startMail();
  mail.faults.add("drop-after-data");
  const first = await smtpSender.send(answerTo(mail));
  expect(first).toEqual({ outcome: "unknown", code: expect.stringMatching(/^smtp-.*-after-data$/) });
  expect(await smtpSender.send(answerTo(mail))).toMatchObject({ outcome: "accepted" });
  const ids = history.of("mail", "mail-accepted").map((entry) => entry.detail.messageId);
  expect(ids).toEqual(["<answer-1@linden-loom.example>", "<answer-1@linden-loom.example>"]);
});

test("without a planned Message-ID every attempt of a delivery still has the same one", async () => {
  const { mail, history } = await startMail();
  const request = answerTo(mail, { thread: undefined });
  await smtpSender.send(request);
  await smtpSender.send(request);
  const ids = history.of("mail").map((entry) => entry.detail.messageId);
  expect(ids).toEqual(["<delivery1@linden-loom.example>", "<delivery1@linden-loom.example>"]);
});

test("'later' and 'no such person' are told apart, and neither reaches anyone", async () => {
  const { mail, history } = await startMail();
  mail.faults.add("refuse-451");
  expect(await smtpSender.send(answerTo(mail))).toEqual({
    outcome: "failed",
    reason: "unavailable",
    code: "smtp-451-4.7.1",
    retryAfterMs: 300_000,
  });
  mail.faults.add("refuse-550");
  expect(await smtpSender.send(answerTo(mail))).toEqual({ outcome: "failed", reason: "recipient", code: "smtp-550-5.1.1" });
  expect(history.entries).toEqual([]);
});

test("a wrong password and missing settings are the merchant's to mend", async () => {
  const { mail } = await startMail();
  const account = { ...mail.account, credentials: { smtpPassword: "wrong" } };
  expect(await smtpSender.send(answerTo(mail, { account }))).toMatchObject({ outcome: "failed", reason: "account" });
  expect(await smtpSender.send(answerTo(mail, { account: { ...account, config: {} } }))).toEqual({
    outcome: "failed",
    reason: "account",
    code: "smtp-not-set-up",
  });
});

test("a server that is not there is tried again later", async () => {
  const { mail } = await startMail();
  const account = { ...mail.account, config: { ...mail.account.config, smtpPort: "1" } };
  expect(await smtpSender.send(answerTo(mail, { account }))).toMatchObject({
    outcome: "failed",
    reason: "unavailable",
    retryAfterMs: 60_000,
  });
});

test("a server that falls silent before the message has taken nothing; after it, nobody knows", async () => {
  const { mail } = await startMail();
  const silent = createServer((socket) => {
    socket.on("error", () => {});
  });
  await new Promise<void>((ready) => silent.listen(0, "127.0.0.1", ready));
  const quick = createSmtpSender({ connection: 300, greeting: 300, socket: 300 });
  const account = { ...mail.account, config: { ...mail.account.config, smtpPort: String(listeningPort(silent)) } };
  expect(await quick.send(answerTo(mail, { account }))).toMatchObject({ outcome: "failed", reason: "unavailable" });
  silent.close();
  mail.faults.add("slow", { ms: 900 });
  expect(await quick.send(answerTo(mail))).toMatchObject({ outcome: "unknown" });
});

test("a password never travels in clear beyond this machine", async () => {
  const { mail } = await startMail();
  const account = { ...mail.account, config: { ...mail.account.config, smtpHost: "127.0.0.2" } };
  expect(await smtpSender.send(answerTo(mail, { account }))).toMatchObject({ outcome: "failed" });
});

test.each(["", "nobody", "a@b c", "ada@example.com, ben@example.com", "ada@example.com\r\nBcc: ben@example.com"])(
  "%j is no address to send to",
  async (externalId) => {
    const { mail, history } = await startMail();
    const outcome = await smtpSender.send(answerTo(mail, { recipient: { kind: "email", externalId } }));
    expect(outcome).toEqual({ outcome: "failed", reason: "recipient", code: "no-address" });
    expect(history.entries).toEqual([]);
  },
);

test("a subject or name with line breaks adds no header", async () => {
  const { mail } = await startMail();
  const thread = { messageId: "<x@linden-loom.example>", references: [], subject: "Hi\r\nBcc: ben@example.com" };
  await smtpSender.send(answerTo(mail, { thread, recipient: { kind: "email", externalId: "ada@example.com", label: "Ada\r\nX-Evil: 1" } }));
  const [received] = mail.mailbox("ada@example.com").inbox;
  expect(received?.subject).toBe("Hi Bcc: ben@example.com");
  expect(received?.headers.bcc).toBeUndefined();
  expect(received?.headers["x-evil"]).toBeUndefined();
  expect(mail.mailbox("ben@example.com").inbox).toEqual([]);
});
