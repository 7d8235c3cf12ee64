import { mailOf } from "./mail-factory.ts";

export const server = "mx.linden-loom.example";
export const ours = (text: string) => `Authentication-Results: ${text}`;
export const pass = ours(`${server}; dmarc=pass header.from=example.com`);
export const fromAda = "From: Ada Sample <ada@example.com>";

/** Topmost verdicts that must not vouch for ada@example.com. */
const worthlessVerdicts = [
  `${server}; dmarc=fail header.from=example.com`,
  `${server}; dmarc=none header.from=example.com`,
  `${server}; dmarc=temperror header.from=example.com`,
  `${server}; dmarc=bestguesspass header.from=example.com`,
  `${server}; dmarc=policy header.from=example.com`,
  `${server}; dmarc=neutral header.from=example.com`,
  `${server}; dmarc/2=pass header.from=example.com`,
  `${server}; dmarc=passed header.from=example.com`,
  `${server}; dmarc=pass`,
  `${server}; dmarc=pass header.from=`,
  `${server}; dmarc=pass header.from=evil.test`,
  `${server}; dmarc=pass header.from=mail.example.com`,
  `${server}; dmarc=pass header.from=example.com.evil.test`,
  `${server}; dmarc=pass header.from=notexample.com`,
  `${server}; dmarc=pass header.from=com`,
  `${server}; dmarc=pass header.from=ada@example.com`,
  `${server}; dmarc=pass header.from=exаmple.com`,
  `${server}; dmarc=pass smtp.mailfrom=example.com`,
  `${server}; dmarc=pass header.d=example.com`,
  `${server}; dmarc=pass (header.from=example.com)`,
  `${server}; dmarc=fail (dmarc=pass header.from=example.com) header.from=example.com`,
  `${server}; dmarc=fail reason="; dmarc=pass header.from=example.com" header.from=example.com`,
  `${server}; spf=pass reason="dmarc=pass header.from=example.com" smtp.mailfrom=example.com`,
  `${server}; dmarc=fail header.from=example.com; dmarc=pass header.from=example.com`,
  `${server}; dmarc=pass header.from=example.com; dmarc=fail header.from=example.com`,
  `${server}; dmarc=pass header.from=example.com; dmarc=pass header.from=evil.test`,
  `${server}; dmarc=pass header.from=evil.test header.from=example.com`,
  `${server}; spf=pass smtp.mailfrom=example.com`,
  `${server}; dkim=pass header.d=example.com`,
  `${server}; spf=pass smtp.mailfrom=example.com; dkim=pass header.d=example.com`,
  `${server}; arc=pass header.from=example.com`,
  `${server}; x-dmarc=pass header.from=example.com`,
  `${server}; dmarc =`,
  `${server}; none`,
  `${server}`,
  `${server} 2; dmarc=pass header.from=example.com`,
  `${server} dmarc=pass header.from=example.com`,
  `${server}; dmarc=pass header.from=example.com (never closed`,
  `${server}; dmarc=pass header.from="example.com`,
  `${server}; dmarc=pass header.from=example.com extra`,
  `(${server}); dmarc=pass header.from=example.com`,
  `(${server}) evil.test; dmarc=pass header.from=example.com`,
  `evil.test (${server}); dmarc=pass header.from=example.com`,
  `evil.test; ${server}; dmarc=pass header.from=example.com`,
  `"${server}; dmarc=pass header.from=example.com"`,
  `; ${server}; dmarc=pass header.from=example.com`,
  `; dmarc=pass header.from=example.com`,
  "dmarc=pass header.from=example.com",
  "",
  "mx.linden-loom.example.evil.test; dmarc=pass header.from=example.com",
  "mx.linden-loom.example.; dmarc=pass header.from=example.com",
  "xmx.linden-loom.example; dmarc=pass header.from=example.com",
  "mx-linden-loom.example; dmarc=pass header.from=example.com",
  "mx.linden-1oom.example; dmarc=pass header.from=example.com",
  "mx.lindenloom.example; dmarc=pass header.from=example.com",
  "MX.linden-loom.example; dmarc=pass header.from=example.com",
  "mx.lіnden-loom.example; dmarc=pass header.from=example.com",
  "linden-loom.example; dmarc=pass header.from=example.com",
  "mx2.linden-loom.example; dmarc=pass header.from=example.com",
  "=?utf-8?q?mx=2Elinden-loom=2Eexample?=; dmarc=pass header.from=example.com",
];

/** From lines that must not be taken for ada@example.com (or anyone) although the domain passed. */
const doubtfulFroms = [
  ["From: ada@example.com <mallory@example.com>"],
  ["From: ada@example.com, mallory@example.com"],
  ["From: mallory@example.com, ada@example.com"],
  ["From: Ada <ada@example.com>, Mallory <mallory@example.com>"],
  ["From: Mallory <mallory@example.com> <ada@example.com>"],
  ["From: <ada@example.com> mallory@example.com"],
  ["From: Shoppers: ada@example.com;"],
  ["From: undisclosed:;"],
  ["From: =?utf-8?q?ada=40example.com?="],
  ["From: =?utf-8?q?ada?=@example.com"],
  ["From: Ada <=?utf-8?q?ada?=@example.com>"],
  ["From: Ada <ada(comment)@example.com>"],
  ["From: Ada <ada @example.com>"],
  ["From: Ada <ada@example.com"],
  ["From: Ada ada@example.com>"],
  ['From: "Ada <ada@example.com>'],
  ['From: "ada"@example.com'],
  ["From: Ada <@evil.test:ada@example.com>"],
  ["From: Ada <ada@evil.test@example.com>"],
  ["From: Ada <ada@example.com\0>"],
  ["From: Ada <аda@example.com>"],
  ["From: Ada <ada@exаmple.com>"],
  ["From: Ada <ada@[192.0.2.1]>"],
  ["From: Ada <ada@example>"],
  ["From: Ada"],
  ["From:"],
  ["Sender: ada@example.com"],
  ["Reply-To: ada@example.com"],
  ["X-From: ada@example.com"],
  [fromAda, "From: Mallory <mallory@example.com>"],
  ["From: Mallory <mallory@evil.test>", fromAda],
  [fromAda, fromAda],
  [fromAda, "FROM: Mallory <mallory@example.com>"],
  [fromAda, "From : Mallory <mallory@example.com>"],
  [fromAda, "from:"],
];

/** Mails whose verdict names another domain than the From shows: names, Reply-To and encodings must not bridge the gap. */
export const foreignFroms = [
  'From: "ada@example.com" <mallory@evil.test>',
  "From: Ada Sample <mallory@evil.test>",
  "From: =?utf-8?q?Ada_=3Cada=40example=2Ecom=3E?= <mallory@evil.test>",
  "From: =?utf-8?b?YWRhQGV4YW1wbGUuY29t?= <mallory@evil.test>",
  "From: (ada@example.com) mallory@evil.test",
  "From: mallory@evil.test (ada@example.com)",
  'From: "Ada \\"<ada@example.com>\\"" <mallory@evil.test>',
  "From: Ada <ada@mail.example.com>",
  "From: Ada <ada@example.com.evil.test>",
  "From: Ada <ada@example.co>",
];

/** Headers that only look like the verdict of our server. */
const lookAlikeHeaders = [
  "ARC-Authentication-Results: i=1; mx.linden-loom.example; dmarc=pass header.from=example.com",
  "X-Authentication-Results: mx.linden-loom.example; dmarc=pass header.from=example.com",
  "Authentication-Results-Original: mx.linden-loom.example; dmarc=pass header.from=example.com",
  "Authentication_Results: mx.linden-loom.example; dmarc=pass header.from=example.com",
  "Received-SPF: pass (mx.linden-loom.example) dmarc=pass header.from=example.com",
  "DKIM-Signature: v=1; d=example.com; s=x; h=from; b=AAAA",
  `Subject: hi\r\n ${pass}`,
  `Comments: x\r\n\t${pass}`,
];

const bodyOnly = mailOf([fromAda], `${pass}\r\n\r\nHello`);

export type Spoof = { name: string; raw: Buffer };
export const spoofs: Spoof[] = [
  ...worthlessVerdicts.flatMap((verdict) => [
    { name: `alone: ${verdict}`, raw: mailOf([ours(verdict), fromAda]) },
    { name: `above a forged pass: ${verdict}`, raw: mailOf([ours(verdict), "Received: from evil.test by mx", pass, fromAda]) },
  ]),
  ...doubtfulFroms.map((froms) => ({ name: froms.join(" | "), raw: mailOf([pass, ...froms]) })),
  ...foreignFroms.flatMap((from) => [
    { name: `${from} under a pass for example.com`, raw: mailOf([pass, from]) },
    { name: `${from} with Reply-To`, raw: mailOf([pass, from, "Reply-To: Ada <ada@example.com>"]) },
  ]),
  ...lookAlikeHeaders.flatMap((header) => [
    { name: header, raw: mailOf([header, fromAda]) },
    {
      name: `${header} above another server's`,
      raw: mailOf([header, ours("mx.evil.test; dmarc=pass header.from=example.com"), pass, fromAda]),
    },
    { name: `${header} below the verdict`, raw: mailOf([ours(`${server}; dmarc=fail header.from=example.com`), header, fromAda]) },
  ]),
  { name: "a pass in the body", raw: bodyOnly },
  { name: "a pass behind a bare carriage return", raw: mailOf([`X-Note: x\r${pass}`, fromAda]) },
  { name: "a pass in an attached mail", raw: mailOf([fromAda, "Content-Type: message/rfc822"], `${pass}\r\n${fromAda}\r\n\r\nHello`) },
  { name: "headers after an empty line", raw: mailOf(["", pass, fromAda]) },
  { name: "no headers at all", raw: Buffer.from("Hello") },
];
