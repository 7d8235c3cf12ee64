import { itemLabel } from "#app/channels/message.ts";
import { type ExchangeProduct, type ExchangeVariant, isInStock, variantLabel } from "#app/domain/orders/exchange.ts";
import { shopFaults } from "#app/domain/returns/policy.ts";
import type { FactRequest } from "../../engine.ts";
import { isEven } from "../gift/endings.ts";
import type { Scene } from "../lines.ts";
import type { Answer } from "../slot.ts";
import { type Exchange, isExchange, isQuoteDue, type ReturnState, withoutOutcome, withoutQuote } from "../state.ts";
import { matchVariants, type Wish } from "./match-variant.ts";
import { exchangedLine, offeredOutcomes } from "./offer.ts";
import { outcomeText } from "./texts/index.ts";

/** The product whose kinds are chosen from: the bought one, or another that was named. */
function productIdOf(scene: Scene): string | undefined {
  return scene.state.outcome === "exchange-variant" ? exchangedLine(scene)?.item.productId : scene.state.exchange?.productId;
}

/** The shop's kinds and products that this state cannot be read without, and that are not at hand. */
export function exchangeNeeds(scene: Scene): FactRequest[] {
  const { state, facts } = scene;
  if (!isExchange(state.outcome) || !isQuoteDue(state) || !offeredOutcomes(scene).some((one) => one === state.outcome)) return [];
  const productId = productIdOf(scene);
  if (productId) return facts.product?.productId === productId ? [] : [{ fact: "product", productId }];
  const words = state.outcome === "exchange-product" && !state.exchange?.found ? state.exchange?.words : undefined;
  return words && facts.catalogue?.words !== words ? [{ fact: "catalogue", words }] : [];
}

/** The product as the store has it now; undefined until it was fetched, null when it is gone. */
export function exchangeProduct(scene: Scene): ExchangeProduct | null | undefined {
  const productId = productIdOf(scene);
  const { product } = scene.facts;
  return productId !== undefined && product?.productId === productId ? product.result : undefined;
}

/** The kinds that may be chosen: in stock as often as it goes back, and not the very one that does, unless it arrived wrong. */
export function choosable(scene: Scene, product: ExchangeProduct): ExchangeVariant[] {
  return kindsOf(scene, product).filter((one) => isInStock(one, quantityOf(scene.state)));
}

export function soldOut(scene: Scene, product: ExchangeProduct): ExchangeVariant[] {
  return kindsOf(scene, product).filter((one) => !isInStock(one, quantityOf(scene.state)));
}

function kindsOf(scene: Scene, { variants }: ExchangeProduct): ExchangeVariant[] {
  const { reason } = scene.state;
  const bought = exchangedLine(scene)?.item.variantId;
  const even = variants.filter((one) => isEven(scene, one));
  return reason && shopFaults.has(reason) ? even : even.filter((one) => one.variantId !== bought);
}

export function quantityOf({ picks }: ReturnState): number {
  return picks[0]?.quantity ?? 1;
}

/** Takes one kind for the exchange; what cannot be had is named. */
export function takeVariant(scene: Scene, variantId: string): Answer | null {
  const product = exchangeProduct(scene);
  const variant = product && kindsOf(scene, product).find((one) => one.variantId === variantId);
  if (!product || !variant) return null;
  const variantTitle = variantLabel(variant) || undefined;
  const label = itemLabel({ title: product.title, variantTitle });
  const exchange: Exchange = { ...scene.state.exchange, wish: undefined, between: undefined, found: undefined };
  if (!isInStock(variant, quantityOf(scene.state)))
    return {
      state: withExchange(scene.state, exchange),
      notices: [outcomeText(scene.context.language, "variantSoldOut", { item: label })],
    };
  return { state: withExchange(scene.state, { ...exchange, variantId, label }), notices: [] };
}

function withExchange(state: ReturnState, exchange: Exchange): ReturnState {
  return withoutQuote({ ...state, exchange });
}

/** What words say about the kind; null when they name none of the product's. */
export function takeWish(scene: Scene, wish: Wish): Answer | null {
  const product = exchangeProduct(scene);
  const meant = product && matchVariants(wish, product, exchangedLine(scene)?.item.variantId);
  if (!meant || meant.length === 0) return null;
  const [only] = meant;
  if (only && meant.length === 1) return takeVariant(scene, only.variantId);
  const there = meant.filter((one) => isInStock(one, quantityOf(scene.state)));
  const [one] = there;
  if (one && there.length === 1) return takeVariant(scene, one.variantId);
  const exchange: Exchange = { ...scene.state.exchange, wish: undefined, variantId: undefined, label: undefined };
  if (there.length > 0)
    return { state: withExchange(scene.state, { ...exchange, between: there.map(({ variantId }) => variantId) }), notices: [] };
  const item = itemLabel({ title: product.title, variantTitle: variantLabel(meant[0] as ExchangeVariant) });
  return { state: withExchange(scene.state, exchange), notices: [outcomeText(scene.context.language, "variantSoldOut", { item })] };
}

/** Takes what needs no question once the store has answered: the named product, the wished kind, the only kind. */
export function takeExchange(scene: Scene): Answer | null {
  const { state, facts, context } = scene;
  const { exchange = {} } = state;
  if (!isExchange(state.outcome) || exchange.variantId) return null;
  const { words } = exchange;
  if (words && !exchange.productId && !exchange.found && facts.catalogue?.words === words) {
    const { products } = facts.catalogue;
    const [only] = products;
    if (only && products.length === 1) return { state: withProduct(state, only), notices: [] };
    const kept = { ...exchange, words: undefined, ...(products.length > 0 && { found: products }) };
    const notices = products.length > 0 ? [] : [outcomeText(context.language, "productNotFound", { words })];
    return { state: { ...state, exchange: kept }, notices };
  }
  const product = exchangeProduct(scene);
  if (!product) return null;
  if (exchange.wish) {
    const without = { ...state, exchange: { ...exchange, wish: undefined } };
    return takeWish(scene, exchange.wish) ?? { state: without, notices: [] };
  }
  const [only, ...more] = choosable(scene, product);
  return only && more.length === 0 && product.variants.length === 1 ? takeVariant(scene, only.variantId) : null;
}

/** Another product; a kind that was wished for along with it is looked for among its own. */
export function withProduct(state: ReturnState, { productId, title }: { productId: string; title: string }): ReturnState {
  const { wish, words } = state.exchange ?? {};
  return { ...state, exchange: { productId, productTitle: title, wish: wish ?? (words ? { words } : undefined) } };
}

/** What was chosen against what the shop has today: what is gone is named, and something else is chosen. */
export function checkExchange(scene: Scene): Answer | null {
  const { state, context } = scene;
  const product = exchangeProduct(scene);
  if (!isExchange(state.outcome) || product === undefined) return null;
  const item = state.exchange?.label ?? state.exchange?.productTitle ?? itemLabel(exchangedLine(scene)?.item ?? { title: "" });
  if (!product || choosable(scene, product).length === 0) return nothingLeft(scene, item);
  const { variantId } = state.exchange ?? {};
  if (!variantId) return null;
  const chosen = kindsOf(scene, product).find((one) => one.variantId === variantId);
  if (chosen && isInStock(chosen, quantityOf(state))) return null;
  const exchange: Exchange = { ...state.exchange, variantId: undefined, label: undefined };
  return { state: withExchange(state, exchange), notices: [outcomeText(context.language, "variantGone", { item })] };
}

/** No kind of the product can be had: another product, where that is offered, or how else it may end. */
function nothingLeft(scene: Scene, item: string): Answer {
  const { state, context } = scene;
  const notices = [outcomeText(context.language, "nothingInStock", { item })];
  if (state.outcome === "exchange-product") return { state: withExchange(state, {}), notices };
  const isOther = offeredOutcomes(scene).includes("exchange-product");
  const next: ReturnState = isOther
    ? { ...withExchange(state, {}), outcome: "exchange-product" }
    : { ...withoutOutcome(state), exchange: { gone: true } };
  return { state: next, notices };
}
