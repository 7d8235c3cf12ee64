/** How many days each kind is kept by itself, and within which bounds a merchant may set it. */
export const retentionKinds = {
  /** Conversations, cases and notes, counted from the last word of a shopper with nothing open. */
  conversations: { days: 730, least: 30, most: 3650 },
  /** How each message went out: the message itself stays with the conversation. */
  deliveries: { days: 180, least: 30, most: 730 },
  /** That a vendor's event came: vendors repeat themselves for weeks. What it said goes when it has been read. */
  rawEvents: { days: 35, least: 30, most: 90 },
  /** Used or expired codes, links and chat sessions. */
  codes: { days: 30, least: 1, most: 180 },
  audit: { days: 730, least: 90, most: 3650 },
  access: { days: 365, least: 90, most: 3650 },
  exports: { days: 30, least: 7, most: 90 },
  /** That something was asked for and done, without saying for whom; and the hashes that keep it so. */
  requests: { days: 1095, least: 365, most: 3650 },
  /** That a shopper withdrew from a contract, as long as either side may have to show it. */
  withdrawals: { days: 1095, least: 365, most: 3650 },
  /** Work that was given up and that nobody has looked at. */
  deadJobs: { days: 30, least: 7, most: 180 },
} as const;

export type RetentionKind = keyof typeof retentionKinds;
export type Retention = Record<RetentionKind, number>;
export const retentionNames = Object.keys(retentionKinds) as RetentionKind[];

/** What holds for a shop: ours, except where the merchant has set something within the bounds. */
export function retentionOf(stored: unknown): Retention {
  const set = (stored ?? {}) as Record<string, unknown>;
  const days = retentionNames.map((kind) => [kind, isAllowed(kind, set[kind]) ? set[kind] : retentionKinds[kind].days]);
  return Object.fromEntries(days) as Retention;
}

function isAllowed(kind: RetentionKind, days: unknown): days is number {
  const { least, most } = retentionKinds[kind];
  return typeof days === "number" && Number.isInteger(days) && days >= least && days <= most;
}

export type RetentionForm = Partial<Record<string, string>>;

/** Checks what was filled in, in the browser and again on the server. */
export function readRetentionForm(form: RetentionForm): { ok: true; retention: Retention } | { ok: false; problems: RetentionForm } {
  const problems: RetentionForm = {};
  const retention = retentionOf({});
  for (const kind of retentionNames) {
    const { least, most } = retentionKinds[kind];
    const text = (form[kind] ?? "").trim();
    if (/^\d{1,4}$/.test(text) && isAllowed(kind, Number(text))) retention[kind] = Number(text);
    else problems[kind] = `Enter whole days from ${least} to ${most}.`;
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, retention };
}
