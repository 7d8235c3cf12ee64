import { AdminClient, type AdminClientOptions } from "#app/integrations/shopify-admin/client.server.ts";

export const shopDomain = "linden-loom.myshopify.com";

export type Sent = { url: string; headers: Headers; body: { query: string; operationName: string; variables: Record<string, unknown> } };
type Answer = Response | (() => Response) | { fail: unknown };

/** A `fetch` that gives these answers in turn and keeps what was sent. The last answer stays. */
export function fakeFetch(...answers: Answer[]): { fetch: typeof fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  const fake = async (input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> => {
    sent.push({ url: String(input), headers: new Headers(init?.headers), body: JSON.parse(String(init?.body)) });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (!answer) throw new Error("No answer was prepared.");
    if (answer instanceof Response) return answer.clone();
    if (typeof answer === "function") return answer();
    throw answer.fail;
  };
  return { fetch: fake, sent };
}

/** As `fakeFetch`, answering each operation from its variables. Keys are the names in operations/ (`orderById`). */
export function fakeAdmin(answers: Record<string, (variables: Record<string, unknown>) => unknown>): { client: AdminClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const fake = async (input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> => {
    const body = JSON.parse(String(init?.body));
    sent.push({ url: String(input), headers: new Headers(init?.headers), body });
    const answer = answers[body.operationName.replace(/^./, (letter: string) => letter.toLowerCase())];
    if (!answer) throw new Error(`Unexpected operation ${body.operationName}.`);
    return data(answer(body.variables));
  };
  return { client: clientWith({ fetch: fake }), sent };
}

/** A client whose waiting takes no real time: `waited` lists the pauses, and its clock moves by them. */
export function clientWith(options: Partial<AdminClientOptions>, waited: number[] = []): AdminClient {
  let time = 0;
  return new AdminClient({
    shopDomain,
    getToken: async () => "token-1",
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      time += milliseconds;
    },
    monotonic: () => time,
    random: () => 1,
    ...options,
  });
}

export function data(value: unknown, cost?: { requestedQueryCost: number; currentlyAvailable: number }): Response {
  return Response.json({ data: value, ...(cost && { extensions: { cost: throttleCost(cost) } }) });
}

export function throttled(cost: { requestedQueryCost: number; currentlyAvailable: number }): Response {
  return Response.json({ errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }], extensions: { cost: throttleCost(cost) } });
}

function throttleCost({ requestedQueryCost, currentlyAvailable }: { requestedQueryCost: number; currentlyAvailable: number }) {
  return { requestedQueryCost, throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 } };
}

const eur = (amount: string) => ({ presentmentMoney: { amount, currencyCode: "EUR" } });
const lastPage = { hasNextPage: false, endCursor: null };

/** An order as OrdersBySearch and OrderById answer it. */
export function orderNode(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: "gid://shopify/Order/1",
    name: "#1001",
    processedAt: "2026-11-01T09:00:00Z",
    cancelledAt: null,
    displayFinancialStatus: "PAID",
    displayFulfillmentStatus: "FULFILLED",
    returnStatus: "NO_RETURN",
    email: "Ada@Example.com",
    phone: "+4930123456",
    customer: { id: "gid://shopify/Customer/77", firstName: "Ada", lastName: "Sample", tags: ["vip"] },
    tags: ["gift"],
    discountCodes: ["SPRING"],
    risk: { recommendation: "ACCEPT" },
    totalPriceSet: { ...eur("59.5"), shopMoney: { amount: "64.26", currencyCode: "USD" } },
    shippingAddress: { countryCodeV2: "DE" },
    lineItems: {
      pageInfo: lastPage,
      nodes: [
        {
          id: "gid://shopify/LineItem/11",
          title: "Linen shirt",
          variantTitle: "M",
          quantity: 1,
          image: { url: "https://cdn.example.com/shirt.jpg" },
          discountedUnitPriceAfterAllDiscountsSet: eur("59.5"),
        },
      ],
    },
    fulfillments: [
      {
        id: "gid://shopify/Fulfillment/21",
        status: "SUCCESS",
        displayStatus: "DELIVERED",
        createdAt: "2026-11-02T09:00:00Z",
        inTransitAt: "2026-11-02T18:00:00Z",
        estimatedDeliveryAt: null,
        deliveredAt: "2026-11-04T12:00:00Z",
        trackingInfo: [{ company: "Sample Post", number: "SP123", url: "https://post.example.com/SP123" }],
        events: {
          nodes: [
            { status: "IN_TRANSIT", happenedAt: "2026-11-02T18:00:00Z", city: "Berlin", message: null },
            { status: "DELIVERED", happenedAt: "2026-11-04T12:00:00Z", city: "Hamburg", message: null },
          ],
        },
        fulfillmentLineItems: { pageInfo: lastPage, nodes: [{ quantity: 1, lineItem: { id: "gid://shopify/LineItem/11" } }] },
      },
    ],
    returns: { pageInfo: lastPage, nodes: [] },
    refunds: [],
    ...changes,
  };
}

export function ordersPage(nodes: unknown[], endCursor?: string): unknown {
  return { orders: { pageInfo: { hasNextPage: Boolean(endCursor), endCursor: endCursor ?? null }, nodes } };
}

export const page = (nodes: unknown[], endCursor?: string) => ({
  pageInfo: { hasNextPage: Boolean(endCursor), endCursor: endCursor ?? null },
  nodes,
});

export { eur };
