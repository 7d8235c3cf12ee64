/** What a shop wants once a case is over; as stored and edited under Settings. */
export type AfterCases = {
  /** Whose closing is followed by the question how it went. */
  ask: "never" | "staff" | "always";
  /** So many days after a person has closed a case, the shopper's words about it open it again. */
  reopenDays: number;
};

export const defaultAfterCases: AfterCases = { ask: "staff", reopenDays: 7 };
const mostReopenDays = 60;
const askings = ["never", "staff", "always"] as const;

/** The settings of a shop, whatever was stored; what cannot be read is as at the beginning. */
export function readAfterCases(stored: unknown): AfterCases {
  const { ask, reopenDays } = (stored ?? {}) as Record<string, unknown>;
  return {
    ask: askings.find((one) => one === ask) ?? defaultAfterCases.ask,
    reopenDays: isDays(reopenDays) ? reopenDays : defaultAfterCases.reopenDays,
  };
}

export type AfterCasesForm = { ask: string; reopenDays: string };
export type AfterCasesProblems = Partial<Record<keyof AfterCasesForm, string>>;

export const afterCasesToForm = ({ ask, reopenDays }: AfterCases): AfterCasesForm => ({ ask, reopenDays: String(reopenDays) });

/** Checks what was filled in, in the browser and again on the server. */
export function readAfterCasesForm(
  form: Partial<Record<string, string>>,
): { ok: true; settings: AfterCases } | { ok: false; problems: AfterCasesProblems } {
  const ask = askings.find((one) => one === form.ask);
  const days = (form.reopenDays ?? "").trim();
  const reopenDays = /^\d{1,3}$/.test(days) ? Number(days) : null;
  const problems: AfterCasesProblems = {
    ...(!ask && { ask: "Choose one." }),
    ...(!isDays(reopenDays) && { reopenDays: `Whole days from 0 to ${mostReopenDays}.` }),
  };
  if (!ask || !isDays(reopenDays)) return { ok: false, problems };
  return { ok: true, settings: { ask, reopenDays } };
}

function isDays(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= mostReopenDays;
}
