import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { signBody } from "#app/integrations/meta/signature.ts";
import { createHandlers } from "#app/pipeline/handlers.server.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { readAppConfig } from "#sandbox/shopify/app-config.ts";
import { signWebhook } from "#sandbox/shopify/webhooks.ts";
import { testEnvironment } from "#tests/setup/environment.ts";
import { openFrontDoor } from "#tests/setup/front-door.ts";
import { changedRows, everythingOf, fillTwoShops, mine, shared, theirs } from "./isolation/two-shops.ts";
import { howMany, playsAll, record } from "./record.ts";

const secret = testEnvironment.SHOPIFY_API_SECRET ?? "";
let door: Awaited<ReturnType<typeof openFrontDoor>>;
let before: Awaited<ReturnType<typeof everythingOf>>;
let sent = 0;
let handlers: Awaited<ReturnType<typeof createHandlers>> | undefined;

beforeEach(async () => {
  await openDatabase(":memory:");
  await fillTwoShops();
  await database().prisma.rawEvent.deleteMany();
  await database().prisma.job.deleteMany();
  before = await everythingOf(theirs.id);
  door = await openFrontDoor();
  sent = 0;
});
afterEach(() => door.close());

/** Bodies that Shopify really signed for the attacker's own shop. Customer and order are known to both shops. */
const customer = { id: Number(shared.customer), email: shared.email, phone: shared.phone };
const head = { shop_id: 1, shop_domain: mine.domain };
const bodies: Record<string, object> = {
  order: { id: 9001, admin_graphql_api_id: shared.orderId, email: shared.email },
  nested: { id: 5, order_id: 9001, order: { id: 9001 } },
  uninstalled: { id: 1, name: "Mine", domain: "mine.example", myshopify_domain: mine.domain },
  scopes: { id: 1, shop_id: "gid://shopify/Shop/1", previous: ["read_orders"], current: [] },
  dataRequest: { ...head, customer, orders_requested: [9001], data_request: { id: 1 } },
  redact: { ...head, customer, orders_to_redact: [9001] },
  shopRedact: head,
  list: [1, 2] as unknown as object,
  empty: {},
};

async function post(body: string | Buffer, headers: Record<string, string>): Promise<number> {
  const response = await fetch(`${door.url}/webhooks/shopify`, { method: "POST", body: body as never, headers });
  await response.body?.cancel();
  return response.status;
}
function headersFor(body: string, topic: string, shop: string, more: Record<string, string> = {}): Record<string, string> {
  sent += 1;
  return {
    "x-shopify-hmac-sha256": signWebhook(body, secret),
    "x-shopify-topic": topic,
    "x-shopify-shop-domain": shop,
    "x-shopify-event-id": `event-${sent}`,
    "x-shopify-webhook-id": `webhook-${sent}`,
    "x-shopify-triggered-at": new Date().toISOString(),
    ...more,
  };
}

/** Reads everything that was stored, as the queue would. Turns are left: they read the store of the shop itself. */
async function readStored(): Promise<void> {
  handlers ??= await createHandlers();
  const jobs = await database().prisma.job.findMany({ where: { task: { in: ["intake.shopify", "intake.channel"] } } });
  for (const job of jobs) {
    const context = { shopId: job.shopId, jobId: job.id, attempt: 1, lastAttempt: false };
    const payload = job.payload as { rawEventId: string };
    const writes = await handlers[job.task as "intake.shopify"](payload, context).catch(() => []);
    await database().commit(writes);
  }
  await database().prisma.job.deleteMany({ where: { id: { in: jobs.map((job) => job.id) } } });
}

/** What changed at the victim's, apart from the envelope itself and from asking the store again how its own orders are. */
async function harm(): Promise<string[]> {
  const changed = changedRows(before, await everythingOf(theirs.id));
  return changed.filter(
    (row) =>
      !row.startsWith("new: RawEvent") &&
      !(row.startsWith("new: Job") && /"task":"(?:turn|promise\.check)"/.test(row)) &&
      !row.includes('"action":"scopes-updated"'),
  );
}

test("a body signed for one shop does nothing under another shop's name, whatever the topic", async () => {
  const topics = readAppConfig().subscriptions.flatMap((one) => one.topics);
  expect(topics).toEqual(expect.arrayContaining(["app/uninstalled", "shop/redact", "customers/redact"]));
  let successes = 0;
  let attempts = 0;
  const heavy = (topic: string) => /^(app|customers|shop)\//.test(topic) || topic === "orders/updated";
  for (const topic of new Set(topics.filter((one) => playsAll || heavy(one)))) {
    for (const [name, object] of Object.entries(bodies)) {
      const body = JSON.stringify(object);
      await post(body, headersFor(body, topic, theirs.domain));
      await readStored();
      attempts += 1;
      const harmed = await harm();
      if (harmed.length > 0) successes += 1;
      expect(harmed, `the body "${name}" as ${topic}`).toEqual([]);
    }
  }
  record("T14", attempts, successes);
});

test("a body signed for the same shop does nothing as a heavier topic", async () => {
  const swaps: [string, string][] = [
    ["dataRequest", "shop/redact"],
    ["dataRequest", "customers/redact"],
    ["redact", "shop/redact"],
    ["order", "app/uninstalled"],
    ["order", "shop/redact"],
    ["scopes", "app/uninstalled"],
    ["shopRedact", "app/uninstalled"],
    ["uninstalled", "shop/redact"],
  ];
  const own = await everythingOf(mine.id);
  for (const [name, topic] of swaps) {
    const body = JSON.stringify(bodies[name]);
    await post(body, headersFor(body, topic, mine.domain));
    await readStored();
    const changed = changedRows(own, await everythingOf(mine.id));
    expect(
      changed.filter((row) => !row.startsWith("new: RawEvent")),
      `the body "${name}" as ${topic}`,
    ).toEqual([]);
  }
  record("T14", swaps.length, 0);
});

test("an event replayed a thousand times is one event", async () => {
  const body = JSON.stringify(bodies.order);
  const headers = headersFor(body, "orders/updated", theirs.domain);
  const replays = howMany(1000, 100);
  const statuses = await Promise.all(
    Array.from({ length: replays }, (_, n) => post(body, { ...headers, "x-shopify-webhook-id": `w-${n}` })),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(await database().prisma.rawEvent.count({ where: { shopId: theirs.id } })).toBe(1);
  expect(await database().prisma.job.count({ where: { shopId: theirs.id } })).toBe(1);
  record("T14", replays, 0);
});

test("mangled, compressed, marked, doubled and empty requests store nothing", async () => {
  const body = JSON.stringify({ ...bodies.uninstalled, myshopify_domain: theirs.domain });
  const good = () => headersFor(body, "app/uninstalled", theirs.domain);
  const unsigned = { ...good(), "x-shopify-hmac-sha256": "" };
  const mangled: [string | Buffer, Record<string, string>][] = [
    [body, unsigned],
    [body, { ...good(), "x-shopify-hmac-sha256": signWebhook(body, "another-secret") }],
    [body, { ...good(), "x-shopify-hmac-sha256": signWebhook(body, "") }],
    [body, { ...good(), "x-shopify-hmac-sha256": Buffer.from(signWebhook(body, secret), "base64").toString("hex") }],
    [body, { ...good(), "x-shopify-hmac-sha256": `${signWebhook(body, secret)}, ${signWebhook(body, secret)}` }],
    [body.slice(0, -1), good()],
    [`${body} `, good()],
    [`\uFEFF${body}`, good()],
    [`\uFEFF${body}`, headersFor(`\uFEFF${body}`, "app/uninstalled", theirs.domain)],
    [body.slice(0, 20), headersFor(body.slice(0, 20), "app/uninstalled", theirs.domain)],
    [gzipSync(body), { ...good(), "content-encoding": "gzip" }],
    ["", headersFor("", "app/uninstalled", theirs.domain)],
    ["", good()],
    [body, { ...good(), "x-shopify-shop-domain": `${theirs.domain}, ${mine.domain}` }],
    [body, { ...good(), "x-shopify-shop-domain": `${theirs.domain}.evil.example` }],
    [body, { ...good(), "x-shopify-topic": "app/uninstalled, orders/updated" }],
    [body, { ...good(), "x-shopify-topic": "" }],
    [body, { ...good(), "x-shopify-event-id": "x".repeat(201) }],
  ];
  for (const [sentBody, headers] of mangled) expect([400, 401]).toContain(await post(sentBody, headers));
  expect(await doubledHeader(body, good())).toMatch(/ 40[01] /);
  await readStored();
  expect(await database().prisma.rawEvent.count()).toBe(0);
  expect(await harm()).toEqual([]);
  record("T14", mangled.length + 1, 0);
});

test("Meta's webhooks: no signature but its own over these very bytes is believed", async () => {
  const body = JSON.stringify({
    object: "instagram",
    entry: [
      {
        id: "theirs-instagram",
        time: 1,
        messaging: [{ sender: { id: "ig-1" }, recipient: { id: "theirs-instagram" }, timestamp: 1, message: { mid: "m", text: "hi" } }],
      },
    ],
  });
  const right = signBody(body, testEnvironment.META_APP_SECRET ?? "");
  const wrong = [
    "",
    "sha256=",
    right.slice(7),
    right.replace("sha256", "sha1"),
    `${right}0`,
    right.slice(0, -2),
    ` sha512=${right.slice(7)}`,
    `sha256=${"0".repeat(64)}`,
    signBody(body, "x"),
    signBody(body, ""),
    signBody(`${body} `, testEnvironment.META_APP_SECRET ?? ""),
    `${right},${right}`,
  ];
  for (const signature of wrong) {
    const response = await fetch(`${door.url}/webhooks/instagram`, { method: "POST", body, headers: { "x-hub-signature-256": signature } });
    expect(response.status).toBe(401);
  }
  expect(await database().prisma.rawEvent.count()).toBe(0);
  record("T14", wrong.length, 0);
});

test("a body that is only announced is refused by its size before it comes", async () => {
  const { port } = new URL(door.url);
  for (const path of ["/webhooks/shopify", "/webhooks/whatsapp", "/webhooks/instagram"]) {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), "127.0.0.1", () => {
        socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 900000000\r\n\r\n`);
      });
      socket.setTimeout(3_000, () => socket.destroy(new Error("It waited for the body.")));
      socket.once("data", (data) => {
        resolve(data.toString().split("\r\n")[0] ?? "");
        socket.destroy();
      });
      socket.once("error", reject);
    });
    expect(answer).toContain("413");
  }
  record("T14", 3, 0);
});

/** The same header twice, in chunks: no library of ours would send it. */
function doubledHeader(body: string, headers: Record<string, string>): Promise<string> {
  const { port } = new URL(door.url);
  const lines = Object.entries({ ...headers, Host: "x", Connection: "close", "Transfer-Encoding": "chunked" }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const request = `POST /webhooks/shopify HTTP/1.1\r\n${lines.join("\r\n")}\r\nx-shopify-shop-domain: ${mine.domain}\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write(request);
      for (const letter of [body.slice(0, 5), body.slice(5)]) socket.write(`${letter.length.toString(16)}\r\n${letter}\r\n`);
      socket.write("0\r\n\r\n");
    });
    socket.once("data", (data) => {
      resolve(data.toString().split("\r\n")[0] ?? "");
      socket.destroy();
    });
    socket.once("error", reject);
  });
}
