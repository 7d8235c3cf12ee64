import fc from "fast-check";
import { expect, test } from "vitest";
import { emailAdapter } from "#app/channels/email/adapter.ts";
import { parseMail } from "#app/channels/email/parse-mail.server.ts";
import { eventOf, fixtureBytes, mailbox, mailOf, parseFixture } from "./mail-factory.ts";

const fixtures = [
  "reply-with-quoted-thread",
  "reply-outlook-german",
  "reply-apple-french",
  "reply-gmail-spanish-html",
  "auto-reply",
  "bounce",
  "forged-authentication-results",
  "two-from-headers",
  "encoded-words",
  "plus-address-lost",
];

test("a reply keeps its thread, its token and only its own words", async () => {
  const mail = await parseFixture("reply-with-quoted-thread");
  expect(mail).toMatchObject({
    from: { address: "ada@example.com", name: "Ada Sample" },
    authentic: true,
    subject: "Re: Your order #1001",
    messageId: "<ada-1@example.com>",
    inReplyTo: "<ours-2@linden-loom.example>",
    references: ["<ours-1@linden-loom.example>", "<ours-2@linden-loom.example>"],
    replyToken: "support+c_0jf3conversation0000000001.abcdefghijklmnop@linden-loom.example",
    automatic: null,
    receivedAt: "2026-11-20T09:12:04.000Z",
  });
  expect(mail.strippedText).toBe("The green one please, not the moss.");
  expect(mail.text).toContain("Which colour would you like?");
});

test.each([
  ["reply-outlook-german", "Guten Morgen,\nbitte schicken Sie das Paket an den Nachbarn."],
  ["reply-apple-french", "La couverture est trop petite, je voudrais la rendre."],
  ["reply-gmail-spanish-html", "Prefiero un cambio por otra talla.\nesta manta <https://shop.example/manta>"],
])("%s: quotes and signature are gone, the full text is kept", async (name, own) => {
  const mail = await parseFixture(name);
  expect(mail.strippedText).toBe(own);
  expect(mail.text.length).toBeGreaterThan(own.length);
  expect(mail.text).not.toContain("alert");
  expect(mail.authentic).toBe(true);
});

test("an absence note is for staff to see and never to answer", async () => {
  const [item] = emailAdapter.parse(await eventOf("auto-reply"));
  expect(item).toMatchObject({ kind: "message", sender: { externalId: "ada@example.com" }, thread: { automatic: true } });
});

test("a bounce reports on the mail of ours that did not arrive, by the worst of its recipients", async () => {
  expect(emailAdapter.parse(await eventOf("bounce"))).toEqual([
    {
      kind: "status",
      account: "support@linden-loom.example",
      externalId: "<ours-7@linden-loom.example>",
      status: { unified: "failed", raw: "failed 5.1.1" },
      at: new Date("2026-11-20T09:12:00Z"),
      error: { code: "5.1.1", detail: "550 5.1.1 no such person" },
    },
  ]);
});

test.each(["forged-authentication-results", "two-from-headers"])("%s: the sender stays unverified", async (name) => {
  const [item] = emailAdapter.parse(await eventOf(name));
  expect(item).toMatchObject({ kind: "message", sender: { kind: "email", externalId: "unverified:ada@example.com" } });
});

test("encoded words, an unheard-of charset and an encoded file name are read", async () => {
  const mail = await parseFixture("encoded-words");
  expect(mail).toMatchObject({ from: { address: "zoe@example.com", name: "Zoë Sample" }, subject: "Rückgabe Übergröße nötig" });
  expect(mail.strippedText).toBe("Foto anbei.");
  const [item] = emailAdapter.parse({ mail, uid: 12, uidValidity: "3" });
  expect(item).toMatchObject({
    content: { attachments: [{ kind: "image", reference: "imap:3/12/0", mimeType: "image/jpeg", fileName: "Rückgabe.jpg" }] },
  });
});

test("where the provider dropped the plus address, the headers still name the thread", async () => {
  const mail = await parseFixture("plus-address-lost");
  expect(mail.replyToken).toBeNull();
  expect(mail.references).toEqual(["<ours-1@linden-loom.example>", "<ours-2@linden-loom.example>"]);
  expect(mail.strippedText).toBe("2");
});

test.each([
  ["Precedence: bulk", "bulk"],
  ["List-Id: <news.example.com>", "mailing-list"],
  ["List-Unsubscribe: <https://example.com/u>", "mailing-list"],
  ["X-Autoreply: yes", "auto-reply"],
  ["X-Autorespond: vacation", "auto-reply"],
  ["X-Loop: ada@example.com", "loop"],
  ["Return-Path: <>", "bounce"],
  ["Auto-Submitted: auto-generated", "auto-submitted"],
  ["Content-Type: multipart/report; boundary=x", "delivery-report"],
  ["X-Auto-Response-Suppress: All", "auto-reply"],
])("%s is no mail of a person", async (header, reason) => {
  expect((await parseMail(mailOf([header, "From: ada@example.com", "Subject: Hi"]), mailbox)).automatic).toBe(reason);
});

test.each([
  ["support@linden-loom.example", "own-address"],
  ["Support+c_x.y@linden-loom.example", "own-address"],
  ["weaver@linden-loom.example", "own-domain"],
  ["MAILER-DAEMON@example.com", "no-reply-sender"],
  ["postmaster@example.com", "no-reply-sender"],
  ["no-reply@example.com", "no-reply-sender"],
  ["noreply+123@example.com", "no-reply-sender"],
  ["ada@example.com", null],
])("from %s: %s", async (from, reason) => {
  expect((await parseMail(mailOf([`From: ${from}`, "Auto-Submitted: no", "Subject: Hi"]), mailbox)).automatic).toBe(reason);
});

test("a shop that uses a public provider still hears its shoppers there", async () => {
  const mail = await parseMail(mailOf(["From: ada.sample@gmail.com"]), {
    address: "linden.loom@gmail.com",
    trustedAuthServer: "mx.google.com",
  });
  expect(mail.automatic).toBeNull();
});

test("one mail delivered twice is one message; two mails under one Message-ID are two", async () => {
  const head = ["From: ada@example.com", "Message-ID: <same@example.com>", "Subject: Hi"];
  const ids = await Promise.all(
    [mailOf(["Received: from a by b; x", ...head]), mailOf(head), mailOf(head, "Another text")].map(async (raw) => {
      const [item] = emailAdapter.parse({ mail: await parseMail(raw, mailbox), uid: 1, uidValidity: "1" });
      return item?.kind === "message" ? item.externalId : "";
    }),
  );
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).not.toBe(ids[0]);
});

test("strangers without a readable address are not one person", async () => {
  const senders = await Promise.all(
    ["One", "Two"].map(async (text) => {
      const [item] = emailAdapter.parse({ mail: await parseMail(mailOf(["Subject: Hi"], text), mailbox), uid: 1, uidValidity: "1" });
      return item?.kind === "message" ? item.sender.externalId : "";
    }),
  );
  expect(new Set(senders).size).toBe(2);
});

test("a mail of ten thousand parts is read up to the limit", async () => {
  const parts = Array.from({ length: 10_000 }, (_, index) => `--x\r\nContent-Type: text/plain\r\n\r\nPart ${index}\r\n`).join("");
  const mail = await parseMail(mailOf(["From: ada@example.com", "Content-Type: multipart/mixed; boundary=x"], `${parts}--x--`), mailbox);
  expect(mail.unreadable).toBe("too-many-parts");
  expect(mail.text).toContain("Part 0");
  expect(mail.text).not.toContain("Part 100\n");
});

test("a mail above 30 MB still says who wrote what", async () => {
  const head =
    "From: ada@example.com\r\nSubject: Photos\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee the stain.\r\n--x\r\n";
  const photo = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  const raw = Buffer.concat([Buffer.from(head + photo), Buffer.alloc(31 * 1024 * 1024, "A")]);
  const mail = await parseMail(raw, mailbox);
  expect(mail).toMatchObject({
    unreadable: "too-large",
    subject: "Photos",
    strippedText: "See the stain.",
    from: { address: "ada@example.com" },
  });
});

test("parts nested beyond the limit leave sender and subject", async () => {
  const levels = Array.from({ length: 60 }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`).join(
    "",
  );
  const mail = await parseMail(Buffer.from(`From: ada@example.com\r\nSubject: Deep\r\n${levels}\r\nHello`), mailbox);
  expect(mail).toMatchObject({ unreadable: "broken", subject: "Deep", from: { address: "ada@example.com" } });
  const [item] = emailAdapter.parse({ mail, uid: 1, uidValidity: "1" });
  expect(item?.kind === "message" && item.content.unsupported).toBeTruthy();
});

test("no bytes make the reader throw, and what it reads survives storing", async () => {
  const edit = fc.record({
    at: fc.nat(4000),
    remove: fc.nat(40),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom("\r\n\r\n", "From: x@y\r\n", "boundary=", '"', "(((", "=?utf-8?q?", "\0", "<", "\r", "Content-Type: ")
        .map((text) => Buffer.from(text)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fixtures), fc.array(edit, { maxLength: 6 }), async (name, edits) => {
      let raw: Buffer = fixtureBytes(name);
      for (const { at, remove, insert } of edits) raw = Buffer.concat([raw.subarray(0, at), insert, raw.subarray(at + remove)]);
      const mail = await parseMail(raw, mailbox);
      const stored: unknown = JSON.parse(JSON.stringify({ mail, uid: 1, uidValidity: "1" }));
      const [item] = emailAdapter.parse(stored);
      expect(item?.kind).not.toBe("ignored");
    }),
    { numRuns: 400 },
  );
});

test("long texts made to slow a reader down are read at once", async () => {
  const hostile = [
    "On ".repeat(30_000),
    "> ".repeat(50_000),
    `${"Op x\n".repeat(20_000)}schreef:`,
    "(".repeat(100_000),
    `${" \n".repeat(50_000)}Von:`,
    "<div>".repeat(50_000),
  ];
  for (const text of hostile) {
    for (const type of ["text/plain", "text/html"]) {
      // The processor's time: other tests run beside this one.
      const before = process.cpuUsage();
      await parseMail(mailOf(["From: ada@example.com", `Content-Type: ${type}`], text), mailbox);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000, `${type} ${text.slice(0, 10)}`).toBeLessThan(2_000);
    }
  }
});
