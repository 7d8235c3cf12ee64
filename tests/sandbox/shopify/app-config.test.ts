import { expect, test } from "vitest";
import { parseAppConfig, readAppConfig } from "#sandbox/shopify/app-config.ts";

test("scopes, subscriptions and the proxy are read from the app's file", () => {
  const config = parseAppConfig(`
client_id = "abc" # a comment
[access_scopes]
scopes = "read_orders, write_returns"
[webhooks]
api_version = "2026-10"
  [[webhooks.subscriptions]]
  topics = [
    "orders/create", # the first
    "returns/request",
  ]
  uri = "/webhooks/shopify"
  name = "orders # and returns"
  [[webhooks.subscriptions]]
  compliance_topics = ["shop/redact"]
  uri = "/webhooks/privacy"
[app_proxy]
url = "https://app.example/shop-proxy"
prefix = "tools"
subpath = "care"
`);
  expect(config).toEqual({
    scopes: ["read_orders", "write_returns"],
    webhookVersion: "2026-10",
    subscriptions: [
      { topics: ["orders/create", "returns/request"], uri: "/webhooks/shopify", name: "orders # and returns" },
      { topics: ["shop/redact"], uri: "/webhooks/privacy", name: undefined },
    ],
    proxy: { path: "/shop-proxy", prefix: "tools", subpath: "care" },
  });
});

test("the project's own file can be read", () => {
  const config = readAppConfig();
  expect(config.scopes).toContain("write_returns");
  expect(config.subscriptions.flatMap((one) => one.topics)).toEqual(
    expect.arrayContaining(["orders/updated", "returns/approve", "app/uninstalled", "shop/redact"]),
  );
});
