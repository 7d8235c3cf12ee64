import { expect, test } from "vitest";
import { parseAuthenticationResults } from "#app/channels/email/authentication-results.ts";
import { parseMail } from "#app/channels/email/parse-mail.server.ts";
import { mailbox, mailOf } from "./mail-factory.ts";
import { foreignFroms, fromAda, ours, pass, server, spoofs } from "./spoof-corpus.ts";

test("there are at least 200 different spoofs", () => {
  expect(new Set(spoofs.map((spoof) => spoof.raw.toString("latin1"))).size).toBeGreaterThanOrEqual(200);
});

test.each(spoofs)("not authentic: $name", async ({ raw }) => {
  expect((await parseMail(raw, mailbox)).authentic).toBe(false);
});

test("without a pinned server nobody is authentic", async () => {
  const raw = mailOf([ours("; dmarc=pass header.from=example.com"), fromAda]);
  expect((await parseMail(raw, { ...mailbox, trustedAuthServer: "" })).authentic).toBe(false);
  expect((await parseMail(mailOf([pass, fromAda]), { ...mailbox, trustedAuthServer: "" })).authentic).toBe(false);
});

test.each([
  [pass, fromAda],
  [ours(`${server}; dmarc=pass (p=REJECT sp=NONE dis=NONE) header.from=example.com`), "From: ada@example.com"],
  [
    ours(
      `"${server}" 1; spf=pass smtp.mailfrom=bounce.example.net; dkim=pass header.d=example.com header.b="a;b="; dmarc = pass header.from=EXAMPLE.COM`,
    ),
    fromAda,
  ],
  [
    ours(
      `${server};\r\n\tdkim=fail reason="signature (bad)"\r\n header.i=@example.com;\r\n dmarc=pass action=none header.from=example.com;`,
    ),
    'From: "Sample, Ada" <Ada@Example.com>',
  ],
  [ours(`(checked (twice)) ${server}; dmarc=pass header.from="example.com"`), "From: =?utf-8?q?Ad=C3=A4?= <ada@example.com> (Ada)"],
])("authentic: %s", async (verdict, from) => {
  const mail = await parseMail(mailOf([verdict, "Received: from mail.example.com by mx", ours("evil.test; dmarc=fail"), from]), mailbox);
  expect(mail).toMatchObject({ authentic: true, from: { address: "ada@example.com" } });
});

test("a passing mallory is mallory, whatever the display name says", async () => {
  const verdict = ours(`${server}; dmarc=pass header.from=evil.test`);
  for (const from of foreignFroms.filter((one) => one.includes("mallory@evil.test"))) {
    const mail = await parseMail(mailOf([verdict, from]), mailbox);
    expect(mail.from?.address, from).toBe("mallory@evil.test");
  }
});

test("the grammar is read, not searched", () => {
  expect(parseAuthenticationResults('a.example; dkim=pass (2048 bit; "x") header.d=b.example; spf=none')?.results).toEqual([
    { method: "dkim", result: "pass", properties: new Map([["header.d", "b.example"]]) },
    { method: "spf", result: "none", properties: new Map() },
  ]);
});
