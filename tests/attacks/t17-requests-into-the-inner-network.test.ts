import { AsyncLocalStorage } from "node:async_hooks";
import dns from "node:dns";
import { readdirSync, readFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isIP, Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SendRequest } from "#app/channels/channel.ts";
import { readConnectionForm } from "#app/domain/connections/connection-form.ts";
import { readChannelForm } from "#app/domain/shops/channel-form.ts";
import { MailboxWatcher } from "#app/integrations/mail/imap.server.ts";
import { createSmtpSender } from "#app/integrations/mail/smtp.server.ts";
import { postOutside } from "#app/platform/post-outside.server.ts";
import { record } from "./record.ts";

/** Every address that what is tried here opened a socket to. None is really connected. */
let reached: string[] = [];
/** Test files share a process: sockets of whatever else still goes on in it are its own. */
const trying = new AsyncLocalStorage<true>();
let asked = 0;
/** What names resolve to, one answer after the other; the last one stays. */
const names = new Map<string, string[][]>();

const realConnect = Socket.prototype.connect;
const realLookup = dns.lookup;
const trusted = process.env.PRIVATE_MAIL_HOSTS;

beforeAll(() => {
  process.env.PRIVATE_MAIL_HOSTS = "";
  Socket.prototype.connect = function connect(this: Socket, ...given: unknown[]) {
    if (!trying.getStore()) return Reflect.apply(realConnect, this, given);
    const [options] = given.flat() as [{ host?: string; path?: string }];
    reached.push(String(options.host ?? options.path));
    process.nextTick(() => this.destroy(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })));
    return this;
  } as typeof realConnect;
  dns.lookup = ((host: string, ...rest: unknown[]) => {
    if (!trying.getStore()) return Reflect.apply(realLookup, dns, [host, ...rest]);
    asked += 1;
    const answers = names.get(host.toLowerCase().replace(/\.$/, ""));
    // Numbers in every writing are read by the system without asking anybody; other names are known to nobody here.
    if (!answers && /^(?:[\da-fx.:]+|localhost)$/i.test(host)) return Reflect.apply(realLookup, dns, [host, ...rest]);
    if (!answers)
      return process.nextTick(rest.at(-1) as (error: Error) => void, Object.assign(new Error("unknown"), { code: "ENOTFOUND" }));
    const found = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    const callback = rest.at(-1) as (error: null, found: { address: string; family: number }[]) => void;
    process.nextTick(
      callback,
      null,
      found.map((address) => ({ address, family: isIP(address) })),
    );
  }) as typeof dns.lookup;
  syncBuiltinESMExports();
});
afterAll(() => {
  process.env.PRIVATE_MAIL_HOSTS = trusted;
  Socket.prototype.connect = realConnect;
  dns.lookup = realLookup;
  syncBuiltinESMExports();
});
beforeEach(() => {
  reached = [];
  asked = 0;
});

const inside = [
  "127.0.0.1",
  "127.8.9.10",
  "0.0.0.0",
  "10.0.0.5",
  "10.255.255.254",
  "100.64.0.1",
  "169.254.169.254",
  "169.254.170.2",
  "172.16.0.1",
  "172.31.255.254",
  "192.168.0.1",
  "192.168.255.1",
  "192.0.0.192",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
];
const insideSix = [
  "::1",
  "::",
  "fe80::1",
  "fc00::1",
  "fd00:ec2::254",
  "ff02::1",
  "2002:7f00:1::",
  "2001:0:7f00:1::1",
  "2001:db8::1",
  "3fff::1",
];

const bytes = (address: string) => address.split(".").map(Number);
const number = (address: string) => bytes(address).reduce((sum, byte) => sum * 256 + byte, 0);
const hex = (address: string) =>
  bytes(address)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

/** One inner address in every way of writing it that some parser takes. */
const writings: Record<string, (address: string) => string> = {
  dotted: (address) => address,
  decimal: (address) => String(number(address)),
  hexadecimal: (address) => `0x${hex(address)}`,
  octal: (address) => `0${number(address).toString(8)}`,
  "octal parts": (address) =>
    bytes(address)
      .map((byte) => `0${byte.toString(8)}`)
      .join("."),
  "hexadecimal parts": (address) =>
    bytes(address)
      .map((byte) => `0x${byte.toString(16)}`)
      .join("."),
  short: (address) => `${bytes(address)[0]}.${number(address) % 2 ** 24}`,
  "trailing dot": (address) => `${address}.`,
  mapped: (address) => `::ffff:${address}`,
  "mapped in hexadecimal": (address) => `::ffff:${hex(address).slice(0, 4)}:${hex(address).slice(4)}`,
  translated: (address) => `64:ff9b::${hex(address).slice(0, 4)}:${hex(address).slice(4)}`,
  "six to four": (address) => `2002:${hex(address).slice(0, 4)}:${hex(address).slice(4)}::1`,
  brackets: (address) => `[::ffff:${address}]`,
  "user information": (address) => `imap.example.com@${address}`,
  "a port": (address) => `${address}:993`,
  "a fragment": (address) => `${address}#.example.com`,
  "a path": (address) => `${address}/imap.example.com`,
  "full-width digits": (address) => address.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  "circled digits": (address) => address.replaceAll(/[1-9]/g, (digit) => String.fromCodePoint(0x245f + Number(digit))),
  "a name": (address) => named(`a${hex(address)}.rebind.example`, [[address]]),
  "a name with a public address too": (address) => named(`b${hex(address)}.rebind.example`, [["192.31.196.1", address]]),
  "an international name": (address) => named(`xn--bcher-${hex(address)}.rebind.example`, [[address]]),
  "a name with a trailing dot": (address) => `${named(`c${hex(address)}.rebind.example`, [[address]])}.`,
};

function named(host: string, answers: string[][]): string {
  names.set(host, answers);
  return host;
}

const corpus: [string, string][] = [
  ...Object.entries(writings).flatMap(([writing, write]) => inside.map((address): [string, string] => [writing, write(address)])),
  ...insideSix.flatMap((address, n): [string, string][] => [
    ["plain", address],
    ["brackets", `[${address}]`],
    ["a zone", `${address}%lo`],
    ["a name", named(`six${n}.rebind.example`, [[address]])],
  ]),
  ...["localhost", "LOCALHOST", "localhost.", "ip6-localhost", "printer.local", "metadata.google.internal"].map(
    (host): [string, string] => ["a known name", host],
  ),
];

const timeouts = { connection: 500, greeting: 500, socket: 500 };

/** What the app does with an account of such a host: sends a mail, then looks into the inbox. */
const use = (host: string): Promise<{ sent: string; read: string }> => trying.run(true, () => sendAndRead(host));
const post = (address: string) => trying.run(true, () => postOutside(address, {}, "{}"));

async function sendAndRead(host: string): Promise<{ sent: string; read: string }> {
  const config = { smtpHost: host, smtpPort: "25", smtpUser: "a", imapHost: host, imapPort: "993" };
  const account = { externalId: "support@shop.example", config, credentials: { smtpPassword: "x" } } as unknown as SendRequest["account"];
  const recipient = { kind: "email", externalId: "ada@example.com", label: "Ada" } as SendRequest["recipient"];
  const request = {
    account,
    recipient,
    part: { body: {}, text: "Hello" },
    deliveryId: "d1",
    author: "assistant",
  } as unknown as SendRequest;
  const sent = await createSmtpSender(timeouts).send(request);
  const hooks = { load: async () => null, save: async () => {}, onMail: async () => {} };
  const watcher = new MailboxWatcher({ host, port: 993, secure: true, user: "a", password: "x" }, hooks);
  const read = await watcher.poll().then(
    () => "read",
    (error: Error) => error.name,
  );
  return { sent: JSON.stringify(sent), read };
}

test("no way of writing an inner address as a mail server's gets a connection there", async () => {
  const passed: string[] = [];
  for (const [writing, host] of corpus) {
    await use(host);
    passed.push(...reached.splice(0).map((address) => `${writing} ${host}: ${address}`));
  }
  record("T17", corpus.length * 2, passed.length);
  expect(passed).toEqual([]);
  expect(corpus.length).toBeGreaterThan(300);
});

test("the form takes none of them either, as far as it can tell without asking", () => {
  const taken = corpus.filter(([writing, host]) => {
    const read = readChannelForm("email", { imapHost: host, smtpHost: host });
    return !read.ok && !read.problems.imapHost && !/name|nip/.test(writing);
  });
  record("T17", corpus.length, taken.length);
  expect(taken).toEqual([]);
});

test("no way of writing an inner address as a webhook's gets a connection there, nor another scheme, port or a password in it", async () => {
  const passed: string[] = [];
  const addresses = corpus.flatMap(([writing, host]): [string, string][] => [
    [writing, `https://${host}/hook`],
    [`${writing}, mail's list of trusted hosts`, `https://${host.replace(/^[^\d]*$/, "127.0.0.1")}/hook`],
  ]);
  const more = [
    "http://tools.example.com/",
    "https://tools.example.com:8443/",
    "https://a:b@tools.example.com/",
    "file:///etc/passwd",
    "gopher://10.0.0.5/",
    "",
  ];
  process.env.PRIVATE_MAIL_HOSTS = "127.0.0.1,localhost,inner.example.com";
  named("inner.example.com", [["10.0.0.5"]]);
  for (const address of [...addresses.map(([, one]) => one), ...more, "https://inner.example.com/"]) {
    const posted = await post(address);
    if (posted.status !== null) passed.push(`${address}: ${posted.status}`);
    passed.push(...reached.splice(0).map((number) => `${address}: ${number}`));
  }
  process.env.PRIVATE_MAIL_HOSTS = "";
  record("T17", addresses.length + more.length, passed.length);
  expect(passed).toEqual([]);
});

test("a webhook is connected to where its name was checked, and the form takes no inner address", async () => {
  const host = named("hook.rebind.example", [["192.31.196.1"], ["127.0.0.1"]]);
  expect(await post(`https://${host}/`)).toMatchObject({ status: null });
  expect(reached).toEqual(["192.31.196.1"]);
  const taken = corpus.filter(
    ([writing, inner]) => !/name/.test(writing) && readConnectionForm("webhook", { url: `https://${inner}/` }).ok,
  );
  expect(taken).toEqual([]);
});

test("a name that answers with a public address first and an inner one after is asked once, and connected where it was checked", async () => {
  const host = named("twice.rebind.example", [["192.31.196.1"], ["127.0.0.1"]]);
  const { sent } = await use(host);
  expect(sent).toContain("unavailable");
  // The second use, the inbox, is a new question: it got the inner address and went nowhere.
  expect(reached).toEqual(["192.31.196.1"]);
  expect(asked).toBe(2);
  record("T17", 2, reached.length - 1);
});

test("what is tried here is seen whichever way it goes: a mail server's public address is reached for sending and for reading", async () => {
  await use(named("public.example", [["192.31.196.1"]]));
  expect(reached).toEqual(["192.31.196.1", "192.31.196.1"]);
});

test("the merchant's own account is told apart from a server that is down", async () => {
  const { sent, read } = await use(named("inner.example.com", [["10.0.0.5"]]));
  expect(JSON.parse(sent)).toMatchObject({ outcome: "failed", reason: "account", code: "smtp-private-address" });
  expect(read).toBe("PrivateAddressError");
});

test("nothing else of ours asks an address that a shopper or merchant can choose: vendors are all that is fetched from", () => {
  const callers = (readdirSync("app", { recursive: true }) as string[])
    .filter(
      (file) =>
        /\.ts$/.test(file) && /(?<![.\w])fetch\(|https?\.request\(|(?:net|tls)\.connect\(/.test(readFileSync(`app/${file}`, "utf8")),
    )
    .filter((file) => !file.startsWith("ui/"));
  // Each asks its vendor's own host, the shop's own address at Shopify, or, for pictures, a host of our own list (see media.test.ts). Webhooks go where a merchant says, by the check above.
  expect(callers.sort()).toEqual([
    "integrations/easypost/client.server.ts",
    "integrations/meta/client.server.ts",
    "integrations/shopify-admin/client.server.ts",
    "integrations/shopify-customer-account/login.server.ts",
    "integrations/slack/send.server.ts",
    "integrations/twilio/sms.server.ts",
    "integrations/zendesk/client.server.ts",
    "platform/download.server.ts",
    "platform/post-outside.server.ts",
  ]);
});
