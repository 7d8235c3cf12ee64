/** A shopper as pure data: made from a seed, written as JSON, played against any product that offers the entry points of `product.ts`. */
export const languages = ["en", "de", "fr", "es", "it", "nl", "pt"] as const;
export type Language = (typeof languages)[number];
export const channels = ["widget", "whatsapp", "instagram", "email"] as const;
export type Channel = (typeof channels)[number];

export const intents = [
  "track",
  "return",
  "refund_status",
  "cancel",
  "change_address",
  "exchange",
  "product_question",
  "policy_question",
  "complaint",
  "gift_card",
  "own_data",
  "several",
] as const;
export type GoalIntent = (typeof intents)[number];

export type OrderState = "pending" | "sent" | "delivered" | "too-old" | "refunded";
export type BoughtItem = { sku: string; title: string; variant: string; price: number; quantity: number };
export type BoughtOrder = {
  name: string;
  state: OrderState;
  items: BoughtItem[];
  tracking: string /** When it arrived or will, once it stands in a store. */;
  arrives?: Date;
};
export type Address = { street: string; zip: string; city: string };

export type Goal = {
  intent: GoalIntent;
  /** The order it is about. */
  order?: string;
  /** Which items of it, and how many of each. */
  items?: { sku: string; quantity: number }[];
  reason?: "changed_mind" | "size_small" | "size_large" | "not_as_described" | "other";
  /** What the shopper wants for it; another one than money back is taken where the product offers it. */
  outcome?: "refund" | "credit" | "exchange" | "keep";
  /** What is wanted for it in an exchange: another kind of the same thing. */
  instead?: { variantId: string; variant: string };
  newAddress?: Address;
  /** The phrase book's intent and detail of a question. */
  question?: { intent: string; detail: string };
  /** Of another thing wished for in the same go. */
  also?: Goal;
};

export type Habits = {
  buttons: boolean;
  typos: boolean;
  burst: boolean;
  sideQuestion: boolean;
  /** Names another reason first and takes it back. */
  correction: boolean;
  /** How often it is put up with that the product does not understand. */
  patience: number;
};

export type Switch = {
  to: Channel;
  /** After how many answers on the first channel. */
  after: number;
  /** Or at the question of this step of a return; 5: right after the yes. */
  atStep?: number;
  /** Milliseconds of silence before it goes on. */
  pause: number;
};

export type Honesty = "owner" | "family" | "guesser" | "thief";

export type Shopper = {
  id: string;
  honesty: Honesty;
  language: Language;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  address: Address;
  orders: BoughtOrder[];
  /** Cents on a gift card. */
  giftCard?: number;
  goal: Goal;
  habits: Habits;
  /** Where it begins, and whether the storefront knows who it is there. */
  channel: Channel;
  loggedIn: boolean;
  /** WhatsApp shows the number that stands on the orders. */
  phoneShown: boolean;
  remembersOrder: boolean;
  switch?: Switch;
};

export const minutes = 60_000;
export const days = 86_400_000;
