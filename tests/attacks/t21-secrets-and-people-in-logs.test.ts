import { createHmac, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { MailDevice } from "#sandbox/scenarios/mail-device.ts";
import { WidgetDevice } from "#sandbox/scenarios/widget-device.ts";
import { createOrder } from "#sandbox/shopify/create-order.ts";
import type { World } from "#sandbox/world.ts";
import { startCollector } from "#tests/operations/collector.ts";
import { startOperatedWorld, until } from "#tests/operations/operated-world.ts";
import { howMany, record } from "./record.ts";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

const metricsToken = "canary-metrics-token-5f1d";
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A person whose every detail is a word that stands nowhere else. */
function canaryPerson(n: number) {
  const id = String(n).padStart(4, "0");
  return {
    name: `Kanarina${id} Vogelsang${id}`,
    email: `canary${id}@kanarien.example`,
    phone: `+4915177${id}8`,
    street: `Zeisigweg${id} 7`,
    words: `my Stieglitz${id} has not shown its beak`,
  };
}
type Person = ReturnType<typeof canaryPerson>;
const traces = ({ name, email, phone, street, words }: Person) => [
  ...name.split(" "),
  email,
  phone,
  phone.slice(1),
  street,
  /Stieglitz\d+/.exec(words)?.[0] ?? "",
];

/** Answers to requests that were wrong, and what must not stand in them either. */
const answers: string[] = [];
async function wrong(world: World, path: string, init: RequestInit = {}): Promise<void> {
  const response = await fetch(world.appUrl + path, { redirect: "manual", ...init }).catch(() => null);
  if (response) answers.push(`${[...response.headers].flat().join(" ")}\n${await response.text()}`);
}

/** Every vendor answers with an error that quotes what it was sent, as real ones do. */
function quoteEverything(world: World, person: Person, secrets: string[]): void {
  const message = `Invalid request by ${person.name} <${person.email}> ${person.phone}, ${person.street}: ${secrets.join(" ")} ${person.words}`;
  const body = { error: { message, type: "OAuthException", code: 100, fbtrace_id: secrets[0] }, errors: [{ message }], message };
  for (const double of [world.meta, world.shopify, world.gemini]) {
    for (const status of [400, 500])
      double.faults.add("*", { kind: "status", status, body, headers: { "x-debug": encodeURIComponent(message) } });
  }
  world.mail.faults.add("refuse-550");
  world.mail.faults.add("refuse-451");
}

/** Somebody goes through every channel, while vendors fail on the way. */
async function journey(world: World, person: Person, secrets: string[]): Promise<string[]> {
  const { store } = world.shopify;
  const at = world.clock.now();
  const [firstName, lastName] = person.name.split(" ");
  const id = store.nextId("Customer");
  const address = { address1: person.street, city: "Berlin", zip: "10405", countryCode: "DE" };
  store.customers.set(id, {
    id,
    firstName,
    lastName,
    email: person.email,
    phone: person.phone,
    verifiedEmail: true,
    locale: "en",
    tags: [],
    address,
    createdAt: at,
    updatedAt: at,
  });
  const order = createOrder(store, {
    customer: store.customers.get(id),
    at,
    items: [{ sku: "DRESS-RUS-M", quantity: 1 }],
    note: person.words,
  });
  const phone = world.meta.phone("whatsapp", `DE.${person.phone.slice(1)}`, { name: person.name, phone: person.phone });
  await phone.sendText(`${person.words} of ${order.name}`);
  const mail = new MailDevice(world, person.email);
  await mail.say(`Hello, ${person.words}. I live in ${person.street}. Where is ${order.name}?`, `About ${person.words}`);
  const widget = new WidgetDevice(world);
  const boot = await widget.open();
  await widget.say(`I am ${person.name}, ${person.email}, where is my order ${order.name}?`);
  await widget.next();
  quoteEverything(world, person, secrets);
  await phone.sendText("and when does it arrive?");
  await widget.say("hello?");
  const options = await widget.continueElsewhere().catch(() => []);
  await pause(400);
  widget.close();
  return [boot.token, ...options.map((one) => one.code)];
}

/** What strangers and broken clients send. */
async function errors(world: World, person: Person, secrets: string[]): Promise<void> {
  const [secret = ""] = secrets;
  const text = JSON.stringify({ secret, ...person });
  const signed = (body: string) => ({
    "x-hub-signature-256": `sha256=${createHmac("sha256", "sandbox-meta-secret").update(body).digest("hex")}`,
  });
  for (const path of ["/webhooks/whatsapp", "/webhooks/instagram", "/webhooks/shopify", "/proxy/boot", "/widget/messages", "/backup"]) {
    await wrong(world, path, { method: "POST", body: text });
    await wrong(world, path, {
      method: "POST",
      body: `{"broken": "${person.email} ${secret}`,
      headers: signed(`{"broken": "${person.email} ${secret}`),
    });
  }
  const halfRight = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [
      {
        id: "100000000000001",
        changes: [{ field: "messages", value: { messages: [{ from: person.phone, text: { body: person.words } }, null, 7] } }],
      },
    ],
  });
  await wrong(world, "/webhooks/whatsapp", { method: "POST", body: halfRight, headers: signed(halfRight) });
  for (const path of [
    `/prove/${secret}`,
    `/app?id_token=${secret}&shop=linden-loom.myshopify.com`,
    `/auth/login?shop=${encodeURIComponent(person.email)}`,
    `/${encodeURIComponent(person.name)}`,
    `/app/inbox/${secret}`,
    `/metrics?token=${secret}`,
  ]) {
    await wrong(world, path, { headers: { authorization: `Bearer ${secret}`, "user-agent": "Mozilla/5.0 Chrome/140.0" } });
  }
  await wrong(world, "/widget/stream", { headers: { authorization: `Bearer ${secret}` } });
  await wrong(world, "/proxy/boot?shop=linden-loom.myshopify.com&signature=00", { method: "POST", body: text });
  for (const path of ["/app/channels", "/app/settings", "/app/policy"]) {
    const form = new URLSearchParams({
      intent: "connect",
      channel: "email",
      externalId: person.email,
      imapPassword: secret,
      smtpPassword: secret,
      imapHost: "127.0.0.1",
      smtpHost: "nowhere.example.com",
    });
    answers.push(await (await world.merchant.request(`${path}.data`, { method: "POST", body: form })).text());
  }
}

/** Every text in every table. */
function textsIn(path: string): string[] {
  const file = new Database(path, { readonly: true });
  const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  const rows = tables.flatMap((table) => file.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]);
  file.close();
  return rows.flatMap((row) => Object.values(row).map(String));
}

test("two hundred secrets and pieces of people, through every channel and every error: none in logs, traces, metrics or answers, no secret in the database", async () => {
  const collector = await startCollector();
  undo.push(() => collector.stop());
  const world = await startOperatedWorld(
    { LOG_LEVEL: "debug", METRICS_TOKEN: metricsToken, OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint },
    { gemini: true },
  );
  undo.push(() => world.stop());
  const said = [...world.app.output];
  const { push } = world.app.output;
  world.app.output.push = (...lines) => said.push(...lines) && push.apply(world.app.output, lines);
  await world.merchant.submit("/app/settings", {
    assistantName: "Lina",
    brandColor: "#1f5f4b",
    voice: "",
    language: "en",
    wording: "model",
    confidence: "95",
  });

  const shopifyTokens = ["access", "refresh"].flatMap((kind) => [
    ...(Reflect.get(world.shopify.oauth, kind) as Map<string, unknown>).keys(),
  ]);
  const { environment } = world.appOptions;
  const kept = ["SHOPIFY_API_SECRET", "META_APP_SECRET", "GEMINI_API_KEY", "ENCRYPTION_KEYS"].map((name) => environment[name] ?? "");
  const secrets = [...shopifyTokens, ...kept, "sandbox-instagram-token", "sandbox-whatsapp-token", "sandbox-mail-password", metricsToken];
  expect(secrets.length).toBeGreaterThan(8);

  const people = Array.from({ length: howMany(30, 1) }, (_, n) => canaryPerson(n + 1));
  const bearers: string[] = [];
  for (const person of people) {
    bearers.push(...(await journey(world, person, secrets)));
    await errors(world, person, [`canary-secret-${randomUUID()}`, ...secrets.slice(0, 1)]);
  }
  await until("the vendors' errors were met", () => said.some((line) => line.includes('"level":40')));
  await pause(1_000);
  const metrics = await (await fetch(`${world.appUrl}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })).text();
  expect(metrics).toContain("onethread_");
  const codes = people.flatMap(({ email }) => world.mail.mailbox(email).inbox.flatMap((mail) => /^\d{6}\b/.exec(mail.subject)?.[0] ?? []));
  const links = people.flatMap(({ email }) =>
    world.mail.mailbox(email).inbox.flatMap((mail) => mail.links.flatMap((link) => /\/prove\/([\w-]+)/.exec(link)?.[1] ?? [])),
  );
  await world.app.stop();
  await until("the last spans", () => collector.spans.length > 0);

  const tokens = [...secrets, ...bearers, ...links];
  const everything = [...tokens, ...people.flatMap(traces)];
  const places: Record<string, string> = {
    log: said.join("\n"),
    traces: collector.bodies.join("\n"),
    metrics,
    answers: answers.join("\n"),
  };
  const found = Object.entries(places).flatMap(([place, text]) => [
    ...everything.filter((one) => text.includes(one)).map((one) => `${place}: ${one}`),
    ...codes.filter((code) => new RegExp(`(?<!\\d)${code}(?!\\d)`).test(text)).map((code) => `${place}: code ${code}`),
    ...[...text.matchAll(/canary-secret-[\w-]+/g)].map(([one]) => `${place}: ${one}`),
  ]);
  const texts = textsIn(world.databasePath);
  const bytes = readdirSync(dirname(world.databasePath)).map((file) =>
    readFileSync(join(dirname(world.databasePath), file)).toString("latin1"),
  );
  found.push(...tokens.filter((token) => bytes.some((file) => file.includes(token))).map((one) => `database: ${one}`));
  found.push(
    ...codes.filter((code) => texts.some((text) => new RegExp(`(?<!\\d)${code}(?!\\d)`).test(text))).map((one) => `database: code ${one}`),
  );
  record("T21", everything.length + codes.length, found.length);
  expect(found).toEqual([]);
  // The people are in the database, so the search would have found them; and the log was written at length.
  expect(texts.some((text) => text.includes(people[0]?.email ?? ""))).toBe(true);
  expect(said.length).toBeGreaterThan(20);
});
