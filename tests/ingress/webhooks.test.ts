import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { signBody } from "#app/integrations/meta/signature.ts";
import { encrypt } from "#app/platform/crypto.server.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import { signWebhook } from "#sandbox/shopify/webhooks.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { testEnvironment } from "#tests/setup/environment.ts";
import { openFrontDoor } from "#tests/setup/front-door.ts";

let database: DatabaseHandle;
let door: Awaited<ReturnType<typeof openFrontDoor>>;
const metaSecret = testEnvironment.META_APP_SECRET ?? "";
const shopifySecret = testEnvironment.SHOPIFY_API_SECRET ?? "";

beforeEach(async () => {
  database = await databaseWithShop();
  const account = (channel: string, externalId: string) =>
    insert("ChannelAccount", {
      id: channel,
      shopId: "shop",
      channel,
      externalId,
      label: "",
      credentials: encrypt("{}"),
      config: {},
      paused: false,
      createdAt: new Date(),
    });
  await database.commit([account("instagram", "1784"), account("whatsapp", "2000")]);
  door = await openFrontDoor();
});
afterEach(async () => {
  await door.close();
  await database.close();
});

const instagramBody = (mid = "m1", account = "1784") =>
  JSON.stringify({
    object: "instagram",
    entry: [
      {
        id: account,
        time: 1,
        messaging: [{ sender: { id: "9" }, recipient: { id: account }, timestamp: 1, message: { mid, text: "hi" } }],
      },
    ],
  });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${door.url}${path}`, { method: "POST", body, headers });
const postSigned = (path: string, body: string) => post(path, body, { "x-hub-signature-256": signBody(body, metaSecret) });
const stored = () => database.prisma.rawEvent.findMany();
const shopifyHeaders = (body: string, id = "e1", shop = "shop.myshopify.com") => ({
  "x-shopify-hmac-sha256": signWebhook(body, shopifySecret),
  "x-shopify-topic": "orders/updated",
  "x-shopify-shop-domain": shop,
  "x-shopify-webhook-id": `w-${id}`,
  "x-shopify-event-id": id,
  "x-shopify-triggered-at": new Date().toISOString(),
  "x-shopify-api-version": "2026-10",
});

test("a signed batch is stored with its job before the 200", async () => {
  expect((await postSigned("/webhooks/instagram", instagramBody())).status).toBe(200);
  expect(await stored()).toMatchObject([{ shopId: "shop", channel: "instagram", account: "1784", processedAt: null }]);
  expect(await database.prisma.job.findMany()).toMatchObject([{ task: "intake.channel", state: "waiting" }]);
});

test("32 identical webhooks at once store one event and one job", async () => {
  const answers = await Promise.all(Array.from({ length: 32 }, () => postSigned("/webhooks/instagram", instagramBody())));
  expect(answers.map((answer) => answer.status)).toEqual(Array(32).fill(200));
  expect(await stored()).toHaveLength(1);
  expect(await database.prisma.job.count()).toBe(1);
});

test("unsigned, wrongly signed and changed bodies are refused with 401 and leave nothing", async () => {
  const body = instagramBody();
  expect((await post("/webhooks/instagram", body)).status).toBe(401);
  expect((await post("/webhooks/instagram", body, { "x-hub-signature-256": signBody(body, "another-secret") })).status).toBe(401);
  expect((await post("/webhooks/whatsapp", `${body} `, { "x-hub-signature-256": signBody(body, metaSecret) })).status).toBe(401);
  expect(await stored()).toEqual([]);
});

test("a truncated body is 400, one without an account 400, an account nobody connected 404", async () => {
  expect((await postSigned("/webhooks/instagram", instagramBody().slice(0, 40))).status).toBe(400);
  expect((await postSigned("/webhooks/instagram", "{}")).status).toBe(400);
  expect((await postSigned("/webhooks/instagram", instagramBody("m1", "999999"))).status).toBe(404);
  expect(await stored()).toEqual([]);
});

test("a body over a megabyte is refused with 413, declared or not", async () => {
  const large = "x".repeat(1_000_001);
  expect((await postSigned("/webhooks/whatsapp", large)).status).toBe(413);
  const { port } = new URL(door.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write("POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (let n = 0; n < 18; n += 1) socket.write(`10000\r\n${"y".repeat(65_536)}\r\n`);
    });
    socket.once("data", (data) => {
      resolve(data.toString().split("\r\n")[0] ?? "");
      socket.destroy();
    });
    socket.once("error", reject);
  });
  expect(answer).toContain("413");
});

test("a batch for a known and an unknown account keeps what is known", async () => {
  const body = JSON.stringify({
    object: "instagram",
    entry: [...JSON.parse(instagramBody("m1", "1784")).entry, ...JSON.parse(instagramBody("m2", "31337")).entry],
  });
  expect((await postSigned("/webhooks/instagram", body)).status).toBe(200);
  expect((await stored()).map((row) => row.account)).toEqual(["1784"]);
});

test("Meta's handshake answers the challenge for our own word only", async () => {
  const ask = (token: string) => fetch(`${door.url}/webhooks/instagram?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=4711`);
  const right = await ask(testEnvironment.META_VERIFY_TOKEN ?? "");
  expect([right.status, await right.text()]).toEqual([200, "4711"]);
  expect((await ask("guess-guess")).status).toBe(403);
});

test("a Shopify webhook is stored once per event, whatever its delivery id", async () => {
  const body = JSON.stringify({ id: 1, admin_graphql_api_id: "gid://shopify/Order/1" });
  const headers = shopifyHeaders(body);
  expect((await post("/webhooks/shopify", body, headers)).status).toBe(200);
  expect((await post("/webhooks/shopify", body, { ...headers, "x-shopify-webhook-id": "w-retry" })).status).toBe(200);
  expect(await stored()).toHaveLength(1);
});

test("a Shopify webhook with a wrong signature is 401, for an unknown shop 404, without its headers 400", async () => {
  const body = "{}";
  expect(
    (await post("/webhooks/shopify", body, { ...shopifyHeaders(body), "x-shopify-hmac-sha256": signWebhook("{ }", shopifySecret) })).status,
  ).toBe(401);
  expect((await post("/webhooks/shopify", body, shopifyHeaders(body, "e2", "stranger.myshopify.com"))).status).toBe(404);
  expect((await post("/webhooks/shopify", body, { "x-shopify-hmac-sha256": signWebhook(body, shopifySecret) })).status).toBe(400);
});

test("an error tells a sentence and a request id, nothing of the inside", async () => {
  const answer = await post("/webhooks/instagram", instagramBody());
  expect(await answer.json()).toEqual({ error: "The signature is missing or wrong.", requestId: answer.headers.get("x-request-id") });
});

test("when nothing can be stored the vendor is told to come again", async () => {
  await database.close();
  expect((await postSigned("/webhooks/instagram", instagramBody())).status).toBe(503);
  database = await databaseWithShop("later");
});

test("while a secret is replaced, what Meta and Shopify signed with the one before is still taken; afterwards it is not", async () => {
  const old = "the-secret-before";
  const meta = () => {
    const body = instagramBody(`m-${Math.random()}`);
    return fetch(`${door.url}/webhooks/instagram`, { method: "POST", body, headers: { "x-hub-signature-256": signBody(body, old) } });
  };
  const store = () => {
    const [body, id] = ["{}", `event-${Math.random()}`];
    const signature = createHmac("sha256", old).update(body).digest("base64");
    const headers = {
      "x-shopify-hmac-sha256": signature,
      "x-shopify-topic": "orders/updated",
      "x-shopify-shop-domain": "shop.myshopify.com",
      "x-shopify-webhook-id": id,
      "x-shopify-event-id": id,
      "x-shopify-triggered-at": new Date().toISOString(),
    };
    return fetch(`${door.url}/webhooks/shopify`, { method: "POST", body, headers });
  };
  const verdicts = async () => [(await meta()).status, (await store()).status];
  expect(await verdicts()).toEqual([401, 401]);
  Object.assign(env, { instagramPreviousAppSecret: old, shopifyPreviousApiSecret: old });
  expect(await verdicts()).toEqual([200, 200]);
  Object.assign(env, { instagramPreviousAppSecret: undefined, shopifyPreviousApiSecret: undefined });
  expect(await verdicts()).toEqual([401, 401]);
});
