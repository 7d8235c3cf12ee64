import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { verifyAppProxy, verifyWebhook, webhookIdentity, webhookSignature } from "#app/integrations/shopify-admin/verify.ts";

const secret = "present-secret";
const now = new Date("2026-11-20T12:00:00Z");
const seconds = Math.floor(now.getTime() / 1000);

/** Signs as Shopify documents it: written apart from the code under test. */
function signedUrl(parameters: [string, string][], key = secret): URL {
  const names = [...new Set(parameters.map(([name]) => name))];
  const pairs = names.map(
    (name) =>
      `${name}=${parameters
        .filter(([one]) => one === name)
        .map(([, value]) => value)
        .join(",")}`,
  );
  const text = pairs.sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right))).join("");
  const signature = createHmac("sha256", key).update(text).digest("hex");
  const url = new URL("https://onethread.example.com/proxy/messages");
  for (const [name, value] of [...parameters, ["signature", signature] as const]) url.searchParams.append(name, value);
  return url;
}

const genuine = (changes: Record<string, string> = {}): [string, string][] =>
  Object.entries({
    shop: "linden-loom.myshopify.com",
    logged_in_customer_id: "77",
    path_prefix: "/apps/onethread",
    timestamp: String(seconds),
    ...changes,
  });
const verify = (url: URL, at = now) => verifyAppProxy(url, [secret, "previous-secret"], at);
const sign = (body: Buffer, key = secret) => createHmac("sha256", key).update(body).digest("base64");

test("a webhook signed with the present or the previous secret is genuine", () => {
  const body = Buffer.from('{"id":1}');
  expect(verifyWebhook(body, sign(body), [secret])).toBe(true);
  expect(verifyWebhook(body, sign(body, "previous-secret"), [secret, "previous-secret"])).toBe(true);
  expect(verifyWebhook(body, sign(body, "stranger"), [secret, "previous-secret"])).toBe(false);
});

test("any byte of a webhook counts", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, change) => {
      const body = Buffer.from(bytes);
      const signature = sign(body);
      expect(verifyWebhook(body, signature, [secret])).toBe(true);
      const place = at % body.length;
      body[place] = (body[place] ?? 0) ^ change;
      expect(verifyWebhook(body, signature, [secret])).toBe(false);
    }),
  );
});

test("no text but the signature itself passes as one", () => {
  const body = Buffer.from("{}");
  for (const header of [undefined, "", "=", sign(body).slice(0, -1), `${sign(body)} `, sign(body).toLowerCase()])
    expect(verifyWebhook(body, header, [secret])).toBe(false);
  fc.assert(fc.property(fc.string(), (header) => verifyWebhook(body, header, [secret]) === (header === sign(body))));
  expect(verifyWebhook(body, sign(body), [])).toBe(false);
});

test("a genuine app-proxy request names shop and customer", () => {
  expect(verify(signedUrl(genuine()))).toEqual({
    ok: true,
    shop: "linden-loom.myshopify.com",
    loggedInCustomerId: "77",
    pathPrefix: "/apps/onethread",
  });
  expect(verify(signedUrl(genuine({ logged_in_customer_id: "" })))).toMatchObject({ ok: true, loggedInCustomerId: null });
  expect(verify(signedUrl(genuine(), "previous-secret"))).toMatchObject({ ok: true });
});

test("whatever a visitor adds to the query, the genuine customer comes out or the request is refused", () => {
  const extra = fc.tuple(fc.string({ minLength: 1, maxLength: 12 }), fc.string({ maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(extra, { maxLength: 4 }), (extras) => {
      const result = verify(signedUrl([...genuine(), ...extras.filter(([name]) => name !== "signature")]));
      if (result.ok) expect(result.loggedInCustomerId).toBe("77");
    }),
  );
});

test("sorts by bytes of key=value, as Shopify does, not by locale", () => {
  const url = signedUrl([...genuine(), ["a", "1"], ["a1", "2"], ["Z", "3"], ["ä", "4"], ["after", "x y+z"]]);
  expect(verify(url)).toMatchObject({ ok: true });
});

test("repeated parameters of our own are signed joined by commas", () => {
  expect(verify(signedUrl([...genuine(), ["tag", "1"], ["tag", "2"]]))).toMatchObject({ ok: true });
});

test.each(["shop", "logged_in_customer_id", "path_prefix", "timestamp", "signature"])("%s must be there exactly once", (name) => {
  const missing = signedUrl(genuine().filter(([one]) => one !== name));
  if (name === "signature") missing.searchParams.delete("signature");
  expect(verify(missing)).toMatchObject({ ok: false, status: 400 });

  const genuineUrl = signedUrl(genuine());
  const own = genuineUrl.searchParams.get(name) ?? "";
  for (const value of ["", "1", own, `${own},1`, "666"]) {
    // Repeated and signed as such, in front of and behind the genuine one.
    expect(verify(signedUrl([[name, value], ...genuine()]))).toMatchObject({ ok: false });
    expect(verify(signedUrl([...genuine(), [name, value]]))).toMatchObject({ ok: false });
    // Added by someone after the signing, also with the name percent-encoded.
    expect(verify(new URL(`${genuineUrl}&${name}=${encodeURIComponent(value)}`))).toMatchObject({ ok: false });
    const encoded = name.replace(/^./, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
    expect(verify(new URL(String(genuineUrl).replace("?", `?${encoded}=${encodeURIComponent(value)}&`)))).toMatchObject({ ok: false });
  }
});

test.each(["logged_in_customer_id[]", "Logged_in_customer_id", "logged_in_customer_id ", "logged_in_customer_id\u0000"])(
  "a look-alike of a reserved parameter (%j) never changes the customer",
  (name) => {
    expect(verify(signedUrl([...genuine(), [name, "666"]]))).toMatchObject({ ok: true, loggedInCustomerId: "77" });
    const added = new URL(signedUrl(genuine()));
    added.searchParams.append(name, "666");
    expect(verify(added)).toMatchObject({ ok: false, status: 401 });
  },
);

test("a signature cannot be carried over to other parameters that give the same text", () => {
  // The visitor has Shopify sign "a" and "q"; their values are cut so that the same bytes would name customer 666.
  const signed = signedUrl([...genuine(), ["a", "logged_in_customer_id=666m="], ["q", "path_prefix=/z"]]);
  const signature = signed.searchParams.get("signature") ?? "";
  const forged = new URL("https://onethread.example.com/proxy/messages");
  const cut: [string, string][] = [
    ["a", ""],
    ["logged_in_customer_id", "666"],
    ["m", "logged_in_customer_id=77path_prefix=/apps/onethreadq="],
    ["path_prefix", "/z"],
    ["shop", "linden-loom.myshopify.com"],
    ["timestamp", String(seconds)],
    ["signature", signature],
  ];
  for (const [name, value] of cut) forged.searchParams.append(name, value);
  expect(signedUrl(cut.slice(0, -1)).searchParams.get("signature")).toBe(signature);
  expect(verify(forged)).toMatchObject({ ok: false, status: 400 });
});

test.each(["7a", " 77", "-1", "1,2", "77\n", "٧", "0x10"])("%j is no customer id", (id) => {
  expect(verify(signedUrl(genuine({ logged_in_customer_id: id })))).toMatchObject({ ok: false, status: 400 });
});

test.each([
  "evil.example.com",
  "linden-loom.myshopify.com.evil.example",
  "-x.myshopify.com",
  "a.b.myshopify.com",
  "LINDEN.myshopify.com",
  "",
])("%j is no shop", (shop) => {
  expect(verify(signedUrl(genuine({ shop })))).toMatchObject({ ok: false, status: 400 });
});

test("is good for 90 seconds to either side and not longer", () => {
  const url = signedUrl(genuine());
  for (const offset of [-90, 0, 90]) expect(verify(url, new Date(now.getTime() + offset * 1000))).toMatchObject({ ok: true });
  for (const offset of [-91, 91, 86_400])
    expect(verify(url, new Date(now.getTime() + offset * 1000))).toMatchObject({ ok: false, status: 400 });
  for (const timestamp of ["", "1e9", "NaN", "-1", "99999999999999999999"])
    expect(verify(signedUrl(genuine({ timestamp })))).toMatchObject({ ok: false, status: 400 });
});

test("another secret's signature is refused as unauthorised", () => {
  expect(verify(signedUrl(genuine(), "stranger"))).toMatchObject({ ok: false, status: 401 });
});

const headers = {
  "x-shopify-topic": "returns/approve",
  "x-shopify-shop-domain": "linden-loom.myshopify.com",
  "x-shopify-event-id": "event-1",
  "x-shopify-webhook-id": "delivery-1",
  "x-shopify-triggered-at": "2026-11-20T11:59:58.123Z",
  "x-shopify-api-version": "2026-10",
};

test("retries of one event to one subscription have one key", () => {
  const first = webhookIdentity(headers);
  expect(first).toMatchObject({
    topic: "returns/approve",
    shop: "linden-loom.myshopify.com",
    triggeredAt: new Date("2026-11-20T11:59:58.123Z"),
  });
  expect(webhookIdentity({ ...headers, "x-shopify-webhook-id": "delivery-2" })?.key).toBe(first?.key);
  expect(webhookIdentity(new Headers(headers))?.key).toBe(first?.key);
});

test("other events, topics and subscriptions have other keys", () => {
  const others = [{ "x-shopify-event-id": "event-2" }, { "x-shopify-topic": "returns/close" }, { "x-shopify-name": "second" }];
  const keys = [{}, ...others].map((change) => webhookIdentity({ ...headers, ...change })?.key);
  expect(new Set(keys).size).toBe(4);
});

test("without an event id the delivery's id is the key, in either family of headers", () => {
  expect(webhookIdentity({ ...headers, "x-shopify-event-id": undefined })?.key).toBe("returns/approve||delivery-1");
  const events = {
    "shopify-topic": "orders/updated",
    "shopify-shop-domain": "linden-loom.myshopify.com",
    "shopify-webhook-id": "w",
    "shopify-hmac-sha256": "s",
  };
  expect(webhookIdentity(events)).toMatchObject({ key: "orders/updated||w", triggeredAt: null });
  expect(webhookSignature(events)).toBe("s");
});

test.each([
  { "x-shopify-topic": undefined },
  { "x-shopify-topic": "not a topic" },
  { "x-shopify-shop-domain": "evil.example.com" },
  { "x-shopify-event-id": undefined, "x-shopify-webhook-id": undefined },
])("a webhook without what identifies it has no identity (%j)", (change) => {
  expect(webhookIdentity({ ...headers, ...change })).toBeNull();
});
