import type { OrderFacts } from "#app/domain/orders/facts.ts";
import type { AdminClient } from "./client.server.ts";
import { changedOrders, customerByPhone, listSizes, orderById, ordersByCustomer, ordersBySearch } from "./operations/index.ts";
import { isCutShort, toOrderFacts } from "./order-facts.ts";
import type { OrderNode } from "./responses.ts";
import {
  canonicalOrderName,
  changedSinceTerm,
  customerTerm,
  emailTerm,
  isOrderId,
  orderNameTerm,
  phoneTerm,
  type SearchTerm,
} from "./search-terms.ts";

/** How many of a shopper's orders are read, newest first; older ones are found by their name. */
const wanted = 5;
/** Pages of five that are looked through when the index offers orders that do not fit. */
const maximumPages = 3;

type Fits = (facts: OrderFacts) => boolean;

/** The newest orders of a customer. `customerId`: digits, or Shopify's global id. */
export async function findOrdersByCustomer(client: AdminClient, customerId: string): Promise<OrderFacts[]> {
  const term = customerTerm(customerId);
  return term ? search(client, ordersByCustomer, term, (facts) => facts.customerId === term.canonical) : [];
}

/** The newest orders that carry this e-mail address. Text that is no address finds nothing. */
export async function findOrdersByEmail(client: AdminClient, email: string): Promise<OrderFacts[]> {
  const term = emailTerm(email);
  return term ? search(client, ordersBySearch, term, (facts) => facts.email?.toLowerCase() === term.canonical) : [];
}

/**
 * The newest orders with this number (with country code) as their own. Shopify has no documented search
 * field for it (an unknown one is ignored, which finds everything): the customer is looked up, and the free-text index asked.
 */
export async function findOrdersByPhone(client: AdminClient, phone: string): Promise<OrderFacts[]> {
  const term = phoneTerm(phone);
  if (!term) return [];
  const fits: Fits = (facts) => facts.phone === term.canonical;
  const [byText, byOwner] = await Promise.all([search(client, ordersBySearch, term, fits), ordersOfOwner(client, term.canonical, fits)]);
  const unique = new Map([...byText, ...byOwner].map((facts) => [facts.id, facts]));
  return [...unique.values()].sort((left, right) => right.processedAt.getTime() - left.processedAt.getTime()).slice(0, wanted);
}

async function ordersOfOwner(client: AdminClient, phone: string, fits: Fits): Promise<OrderFacts[]> {
  const { customerByIdentifier } = await client.query(customerByPhone, { phone });
  const term = customerByIdentifier && customerTerm(customerByIdentifier.id);
  return term ? search(client, ordersByCustomer, term, fits) : [];
}

/** The order with exactly this name, "#" or not. Says nothing on whose it is: the caller asks for proof. */
export async function findOrderByName(client: AdminClient, name: string): Promise<OrderFacts | null> {
  const term = orderNameTerm(name);
  if (!term) return null;
  const found = await search(client, ordersBySearch, term, (facts) => canonicalOrderName(facts.name) === term.canonical);
  return found[0] ?? null;
}

/** One order by its global id, read afresh; null when it is gone, older than the app may see, or the id is malformed. */
export async function getOrder(client: AdminClient, orderId: string): Promise<OrderFacts | null> {
  if (!isOrderId(orderId)) return null;
  const { order } = await client.query(orderById, { id: orderId });
  return order ? toOrderFacts(order) : null;
}

/** Pages of a hundred that one look at the changes reads. */
const maximumChangePages = 10;

/** Orders that changed at `since` or later, the oldest change first. `complete` is false when there are more than one look reads. */
export async function readChangedOrders(client: AdminClient, since: Date): Promise<ChangedOrders> {
  const query = changedSinceTerm(since);
  const found: ChangedOrders["orders"] = [];
  let after: string | undefined;
  for (let page = 0; page < maximumChangePages; page += 1) {
    const { orders } = await client.query(changedOrders, { query, after });
    found.push(...orders.nodes);
    after = orders.pageInfo.endCursor ?? undefined;
    if (!orders.pageInfo.hasNextPage || !after) return { orders: found, complete: true };
  }
  return { orders: found, complete: false };
}

export type ChangedOrders = { orders: { id: string; updatedAt: Date }[]; complete: boolean };

async function search(client: AdminClient, operation: typeof ordersBySearch, term: SearchTerm, fits: Fits): Promise<OrderFacts[]> {
  const found: OrderNode[] = [];
  let after: string | undefined;
  for (let page = 0; page < maximumPages; page += 1) {
    const { orders } = await client.query(operation, { query: term.query, after });
    // The index is fuzzy, stale at times, and ignores fields it does not know: only what compares equal counts.
    found.push(...orders.nodes.filter((node) => fits(toOrderFacts(node))));
    after = orders.pageInfo.endCursor ?? undefined;
    if (found.length >= wanted || !orders.pageInfo.hasNextPage || !after) break;
  }
  return Promise.all(found.slice(0, wanted).map((node) => complete(client, node)));
}

/** The list shows the usual extent of an order; a larger one is read once more, whole. */
async function complete(client: AdminClient, node: OrderNode): Promise<OrderFacts> {
  const whole = isCutShort(node, listSizes) ? await getOrder(client, node.id) : null;
  return whole ?? toOrderFacts(node);
}
