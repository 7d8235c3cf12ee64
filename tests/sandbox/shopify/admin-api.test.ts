import { expect, test } from "vitest";
import { lostReplyHeader } from "#sandbox/shopify/double.ts";
import { config, domain, openShop } from "./pretend-shop.ts";

const call = (path: string, token: string | undefined, body = '{"query":"{ shop { name } }"}', signal?: AbortSignal) =>
  new Request(`https://${domain}${path}`, { method: "POST", headers: token ? { "x-shopify-access-token": token } : {}, body, signal });
const endpoint = "/admin/api/2026-10/graphql.json";
const requestReturn = `mutation($input: ReturnRequestInput!) { ask: returnRequest(input: $input) { return { id } userErrors { message } } }`;

test("a missing, wrong or expired token is answered with 401", async () => {
  const { double, clock } = openShop();
  expect((await double.handle(call(endpoint, undefined))).status).toBe(401);
  const wrong = await double.handle(call(endpoint, "shpat_wrong"));
  expect([wrong.status, await wrong.json()]).toEqual([401, { errors: expect.stringContaining("Invalid API key or access token") }]);
  const token = double.oauth.issueAccessToken();
  expect((await double.handle(call(endpoint, token))).status).toBe(200);
  clock.offset += 3_601_000;
  expect((await double.handle(call(endpoint, token))).status).toBe(401);
});

test("other versions, paths and shops are not found; a body that is no request is 400", async () => {
  const { double } = openShop();
  const token = double.oauth.issueAccessToken();
  expect((await double.handle(call("/admin/api/2026-07/graphql.json", token))).status).toBe(404);
  expect((await double.handle(call("/admin/api/2026-10/orders.json", token))).status).toBe(404);
  expect((await double.handle(call(endpoint, token, "not json"))).status).toBe(400);
  const elsewhere = new Request("http://127.0.0.1:9/admin/api/2026-10/graphql.json", {
    method: "POST",
    headers: { "x-sandbox-host": "other.myshopify.com", "x-shopify-access-token": token },
    body: "{}",
  });
  expect((await double.handle(elsewhere)).status).toBe(404);
});

test("an operation that is not valid is answered with errors, not with data", async () => {
  const shop = openShop();
  const answer = await shop.ask("{ shop { favouriteColour } }");
  expect(answer.data).toBeUndefined();
  expect(answer.errors?.[0]?.message).toContain("favouriteColour");
  expect((await shop.ask("{ shop {")).errors).toHaveLength(1);
});

test("a field without its scope is denied; a write scope is enough to read", async () => {
  const shop = openShop({ config: { ...config, scopes: ["write_returns"] } });
  const denied = await shop.ask(`{ orders(first: 1) { nodes { id } } }`);
  expect(denied.errors?.[0]).toMatchObject({ extensions: { code: "ACCESS_DENIED" }, message: expect.stringContaining("read_orders") });
  expect((await shop.ask(`{ returnReasonDefinitions(first: 1) { nodes { id } } }`)).errors).toBeUndefined();
});

test("the cost asked for counts what might come, the actual one what came", async () => {
  const shop = openShop();
  const cost = async (query: string, variables = {}) => (await shop.ask(query, variables)).extensions?.cost;
  expect(await cost("{ shop { name } }")).toMatchObject({ requestedQueryCost: 1, actualQueryCost: 1 });
  // The connection 2, and 10 times the order and its customer; one order came.
  const one = `query($n: Int) { orders(first: $n, query: "name:#1001") { nodes { id customer { id } } } }`;
  expect(await cost(one, { n: 10 })).toMatchObject({ requestedQueryCost: 22, actualQueryCost: 4 });
  const byDefault = `query($n: Int = 30) { orders(first: $n, query: "name:#1001") { nodes { id } } }`;
  expect(await cost(byDefault)).toMatchObject({ requestedQueryCost: 32, actualQueryCost: 3 });
  expect(await cost(`{ orders(first: 2) { nodes { returns(first: 3) { nodes { id } } } } }`)).toMatchObject({
    requestedQueryCost: 2 + 2 * (1 + 2 + 3),
  });
  const mutation = await shop.ask(`mutation { returnClose(id: "gid://shopify/Return/1") { userErrors { message } } }`);
  expect(mutation.extensions?.cost?.requestedQueryCost).toBe(11);
  expect(mutation.extensions?.cost?.throttleStatus).toMatchObject({ maximumAvailable: 2000, restoreRate: 100 });
});

test("a query above 1,000 points is refused before it runs", async () => {
  const shop = openShop();
  const answer = await shop.ask(`{ orders(first: 50) { nodes { fulfillments(first: 20) { id } } } }`);
  expect(answer.errors?.[0]?.extensions?.code).toBe("MAX_COST_EXCEEDED");
  expect(answer.data).toBeUndefined();
});

test("the bucket loses what a query actually cost", async () => {
  const shop = openShop();
  shop.double.admin.bucket.restoreRate = 0;
  await shop.ask(`{ orders(first: 20, query: "name:#1001") { nodes { id } } }`);
  const answer = await shop.ask("{ shop { name } }");
  expect(answer.extensions?.cost?.throttleStatus.currentlyAvailable).toBe(2000 - 3 - 1);
});

test("an empty bucket throttles with status 200 and refills with time", async () => {
  const shop = openShop();
  shop.double.admin.bucket.drainTo(5);
  const query = `{ orders(first: 20) { nodes { id } } }`;
  const throttled = await shop.ask(query);
  expect(throttled.errors?.[0]?.extensions?.code).toBe("THROTTLED");
  expect(throttled.extensions?.cost).toMatchObject({ requestedQueryCost: 22, actualQueryCost: null });
  shop.clock.offset += 1000;
  expect((await shop.ask(query)).errors).toBeUndefined();
});

test("faults: throttle, status and reset have no effect, a lost reply has", async () => {
  const shop = openShop();
  const line = { fulfillmentLineItemId: shop.fulfilmentLine("#4471", "DRESS-RUS-M"), quantity: 1, returnReasonDefinitionId: shop.reason() };
  const input = { orderId: shop.order("#4471").id, returnLineItems: [line] };
  shop.double.faults.add("returnRequest", { kind: "throttle" });
  expect((await shop.ask(requestReturn, { input })).errors?.[0]?.extensions?.code).toBe("THROTTLED");
  shop.double.faults.add("graphql", { kind: "status", status: 503, headers: { "retry-after": "2" } });
  const down = await shop.post(requestReturn, { input });
  expect([down.status, down.headers.get("retry-after")]).toEqual([503, "2"]);
  shop.double.faults.add("returnRequest", { kind: "reset" });
  expect((await shop.post(requestReturn, { input })).headers.get(lostReplyHeader)).toBe("1");
  expect(shop.order("#4471").returns).toEqual([]);

  shop.double.faults.add("returnRequest", { kind: "lost-reply" });
  expect((await shop.post(requestReturn, { input })).headers.get(lostReplyHeader)).toBe("1");
  expect(shop.order("#4471").returns).toHaveLength(1);
  expect(shop.history.of("shopify", "returnRequest")).toHaveLength(1);
  const again = await shop.ask(requestReturn, { input });
  expect(again.data).toMatchObject({ ask: { return: null, userErrors: [{ message: expect.any(String) }] } });
});

test("faults: a delay answers late, a hang answers nothing and does nothing", async () => {
  const shop = openShop();
  shop.double.faults.add("shop", { kind: "delay", ms: 30 });
  const before = performance.now();
  expect(await shop.get("shop.name", "{ shop { name } }")).toBe("Linden & Loom");
  expect(performance.now() - before).toBeGreaterThan(25);
  shop.double.faults.add("returnCreate", { kind: "hang", ms: 60_000 });
  const line = { fulfillmentLineItemId: shop.fulfilmentLine("#4471", "DRESS-RUS-M"), quantity: 1, returnReason: "UNWANTED" };
  const query = `mutation($r: ReturnInput!) { returnCreate(returnInput: $r) { return { id } } }`;
  const body = JSON.stringify({ query, variables: { r: { orderId: shop.order("#4471").id, returnLineItems: [line] } } });
  const hung = await shop.double.handle(call(endpoint, shop.double.oauth.issueAccessToken(), body, AbortSignal.timeout(20)));
  expect(hung.headers.get(lostReplyHeader)).toBe("1");
  expect(shop.order("#4471").returns).toEqual([]);
});
