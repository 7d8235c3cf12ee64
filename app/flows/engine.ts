import type { Block, Language, Money, PickedItem } from "#app/channels/message.ts";
import type { GiftCardFacts } from "#app/domain/gift-cards/facts.ts";
import type { ProofLevel } from "#app/domain/identity/levels.ts";
import type { PostalAddress } from "#app/domain/orders/address.ts";
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
import type { OrderPolicy } from "#app/domain/orders/order-policy.ts";
import type { PhotoProblem } from "#app/domain/photos/kinds.ts";
import type { ReturnOutcome, ReturnPolicy, ReviewReason } from "#app/domain/returns/policy-types.ts";
import type { Understanding } from "#app/pipeline/assistant/model.ts";
import type { KeptFacts } from "./privacy/state.ts";

/**
 * What every flow speaks. A flow is pure: state, input and facts in; state, words and effects out.
 * No clock, no database, no network: `context.now` and `facts` carry all that it may know.
 */
export const flowNames = [
  "track-order",
  "return",
  "cancel-order",
  "change-address",
  "edit-order",
  "resend",
  "privacy",
  "gift-card",
  "withdraw",
] as const;
export type FlowName = (typeof flowNames)[number];

/** What a flow wants to know before it can go on. The turn gathers it and calls again with `continue`. */
export type FactRequest =
  | { fact: "returnable"; orderId: string }
  | { fact: "quote"; request: QuoteRequest }
  | { fact: "product"; productId: string }
  | { fact: "catalogue"; words: string }
  | { fact: "owed"; orderId: string }
  | { fact: "cancelling"; orderId: string }
  | { fact: "address"; orderId: string }
  | { fact: "contents"; orderId: string }
  | { fact: "variants"; orderId: string; productId: string }
  | { fact: "edit"; orderId: string; change: OrderChange }
  | { fact: "stated"; orderName: string; contact: string }
  | { fact: "gift-order"; orderName: string; postcode: string }
  | { fact: "kept" }
  | { fact: "gift-cards" };

/** What `returnCalculate` is asked, fees of the policy included. */
export type QuoteRequest = {
  orderId: string;
  items: { fulfillmentLineItemId: string; quantity: number; restockingFeePercentage?: number }[];
  returnShippingFee?: { amount: string; currencyCode: string };
  /** How the return ends. */
  outcome?: ReturnOutcome;
  /** What is sent in its place. */
  exchange?: { variantId: string; quantity: number };
  /** What is added to credit in percent, and until when it can be spent ("2027-05-20"). */
  credit?: { bonusPercentage: number; expiresOn?: string };
  /** How often something that was said yes to could not be had: each new yes is to something of its own. */
  round?: number;
};

export type FlowFacts = {
  /** All orders this shopper may see at the flow's level, newest first. */
  orders: OrderFacts[];
  /** The order that goes by the rules, where `orders` has only what its recipient may see of it: never said, and nothing of it shown. */
  ruled?: OrderFacts;
  /** Present once asked for: whether number and postcode are those of a parcel, "locked" after too many tries. */
  gift?: { orderName: string; postcode: string; result: { id: string; name: string } | "no-match" | "locked" };
  /** Present once asked for. */
  returnable?: { orderId: string; items: ReturnableItem[] };
  /** Present once asked for; `error` when Shopify refused to calculate. */
  quote?: { request: QuoteRequest; result: Quote | { error: string } };
  /** Present once asked for; null when the product is gone. */
  product?: { productId: string; result: ExchangeProduct | null };
  /** Present once asked for: the products that the words may mean. */
  catalogue?: { words: string; products: FoundProduct[] };
  /** Present once asked for; null when the order is gone. */
  owed?: { orderId: string; result: OwedFacts | null };
  /** Present once asked for; null when the order is gone. */
  cancelling?: { orderId: string; result: CancelFacts | null };
  /** Present once asked for; null when the order is gone. */
  address?: { orderId: string; result: AddressFacts | null };
  /** Present once asked for; null when the order is gone. */
  contents?: { orderId: string; result: EditFacts | null };
  /** Present once asked for: the kinds of a thing on an order of theirs. */
  variants?: { productId: string; result: VariantFacts[] };
  /** Present once asked for; `error` when Shopify would not calculate. */
  edit?: { orderId: string; change: OrderChange; result: EditQuote | { error: string } };
  /** Orders of which a case that cancels them tells by itself what becomes of them. */
  toldElsewhere?: string[];
  /** How many different pictures this case has. */
  photos?: number;
  /** The best the shopper has proven so far. */
  level?: ProofLevel;
  /** A code can go to another mailbox than the one the shopper writes from; one who writes by mail has shown all they can. */
  mayProveMore?: boolean;
  /** Present once asked for: what is kept about this shopper. */
  kept?: KeptFacts;
  /** Present once asked for: the cards of customers that this shopper has proven to be; null where the shop does not let us look. */
  giftCards?: GiftCardFacts[] | null;
  /** Orders that this shopper has proven enough for to change them. */
  mayChange?: string[];
  /** The mailbox the shopper writes from. */
  mailbox?: string;
  /** Present once asked for: whether a withdrawal from this order was stated before; null when not. */
  stated?: { orderName: string; contact: string; result: { reference: string; at: string } | null };
  /** The case's own effect, when one was planned. */
  effect?: { kind: string; state: "planned" | "running" | "done" | "failed" | "unknown"; result?: Record<string, string>; error?: string };
};

export type FlowContext = {
  language: Language;
  now: Date;
  /** IANA zone of the shop, for dates. */
  timeZone: string;
  shopName: string;
  /** The shop's own currency. */
  currencyCode: string;
  policy: ReturnPolicy;
  orderPolicy: OrderPolicy;
  /** Where the shop is, ISO 3166; undefined where Shopify does not say. */
  shopCountry?: string;
  /** The shop gives its shoppers a label, a code or a carrier's label for the way back. */
  givesLabels?: boolean;
  caseId: string;
};

export type FlowInput =
  /**
   * Opened by the shopper's first wish, or picked up again after a pause or on another channel: say what is saved, ask what is next.
   * `text`: the wish in its last line; lines before it are what the shopper wrote earlier ("that return" → the dress of two days ago).
   * `orderName`: the order is known from the flow that led here (`next`).
   */
  | { kind: "resume"; understanding?: Understanding; text?: string; movedFrom?: string; orderName?: string }
  /** A tapped choice made by this flow: `choiceId(caseId, slot, value)`. */
  | { kind: "choice"; slot: string; value: string }
  /** The widget's item picker. */
  | { kind: "items"; slot: string; items: PickedItem[] }
  /** `movedFrom`: the channel where the flow was last spoken of, when these are the first words since on another one. */
  | { kind: "text"; text: string; understanding: Understanding; movedFrom?: string }
  /** Pictures were sent, whichever came of it: `problems` of those that cannot be used, `text` what was written with them. */
  | { kind: "photos"; text?: string; problems: (PhotoProblem | "same")[] }
  /** Facts asked for in the last result have come. */
  | { kind: "continue" }
  /** The effect of this case has ended; see `facts.effect`. */
  | { kind: "effect-settled" }
  /**
   * Something moved in the store; facts are fresh. `topic` is Shopify's ("returns/approve"). `byStaff`: from this case's own page, where
   * `unsent` says that a new item was taken out of an exchange, and `owed` what the shopper pays for what was booked.
   */
  | { kind: "store-event"; topic: string; subjectId?: string; byStaff?: true; unsent?: true; owed?: Money };

/** A change in the outside world that the flow wants. Run once, read back, told to the shopper only then. */
export type PlannedEffect =
  | { kind: "return-request"; input: ReturnEffectInput }
  | { kind: "return-create"; input: ReturnEffectInput }
  | { kind: "return-keep"; input: KeepEffectInput }
  | { kind: "instant-refund"; input: InstantEffectInput }
  | { kind: "order-cancel"; input: OrderEffectInput }
  | { kind: "address-change"; input: AddressEffectInput }
  | { kind: "order-edit"; input: EditEffectInput }
  | { kind: "order-refund"; input: RefundEffectInput }
  | { kind: "order-mail"; input: MailEffectInput };

/** What every change names: the order, what the shopper said yes to, and whose order it is, for the day's allowance. */
export type OrderEffectInput = { orderId: string; orderName: string; quoteHash: string; customer?: string };

/** `before` and `after`: what the order held and is to hold, kind by kind. */
export type EditEffectInput = OrderEffectInput & { change: OrderChange; before: [string, number][]; after: [string, number][] };

/** Money that was paid too much after a change. */
export type RefundEffectInput = OrderEffectInput & { amount: { amount: string; currencyCode: string } };

/** A mail about the order, to the address that stands on it. */
export type MailEffectInput = OrderEffectInput & { mail: "confirmation" | "invoice"; language: Language };

export type AddressEffectInput = OrderEffectInput & { address: PostalAddress };

export type ReturnEffectInput = OrderEffectInput & {
  items: { fulfillmentLineItemId: string; quantity: number; reasonDefinitionId: string; note?: string; restockingFeePercentage?: number }[];
  returnShippingFee?: { amount: string; currencyCode: string };
  /** Why a person looks at it although the rules allow it. */
  reviews?: ReviewReason[];
  /** What is sent in its place, and what Shopify was asked to calculate: both are looked at once more before it is made. */
  exchange?: { variantId: string; productId: string; quantity: number };
  quoted?: QuoteRequest;
  /** A person of the shop has allowed it: the day's allowance is not asked. */
  approved?: true;
};

/** The money of items that need not come back. */
export type KeepEffectInput = OrderEffectInput & {
  items: { lineItemId: string; quantity: number }[];
  total: { amount: string; currencyCode: string };
  quoted: QuoteRequest;
  approved?: true;
};

/** The money of a return that exists, before its items are back. */
export type InstantEffectInput = OrderEffectInput & {
  returnId: string;
  items: { lineItemId: string; quantity: number }[];
  total: { amount: string; currencyCode: string };
};

export type EscalationReason =
  | "low-confidence"
  | "emotion"
  | "policy-exception"
  | "asked"
  | "high-risk"
  | "tool-failure"
  | "daily-cap"
  | "damage-claim"
  | "promise-due"
  | "withdrawal"
  | "stopped"
  | "rule"
  | "vip"
  | "left-to-people"
  | "draft-to-approve"
  | "draft-rejected";

export type FlowResult<State> = {
  state: State;
  /** What to say, in order. Empty while facts are still needed. */
  blocks: Block[];
  needs?: FactRequest[];
  effects?: PlannedEffect[];
  /** `waiting`: for the shopper; `working`: for an effect; `done`: the case is over; `escalate`: a person is needed. */
  status: "waiting" | "working" | "done" | "escalate";
  escalation?: EscalationReason;
  /** False when the input meant nothing to the flow (a side question): the turn answers it and asks again with `resume`. */
  understood: boolean;
  /** What the next message is expected to be; handed to the model. */
  expecting?: string;
  orderId?: string;
  orderName?: string;
  /** The shopper chose to go on with another flow: the turn opens it in the same breath, with `resume` and this order. `anew`: a further case of the same kind. */
  next?: { flow: FlowName; orderName?: string; anew?: boolean };
  /** Of what is told without being asked: see domain/proactive. Absent: it continues what the shopper asked for. */
  news?: { kind: string; urgent: boolean };
  /** What is to be done with the shopper's own data. */
  request?: "export" | "erase";
  /** A withdrawal was stated: to be taken down and acknowledged whatever else comes of it. `said` is told in any case. */
  statement?: WithdrawalStatement;
};

export type WithdrawalStatement = {
  orderName: string;
  orderId?: string;
  contact: string;
  name: string;
  items: string;
  /** ISO 8601. */
  at: string;
  proven: boolean;
  said: Block[];
};

/** What staff and the shopper see of a flow: each step, done or open, with its value in words. */
export type StepView = { slot: string; label: string; value?: string; done: boolean };

export interface Flow<State> {
  name: FlowName;
  start(): State;
  /** The level the shopper needs before this flow may show or do anything in this state. */
  requires(state: State): ProofLevel;
  advance(state: State, input: FlowInput, facts: FlowFacts, context: FlowContext): FlowResult<State>;
  steps(state: State, language: Language): StepView[];
}

/** A choice's id names its case and slot, so that an old button can be told from a present one. ≤ 200 characters (WhatsApp's row limit). */
export function choiceId(caseId: string, slot: string, value: string): string {
  return `${caseId}|${slot}|${value}`;
}

/** Reads a choice id back; null when it is not one of ours. */
export function parseChoiceId(id: string): { caseId: string; slot: string; value: string } | null {
  const [caseId, slot, ...rest] = id.split("|");
  return caseId && slot && rest.length > 0 ? { caseId, slot, value: rest.join("|") } : null;
}
