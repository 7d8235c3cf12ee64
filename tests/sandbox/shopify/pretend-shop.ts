import { expect } from "vitest";
import { History, SandboxClock } from "#sandbox/double.ts";
import type { AppConfig } from "#sandbox/shopify/app-config.ts";
import { ShopifyDouble, type ShopifyDoubleOptions } from "#sandbox/shopify/double.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { numericId } from "#sandbox/shopify/store.ts";

export const apiKey = "test-key";
export const apiSecret = "test-secret";
export const domain = "linden-loom.myshopify.com";

const scopes = [
  "read_orders",
  "write_orders",
  "write_order_edits",
  "read_customers",
  "read_products",
  "read_content",
  "write_returns",
  "read_legal_policies",
  "write_app_proxy",
];

export const config: AppConfig = {
  scopes,
  webhookVersion: "2026-10",
  subscriptions: [
    {
      topics: [
        "orders/create",
        "orders/updated",
        "orders/cancelled",
        "orders/fulfilled",
        "fulfillments/create",
        "fulfillments/update",
        "fulfillment_events/create",
        "returns/request",
        "returns/approve",
        "returns/decline",
        "returns/cancel",
        "returns/close",
        "refunds/create",
        "app/uninstalled",
        "app/scopes_update",
        "customers/data_request",
        "customers/redact",
        "shop/redact",
      ],
      uri: "/webhooks/shopify",
    },
  ],
  proxy: { path: "/proxy", prefix: "apps", subpath: "onethread" },
};

export type Answer = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string; field?: string[] } }[];
  extensions?: {
    cost?: {
      requestedQueryCost: number;
      actualQueryCost: number | null;
      throttleStatus: { currentlyAvailable: number; maximumAvailable: number; restoreRate: number };
    };
    search?: { warnings: { field: string }[] }[];
  };
};

/** A fresh store with an app that answers 200 to everything and keeps what it was sent. */
export function openShop(options: Partial<ShopifyDoubleOptions> = {}) {
  const history = new History();
  const clock = new SandboxClock();
  const received: Request[] = [];
  const send = async (request: Request): Promise<Response> => {
    received.push(request.clone());
    return new Response("ok");
  };
  const double = new ShopifyDouble({ apiKey, apiSecret, appUrl: "https://app.example", history, clock, config, send, ...options });
  let token = double.oauth.issueAccessToken();

  async function post(query: string, variables: Record<string, unknown> = {}): Promise<Response> {
    return double.handle(
      new Request(`https://${domain}/admin/api/2026-10/graphql.json`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-shopify-access-token": token },
        body: JSON.stringify({ query, variables }),
      }),
    );
  }
  async function ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await post(query, variables);
    expect(response.status).toBe(200);
    return response.json();
  }
  /** The data of a request that must succeed, at a path such as "order.returns". */
  async function get<Result>(path: string, query: string, variables: Record<string, unknown> = {}): Promise<Result> {
    const answer = await ask(query, variables);
    expect(answer.errors).toBeUndefined();
    return path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], answer.data) as Result;
  }
  const order = (name: string): OrderRecord => double.store.orderByName(name);
  /** The fulfilment line of a SKU. */
  function fulfilmentLine(orderName: string, sku: string): string {
    const found = order(orderName);
    const line = found.lines.find((one) => one.sku === sku);
    const id = found.fulfillments.flatMap((one) => one.lines).find((one) => one.lineItemId === line?.id)?.id;
    if (!id) throw new Error(`${orderName} has no shipped ${sku}`);
    return id;
  }
  const reason = (handle = "too-small"): string => double.store.reasons.find((one) => one.handle === handle)?.id ?? "";
  const renewToken = () => {
    token = double.oauth.issueAccessToken();
  };
  return { double, store: double.store, history, clock, received, post, ask, get, order, fulfilmentLine, reason, renewToken };
}

export type Shop = ReturnType<typeof openShop>;
export type Problems = { field: string[] | null; message: string; code?: string }[];

export { numericId };
