import { createHmac } from "node:crypto";
import "@shopify/shopify-api/adapters/web-api";
import { shopifyApi } from "@shopify/shopify-api";
import { expect, test } from "vitest";
import { signAppProxyQuery } from "#sandbox/shopify/app-proxy.ts";
import { apiKey, apiSecret, domain, openShop } from "./pretend-shop.ts";

test("the signature: without itself, repeated values joined by commas, pairs sorted and put together", () => {
  const params = new URLSearchParams(
    "shop=linden-loom.myshopify.com&extra=1&extra=2&timestamp=1&signature=old&path_prefix=%2Fapps%2Fonethread&logged_in_customer_id=",
  );
  const text = "extra=1,2logged_in_customer_id=path_prefix=/apps/onethreadshop=linden-loom.myshopify.comtimestamp=1";
  expect(signAppProxyQuery(params, "hush")).toBe(createHmac("sha256", "hush").update(text).digest("hex"));
});

test("the app gets the request under its own address, signed for the customer, without cookies", async () => {
  const shop = openShop();
  const answer = await shop.double.proxyRequest({
    path: "/apps/onethread/messages?after=3",
    method: "POST",
    body: '{"text":"hello"}',
    loggedInCustomerId: 77,
    headers: { "content-type": "application/json", cookie: "session=secret" },
  });
  expect(answer.status).toBe(200);
  const [request] = shop.received;
  const url = new URL(request?.url ?? "");
  expect(`${url.origin}${url.pathname}`).toBe("https://app.example/proxy/messages");
  expect(url.searchParams.get("after")).toBe("3");
  expect(url.searchParams.get("shop")).toBe(domain);
  expect(url.searchParams.get("logged_in_customer_id")).toBe("77");
  expect(url.searchParams.get("path_prefix")).toBe("/apps/onethread");
  expect(request?.headers.get("cookie")).toBeNull();
  expect(await request?.text()).toBe('{"text":"hello"}');
  const shopify = shopifyApi({
    apiKey,
    apiSecretKey: apiSecret,
    hostName: "app.example",
    apiVersion: "2026-10" as never,
    isEmbeddedApp: true,
    logger: { level: 0 },
  });
  expect(await shopify.utils.validateHmac(Object.fromEntries(url.searchParams), { signator: "appProxy" })).toBe(true);
});

test("a visitor is nobody in particular, his own signature is dropped, and the app's cookies do not reach him", async () => {
  const received: string[] = [];
  const send = async (request: Request) => {
    received.push(request.url);
    return new Response("hi", { headers: { "set-cookie": "a=b", "x-kept": "1" } });
  };
  const shop = openShop({ send });
  const visit = new Request(`https://${domain}/apps/onethread/boot?signature=forged`, { headers: { accept: "application/json" } });
  const answer = await shop.double.handle(visit);
  const query = new URL(received[0] ?? "").searchParams;
  expect(query.get("logged_in_customer_id")).toBe("");
  expect(query.getAll("signature")).toEqual([signAppProxyQuery(query, apiSecret)]);
  expect([answer.headers.get("set-cookie"), answer.headers.get("x-kept"), await answer.text()]).toEqual([null, "1", "hi"]);
  expect((await shop.double.handle(new Request(`https://${domain}/apps/another/boot`))).status).toBe(404);
});
