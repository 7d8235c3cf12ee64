import type { TableName } from "#app/platform/db/writes.ts";
import type { RetentionKind } from "./retention.ts";

/** shown: in both exports; internal: in the machine-readable one only; other: may name somebody else; secret: in none. */
export type FieldUse = "shown" | "internal" | "other" | "secret";
/** What a column's value is the id of. */
export type PersonKey = "identity" | "conversation" | "message" | "case";
export type Link = { column: string; to: PersonKey };
/** The parts of an export. */
export type Section =
  | "contacts"
  | "messages"
  | "photos"
  | "cases"
  | "effects"
  | "deliveries"
  | "evidence"
  | "notes"
  | "consent"
  | "preferences"
  | "proofs"
  | "sessions"
  | "access"
  | "record"
  | "requests";
/** How long rows stay when nobody asks: a kind of `retention.ts`, with what they belong to, until read, or as long as the app. */
export type Kept = RetentionKind | "installed";

/**
 * What one table holds. A row belongs to a shopper when any of `belongs` names them. `erased` says what becomes of such rows;
 * "by words": they name nobody by id and are looked through for the shopper's addresses.
 */
export type RegisteredTable = {
  holds: string;
  belongs: Link[];
  erased: "removed" | "blanked" | "by words" | "kept";
  blank?: Record<string, unknown>;
  section?: Section;
  kept: Kept;
  fields: Record<string, FieldUse>;
};

const use = (columns: Partial<Record<FieldUse, string>>): Record<string, FieldUse> =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([how, names]) =>
      names
        .split(/\s+/)
        .filter(Boolean)
        .map((name) => [name, how as FieldUse]),
    ),
  );
const byIdentity: Link[] = [{ column: "identityId", to: "identity" }];
/** Settings and credentials of the merchant: no shopper's data, gone with the shop. */
const merchants = (holds: string, fields: string): RegisteredTable => ({
  holds,
  belongs: [],
  erased: "kept",
  kept: "installed",
  fields: use({ internal: fields }),
});

/** Every table of the schema and every column of it. A test holds this against prisma/schema.prisma. */
export const registry: Record<TableName | "Session", RegisteredTable> = {
  Session: merchants(
    "Shopify's sessions of staff and of the app; tokens are encrypted",
    "id shop state isOnline scope expires accessToken userId firstName lastName email accountOwner locale collaborator emailVerified refreshToken refreshTokenExpires",
  ),
  Shop: merchants(
    "the shop and its settings",
    "id domain name email currencyCode countryCode timeZone language brandColor assistantName voice voicing wording confidenceThreshold thresholds replayGate assistantPaused returnPolicy policyReading orderPolicy policyVersion replyTimes routing routingVersion proactive afterCases labels labelKey installedAt uninstalledAt retention withoutModel primaryHost tokenDay tokens proofRules replyModes",
  ),
  ChannelAccount: merchants(
    "the shop's own accounts; credentials are encrypted",
    "id shopId channel externalId label credentials config paused createdAt issue position",
  ),
  Identity: {
    holds: "an address or account of the shopper, with the name the channel shows",
    belongs: [{ column: "id", to: "identity" }],
    erased: "removed",
    section: "contacts",
    kept: "conversations",
    fields: use({
      shown: "kind externalId label language createdAt lastInboundAt",
      internal: "id shopId homeConversationId conversationId introducedAt readAt movedToId movedAt",
    }),
  },
  Evidence: {
    holds: "why two addresses are, or may be, the same person's",
    belongs: [
      { column: "identityId", to: "identity" },
      { column: "otherId", to: "identity" },
    ],
    erased: "removed",
    section: "evidence",
    kept: "conversations",
    fields: use({
      shown: "kind strength createdAt expiresAt withdrawnAt",
      internal: "id shopId",
      other: "identityId otherId",
      secret: "by withdrawnBy",
    }),
  },
  Conversation: {
    holds: "the newest words of a conversation, for the list",
    belongs: [{ column: "id", to: "conversation" }],
    erased: "removed",
    section: "messages",
    kept: "conversations",
    fields: use({
      internal:
        "id shopId createdAt lastMessageAt lastMessage lastChannel lastAuthor unread language revision tokenDay tokens snoozedUntil",
    }),
  },
  Message: {
    holds: "what the shopper, the assistant and staff wrote",
    belongs: byIdentity,
    erased: "removed",
    section: "messages",
    kept: "conversations",
    fields: use({
      shown: "at channel author text",
      internal: "seq id shopId identityId account externalId receivedAt content caseId deletedAt answeredBy thread proactive",
      secret: "authorName",
    }),
  },
  Case: {
    holds: "a problem of the shopper's, how far it has come and its order",
    belongs: byIdentity,
    erased: "removed",
    section: "cases",
    kept: "conversations",
    fields: use({
      shown: "flow intent status orderName summary openedAt closedAt outcome",
      internal: "id shopId identityId state version owner escalation expecting doubts orderId verification dueAt teamId urgent updatedAt",
      secret: "assignee routing heldBy",
    }),
  },
  RawEvent: {
    holds: "what a vendor sent, until it has been read; afterwards only that it came",
    belongs: [],
    erased: "by words",
    kept: "rawEvents",
    fields: use({ internal: "id shopId channel account externalId topic body receivedAt processedAt" }),
  },
  Effect: {
    holds: "a change made in the store for the shopper",
    belongs: [{ column: "caseId", to: "case" }],
    erased: "removed",
    section: "effects",
    kept: "conversations",
    fields: use({
      shown: "kind state createdAt result",
      internal: "id shopId caseId key input attempts actor dueAt startedAt error updatedAt shopperPlace shopPlace",
    }),
  },
  Delivery: {
    holds: "a message on its way through a channel, as it was rendered",
    belongs: [...byIdentity, { column: "messageId", to: "message" }],
    erased: "removed",
    section: "deliveries",
    kept: "deliveries",
    fields: use({
      shown: "channel text state status createdAt",
      internal: "id shopId messageId identityId account part body thread rawStatus externalId attempts startedAt error updatedAt",
    }),
  },
  Job: {
    holds: "work that waits; payloads hold ids, and the address somebody claimed while a code is on its way",
    belongs: [],
    erased: "by words",
    kept: "deadJobs",
    fields: use({
      internal: "id shopId task lane payload key queue runAt attempts maxAttempts fence state lastError createdAt",
    }),
  },
  Draft: {
    holds: "words and items begun in the widget and not sent, while a question is open",
    belongs: [...byIdentity, { column: "caseId", to: "case" }],
    erased: "removed",
    section: "messages",
    kept: "codes",
    fields: use({ shown: "text items savedAt", internal: "identityId shopId caseId expecting choiceId offeredAt" }),
  },
  ReplyDraft: {
    holds: "a reply of the assistant's that waits for a person to approve it",
    belongs: [...byIdentity, { column: "caseId", to: "case" }],
    erased: "removed",
    section: "messages",
    kept: "conversations",
    fields: use({
      internal: "id shopId identityId channel account caseId aboutId blocks language standsOn messageIds throughSeq introduces createdAt",
    }),
  },
  VoiceExample: {
    holds: "a draft and what staff made of it, names and addresses taken out, as an example of how the shop speaks",
    belongs: byIdentity,
    erased: "removed",
    section: "messages",
    kept: "conversations",
    fields: use({ internal: "id shopId identityId language draft edited createdAt" }),
  },
  GiftTry: {
    holds: "that somebody tried to show a parcel to be theirs; it counts although who it was is forgotten",
    belongs: byIdentity,
    erased: "blanked",
    blank: { identityId: "" },
    section: "proofs",
    kept: "codes",
    fields: use({ shown: "createdAt", internal: "id shopId identityId", secret: "orderKey" }),
  },
  OneTimeCode: {
    holds: "that a code was asked for; the code itself is not kept",
    belongs: [
      { column: "identityId", to: "identity" },
      { column: "targetId", to: "identity" },
    ],
    erased: "removed",
    section: "proofs",
    kept: "codes",
    fields: use({
      shown: "createdAt expiresAt usedAt",
      internal: "id shopId caseId triesLeft",
      other: "identityId targetId",
      secret: "hash",
    }),
  },
  SignedLink: {
    holds: "that a link was sent or shown; the link itself is not kept",
    belongs: [
      { column: "identityId", to: "identity" },
      { column: "otherId", to: "identity" },
    ],
    erased: "removed",
    section: "proofs",
    kept: "codes",
    fields: use({
      shown: "purpose createdAt expiresAt usedAt",
      internal: "id shopId caseId channel",
      other: "identityId otherId",
      secret: "hash",
    }),
  },
  WidgetSession: {
    holds: "that a browser has the chat open, and the account logged in there",
    belongs: byIdentity,
    erased: "removed",
    section: "sessions",
    kept: "codes",
    fields: use({ shown: "createdAt expiresAt customerId", internal: "shopId identityId origin", secret: "hash" }),
  },
  StaffMember: merchants(
    "people of the shop who answer: what they sign with, what they take and when they work",
    "id shopId name teams languages channels intents hours mostOpen away lastAssignedAt createdAt",
  ),
  StaffNote: {
    holds: "what staff noted about the shopper",
    belongs: byIdentity,
    erased: "removed",
    section: "notes",
    kept: "conversations",
    fields: use({ shown: "text createdAt", internal: "id shopId identityId", secret: "author" }),
  },
  Mention: {
    holds: "who of the shop a note about the shopper is meant for",
    belongs: byIdentity,
    erased: "removed",
    section: "notes",
    kept: "conversations",
    fields: use({ internal: "id shopId identityId noteId createdAt readAt", secret: "memberId name" }),
  },
  HeldReply: {
    holds: "a reply of staff in the seconds before it goes out; one that was taken back keeps no words",
    belongs: byIdentity,
    erased: "removed",
    section: "messages",
    kept: "conversations",
    fields: use({
      shown: "channel text createdAt",
      internal: "id shopId identityId account clientId original language template move movedFromId files state reason dueAt",
      secret: "staffId author",
    }),
  },
  SavedReply: merchants(
    "texts of the shop's own for replies, with variables instead of anybody's data",
    "id shopId title language text by createdAt updatedAt",
  ),
  StaffDraft: {
    holds: "what a member of staff has begun to write about the shopper and not sent",
    belongs: byIdentity,
    erased: "removed",
    section: "notes",
    kept: "conversations",
    fields: use({ shown: "text savedAt", internal: "id shopId identityId kind files startedAt", secret: "staffId" }),
  },
  Translation: {
    holds: "a message in the language of staff",
    belongs: [...byIdentity, { column: "messageId", to: "message" }],
    erased: "removed",
    section: "messages",
    kept: "conversations",
    fields: use({ internal: "id shopId messageId identityId language text by doubtful createdAt" }),
  },
  Audit: {
    holds: "what was done by whom, with ids instead of names",
    belongs: [
      { column: "subject", to: "conversation" },
      { column: "subject", to: "identity" },
    ],
    erased: "removed",
    section: "record",
    kept: "audit",
    fields: use({ shown: "at action", internal: "id shopId subject detail", secret: "actor" }),
  },
  IdentityTrait: {
    holds: "what a shopper may have in common with others: names, orders spoken of, contacts; postal addresses as a hash",
    belongs: byIdentity,
    erased: "removed",
    section: "contacts",
    kept: "conversations",
    fields: use({ internal: "id shopId identityId value role" }),
  },
  Suggestion: {
    holds: "that two shoppers may be one person, and what staff decided; the other side may be somebody else",
    belongs: [
      { column: "oneId", to: "identity" },
      { column: "otherId", to: "identity" },
    ],
    erased: "removed",
    section: "contacts",
    kept: "conversations",
    fields: use({
      internal: "id shopId createdAt updatedAt dismissedAt",
      other: "oneId otherId",
      secret: "score reasons against dismissedBy",
    }),
  },
  SuggestionPosition: merchants("how far the search for such pairs has read", "shopId messageSeq since"),
  Tombstone: {
    holds: "a keyed hash of an erased address, so that late messages do not bring it back",
    belongs: [],
    erased: "kept",
    kept: "requests",
    fields: use({ internal: "id shopId hash at" }),
  },
  PrivacyRequest: {
    holds: "that somebody asked for an export or an erasure; whom it is about is encrypted and blanked at the end",
    belongs: byIdentity,
    erased: "blanked",
    blank: { sealed: "", identityId: null, state: "done" },
    section: "requests",
    kept: "requests",
    fields: use({ shown: "kind source state createdAt finishedAt", internal: "id shopId externalId identityId dueAt", secret: "sealed" }),
  },
  PrivacyExport: {
    holds: "a finished export, encrypted",
    belongs: byIdentity,
    erased: "removed",
    section: "requests",
    kept: "exports",
    fields: use({ shown: "createdAt expiresAt usedAt", internal: "id shopId requestId identityId", secret: "html json" }),
  },
  Consent: {
    holds: "whether the shopper wants messages that we begin",
    belongs: byIdentity,
    erased: "removed",
    section: "consent",
    kept: "conversations",
    fields: use({ shown: "state source at", internal: "id shopId identityId messageId" }),
  },
  Preference: {
    holds: "what the shopper wants to be remembered: size, language, where news goes",
    belongs: byIdentity,
    erased: "removed",
    section: "preferences",
    kept: "conversations",
    fields: use({ shown: "kind value statedAt", internal: "id shopId identityId messageId" }),
  },
  AccessLog: {
    holds: "which member of staff read what and when; no words, only ids, which mean nobody once the shopper is erased",
    belongs: [{ column: "subject", to: "conversation" }],
    erased: "kept",
    section: "access",
    kept: "access",
    fields: use({ shown: "at what", internal: "id shopId subject", secret: "actor" }),
  },
  ReplayRun: {
    holds: "what the assistant made of a file of past conversations; quotes those that it got wrong",
    belongs: [],
    erased: "by words",
    kept: "rawEvents",
    fields: use({ internal: "id shopId fileName state total done problem startedAt finishedAt", other: "report" }),
  },
  PolicyVersion: merchants("the return rules as they were saved, each time", "id shopId version policy orderPolicy by at changes why"),
  PolicyTrial: {
    holds: "a draft of the return rules that was run over past orders, and how many it decides differently",
    belongs: [],
    erased: "kept",
    kept: "rawEvents",
    fields: use({
      internal: "id shopId state draft present version by since cursor oldest reached orders items counts problem startedAt finishedAt",
    }),
  },
  PolicyTrialLine: {
    holds: "the order's number and the title of each item that a draft decides differently",
    belongs: [],
    erased: "by words",
    kept: "rawEvents",
    fields: use({ internal: "id shopId trialId place kind item before after askedAt hasReturn createdAt", other: "orderName" }),
  },
  TurnRecord: {
    holds: "what the assistant understood of a message, who decided it and what that cost; no words",
    belongs: byIdentity,
    erased: "removed",
    section: "record",
    kept: "conversations",
    fields: use({
      shown: "at channel language intent detail",
      internal:
        "id shopId identityId conversationId messageId confidence decidedBy outcome inputTokens outputTokens microDollars milliseconds knowledge sourceId sourceVersion",
    }),
  },
  Photo: {
    holds: "a picture that the shopper sent; the picture itself is a file beside the database and goes with this row",
    belongs: [...byIdentity, { column: "messageId", to: "message" }],
    erased: "removed",
    section: "photos",
    kept: "conversations",
    fields: use({
      shown: "createdAt state width height",
      internal: "id shopId identityId messageId place caseId problem file fingerprint bytes keptAt",
      secret: "seenBefore verdict",
    }),
  },
  StaffFile: {
    holds: "a picture or a PDF that staff sent to the shopper; the bytes are a file beside the database and go with this row",
    belongs: [...byIdentity, { column: "messageId", to: "message" }],
    erased: "removed",
    section: "photos",
    kept: "conversations",
    fields: use({ shown: "createdAt name width height", internal: "id shopId identityId messageId file kind bytes" }),
  },
  Withdrawal: {
    holds:
      "that a shopper withdrew from a contract, in which words and when, and that it was acknowledged; a legal record, of which the person goes",
    belongs: [...byIdentity, { column: "caseId", to: "case" }],
    erased: "blanked",
    blank: { key: null, caseId: null, identityId: null, contact: "", statements: [] },
    section: "cases",
    kept: "withdrawals",
    fields: use({
      shown: "reference orderName contact channel statedAt",
      internal: "id shopId key caseId identityId orderId language proven statements stated receipted facts noticedAt",
    }),
  },
  Begun: {
    holds: "a message that we began: when it may be said, and why it was not",
    belongs: [...byIdentity, { column: "messageId", to: "message" }],
    erased: "removed",
    section: "messages",
    kept: "conversations",
    fields: use({
      shown: "kind createdAt saidAt",
      internal: "id shopId key identityId blocks template urgent counted caseId orderId ifUnreachable onlyInWindow state reason messageId",
    }),
  },
  Obligation: {
    holds: "what was promised to the shopper, by when, and whether it was kept",
    belongs: [...byIdentity, { column: "messageId", to: "message" }],
    erased: "removed",
    section: "messages",
    kept: "conversations",
    fields: use({
      shown: "about dueAt state madeAt settledAt",
      internal: "id shopId identityId messageId caseId orderId by wholeDay noticedAt",
    }),
  },
  Connection: merchants(
    "tools of the shop's own that are told of cases; addresses and credentials are encrypted",
    "id shopId kind label credentials config active issue failingSince alertedAt createdAt",
  ),
  OutwardEvent: {
    holds: "what happened to a case, in ids and kinds, for the shop's own tools; no words, names or addresses",
    belongs: [...byIdentity, { column: "caseId", to: "case" }],
    erased: "removed",
    section: "record",
    kept: "deliveries",
    fields: use({ shown: "at type", internal: "id shopId identityId caseId data" }),
  },
  OutwardSend: {
    holds: "that it went to one of them, and how that ended",
    belongs: [...byIdentity, { column: "caseId", to: "case" }],
    erased: "removed",
    section: "record",
    kept: "deliveries",
    fields: use({
      shown: "createdAt type",
      internal: "id shopId connectionId eventId identityId caseId state attempts status error triedAt",
    }),
  },
  ReturnLabel: {
    holds: "the label or code of a return, and how it was sent back",
    belongs: [...byIdentity, { column: "caseId", to: "case" }],
    erased: "removed",
    section: "record",
    kept: "conversations",
    fields: use({
      shown: "returnName orderName method state url code trackingNumber trackingUrl ownNumber createdAt obtainedAt recordedAt mailedAt",
      internal: "id shopId returnId orderId caseId identityId shipmentId error",
    }),
  },
  Ticket: {
    holds: "that a case was handed to the shop's own help desk, and its number there",
    belongs: [...byIdentity, { column: "caseId", to: "case" }],
    erased: "removed",
    section: "record",
    kept: "conversations",
    fields: use({ shown: "createdAt", internal: "id shopId connectionId caseId identityId externalId toldSeq" }),
  },
  Satisfaction: {
    holds: "how the shopper found our help with a case, and what they added",
    belongs: [...byIdentity, { column: "caseId", to: "case" }],
    erased: "removed",
    section: "cases",
    kept: "conversations",
    fields: use({ shown: "score comment at", internal: "id shopId caseId identityId channel" }),
  },
  Lesson: {
    holds: "a question of the shopper's, what was answered, and what staff say would have been right",
    belongs: [...byIdentity, { column: "messageId", to: "message" }, { column: "caseId", to: "case" }],
    erased: "removed",
    section: "notes",
    kept: "conversations",
    fields: use({
      shown: "question said proposal createdAt",
      internal: "id shopId identityId messageId caseId kind state settledAt",
      secret: "by settledBy",
    }),
  },
  KnowledgeSource: merchants(
    "texts of the shop that the assistant answers from",
    "id shopId kind externalId title url language version updatedAt readAt",
  ),
  KnowledgePassage: merchants("their parts", "seq shopId sourceId position heading text headingTerms terms"),
  KnowledgeVector: merchants("what each part means, as figures", "seq shopId sourceId model vector"),
};

export const registeredTables = Object.keys(registry) as (keyof typeof registry)[];
