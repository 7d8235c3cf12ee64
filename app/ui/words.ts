import type { CaseOutcome } from "#app/domain/cases/outcome.ts";
import { readPreferences } from "#app/domain/identity/preferences.ts";
import { waitsForApproval } from "#app/domain/reply-drafts/waiting.ts";
import { nameOf } from "#app/domain/satisfaction/score.ts";
import { reasonLabels } from "#app/pipeline/assistant/case-words.ts";

/** Stored words put into a merchant's language. Nothing stored is shown raw: what is unknown gets a general word. */
const channelWords: Record<string, string> = {
  widget: "Website chat",
  instagram: "Instagram",
  whatsapp: "WhatsApp",
  email: "Email",
  sms: "SMS",
  note: "Private note",
};
export const channelName = (channel: string): string => channelWords[channel] ?? "Another channel";

const identityWords: Record<string, string> = {
  widget: "Website visitor",
  "shopify-customer": "Customer account",
  email: "Email address",
  phone: "Phone number",
  whatsapp: "WhatsApp",
  instagram: "Instagram",
};
export const identityKind = (kind: string): string => identityWords[kind] ?? "Contact";

/** A name for a shopper: a label or a readable address; a visitor or a vendor's number has none. */
export function shopperName(identities: { kind: string; externalId: string; label: string | null }[]): string {
  const named = identities.find((one) => one.label) ?? identities.find((one) => one.kind === "email" || one.kind === "phone");
  if (named) return identityLabel(named);
  return identities[0] ? identityLabel(identities[0]) : "Shopper";
}

export function identityLabel(identity: { kind: string; externalId: string; label: string | null }): string {
  if (identity.label) return identity.label;
  if (identity.kind === "email" || identity.kind === "phone") return identity.externalId.replace(/^unverified:/, "");
  return identityKind(identity.kind) === "Website visitor" ? "Website visitor" : `${identityKind(identity.kind)} shopper`;
}

const evidenceWords: Record<string, string> = {
  "account-login": "Logged in to the customer account",
  "account-email": "Address of the customer account",
  "customer-merge": "Accounts merged in the store",
  "one-time-code": "Typed the code we sent there",
  "signed-link": "Opened the link we sent there",
  "continue-here": "Continued here from another channel",
  "channel-vouches": "Shown by the channel itself",
  typed: "Typed by the shopper",
  staff: "Joined by staff",
};
export const evidenceKind = (kind: string): string => evidenceWords[kind] ?? "Noted";

const strengthWords: Record<string, string> = { proof: "Proven", vouch: "Shown by the channel", claim: "Not proven" };
export const evidenceStrength = (strength: string): string => strengthWords[strength] ?? "Not proven";

const levelWords: Record<string, string> = {
  anonymous: "Nothing proven",
  claimed: "Claim only",
  channel: "Known by channel",
  verified: "Verified",
  fresh: "Just verified",
};
export const proofLevel = (level: string): string => levelWords[level] ?? "Nothing proven";

/** What a shopper asked to be remembered, as staff read it. */
export function preferenceWords(rows: { kind: string; value: string }[]): string[] {
  const { size, shoeSize, language, channel } = readPreferences(rows);
  return [
    size && `Wears ${size}`,
    shoeSize && `Shoe size ${shoeSize}`,
    language && `Wants replies in ${languageWords.of(language)}`,
    channel && `Wants news on: ${channelName(channel)}`,
  ].filter((line) => line !== undefined);
}
const languageWords = new Intl.DisplayNames("en", { type: "language" });

const intentWords: Record<string, string> = {
  order_status: "Where an order is",
  return_start: "A return",
  refund_status: "A refund",
  return_policy: "The return rules",
  exchange: "An exchange",
  cancel_order: "Cancelling an order",
  withdrawal: "A withdrawal by law",
  change_order: "Changing an order",
  change_address: "Changing the address",
  shipping_policy: "Shipping",
  product_question: "A product",
  promotion: "A discount",
  payment: "A payment",
  invoice: "An invoice",
  account: "Their account",
  complaint: "A complaint",
  speak_to_human: "Wants a person",
  smalltalk: "A greeting",
  out_of_scope: "Something else",
};
/** "answer" is what the shopper says to a question of ours. */
export const intentName = (intent: string): string =>
  intent === "answer" ? "An answer to a question" : (intentWords[intent] ?? "A question");

export function caseTopic(row: { intent: string; orderName: string | null }): string {
  return [intentWords[row.intent] ?? "A question", row.orderName].filter(Boolean).join(", ");
}

const reasonWords: Record<string, string> = {
  ...reasonLabels,
  // To the merchant, whose rules and customers these are.
  rule: "a rule of yours sends this straight to people",
  vip: "the customer has a tag that goes straight to people, and something of theirs is not solved",
};
export const escalationReason = (reason: string | null): string | null =>
  reason === null ? null : (reasonWords[reason] ?? "a person is needed");

/** Reasons to choose from, as words without the half-sentence around them. */
export const escalationReasons: [reason: string, words: string][] = Object.entries(reasonWords).map(([reason, words]) => [
  reason,
  words.charAt(0).toUpperCase() + words.slice(1),
]);

const statusWords: Record<string, string> = {
  open: "Open",
  working: "Being carried out",
  escalated: "Waiting for staff",
  done: "Done",
  abandoned: "Left by the shopper",
  superseded: "Continued in a newer case",
};
const outcomeWords: Record<CaseOutcome, string> = {
  solved: "Solved",
  "not-solved": "Not solved",
  "no-answer": "No answer from the shopper",
  "no-matter": "Spam or no matter",
};
/** How a case ended, as whoever closed it said; null where nobody did. */
export const caseOutcome = (outcome: string | null): string | null => outcomeWords[outcome as CaseOutcome] ?? null;

const scoreWords = { good: "Good", okay: "Okay", bad: "Bad" };
/** What a shopper answered to how it went. */
export const ratingName = (score: number): string => scoreWords[nameOf(score)];

export function caseStatus(row: {
  status: string;
  owner: string;
  assignee: string | null;
  escalation: string | null;
  outcome?: string | null;
}): string {
  const outcome = row.status === "done" ? caseOutcome(row.outcome ?? null) : null;
  if (outcome) return outcome;
  if (waitsForApproval(row)) return draftWaiting;
  if (row.owner === "staff" && row.assignee && (row.status === "open" || row.status === "escalated")) return `With ${row.assignee}`;
  return statusWords[row.status] ?? "Open";
}

/** A reply is written and nobody has approved it. */
const draftWaiting = "Draft waiting";

/** What has to happen next, for the third line of a queue row. */
export function nextStep(entry: {
  lastAuthor: string;
  focus: { owner: string; status: string; assignee: string | null; escalation: string | null } | null;
}): string {
  if (entry.focus && waitsForApproval(entry.focus)) return draftWaiting;
  if (entry.focus && (entry.focus.owner === "staff" || entry.focus.status === "escalated")) {
    if (!entry.focus.assignee) return "Needs a person";
    // Whoever was given it has not answered yet, and the last word is the assistant's.
    // What the assistant says when it hands over is no answer.
    return entry.lastAuthor === "staff" ? "Waiting for the shopper" : `${entry.focus.assignee} to answer`;
  }
  if (entry.focus?.status === "working") return "The store is working on it";
  return entry.lastAuthor === "shopper" ? "Assistant to answer" : entry.focus ? "Waiting for the shopper" : "Nothing open";
}

const fulfillmentWords: Record<string, string> = {
  FULFILLED: "Sent",
  UNFULFILLED: "Not sent yet",
  PARTIALLY_FULFILLED: "Partly sent",
  ON_HOLD: "On hold",
  SCHEDULED: "Scheduled",
  IN_PROGRESS: "Being packed",
  PENDING_FULFILLMENT: "Being packed",
  IN_TRANSIT: "On its way",
  OUT_FOR_DELIVERY: "Out for delivery",
  ATTEMPTED_DELIVERY: "Delivery tried",
  READY_FOR_PICKUP: "Ready for pick-up",
  DELIVERED: "Delivered",
  NOT_DELIVERED: "Not delivered",
  FAILURE: "Delivery failed",
  CANCELED: "Cancelled",
  PAID: "Paid",
  PARTIALLY_PAID: "Partly paid",
  PENDING: "Payment pending",
  AUTHORIZED: "Authorised",
  REFUNDED: "Refunded",
  PARTIALLY_REFUNDED: "Partly refunded",
  VOIDED: "Voided",
  REQUESTED: "Waiting for approval",
  OPEN: "Open",
  DECLINED: "Declined",
  CLOSED: "Closed",
};
/** Shopify's status in words; one it adds later reads as its own name in lower case. */
export const shopifyStatus = (status: string): string =>
  fulfillmentWords[status] ?? status.charAt(0) + status.slice(1).toLowerCase().replaceAll("_", " ");

const effectWords: Record<string, [doing: string, done: string, failed: string]> = {
  "return-request": ["Requesting the return", "Return requested in Shopify", "The return could not be requested"],
  "return-create": ["Opening the return", "Return opened in Shopify", "The return could not be opened"],
  "address-change": ["Changing the delivery address", "Delivery address changed in Shopify", "The delivery address could not be changed"],
  "order-edit": ["Changing the items", "Items changed in Shopify", "The items could not be changed"],
  "instant-refund": [
    "Paying back before the item is here",
    "Paid back before the item is here",
    "The money could not go back before the item",
  ],
  "order-refund": ["Paying back the difference", "Difference paid back in Shopify", "The difference could not be paid back"],
  "order-mail": ["Sending the mail about the order", "Mail about the order sent by Shopify", "The mail about the order could not be sent"],
  "return-approve": ["Approving the return", "Return approved in Shopify", "The return was not approved"],
  "return-decline": ["Declining the return", "Return declined in Shopify", "The return was not declined"],
  "return-process": ["Booking what came back", "Return booked in Shopify", "The return was not booked"],
  "return-remove": ["Taking an item out of the return", "Item taken out of the return in Shopify", "Nothing was taken out of the return"],
  "return-cancel": ["Cancelling the return", "Return cancelled in Shopify", "The return was not cancelled"],
  "return-close": ["Closing the return", "Return closed in Shopify", "The return was not closed"],
  "gift-card": ["Making the gift card", "Gift card made and sent to the recipient", "The gift card was not made"],
  "return-reopen": ["Opening the return again", "Return opened again in Shopify", "The return was not opened again"],
  "order-cancel": ["Cancelling the order", "Order cancelled in Shopify", "The order could not be cancelled"],
};
/** `by`: the member of staff who wanted it. */
export function effectLine(kind: string, state: string, by: string | null = null): string {
  return by === null ? effectState(kind, state) : `${effectState(kind, state)}, by ${by}`;
}

function effectState(kind: string, state: string): string {
  if (state === "stopped") return "A change in the store was stopped before it was made";
  const [doing, done, failed] = effectWords[kind] ?? ["Changing the store", "Changed in the store", "The store refused a change"];
  if (state === "unknown") return `${doing}: waiting to learn how it ended`;
  return state === "done" ? done : state === "failed" ? failed : doing;
}

const promisedWords: Record<string, string> = {
  refund: "A refund",
  answer: "An answer",
  shipment: "A parcel on its way",
  exchange: "An exchange on its way",
  label: "A return label",
};
export const promisedThing = (about: string): string => promisedWords[about] ?? "Something else";

const stuckWords: Record<string, string> = {
  "intake.channel": "A message that came in could not be read",
  "intake.shopify": "News from your store could not be read",
  "reconcile.store": "Your store could not be compared with what we know",
  "knowledge.refresh": "Your pages and policies could not be read",
  "knowledge.product": "A product that changed could not be read",
  "knowledge.embed": "What your texts mean could not be read",
  "policy.trial": "A trial of return rules could not be finished",
  turn: "The assistant could not answer",
  "identity.send-code": "A code could not be mailed",
  "identity.link-account": "A customer account could not be connected",
  "delivery.plan": "A reply could not be sent",
  "proactive.say": "A message that we begin could not be sent",
  "proactive.parcels": "A parcel in trouble could not be looked at",
  "proactive.remind": "A return that was left could not be recalled",
  "promise.check": "Whether a promise was kept could not be looked at",
  "staff.send": "A reply of yours could not be sent",
  "delivery.send": "A reply could not be sent",
  "delivery.settle": "Whether a reply has arrived could not be found out",
  "withdrawal.receipt": "A withdrawal could not be acknowledged by email",
  "withdrawal.check": "The order of a withdrawal could not be looked up",
  "outward.fan-out": "News of a case could not be passed on to your tools",
  "inbox.wake": "A conversation that was put aside could not be brought back",
  "draft.suggest": "A reply could not be drafted for staff",
  "label.obtain": "The label of a return could not be made",
  "label.mail": "A label could not be mailed",
  "label.own": "A shopper's tracking number could not be written to their return",
  "label.remind": "An unused label could not be recalled",
  "label.cancel": "A return that was never sent could not be cancelled",
  "ticket.tell": "A message could not be added to its Zendesk ticket",
  "ticket.read": "An answer could not be taken from Zendesk",
  "routing.assign": "A person could not be found for a case",
  "routing.queue": "The cases that wait could not be given to people",
  "case.due": "An alert of a shopper who waits too long could not be made",
  "outward.alert": "An alert could not be sent",
  "outward.send": "News of a case could not be passed on to your tools",
  "effect.run": "A change in your store could not be finished",
  "return.receipt": "A mail about a return could not be sent",
};
export const stuckWorkName = (task: string): string => stuckWords[task] ?? "Something could not be finished";

const sourceKinds: Record<string, string> = {
  policy: "Policy",
  page: "Page",
  article: "Article",
  product: "Product",
  file: "File",
  answer: "Answer",
};
export const sourceKindName = (kind: string): string => sourceKinds[kind] ?? "Text";
