import { retentionNames } from "#app/domain/privacy/retention.ts";
import { canary, idOf, jobIds, mine, shared, theirFile, theirFingerprint, theirs } from "./two-shops.ts";

const their = (table: string, which = "") => idOf(theirs.id, table, which);
const phone = their("identity", "whatsapp");
const mailbox = their("identity", "email");

/** Stated in one's own shop, word for word what somebody has stated in the other. */
const statement = {
  at: new Date().toISOString(),
  channel: "page",
  name: "Ada",
  items: "",
  caseId: their("case"),
  identityId: mailbox,
  orderName: "#1001",
  contact: shared.email,
  language: "en",
  proven: true,
};

const keepsNothing = Object.fromEntries(retentionNames.map((kind) => [kind, 0]));

/**
 * What the other shop's things are called, by the name of the parameter, address part, form field or payload property that
 * takes them. Ids are the other shop's; words, kinds and limits are plain.
 */
export const foreign: Record<string, unknown> = {
  shopId: mine.id,
  conversationId: their("conversation"),
  conversationIds: [their("conversation")],
  identityId: phone,
  customerIdentityId: their("identity", "shopify-customer"),
  otherId: mailbox,
  targetId: mailbox,
  caseId: their("case"),
  earlierId: their("identity", "widget"),
  laterId: phone,
  person: { shopId: mine.id, identities: [], ids: { identity: [phone], conversation: [their("conversation")] } },
  erase: true,
  keptId: shared.customer,
  deletedId: "7002",
  jobId: null,
  requestId: their("privacyrequest"),
  exportId: their("privacyexport"),
  lastAttempt: false,
  page: {},
  info: { name: "Mine", currencyCode: "EUR", timeZone: "Europe/Berlin" },
  traces: { addresses: [shared.email], ids: [phone], before: new Date(Date.now() + 3_600_000) },
  ids: [phone, their("message", "shopper")],
  customerId: shared.customer,
  kept: shared.customer,
  deleted: "7002",
  one: their("conversation"),
  other: idOf(mine.id, "conversation"),
  messageIds: [their("message", "shopper")],
  identityIds: [phone, mailbox],
  touched: [phone],
  conversations: [{ conversationId: their("conversation"), identityIds: [phone] }],
  given: { text: "mine now", choiceId: `${their("case")}|items|pick`, items: [{ id: "line-1", quantity: 1 }] },
  begun: { identityIds: [phone, their("identity", "widget")], expecting: "reason", offered: false },
  draft: { shopId: mine.id, identityId: their("identity", "widget"), caseId: their("case"), text: "", items: [], choiceId: null },
  replyTimes: { minutes: { widget: 5 } },
  change: (edges: unknown) => edges,
  position: { messageSeq: 0, since: new Date(0) },
  until: new Date(Date.now() + 3_600_000),
  values: [`email:${shared.email}`],
  most: 50,
  addresses: [shared.email],
  address: { kind: "email", externalId: shared.email },
  at: new Date(),
  before: new Date(Date.now() + 3_600_000),
  words: ["parcel"],
  fileName: "march.csv",
  total: 1,
  confidenceThreshold: 0.9,
  thresholds: {},
  percent: 80,
  "turnStatistics.since": new Date(0),
  "noteReplay.id": their("replayrun"),
  "noteReplay.change": { done: 1 },
  format: "html",
  keep: keepsNothing,
  "savePrivacy.settings": { retention: keepsNothing, withoutModel: true },
  evidenceId: their("evidence"),
  codeId: their("onetimecode"),
  messageId: their("message", "assistant"),
  lastMessageId: their("message", "shopper"),
  deliveryId: their("delivery", "planned"),
  effectId: their("effect"),
  rawEventId: their("rawevent"),
  orderId: shared.orderId,
  id: phone,
  "retryStuckWork.id": jobIds.theirs,
  "dismissStuckWork.id": jobIds.theirs,
  "settleUnknown.deliveryId": their("delivery", "unknown"),
  "delivery.settle.deliveryId": their("delivery", "unknown"),
  kind: "email",
  externalId: shared.email,
  channel: "whatsapp",
  evidence: { identityId: phone, otherId: idOf(mine.id, "identity", "email"), kind: "staff", strength: "proof", by: "Kim" },
  claimed: { email: shared.email },
  customer: { customerId: shared.customer, email: shared.email, phone: shared.phone },
  readEmail: async () => shared.email,
  caseIds: [their("case")],
  identities: [{ id: phone }, { id: mailbox }],
  way: "any",
  code: "OT-ABCDEFGHJ",
  digits: "123456",
  query: { view: "all", search: "parcel" },
  filter: { view: "all", search: "parcel", limit: 50 },
  limit: 50,
  topic: "orders/updated",
  subjectId: shared.orderId,
  otherConversationId: their("conversation"),
  noteId: their("staffnote"),
  linkId: their("signedlink"),
  accountId: their("account", "email"),
  reply: { text: "hello", author: "Kim" },
  note: { text: "hello", author: "Kim" },
  by: "Kim",
  action: "tried",
  actor: "Kim",
  subject: their("conversation"),
  after: 0,
  text: "hello",
  name: "Kim",
  paused: true,
  settings: { assistantName: "Mine" },
  voicing: { phrases: {}, warmth: "warm", formality: "formal", emoji: false, use: [], avoid: [] },
  policy: {},
  returnPolicy: {},
  orderPolicy: {},
  input: {},
  trigger: { kind: "messages" },
  since: new Date(Date.now() - 60_000).toISOString(),
  seen: {},
  wholeAt: null,
  productId: "gid://shopify/Product/1",
  source: { kind: "page", externalId: "gid://shopify/Page/1", title: "Theirs", url: null, language: "en", updatedAt: new Date(0) },
  passages: [],
  kinds: ["page"],
  "dropSource.id": their("knowledgesource"),
  shop: mine,
  clientId: "client-0001",
  runningId: their("replayRun"),
  photoId: their("photo"),
  withdrawalId: their("withdrawal"),
  number: 1,
  orderName: "#1001",
  contact: shared.email,
  "withdrawalWrites.given": statement,
  "stateOnPage.given": statement,
  picture: {
    whole: Buffer.from("whole"),
    small: Buffer.from("small"),
    file: theirFile,
    fingerprint: theirFingerprint,
    messageId: idOf(mine.id, "message", "shopper"),
  },
  commit: async () => {},
  file: theirFile,
  size: "whole",
  origin: "widget:visitor-1:client-0001",
  bytes: Buffer.from("bytes"),
  reference: `incoming:${theirFile}`,
};

export const isId = (name: string): boolean => name === "id" || /Ids?$/.test(name);

/** The value for a name, or a sentence that says what to add. */
export function foreignValue(where: string, owner: string, name: string): unknown {
  const value = foreign[`${owner}.${name}`] ?? foreign[name];
  if (value === undefined)
    throw new Error(
      `${where}: "${name}" is new here. Add to "foreign" in tests/attacks/isolation/foreign.ts what another shop's "${name}" is.`,
    );
  return value;
}

/** What somebody of one shop must never be shown of the other. */
export function shows(answer: unknown): boolean {
  return (JSON.stringify(answer, (_, value) => (typeof value === "bigint" ? String(value) : value)) ?? "").includes(canary);
}
