/**
 * What the widget and the server say to each other. The only file of the widget that the server sees,
 * and the home of the reply blocks, since a block must mean the same on both sides.
 */

export type Money = { amount: string; currencyCode: string };

/** One thing to tap. `id` comes back to us unchanged when it is tapped. */
export type Choice = { id: string; title: string; description?: string; imageUrl?: string };

/** One line of an order that can be picked, with how many of it can be picked. */
export type ItemCard = {
  id: string;
  title: string;
  variantTitle?: string;
  imageUrl?: string;
  price?: Money;
  maxQuantity: number;
  /** Why it cannot be picked, in the reader's words. */
  refused?: string;
};

/** The five dots of an order's way; `at` is already in the reader's words. */
export type OrderStage = { label: string; at?: string; state: "done" | "present" | "ahead" };

/** What a reply is made of. Every channel renders these within its own limits. */
export type Block =
  | { kind: "text"; text: string }
  /** `photos`: so many pictures are asked for; where a channel can, it offers to add them. */
  | { kind: "choices"; prompt?: string; choices: Choice[]; photos?: number }
  | {
      kind: "order";
      name: string;
      status: string;
      items: { title: string; variantTitle?: string; imageUrl?: string; quantity: number }[];
      stages: OrderStage[];
      trackingUrl?: string;
      trackingLabel?: string;
    }
  /** `choiceId` is sent with the picked items and their quantities; on chat channels each item is a choice. */
  | { kind: "items"; prompt: string; choiceId: string; items: ItemCard[]; confirmLabel: string }
  | {
      kind: "quote";
      title: string;
      lines: { label: string; amount: string }[];
      total: { label: string; amount: string };
      confirm: Choice;
      others: Choice[];
    }
  | { kind: "progress"; step: number; of: number; label: string; saved: { label: string; value: string; change?: Choice }[] }
  | { kind: "link"; label: string; url: string };

export type MessageAuthor = "shopper" | "assistant" | "staff" | "system";

/** One message as the widget shows it. `seq` orders messages and is the resume point of the stream. */
export type WidgetMessage = {
  id: string;
  seq: number;
  author: MessageAuthor;
  /** The person's name when staff wrote it. */
  name?: string;
  /** The channel it came through, for "Continued from Instagram". */
  channel: string;
  /** Milliseconds since 1970, UTC. */
  at: number;
  blocks: Block[];
  /** Pictures that came with it. Each `kept` one is at GET {api}/photos/ID, with the token. */
  photos?: WidgetPhoto[];
  /** What a person of the shop sent along. */
  files?: WidgetFile[];
  /** The id the widget gave the message when sending; lets it match its own. */
  clientId?: string;
  deleted?: boolean;
};

/** `coming`: on its way; `refused`, `lost`: there is none, it has to be sent again. */
export type WidgetPhoto = { id: string; state: "coming" | "kept" | "refused" | "lost"; width?: number; height?: number };

/** `url`: opens it for some days, whoever asks; `?size=small` brings a picture small. */
export type WidgetFile = { id: string; kind: "picture" | "pdf"; name: string; url: string; width?: number; height?: number };

export type PickedItem = { id: string; quantity: number };

/** POST {proxy}/boot, through Shopify's signed app proxy. */
/** `continueCode`: from `?onethread=` of a link that another channel gave; both ends are one shopper from then on. */
export type BootRequest = { token?: string; locale?: string; page?: string; continueCode?: string };
export type BootResponse = {
  /** Bearer token for everything below; short-lived, boot again when it is refused. */
  token: string;
  /** Where the endpoints below live, e.g. https://app.example/widget */
  api: string;
  shop: { name: string; assistantName: string; brandColor: string };
  language: string;
  paused: boolean;
  /** The token that was shown is not continued (another customer, signed out): the widget drops all that it kept. */
  restarted?: boolean;
  messages: WidgetMessage[];
  cursor: number;
};

/** POST {api}/messages. Answered 202 {accepted:true}; the message itself comes back by stream. `clientId` makes it idempotent. */
export type SendRequest = { clientId: string; text?: string; choice?: { id: string; title: string }; items?: PickedItem[] };

/** POST {api}/draft: what is being written or picked and was not sent, whole each time; kept only while a question is open. */
export type DraftRequest = { text: string; choiceId?: string; items: PickedItem[] };

/**
 * POST {api}/photos?clientId=ID, the picture itself as the body. Answered like a message, which it becomes; 413 too large, 415 no
 * picture that can be used. Cut off, nothing of it is kept: the same is sent again.
 */
export const mostPhotoBytes = 10_000_000;

/** The menu's "Talk to a person" comes as this choice. Its title is a whole sentence in the reader's language. */
export const personChoiceId = "menu|start|person";

/** POST {api}/continue → how to go on elsewhere with the same case. */
export type ContinueResponse = { options: { channel: string; label: string; url: string; code: string; qr?: QrCode }[] };
/** The option's link for a phone's camera: an SVG path of dark modules on a square of `size` units. */
export type QrCode = { size: number; path: string };

/** POST {api}/end: the shopper leaves the thread on this browser. The server drops the token, the widget forgets all it kept. */
export type EndResponse = { ended: true };

/**
 * GET {api}/stream?after=SEQ (server-sent events by fetch) and GET {api}/messages?after=SEQ ({events, cursor}).
 * In the stream an event's `id:` line is the cursor after it (left out where the event moves none), `data:` is its JSON,
 * and a comment line comes at least every 30 s, so that a dead connection is noticed.
 */
export type StreamEvent =
  | { type: "message-created"; message: WidgetMessage }
  | { type: "message-updated"; message: WidgetMessage }
  | { type: "turn-started" }
  | { type: "turn-ended" }
  /** What the token may see has changed (proof, logout): throw the thread away and boot again. */
  | { type: "reset" };
