import { type Block, blockText, type Choice, type Language, type Money } from "#app/channels/message.ts";
import type { ExchangeProduct, FoundProduct, OwedFacts } from "#app/domain/orders/exchange.ts";
import type {
  AddressFacts,
  CancelFacts,
  EditFacts,
  EditQuote,
  OrderChange,
  OrderFacts,
  Quote,
  ReturnableItem,
  VariantFacts,
} from "#app/domain/orders/facts.ts";
import { defaultOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import {
  type Flow,
  type FlowFacts,
  type FlowInput,
  type FlowResult,
  type PlannedEffect,
  parseChoiceId,
  type QuoteRequest,
  type ReturnEffectInput,
} from "#app/flows/engine.ts";
import { addMoney, negated } from "#app/flows/money.ts";
import type { Intent, Slots, Understanding } from "#app/pipeline/assistant/model.ts";
import { noon } from "./orders.ts";

/** The store as the flow may see it. Tests change it between messages, as the world does. */
export type Store = {
  orders: OrderFacts[];
  returnable: Record<string, ReturnableItem[]>;
  effect?: FlowFacts["effect"];
  quoteError?: string;
  cancelling?: Record<string, CancelFacts>;
  addresses?: Record<string, AddressFacts>;
  contents?: Record<string, EditFacts>;
  variants?: Record<string, VariantFacts[]>;
  edit?: (change: OrderChange) => EditQuote | { error: string };
  /** By product. */
  products?: Record<string, ExchangeProduct>;
  owed?: OwedFacts;
  /** Percent; on top of prices when the flow's shop does not include it. */
  tax?: { percent: number; isExtra: boolean };
  /** How many pictures of the case there are. */
  photos?: number;
};

export function understood(intent: Intent | undefined, slots: Slots = {}, language: Language = "en"): Understanding {
  return { intents: intent ? [{ intent, confidence: 0.95 }] : [], language, mood: "calm", slots, decidedBy: "local" };
}

/** Runs a flow as a turn does: gathers the facts it asks for, keeps its state as JSON between messages. */
export class Shopper<State> {
  readonly flow: Flow<State>;
  readonly store: Store;
  language: Language;
  policy: ReturnPolicy;
  orderPolicy = defaultOrderPolicy;
  now = noon;
  saved: string;
  last: FlowResult<State> | undefined;
  effects: PlannedEffect[] = [];

  /** What a planned return would send. */
  returnInput(index = 0): ReturnEffectInput {
    return this.effects.at(index)?.input as ReturnEffectInput;
  }

  constructor(flow: Flow<State>, store: Store, options: { language?: Language; policy?: Partial<ReturnPolicy> } = {}) {
    this.flow = flow;
    this.store = store;
    this.language = options.language ?? "en";
    this.policy = { ...defaultReturnPolicy, ...options.policy };
    this.saved = JSON.stringify(flow.start());
  }

  get state(): State {
    return JSON.parse(this.saved);
  }

  send(input: FlowInput): FlowResult<State> {
    const facts: FlowFacts = { orders: this.store.orders, effect: this.store.effect, photos: this.store.photos };
    let result = this.advance(this.state, input, facts);
    for (let round = 0; result.needs && round < 5; round += 1) {
      for (const need of result.needs) {
        if (need.fact === "returnable") facts.returnable = { orderId: need.orderId, items: this.store.returnable[need.orderId] ?? [] };
        else if (need.fact === "cancelling")
          facts.cancelling = { orderId: need.orderId, result: this.store.cancelling?.[need.orderId] ?? null };
        else if (need.fact === "address") facts.address = { orderId: need.orderId, result: this.store.addresses?.[need.orderId] ?? null };
        else if (need.fact === "contents") facts.contents = { orderId: need.orderId, result: this.store.contents?.[need.orderId] ?? null };
        else if (need.fact === "variants")
          facts.variants = { productId: need.productId, result: this.store.variants?.[need.productId] ?? [] };
        else if (need.fact === "edit")
          facts.edit = { orderId: need.orderId, change: need.change, result: this.store.edit?.(need.change) ?? { error: "refused" } };
        else if (need.fact === "product")
          facts.product = { productId: need.productId, result: this.store.products?.[need.productId] ?? null };
        else if (need.fact === "catalogue") facts.catalogue = { words: need.words, products: this.found(need.words) };
        else if (need.fact === "owed") facts.owed = { orderId: need.orderId, result: this.store.owed ?? null };
        else if (need.fact === "quote") facts.quote = { request: need.request, result: this.quote(need.request) };
      }
      const next = this.advance(JSON.parse(JSON.stringify(result.state)), { kind: "continue" }, facts);
      result = { ...next, blocks: [...result.blocks, ...next.blocks], understood: result.understood || next.understood };
    }
    if (result.needs) throw new Error("The flow keeps asking for facts.");
    // A side question changes nothing: the turn answers it and throws the result away.
    if (result.understood) this.saved = JSON.stringify(result.state);
    this.effects.push(...(result.effects ?? []));
    this.last = result;
    return result;
  }

  open(text: string, intent: Intent = "return_start", slots: Slots = {}) {
    return this.send({ kind: "resume", text, understanding: understood(intent, slots, this.language) });
  }

  say(text: string, slots: Slots = {}, intent?: Intent) {
    return this.send({ kind: "text", text, understanding: understood(intent, slots, this.language) });
  }

  /** Taps the button whose id ends like this among those shown now. */
  tap(ending: string) {
    const choice = this.choices().find((one) => one.id.endsWith(ending));
    if (!choice) throw new Error(`No button ends with ${ending}: ${this.choices().map((one) => one.id)}`);
    return this.tapId(choice.id);
  }

  tapId(id: string) {
    const parsed = parseChoiceId(id);
    if (!parsed) throw new Error(`Not a choice: ${id}`);
    return this.send({ kind: "choice", slot: parsed.slot, value: parsed.value });
  }

  choices(): Choice[] {
    return (this.last?.blocks ?? []).flatMap(choicesOf);
  }

  /** Everything the last answer says, as a reader sees it. */
  words(): string {
    return (this.last?.blocks ?? []).map(blockText).join("\n");
  }

  block<Kind extends Block["kind"]>(kind: Kind): Extract<Block, { kind: Kind }> {
    const found = this.last?.blocks.find((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
    if (!found) throw new Error(`No ${kind} block in: ${this.words()}`);
    return found;
  }

  private advance(state: State, input: FlowInput, facts: FlowFacts) {
    return this.flow.advance(state, input, facts, {
      language: this.language,
      now: this.now,
      timeZone: "Europe/Berlin",
      shopName: "Linden & Loom",
      currencyCode: "EUR",
      policy: this.policy,
      orderPolicy: this.orderPolicy,
      caseId: "case1",
    });
  }

  private found(words: string): FoundProduct[] {
    return Object.values(this.store.products ?? {}).filter(({ title }) =>
      title
        .toLowerCase()
        .split(" ")
        .some((word) => words.toLowerCase().includes(word)),
    );
  }

  private quote(request: QuoteRequest): Quote | { error: string } {
    if (this.store.quoteError) return { error: this.store.quoteError };
    const lines = this.store.returnable[request.orderId] ?? [];
    const nothing = { amount: "0.00", currencyCode: "EUR" };
    const items = request.items.map(({ fulfillmentLineItemId, quantity, restockingFeePercentage }) => {
      const price = lines.find((line) => line.fulfillmentLineItemId === fulfillmentLineItemId)?.unitPrice ?? nothing;
      const subtotal = Array.from({ length: quantity }, () => price).reduce(addMoney, nothing);
      const cents = Math.round((Number(subtotal.amount) * (restockingFeePercentage ?? 0)) as number);
      const restockingFee = cents > 0 ? { amount: (cents / 100).toFixed(2), currencyCode: "EUR" } : undefined;
      return { fulfillmentLineItemId, quantity, subtotal, tax: nothing, restockingFee };
    });
    const taxed = items.map((item) => ({ ...item, tax: this.taxOf(item.subtotal) }));
    const exchange = request.exchange && this.exchanged(request.exchange);
    if (request.exchange && !exchange) return { error: "Product variant not found" };
    const fees = [...items.map((item) => item.restockingFee), request.returnShippingFee].filter((fee) => fee !== undefined);
    const isExtra = this.store.tax?.isExtra;
    const gives = taxed.flatMap((item) => (isExtra ? [item.subtotal, item.tax] : [item.subtotal]));
    const costs = exchange ? (isExtra ? [exchange.subtotal, exchange.tax] : [exchange.subtotal]) : [];
    const total = [...gives, ...[...fees, ...costs].map(negated)].reduce(addMoney, nothing);
    const { credit: terms } = request;
    const bonus = terms && { amount: (Math.round(Number(total.amount) * terms.bonusPercentage) / 100).toFixed(2), currencyCode: "EUR" };
    const credit = terms && bonus && { bonus, ...(terms.expiresOn && { expiresOn: terms.expiresOn }) };
    const { returnShippingFee } = request;
    const quote = { items: taxed, returnShippingFee, ...(exchange && { exchange }), ...(credit && { credit }), total };
    return { ...quote, hash: hashOf(JSON.stringify([request.orderId, request.outcome, request.round, quote])) };
  }

  private taxOf({ amount, currencyCode }: Money): Money {
    const { percent = 0, isExtra = false } = this.store.tax ?? {};
    const cents = Math.round(Number(amount) * 100);
    const tax = Math.round((cents * percent) / (isExtra ? 100 : 100 + percent));
    return { amount: (tax / 100).toFixed(2), currencyCode };
  }

  private exchanged({ variantId, quantity }: NonNullable<QuoteRequest["exchange"]>): NonNullable<Quote["exchange"]> | undefined {
    const variants = Object.values(this.store.products ?? {}).flatMap((product) => product.variants);
    const price = variants.find((one) => one.variantId === variantId)?.price;
    if (!price) return undefined;
    const subtotal = Array.from({ length: quantity }, () => price).reduce(addMoney);
    return { variantId, quantity, subtotal, tax: this.taxOf(subtotal) };
  }
}

export function choicesOf(block: Block): Choice[] {
  if (block.kind === "choices") return block.choices;
  if (block.kind === "quote") return [block.confirm, ...block.others];
  if (block.kind === "progress") return block.saved.flatMap((saved) => saved.change ?? []);
  if (block.kind !== "items") return [];
  return block.items.filter((item) => !item.refused).map((item) => ({ id: block.choiceId.replace("*", item.id), title: item.title }));
}

/** Spreads over many characters, so that the first twelve tell two quotes apart. */
function hashOf(text: string): string {
  let hash = 14_695_981_039_346_656_037n;
  for (const character of text) hash = BigInt.asUintN(64, (hash ^ BigInt(character.charCodeAt(0))) * 1_099_511_628_211n);
  return hash.toString(16).padStart(16, "0");
}
