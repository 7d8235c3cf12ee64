import type { GiftCardFacts } from "#app/domain/gift-cards/facts.ts";
import type { ProofLevel } from "#app/domain/identity/levels.ts";
import type { FoundProduct } from "#app/domain/orders/exchange.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { asRecipientSees } from "#app/domain/returns/gift-order.ts";
import type { FactRequest, Flow, FlowContext, FlowFacts, FlowInput, FlowResult } from "#app/flows/engine.ts";
import type { KeptFacts } from "#app/flows/privacy/state.ts";
import { withKinds } from "./exchange-kinds.ts";
import type { StoreReader } from "./services.ts";
import type { ShopperOrders } from "./store-facts.ts";

/** A flow asks for facts at most this often in one turn; more would be a loop. */
const maxRounds = 5;

/** `order`: the one whose parcel was shown. `show`: compares what is named of a parcel. */
export type GiftRun = {
  order: OrderFacts | null;
  returnId?: string;
  show(named: { orderName: string; postcode: string }): Promise<OrderFacts | "no-match" | "locked">;
};

export type FlowRun = {
  /** Present for whoever was given a thing: then no order is seen as its buyer sees it. */
  gift?: GiftRun;
  store: StoreReader;
  orders: ShopperOrders;
  level: ProofLevel;
  effect?: FlowFacts["effect"];
  best: ProofLevel;
  mayProveMore: boolean;
  toldElsewhere: string[];
  photos: number;
  kept(): Promise<KeptFacts>;
  giftCards(): Promise<GiftCardFacts[] | null>;
  mayChange?: string[];
  mailbox?: string;
  stated(orderName: string, contact: string): Promise<NonNullable<FlowFacts["stated"]>["result"]>;
  /** The shop's products that words may mean. */
  catalogue(words: string): Promise<FoundProduct[]>;
};

/** Advances a flow by one input, gathering the facts it asks for on the way. */
export async function runFlow(
  flow: Flow<unknown>,
  state: unknown,
  input: FlowInput,
  run: FlowRun,
  context: FlowContext,
): Promise<FlowResult<unknown>> {
  const { effect, best, mayProveMore, toldElsewhere, photos, mayChange, mailbox } = run;
  const known = { effect, level: best, mayProveMore, toldElsewhere, photos, mayChange, mailbox };
  const seen = run.gift ? recipientFacts(run.gift, run.gift.order) : { orders: await run.orders.at(run.level) };
  const facts: FlowFacts = { ...seen, ...known };
  let result = flow.advance(state, input, facts, context);
  for (let round = 1; result.needs && result.needs.length > 0; round += 1) {
    if (round > maxRounds) throw new Error(`The flow ${flow.name} keeps asking for facts.`);
    for (const request of result.needs) await gather(request, facts, run, context.currencyCode);
    const next = flow.advance(result.state, { kind: "continue" }, facts, context);
    // Whether the words were understood was decided when they were first read.
    result = { ...next, blocks: [...result.blocks, ...next.blocks], understood: result.understood || next.understood };
  }
  return result;
}

function recipientFacts({ returnId }: GiftRun, order: OrderFacts | null): Pick<FlowFacts, "orders" | "ruled"> {
  return order ? { orders: [asRecipientSees(order, returnId)], ruled: order } : { orders: [] };
}

/** A flow can only ask about what is this shopper's own. */
async function gather(request: FactRequest, facts: FlowFacts, run: FlowRun, currencyCode: string): Promise<void> {
  if (request.fact === "kept") {
    facts.kept = await run.kept();
    return;
  }
  if (request.fact === "gift-order") {
    const { orderName, postcode } = request;
    const found = run.gift ? await run.gift.show({ orderName, postcode }) : "no-match";
    const result = typeof found === "string" ? found : { id: found.id, name: found.name };
    facts.gift = { orderName, postcode, result };
    if (run.gift && typeof found !== "string") Object.assign(facts, recipientFacts(run.gift, found));
    return;
  }
  if (request.fact === "gift-cards") {
    facts.giftCards = await run.giftCards();
    return;
  }
  if (request.fact === "stated") {
    const { orderName, contact } = request;
    facts.stated = { orderName, contact, result: await run.stated(orderName, contact) };
    return;
  }
  // What the shop sells is nobody's own.
  if (request.fact === "catalogue") {
    facts.catalogue = { words: request.words, products: await run.catalogue(request.words) };
    return;
  }
  if (request.fact === "product") {
    const { productId } = request;
    facts.product = { productId, result: withKinds(await run.store.exchangeProduct(productId, currencyCode)) };
    return;
  }
  const orderId = request.fact === "quote" ? request.request.orderId : request.orderId;
  if (!facts.orders.some((order) => order.id === orderId)) throw new Error("A flow asked about an order that is not the shopper's.");
  if (request.fact === "cancelling") facts.cancelling = { orderId, result: await run.store.cancelling(orderId) };
  else if (request.fact === "address") facts.address = { orderId, result: await run.store.address(orderId) };
  else if (request.fact === "contents") facts.contents = { orderId, result: await run.store.contents(orderId) };
  else if (request.fact === "variants")
    facts.variants = { productId: request.productId, result: await run.store.variants(request.productId) };
  else if (request.fact === "edit") facts.edit = { orderId, change: request.change, result: await run.store.edit(orderId, request.change) };
  else if (request.fact === "owed") facts.owed = { orderId, result: await run.store.owed(orderId) };
  else if (request.fact === "returnable") facts.returnable = { orderId, items: await run.store.returnable(orderId) };
  else facts.quote = { request: request.request, result: await run.store.quote(request.request) };
}
