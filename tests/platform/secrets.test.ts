import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");

/** How vendors' secrets look. Words such as "sandbox-api-secret" in the doubles are none. */
const looks: [string, RegExp][] = [
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["a Shopify token", /\bshp(at|ss|ca|pa|ua)_[0-9a-f]{32}\b/i],
  ["a Meta token", /\bEAA[A-Za-z0-9]{60,}/],
  ["a Google key", /\bAIza[\w-]{35}\b/],
  ["a Stripe key", /\b[sr]k_live_[A-Za-z0-9]{16,}|\bwhsec_[A-Za-z0-9]{24,}/],
  ["a GitHub or npm token", /\b(gh[pousr]|npm)_[A-Za-z0-9]{36}\b/],
  ["an AWS key", /\bAKIA[0-9A-Z]{16}\b/],
  ["an encryption key of 32 bytes", /\w:[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])/],
  ["a password in an address", /\b(imaps?|smtps?|postgres(ql)?):\/\/[^\s/:@"'`$<>]+:[^\s/:@"'`$<>]{3,}@(?!example|127\.0\.0\.1|localhost)/],
];

/** Which of these a text holds. */
const secretsIn = (text: string) => looks.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);

test("no file that is kept in git holds anything that looks like a secret", () => {
  const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  const readable = files.filter((file) => !/\.(png|svg|db|lock)$|package-lock\.json$|^extensions\/.*\/assets\/|weights\./.test(file));
  expect(readable.length).toBeGreaterThan(500);
  const found = readable.flatMap((file) => secretsIn(read(file)).map((what) => `${file}: ${what}`));
  expect(found).toEqual([]);
  expect(files.filter((file) => /(^|\/)\.env($|\.(?!example))|\.(pem|key|p12)$/.test(file))).toEqual([]);
});

test("each kind of secret would be seen", () => {
  const samples = [
    `-----BEGIN RSA ${"PRIVATE"} KEY-----`,
    `shpat_${"0a".repeat(16)}`,
    `EAA${"b".repeat(64)}`,
    `AIza${"c".repeat(35)}`,
    `sk_live_${"d".repeat(20)}`,
    `ghp_${"e".repeat(36)}`,
    `AKIA${"F".repeat(16)}`,
    `first:${Buffer.alloc(32, 9).toString("base64")}`,
    `imaps://ada:${"hunter"}2@mail.shop.com/`,
  ];
  expect(samples.flatMap(secretsIn)).toEqual(looks.map(([what]) => what));
});

test("the example of the environment names every variable, with a word on it, and none that does not exist", () => {
  const schema = read("app/platform/env.ts");
  const known = [...schema.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name);
  const shown = [...read(".env.example").matchAll(/^([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(known.length).toBeGreaterThan(20);
  expect([...shown].sort()).toEqual([...known].sort());
  expect(read(".env.example")).not.toMatch(/^(SHOPIFY_API_SECRET|ENCRYPTION_KEYS|META_APP_SECRET|GEMINI_API_KEY|METRICS_TOKEN)=.+/m);
});

test("secrets come from the environment only: nothing else of the app reads it, apart from an address and how much is logged", () => {
  const files = execFileSync("git", ["ls-files", "app"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  const readers = files.filter((file) => /\.tsx?$/.test(file) && /process\.env\b/.test(read(file)));
  const names = readers
    .filter((file) => file !== "app/platform/env.ts")
    .flatMap((file) => [...read(file).matchAll(/process\.env\.?(\w*)/g)].map(([, name]) => name));
  expect([...new Set(names)].sort()).toEqual(["APP_BRIDGE_URL", "LOG_LEVEL", "PRIVATE_MAIL_HOSTS"]);
});
