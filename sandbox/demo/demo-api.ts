/** What the demo page and its server say to each other. Events come by `GET /api/events` (server-sent), state by `GET /api/state`. */

export type PhoneChannel = "instagram" | "whatsapp";

export type PhoneMessage = {
  id: string;
  mine: boolean;
  at: number;
  text: string;
  choices: { id: string; title: string; description?: string }[];
  /** Set where the choices open behind one button (WhatsApp lists). */
  listButton?: string;
  link?: { label: string; url: string };
  image: boolean;
  deleted: boolean;
};
export type PhoneState = { channel: PhoneChannel; owner: string; typing: boolean; messages: PhoneMessage[] };

export type MailItem = { id: string; mine: boolean; from: string; subject: string; text: string; html?: string; at: number; code?: string };

/** One thing that happened at a vendor, already in words: "Return #1004-R1 requested: Linen Wrap Dress × 1". */
export type StoreEffect = { id: number; at: number; words: string; good: boolean };

/** The five steps of the guide; each becomes true by what happened, never by a click on the guide. */
export type GuideStep = "started" | "proven" | "left-at-reason" | "resumed-on-instagram" | "one-return";

export type DemoState = {
  /** Where the frames of the page look. */
  storefrontUrl: string;
  adminUrl: string;
  /** Milliseconds that the world is ahead of real time. */
  clockOffset: number;
  shopName: string;
  /** Whom all of this is about. */
  shopper: { firstName: string; email: string };
  customer: "guest" | "shopper";
  phones: Record<PhoneChannel, PhoneState>;
  /** The shopper's orders that can be sent and delivered next. */
  toShip?: string;
  toDeliver?: string;
  mails: MailItem[];
  effects: StoreEffect[];
  /** Null in a store that the guide does not know. */
  guide: Record<GuideStep, boolean> | null;
};

/** Sent whole whenever something changed (at most a few times a second); the page shows what it got last. */
export type DemoEvent = { type: "state"; state: DemoState };

/** POST /api/act with one of these; answered 200 {ok:true} or 422 {ok:false, error}. */
export type DemoAction =
  | { act: "phone-text"; channel: PhoneChannel; text: string }
  | { act: "phone-tap"; channel: PhoneChannel; choiceId: string }
  | { act: "mail-send"; text: string; subject?: string; answers?: string }
  | { act: "login"; as: "guest" | "shopper" }
  | { act: "advance"; hours: number }
  | { act: "ship" | "deliver"; order: string }
  | { act: "approve-return" }
  | { act: "shopify-fails"; how: "throttle" | "lost-reply" }
  | { act: "reset" };
