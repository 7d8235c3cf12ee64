import { runFollowers } from "#app/domain/cases/followed.server.ts";
import { requestWrites } from "#app/domain/privacy/requests.server.ts";
import { lookAtPromises } from "#app/domain/promises/ledger.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { log } from "#app/platform/log.ts";
import { customerMergeOf } from "./customer-merge.server.ts";
import { isAboutThisShop } from "./store-event-shop.ts";

/**
 * Reads one stored Shopify webhook. Its words cause nothing by themselves: the cases of the order it names are run again,
 * with facts read afresh from the Admin API. An order of another shop finds no case here, whatever the header said.
 */
export async function intakeStoreEvent(shopId: string, rawEventId: string): Promise<Write[]> {
  const { prisma } = database();
  const raw = await prisma.rawEvent.findFirst({ where: { id: rawEventId, shopId } });
  if (!raw || raw.processedAt) return [];
  const body = JSON.parse(raw.body) as Record<string, unknown>;
  // Its words are needed no longer.
  const processed = update("RawEvent", { id: rawEventId }, { processedAt: now(), body: "{}" });
  const topic = raw.topic ?? "";
  if (!isAboutThisShop(topic, body, raw.account)) {
    log.warn("store-event-not-believed", { shopId, topic });
    return [processed];
  }
  switch (topic) {
    case "app/uninstalled":
      return [processed, checkUninstalled(shopId, false)];
    case "app/scopes_update":
      return [processed, audit(shopId, "scopes-updated", { count: Array.isArray(body.current) ? body.current.length : 0 })];
    case "customers/merge": {
      const merge = customerMergeOf(body);
      return merge ? [processed, enqueue(shopId, "identity.join-merged", merge, { runAt: now() })] : [processed];
    }
    case "shop/update":
      return [processed, enqueue(shopId, "shop.refresh", {}, { key: `refresh-shop:${shopId}`, runAt: now() })];
    case "products/create":
    case "products/update":
    case "products/delete": {
      const id = idOf(body.id);
      const productId = `gid://shopify/Product/${id}`;
      return id
        ? [processed, enqueue(shopId, "knowledge.product", { productId }, { key: `product:${shopId}:${id}`, runAt: now() })]
        : [processed];
    }
    case "customers/data_request":
      return [
        processed,
        ...requestWrites(shopId, {
          kind: "export",
          source: "shopify",
          externalId: idOf(body.data_request),
          about: { customer: customerOf(body) },
        }),
        audit(shopId, "customer-data-requested", { dataRequest: idOf(body.data_request) }),
      ];
    case "customers/redact":
      return [processed, ...requestWrites(shopId, { kind: "erase", source: "shopify", about: { customer: customerOf(body) } })];
    case "shop/redact":
      return [processed, checkUninstalled(shopId, true)];
    default:
      return [processed, ...(await runCases(shopId, topic, body))];
  }
}

async function runCases(shopId: string, topic: string, body: Record<string, unknown>): Promise<Write[]> {
  const orderId = orderIdOf(topic, body);
  if (orderId) {
    const followers = await runFollowers(shopId, orderId, topic, textOf(body.admin_graphql_api_id));
    const looks = [...followers, ...(await lookAtPromises(shopId, orderId))];
    return mayBeTrouble(topic, body) ? [...looks, lookAtParcels(shopId, orderId)] : looks;
  }
  log.info("store-event-without-order", { shopId, topic });
  return [];
}

/**
 * Whether the webhook speaks of a parcel's trouble, so that who has not asked may want to know. Only a reason to look: what is
 * told stands in the order that is read then.
 */
function mayBeTrouble(topic: string, body: Record<string, unknown>): boolean {
  if (topic === "fulfillment_events/create") return troubles.has(String(body.status));
  return topic === "fulfillments/update" && troubles.has(String(body.shipment_status));
}

const troubles = new Set(["delayed", "attempted_delivery", "failure", "not_delivered"]);

/** Under the order's own key: several webhooks of one scan are one look. */
function lookAtParcels(shopId: string, orderId: string): Write {
  return enqueue(shopId, "proactive.parcels", { orderId }, { key: `parcels:${shopId}:${orderId}`, runAt: now() });
}

/** The two wait for each other, so that nothing is asked twice at once. */
function checkUninstalled(shopId: string, erase: boolean): Write {
  return enqueue(shopId, "shop.check-uninstalled", { erase }, { queue: `uninstalled:${shopId}`, runAt: now() });
}

/** Orders carry their own id; everything else names its order in one of these ways. */
function orderIdOf(topic: string, body: Record<string, unknown>): string | null {
  const order = body.order as Record<string, unknown> | undefined;
  const edit = topic === "orders/edited" ? (body.order_edit as Record<string, unknown> | undefined) : undefined;
  const own = topic.startsWith("orders/") ? textOf(body.admin_graphql_api_id) : undefined;
  const nested = textOf(order?.admin_graphql_api_id);
  const numeric = idOf(edit?.order_id ?? body.order_id ?? order?.id ?? (topic.startsWith("orders/") ? body.id : undefined));
  return own ?? nested ?? (numeric ? `gid://shopify/Order/${numeric}` : null);
}

function customerOf(body: Record<string, unknown>) {
  const customer = (body.customer ?? {}) as Record<string, unknown>;
  const orders = [body.orders_to_redact, body.orders_requested].flatMap((list) => (Array.isArray(list) ? list : []));
  return {
    customerId: idOf(customer.id),
    email: textOf(customer.email)?.toLowerCase(),
    phone: textOf(customer.phone)?.replace(/[^+\d]/g, ""),
    orderIds: orders.flatMap((id) => idOf(id) ?? []).map((id) => `gid://shopify/Order/${id}`),
  };
}

function audit(shopId: string, action: string, detail: Record<string, string | number | undefined>): Write {
  return insert("Audit", {
    id: newId(),
    shopId,
    at: now(),
    actor: "shopify",
    action,
    subject: shopId,
    detail: JSON.parse(JSON.stringify(detail)),
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function idOf(value: unknown): string | undefined {
  if (value !== null && typeof value === "object" && "id" in value) return idOf(value.id);
  return typeof value === "number" || typeof value === "string" ? String(value) : undefined;
}
