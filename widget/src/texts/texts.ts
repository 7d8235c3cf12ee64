/** The words of the widget's own frame. What the assistant says comes from the server. `{…}` is filled in. */
export type Texts = {
  open: string;
  close: string;
  unread: string;
  menu: string;
  assistant: string;
  you: string;
  addPhoto: string;
  /** What a picture is, for those who do not see it. */
  photo: string;
  photoSending: string;
  photoBad: string;
  photoLarge: string;
  remove: string;
  personMenu: string;
  /** Sent as the shopper's message: a whole sentence. */
  personWish: string;
  elsewhere: string;
  elsewhereHint: string;
  elsewhereNone: string;
  elsewhereFailed: string;
  openChannel: string;
  codeHint: string;
  /** What the picture is, for those who do not see it. */
  qrCode: string;
  scan: string;
  copy: string;
  copied: string;
  back: string;
  end: string;
  endHint: string;
  endConfirm: string;
  endFailed: string;
  keep: string;
  welcome: string;
  starters: [string, string, string];
  paused: string;
  placeholder: string;
  placeholderChoices: string;
  placeholderItems: string;
  placeholderQuote: string;
  send: string;
  notSent: string;
  tryAgain: string;
  lost: string;
  typing: string;
  continuedFrom: string;
  continuedOn: string;
  email: string;
  removed: string;
  earlier: string;
  newMessages: string;
  otherChoices: string;
  showAll: string;
  quantity: string;
  less: string;
  more: string;
  step: string;
  change: string;
  track: string;
  newTab: string;
};

/** Puts values into a text's `{name}` places; each may occur once. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
