import type { Money } from "#app/channels/message.ts";
import type { FoundProduct } from "#app/domain/orders/exchange.ts";
import type { ReturnOutcome } from "#app/domain/returns/policy-types.ts";
import type { ReturnReasonKey, VariantWish } from "#app/pipeline/assistant/model.ts";
import type { FlowInput, PlannedEffect } from "../engine.ts";

/** One item that goes back. `quantity` 0: named, but nobody has said how many. */
export type Pick = {
  fulfillmentLineItemId: string;
  lineItemId: string;
  title: string;
  variantTitle?: string;
  quantity: number;
};

/** What a shopper named before the order's lines were known; looked up as soon as they are. */
export type Wanted = { lineItemId: string; quantity?: number } | { words: string; quantity?: number };

/** What it is exchanged for, as far as it is known. */
export type Exchange = {
  /** Words that name another product, and what they may mean. */
  words?: string;
  found?: FoundProduct[];
  /** The other product; absent while it is the same one in another kind. */
  productId?: string;
  productTitle?: string;
  /** A kind that was wished for before the product's kinds were known. */
  wish?: { words: string; variant?: VariantWish };
  /** Kinds between which a wish did not decide. */
  between?: string[];
  variantId?: string;
  /** "Linen dress, Sage / L" */
  label?: string;
  /** Nothing of it can be had: not proposed again by itself. */
  gone?: true;
};

/** How a return ends: as the rules name it, or, for what somebody was given, in a gift card. */
export type Ending = ReturnOutcome | "gift-card";

/** What a recipient has named of the parcel, how often it did not fit, and the order once it did. */
export type Gift = { orderName?: string; postcode?: string; misses?: number; orderId?: string };

/** What the yes was to: where the money goes, for whoever books the return later. */
export type AgreedMoney = {
  to: "original-payment" | "store-credit" | "exchange";
  /** Without the bonus; below zero where the shopper pays. */
  amount: Money;
  bonus?: Money;
  /** The last day on which credit can be spent. */
  expiresOn?: string;
  /** The money goes back as soon as the return is open. */
  instant?: true;
};

/** How the next question is led in. */
export type Framing = { kind: "step" } | { kind: "resume"; movedFrom?: string } | { kind: "change" };

/**
 * A return in the making, kept with its case as JSON. Only what the shopper gave, and what was shown to them;
 * everything else is a fact that is fetched again.
 */
export type ReturnState = {
  version: 1;
  /** `registering`: the effect is under way; `registered`: it exists at Shopify; `finished`: nothing more will happen here. */
  phase: "collecting" | "registering" | "registered" | "finished" | "handed-over";
  orderId?: string;
  orderName?: string;
  proposal?: { orderId: string; lineItemId: string; quantity?: number };
  /** Not the proposed item, and not that order by itself: ask. */
  proposalRefused?: boolean;
  wanted?: Wanted;
  /** Items between which a word did not decide. */
  between?: string[];
  picks: Pick[];
  itemsDone: boolean;
  /** The picker was shown, so nothing is taken without being asked any more. */
  itemsAsked?: boolean;
  reason?: ReturnReasonKey;
  note?: string;
  /** How many pictures the case has and how many are still wanted, as last counted; see photos.ts. Absent: none are wanted. */
  photos?: number;
  photosMissing?: number;
  /** A person was asked to judge the damage: not asked a second time. */
  photosShown?: true;
  outcome?: Ending;
  exchange?: Exchange;
  /** How often what was said yes to could not be had after all. */
  round?: number;
  /** What was said yes to, once it was. */
  money?: AgreedMoney;
  /** The change that a person is to allow first; `declined`: they have not, for this reason. */
  held?: PlannedEffect;
  declined?: { note?: string };
  /** Of a gift without the sum: who was given it may read what is kept here. */
  shownQuote?: { hash: string; total?: Money };
  confirmedHash?: string;
  /** The shopper wants to change something and is choosing what. */
  choosingChange?: boolean;
  returnId?: string;
  returnName?: string;
  /** Somebody else has bought it: whoever writes sees no sum and no name, and gets no money. */
  gift?: Gift;
  /** A parcel that the shopper has sent by themselves; its number is written to the return. */
  ownParcel?: { number: string };
  /** What was told after the return was registered, so that one change is told once. */
  told: string[];
  /** Carried over while facts are fetched: the input to read with them, what is already to be said, the facts asked for. */
  pending?: { input?: FlowInput; notices: string[]; framing: Framing; asked: string };
};

export function startReturn(): ReturnState {
  return { version: 1, phase: "collecting", picks: [], itemsDone: false, told: [] };
}

/** Nothing was given yet: there is nothing to restate. */
export function isFresh(state: ReturnState): boolean {
  return state.phase === "collecting" && !state.orderId && !state.proposal && !state.reason && state.picks.length === 0;
}

/** Something is saved and the shopper has to go on. For a stored state, whoever wrote it. */
export function isLeft(stored: unknown): boolean {
  const state = stored as ReturnState | null;
  return state?.phase === "collecting" && state.orderId !== undefined && state.confirmedHash === undefined;
}

/** Items and how many of each: nothing about them is left to ask. */
export function areItemsKnown(state: ReturnState): boolean {
  return state.itemsDone && state.picks.length > 0 && state.picks.every((pick) => pick.quantity > 0);
}

/** The reason, with the pictures that it wants. */
export function isReasonGiven(state: ReturnState): boolean {
  return state.reason !== undefined && !state.photosMissing;
}

/** All is known that a quote depends on, and the shopper has not yet said yes to one. */
export function isQuoteDue(state: ReturnState): boolean {
  return state.orderId !== undefined && areItemsKnown(state) && isReasonGiven(state) && state.confirmedHash === undefined;
}

export function isExchange(outcome: Ending | undefined): boolean {
  return outcome === "exchange-variant" || outcome === "exchange-product";
}

/** How it ends is open again. */
export function withoutOutcome(state: ReturnState): ReturnState {
  return { ...withoutQuote(state), outcome: undefined, exchange: undefined };
}

/** Forgets the shown sum: the next yes must be to a new one. */
export function withoutQuote(state: ReturnState): ReturnState {
  return { ...state, shownQuote: undefined, confirmedHash: undefined, choosingChange: undefined };
}

export function withoutItems(state: ReturnState): ReturnState {
  const none = { picks: [], itemsDone: false, wanted: undefined, between: undefined, itemsAsked: undefined, photosShown: undefined };
  // How it shall end was said of the return, not of these things; only the very kind that was chosen goes.
  const wish = state.exchange?.wish;
  return withoutQuote({ ...state, ...none, exchange: wish && { wish } });
}

export function withOrder(state: ReturnState, order: { id: string; name: string }): ReturnState {
  const same = state.orderId === order.id;
  const cleared = same ? state : withoutItems(state);
  return { ...cleared, orderId: order.id, orderName: order.name, proposal: undefined, proposalRefused: undefined };
}

export function withoutOrder(state: ReturnState): ReturnState {
  const gift = state.gift && { misses: state.gift.misses };
  return { ...withoutItems(state), orderId: undefined, orderName: undefined, proposal: undefined, ...(gift && { gift }) };
}
