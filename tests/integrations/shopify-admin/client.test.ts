import { expect, test } from "vitest";
import { orderById, returnRequest, shopInfo } from "#app/integrations/shopify-admin/operations/index.ts";
import { Throttle } from "#app/integrations/shopify-admin/throttle.ts";
import { VendorError } from "#app/integrations/shopify-admin/vendor-error.ts";
import { clientWith, data, fakeFetch, orderNode, shopDomain, throttled } from "./fake-admin.ts";

const shop = {
  shop: {
    name: "Linden & Loom",
    email: null,
    ianaTimezone: "Europe/Berlin",
    currencyCode: "EUR",
    myshopifyDomain: shopDomain,
    shopPolicies: null,
  },
};
const asked = { returnRequest: { return: { id: "gid://shopify/Return/5", name: "#1001-R1", status: "REQUESTED" }, userErrors: [] } };
const input = { input: { orderId: "gid://shopify/Order/1", returnLineItems: [] } };
const networkDown = { fail: new TypeError("fetch failed", { cause: { code: "ECONNRESET" } }) };

async function failure(work: Promise<unknown>): Promise<VendorError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VendorError)) throw new Error(`Expected a VendorError, got ${error}`);
  return error;
}

test("sends the operation with the shop's token to version 2026-10", async () => {
  const { fetch, sent } = fakeFetch(data(shop));
  await clientWith({ fetch }).query(shopInfo, {});
  expect(sent[0]?.url).toBe("https://linden-loom.myshopify.com/admin/api/2026-10/graphql.json");
  expect(sent[0]?.headers.get("x-shopify-access-token")).toBe("token-1");
  expect(sent[0]?.body.operationName).toBe("ShopInfo");
});

test("a throttled request waits for exactly the missing points and is sent again", async () => {
  const { fetch, sent } = fakeFetch(throttled({ requestedQueryCost: 500, currentlyAvailable: 200 }), data(shop));
  const waited: number[] = [];
  await clientWith({ fetch }, waited).query(shopInfo, {});
  expect(sent).toHaveLength(2);
  expect(waited).toEqual([3000]);
});

test("a throttled mutation did nothing and is sent again", async () => {
  const { fetch, sent } = fakeFetch(throttled({ requestedQueryCost: 10, currentlyAvailable: 0 }), data(asked));
  await expect(clientWith({ fetch }).query(returnRequest, input)).resolves.toEqual(asked);
  expect(sent).toHaveLength(2);
});

test("gives up on a shop that stays throttled, saying that nothing happened", async () => {
  const { fetch, sent } = fakeFetch(throttled({ requestedQueryCost: 500, currentlyAvailable: 0 }));
  const error = await failure(clientWith({ fetch }).query(shopInfo, {}));
  expect(error).toMatchObject({ status: 429, retryable: true, outcome: "none", codes: ["THROTTLED"] });
  expect(sent.length).toBeLessThanOrEqual(4);
});

test("waits before sending when the bucket is known to be too empty, across clients of the shop", async () => {
  const throttle = new Throttle();
  const waited: number[] = [];
  await clientWith({ ...fakeFetch(data(shop, { requestedQueryCost: 300, currentlyAvailable: 50 })), throttle }).query(shopInfo, {});
  await clientWith({ ...fakeFetch(data(shop)), throttle }, waited).query(shopInfo, {});
  expect(waited).toEqual([2500]);
});

test("parallel requests queue up for the points instead of all being refused", async () => {
  const throttle = new Throttle();
  throttle.learn("ShopInfo", 100, { maximumAvailable: 1000, currentlyAvailable: 100, restoreRate: 100 }, 0);
  const reserve = (at: number) => throttle.reserve("ShopInfo", at, 20_000);
  expect([reserve(0), reserve(0), reserve(0)]).toEqual([0, 1000, 2000]);
  expect(reserve(60_000)).toBe(0);
});

test("requests that give up do not push back those that come after", () => {
  const throttle = new Throttle();
  throttle.learn("ShopInfo", 500, { maximumAvailable: 1000, currentlyAvailable: 0, restoreRate: 100 }, 0);
  for (let caller = 0; caller < 50; caller += 1) expect(throttle.reserve("ShopInfo", 0, 1000)).toBeNull();
  expect(throttle.reserve("ShopInfo", 0, 20_000)).toBe(5000);
});

test("a refused token is renewed once, also for a mutation", async () => {
  const { fetch, sent } = fakeFetch(new Response("", { status: 401 }), data(asked));
  const rejectedTokens: (string | undefined)[] = [];
  const getToken = async (rejected?: string) => {
    rejectedTokens.push(rejected);
    return rejected ? "token-2" : "token-1";
  };
  await clientWith({ fetch, getToken }).query(returnRequest, input);
  expect(rejectedTokens).toEqual([undefined, "token-1"]);
  expect(sent[1]?.headers.get("x-shopify-access-token")).toBe("token-2");
});

test("a token that stays refused asks for the merchant and is not tried a third time", async () => {
  const { fetch, sent } = fakeFetch(new Response("", { status: 401 }));
  const error = await failure(clientWith({ fetch }).query(shopInfo, {}));
  expect(error).toMatchObject({ status: 401, retryable: false, needsMerchant: true, outcome: "none" });
  expect(sent).toHaveLength(2);
});

test.each([
  ["an HTTP 503", new Response("", { status: 503 })],
  ["an HTTP 429", new Response("", { status: 429, headers: { "retry-after": "2" } })],
  ["a broken connection", networkDown],
  ["an answer that is not JSON", new Response("<html>")],
  [
    "Shopify's internal error",
    () => Response.json({ errors: [{ message: "Internal error", extensions: { code: "INTERNAL_SERVER_ERROR" } }] }),
  ],
])("a query is repeated over %s", async (_name, trouble) => {
  const { fetch, sent } = fakeFetch(trouble, data(shop));
  await expect(clientWith({ fetch }).query(shopInfo, {})).resolves.toMatchObject({ shop: { name: "Linden & Loom" } });
  expect(sent).toHaveLength(2);
});

test("a query gives up after four tries with growing pauses", async () => {
  const { fetch, sent } = fakeFetch(new Response("", { status: 502 }));
  const waited: number[] = [];
  const error = await failure(clientWith({ fetch }, waited).query(shopInfo, {}));
  expect(error).toMatchObject({ status: 502, retryable: true });
  expect(sent).toHaveLength(4);
  expect(waited).toEqual([250, 500, 1000]);
});

test.each([
  ["an HTTP 500 may have happened", new Response("", { status: 500 }), "unknown"],
  ["a lost reply may have happened", networkDown, "unknown"],
  ["a reply that cannot be read may have happened", new Response("<html>"), "unknown"],
  ["a reply of another shape may have happened", data({ returnRequest: null }), "unknown"],
  [
    "an internal error may have happened",
    () => Response.json({ errors: [{ message: "x", extensions: { code: "INTERNAL_SERVER_ERROR" } }] }),
    "unknown",
  ],
  [
    "an error deep in the answer may have happened",
    () => Response.json({ data: { returnRequest: null }, errors: [{ message: "x", path: ["returnRequest", "return", "name"] }] }),
    "unknown",
  ],
  ["a refused connection did not", { fail: new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } }) }, "none"],
  ["an HTTP 429 did not", new Response("", { status: 429 }), "none"],
  ["an HTTP 403 did not", new Response("", { status: 403 }), "none"],
  ["an invalid input did not", () => Response.json({ errors: [{ message: "x", locations: [{ line: 1, column: 1 }] }] }), "none"],
  [
    "a missing permission did not",
    () =>
      Response.json({
        data: { returnRequest: null },
        errors: [{ message: "x", path: ["returnRequest"], extensions: { code: "ACCESS_DENIED" } }],
      }),
    "none",
  ],
])("a mutation is sent once: %s", async (_name, trouble, outcome) => {
  const { fetch, sent } = fakeFetch(trouble);
  const error = await failure(clientWith({ fetch }).query(returnRequest, input));
  expect(error.vendor).toBe("shopify");
  expect(error.outcome).toBe(outcome);
  expect(sent).toHaveLength(1);
});

test("a request that hangs is given up after the timeout, and a mutation then counts as unknown", async () => {
  let calls = 0;
  const hanging: typeof fetch = (_input, init) => {
    calls += 1;
    return new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
  };
  const error = await failure(clientWith({ fetch: hanging, timeout: 20 }).query(returnRequest, input));
  expect(error).toMatchObject({ status: 0, outcome: "unknown", retryable: true });
  expect(calls).toBe(1);
});

test("userErrors are values, not exceptions", async () => {
  const refused = {
    returnRequest: { return: null, userErrors: [{ field: ["input", "orderId"], message: "Not found", code: "NOT_FOUND" }] },
  };
  await expect(clientWith(fakeFetch(data(refused))).query(returnRequest, input)).resolves.toMatchObject(refused);
});

test("protected customer data that is withheld does not spoil the order", async () => {
  const hidden = orderNode({ email: null, phone: null, customer: null, shippingAddress: null });
  const errors = [{ message: "Not approved", path: ["order", "customer"], extensions: { code: "ACCESS_DENIED" } }];
  const answer = () => Response.json({ data: { order: hidden }, errors });
  const { order } = await clientWith(fakeFetch(answer)).query(orderById, { id: "gid://shopify/Order/1" });
  expect(order).toMatchObject({ name: "#1001", email: undefined, customer: null });
});

test("an error of the whole query carries Shopify's codes and is not repeated", async () => {
  const { fetch, sent } = fakeFetch(() => Response.json({ errors: [{ message: "Too dear", extensions: { code: "MAX_COST_EXCEEDED" } }] }));
  const error = await failure(clientWith({ fetch }).query(shopInfo, {}));
  expect(error).toMatchObject({ codes: ["MAX_COST_EXCEEDED"], retryable: false, refusal: "Too dear" });
  expect(sent).toHaveLength(1);
});

test("no error of ours repeats the token or what the shopper wrote", async () => {
  const { fetch } = fakeFetch(new Response("token-1 ada@example.com", { status: 500 }));
  const error = await failure(clientWith({ fetch }).query(returnRequest, input));
  expect(`${error.message}${error.stack}`).not.toMatch(/token-1|ada@example/);
});
