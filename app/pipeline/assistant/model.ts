import type { Language } from "#app/channels/message.ts";
import type { ReturnReasonKey } from "#app/domain/returns/reasons.ts";

export { type ReturnReasonKey, returnReasons } from "#app/domain/returns/reasons.ts";

/** The closed list of what a shopper can want. Used everywhere: rules, settings, statistics. */
export const intents = [
  "order_status",
  "return_start",
  "refund_status",
  "return_policy",
  "exchange",
  "cancel_order",
  "change_order",
  "change_address",
  "shipping_policy",
  "product_question",
  "promotion",
  "payment",
  "invoice",
  "account",
  "complaint",
  "speak_to_human",
  "smalltalk",
  "out_of_scope",
] as const;
export type Intent = (typeof intents)[number];

/** What decides the flow or its branch below an intent. An intent without an entry has none. */
export const details = {
  order_status: ["where", "delayed", "not_received", "part_missing", "tracking_broken", "sent_back"],
  return_start: ["changed_mind", "size", "damaged", "wrong_item", "not_as_described", "gift", "withdrawal"],
  return_policy: ["window", "fees", "final_sale", "in_store"],
  exchange: ["size", "colour", "other_product"],
  shipping_policy: ["cost", "time", "country", "customs", "pickup"],
  product_question: ["fit", "stock", "facts", "care", "store_pickup"],
  promotion: ["code_fails", "wants_discount", "gift_card_balance", "loyalty"],
  payment: ["methods", "failed", "charged_twice"],
  account: ["sign_in", "data", "delete_me", "what_you_know", "newsletter", "subscription"],
  complaint: ["service", "quality", "legal_threat"],
} as const satisfies Partial<Record<Intent, readonly string[]>>;
export type DetailedIntent = keyof typeof details;
export type Detail = (typeof details)[DetailedIntent][number];

/** One thing that the shopper wants. `detail` only where it could be told. */
export type Wish = { intent: Intent; detail?: Detail; confidence: number };

/** "threatening": to sue, to go to the press or the police, to take the money back through the bank. */
export type Mood = "calm" | "annoyed" | "angry" | "threatening";

/** Which kind of a thing is wished for. */
export type VariantWish = {
  /** Upper case as written ("M", "XXL", "42", "UK 8", "32/34" for width and length). */
  size?: string;
  /** One size larger or smaller than what there is, where no size is named. */
  sizeStep?: 1 | -1;
  /** Its English name, lower case. */
  colour?: string;
};

/** As far as it was written: half an address has half the fields. */
export type WrittenAddress = {
  /** Street and number, with floor or flat. */
  line1?: string;
  postcode?: string;
  city?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** As abbreviated there ("IL", "SP", "MI"). */
  province?: string;
};

/** What was found in the words, each only when it was really there. */
export type Slots = {
  /** The words that name a thing, as written, without article: "blue dress". */
  item?: string;
  variant?: VariantWish;
  /** The first day that is named, as YYYY-MM-DD. */
  date?: string;
  address?: WrittenAddress;
  /** "#1001", upper case, with the hash. */
  orderName?: string;
  /** Lower case. */
  email?: string;
  /** E.164 */
  phone?: string;
  /** Six digits that may be a one-time code. */
  code?: string;
  /** Without gaps, upper case, its check digit right; `courier` whose shape it has. */
  trackingNumber?: string;
  courier?: string;
  yesNo?: "yes" | "no";
  quantity?: number;
  /** "the first", "2." → 1-based. */
  position?: number;
  reason?: ReturnReasonKey;
  /** "back", "go back a step" | "start again" | "stop, forget it". */
  command?: "back" | "start-over" | "stop";
  /** It corrects something said before ("no, the red one"). */
  correction?: boolean;
  /** The shopper says that it was told on another channel already. */
  toldElsewhere?: boolean;
};

export type Understanding = {
  /** Best first; more than one when a message carries several wishes. */
  intents: Wish[];
  language: Language;
  /** What was detected when it is not one of ours (ISO 639-1). */
  foreignLanguage?: string;
  mood: Mood;
  slots: Slots;
  decidedBy: "local" | "gemini" | "button";
};

/** One line of the conversation as a model may see it. */
export type TranscriptLine = { author: "shopper" | "assistant" | "staff"; channel: string; text: string };

export type UnderstandInput = {
  /** All that the shopper wrote since the last turn, in order, joined by line breaks. */
  text: string;
  transcript: TranscriptLine[];
  /** What we asked last, so that short answers can be read ("reason", "yes-no", "code"…). */
  expecting?: string;
  previousLanguage?: Language;
  shopLanguage: Language;
  /** When and where the shopper says "yesterday": an IANA time zone, the shop's. */
  now: Date;
  timeZone: string;
};

export type ComposeInput = {
  language: Language;
  /** The sentences of our template: every fact in it must stay, nothing may be added. */
  template: string[];
  transcript: TranscriptLine[];
  voice: string;
  /** Drafts and what people of the shop made of them: how it speaks, never what is true. */
  examples?: VoiceExample[];
  assistantName: string;
};

export type VoiceExample = { draft: string; edited: string };

export type AnswerInput = {
  language: Language;
  question: string;
  /** The shop's own words, the likeliest first; nothing else may be said. */
  passages: { title: string; text: string }[];
  voice: string;
  examples?: VoiceExample[];
  assistantName: string;
};

export type Usage = { inputTokens: number; outputTokens: number; milliseconds: number; model: string };
export type Answered<T> = { value: T; usage: Usage };

/** Thrown by a model that could not answer; the caller goes on with the local model or a person. */
export class ModelError extends Error {
  readonly retryable: boolean;
  readonly kind: "http" | "timeout" | "network" | "malformed" | "blocked" | "empty" | "cap";
  constructor(kind: ModelError["kind"], message: string, retryable: boolean) {
    super(message);
    this.name = "ModelError";
    this.kind = kind;
    this.retryable = retryable;
  }
}

/** A language model behind our own words. It gets facts and words, never ids, and decides nothing. */
export interface Model {
  name: "local" | "gemini";
  understand(input: UnderstandInput, signal: AbortSignal): Promise<Answered<Understanding>>;
  /** As many sentences as the template has, worded anew. */
  compose(input: ComposeInput, signal: AbortSignal): Promise<Answered<string[]>>;
  /** The answer to a question in a few sentences out of the passages alone; none where they do not hold it. */
  answer(input: AnswerInput, signal: AbortSignal): Promise<Answered<string[]>>;
  /** At most 80 words for staff: problem, tried, wanted, blocker. In the language asked for. */
  summarise(input: SummariseInput, signal: AbortSignal): Promise<Answered<string>>;
  /** As many texts as were given, each in the language asked for; none where the model knows no languages. */
  translate(input: TranslateInput, signal: AbortSignal): Promise<Answered<string[]>>;
}

export type TranslateInput = {
  texts: string[];
  /** ISO 639-1 */
  to: string;
};

/** Places texts by what they mean: what means the same lies close together, whatever the words and the language. */
export type Embedder = {
  /** Vectors of two models cannot be compared. */
  model: string;
  /**
   * A vector of length one for each text, in their order, or a ModelError before a shopper's patience ends. Models place a
   * question and the passages it looks for differently.
   */
  embed(purpose: "passage" | "question", texts: string[]): Promise<Answered<Float32Array[]>>;
};

/** A model that can look at pictures. What it says is shown to staff as its words and decides nothing. */
export interface SeesPictures {
  describeImage(input: DescribeImageInput, signal: AbortSignal): Promise<Answered<ImageDescription>>;
}

export function seesPictures<T extends object>(model: T | null): model is T & SeesPictures {
  return model !== null && "describeImage" in model;
}

/** A model that can read a shop's rules out of its own text. Code holds every point against the text before anybody sees it. */
export interface ReadsPolicies {
  readPolicy(input: ReadPolicyInput, signal: AbortSignal): Promise<Answered<PolicyReading[]>>;
}

export function readsPolicies<T extends object>(model: T | null): model is T & ReadsPolicies {
  return model !== null && "readPolicy" in model;
}

/** What such a text can settle; the value of "finalSale" is one of the kinds of goods that are asked about. */
export const policyPoints = [
  "windowDays",
  "windowStartsAt",
  "restockingFeePercentage",
  "returnShippingFee",
  "feesWaivedForShopFault",
  "exchange",
  "storeCredit",
  "photosDamaged",
  "shopperPaysReturn",
  "allFinal",
  "finalSale",
] as const;

export type ReadPolicyInput = { text: string; currencyCode: string; goods: string[] };
/** `quote`: the sentence of the text that it stands on, letter by letter. */
export type PolicyReading = { point: (typeof policyPoints)[number]; value: string; quote: string };

export type DescribeImageInput = {
  jpeg: Uint8Array;
  /** What goes back, by its titles in the store. */
  products: string;
  /** Why, in the shopper's words where there are any. */
  reason: string;
};

/** Null where the picture does not tell. */
export type ImageDescription = {
  showsProduct: boolean | null;
  damageVisible: boolean | null;
  fitsReason: boolean | null;
  words: string;
};

export type SummariseInput = {
  transcript: TranscriptLine[];
  language: Language;
  /** `customer`: who this is to the shop, where it is proven. */
  facts: { problem: string; tried: string[]; wanted: string; blocker: string; customer?: string };
};
