import type { Prisma } from "../../../prisma/generated/client.ts";

/** Every table of ours and what a new row of it holds. */
export type Rows = {
  Shop: Prisma.ShopUncheckedCreateInput;
  ChannelAccount: Prisma.ChannelAccountUncheckedCreateInput;
  Identity: Prisma.IdentityUncheckedCreateInput;
  Evidence: Prisma.EvidenceUncheckedCreateInput;
  Conversation: Prisma.ConversationUncheckedCreateInput;
  Message: Prisma.MessageUncheckedCreateInput;
  Case: Prisma.CaseUncheckedCreateInput;
  RawEvent: Prisma.RawEventUncheckedCreateInput;
  Effect: Prisma.EffectUncheckedCreateInput;
  Delivery: Prisma.DeliveryUncheckedCreateInput;
  Job: Prisma.JobUncheckedCreateInput;
  OneTimeCode: Prisma.OneTimeCodeUncheckedCreateInput;
  GiftTry: Prisma.GiftTryUncheckedCreateInput;
  SignedLink: Prisma.SignedLinkUncheckedCreateInput;
  WidgetSession: Prisma.WidgetSessionUncheckedCreateInput;
  Draft: Prisma.DraftUncheckedCreateInput;
  ReplyDraft: Prisma.ReplyDraftUncheckedCreateInput;
  VoiceExample: Prisma.VoiceExampleUncheckedCreateInput;
  Translation: Prisma.TranslationUncheckedCreateInput;
  StaffMember: Prisma.StaffMemberUncheckedCreateInput;
  HeldReply: Prisma.HeldReplyUncheckedCreateInput;
  SavedReply: Prisma.SavedReplyUncheckedCreateInput;
  StaffDraft: Prisma.StaffDraftUncheckedCreateInput;
  StaffNote: Prisma.StaffNoteUncheckedCreateInput;
  Mention: Prisma.MentionUncheckedCreateInput;
  Audit: Prisma.AuditUncheckedCreateInput;
  IdentityTrait: Prisma.IdentityTraitUncheckedCreateInput;
  Suggestion: Prisma.SuggestionUncheckedCreateInput;
  SuggestionPosition: Prisma.SuggestionPositionUncheckedCreateInput;
  Tombstone: Prisma.TombstoneUncheckedCreateInput;
  PrivacyRequest: Prisma.PrivacyRequestUncheckedCreateInput;
  PrivacyExport: Prisma.PrivacyExportUncheckedCreateInput;
  Consent: Prisma.ConsentUncheckedCreateInput;
  Preference: Prisma.PreferenceUncheckedCreateInput;
  AccessLog: Prisma.AccessLogUncheckedCreateInput;
  TurnRecord: Prisma.TurnRecordUncheckedCreateInput;
  KnowledgeSource: Prisma.KnowledgeSourceUncheckedCreateInput;
  KnowledgePassage: Prisma.KnowledgePassageUncheckedCreateInput;
  KnowledgeVector: Prisma.KnowledgeVectorUncheckedCreateInput;
  ReplayRun: Prisma.ReplayRunUncheckedCreateInput;
  Photo: Prisma.PhotoUncheckedCreateInput;
  StaffFile: Prisma.StaffFileUncheckedCreateInput;
  Withdrawal: Prisma.WithdrawalUncheckedCreateInput;
  PolicyVersion: Prisma.PolicyVersionUncheckedCreateInput;
  PolicyTrial: Prisma.PolicyTrialUncheckedCreateInput;
  PolicyTrialLine: Prisma.PolicyTrialLineUncheckedCreateInput;
  Begun: Prisma.BegunUncheckedCreateInput;
  Obligation: Prisma.ObligationUncheckedCreateInput;
  Connection: Prisma.ConnectionUncheckedCreateInput;
  OutwardEvent: Prisma.OutwardEventUncheckedCreateInput;
  OutwardSend: Prisma.OutwardSendUncheckedCreateInput;
  ReturnLabel: Prisma.ReturnLabelUncheckedCreateInput;
  Ticket: Prisma.TicketUncheckedCreateInput;
  Lesson: Prisma.LessonUncheckedCreateInput;
  Satisfaction: Prisma.SatisfactionUncheckedCreateInput;
};
export type TableName = keyof Rows;

/** One thing that a commit does. Plain data: a turn's result is a list of these. */
export type Write =
  | { kind: "insert"; table: TableName; values: Record<string, unknown>; ifAbsent: boolean }
  | { kind: "update"; table: TableName; where: Record<string, unknown>; set: Record<string, unknown>; expect?: number }
  | { kind: "remove"; table: TableName; where: Record<string, unknown>; expect?: number }
  | { kind: "enqueue"; job: NewJob }
  | { kind: "notify"; notice: Notice };

/** A job as it is put into the queue; see platform/jobs/tasks.ts for names and payloads. */
export type NewJob = {
  shopId: string;
  task: string;
  lane: "read" | "think" | "send";
  payload: unknown;
  key?: string;
  queue?: string;
  runAt: Date;
  maxAttempts: number;
};

/** Told to listeners in this process after the commit. */
export type Notice =
  | { topic: "message"; shopId: string; conversationId: string; messageId: string; change: "created" | "updated" }
  | { topic: "turn"; shopId: string; conversationId: string; identityId: string; state: "started" | "ended" }
  | { topic: "conversation"; shopId: string; conversationId: string }
  /** Somebody of the shop has come to a conversation, has gone, writes or has stopped. */
  | { topic: "presence"; shopId: string; conversationId: string }
  /** What an identity may see has changed. */
  | { topic: "identity"; shopId: string; identityId: string }
  /** A shopper begins to wait for a person: for this one of them, or for whoever takes it. */
  | { topic: "escalated"; shopId: string; conversationId: string; caseId: string; intent: string; assignee: string | null }
  /** A colleague's note is meant for the people of these names. */
  | { topic: "mentioned"; shopId: string; conversationId: string; names: string[] }
  /** Something went, or did not go, to one of the shop's own tools. */
  | { topic: "connection"; shopId: string }
  /** Tokens of this widget visitor have ended. */
  | { topic: "session"; shopId: string; identityId: string };

/** A row was not as the writer had read it: everything of this commit is undone, the caller reads again. */
export class StaleWrite extends Error {
  constructor(table: string) {
    super(`A row of ${table} had changed before the commit.`);
    this.name = "StaleWrite";
  }
}

/** Adds to what the row holds at the time of the commit, where two writers may meet. */
export class Increment {
  readonly by: number;
  constructor(by: number) {
    this.by = by;
  }
}
export const increment = (by = 1): Increment => new Increment(by);
type Changes<T extends TableName> = { [K in keyof Rows[T]]?: Rows[T][K] | Increment };

export function insert<T extends TableName>(table: T, values: Rows[T], options: { ifAbsent?: boolean } = {}): Write {
  return { kind: "insert", table, values, ifAbsent: options.ifAbsent ?? false };
}

/** `expect`: how many rows must change, else the whole commit is undone with StaleWrite. */
export function update<T extends TableName>(table: T, where: Partial<Rows[T]>, set: Changes<T>, expect?: number): Write {
  return { kind: "update", table, where, set, expect };
}

export function remove<T extends TableName>(table: T, where: Partial<Rows[T]>, expect?: number): Write {
  return { kind: "remove", table, where, expect };
}

export function notify(notice: Notice): Write {
  return { kind: "notify", notice };
}
