/** What a shop begins by itself, and when; as stored and edited under Channels. */
export type ProactiveSettings = {
  /** Delays and failed deliveries are told to shoppers who have not asked. */
  trouble: boolean;
  /** After how many hours a return that was left at a step is recalled, once; null: never. */
  reminderHours: number | null;
  /** Whole hours of the shop's own clock between which nothing is begun that can wait; null: at any hour. */
  quiet: { from: number; to: number } | null;
  /** Who wrote the same on two channels is answered on the last and told so on the other. */
  pointer: boolean;
};

export const defaultProactive: ProactiveSettings = { trouble: true, reminderHours: 24, quiet: { from: 21, to: 8 }, pointer: true };
export const mostReminderHours = 14 * 24;

/** The settings of a shop, whatever was stored; what cannot be read is as at the beginning. */
export function readProactive(stored: unknown): ProactiveSettings {
  const given = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
  const { trouble = defaultProactive.trouble, reminderHours = defaultProactive.reminderHours, quiet = defaultProactive.quiet } = given;
  const { pointer = defaultProactive.pointer } = given;
  return {
    trouble: trouble === true,
    reminderHours: reminderHours === null || isHours(reminderHours, mostReminderHours) ? reminderHours : defaultProactive.reminderHours,
    quiet: quiet === null || isQuiet(quiet) ? quiet : defaultProactive.quiet,
    pointer: pointer === true,
  };
}

export type ProactiveForm = { trouble: string; pointer: string; reminderHours: string; quietFrom: string; quietTo: string };
export type ProactiveProblems = Partial<Record<keyof ProactiveForm, string>>;

export function proactiveToForm({ trouble, reminderHours, quiet, pointer }: ProactiveSettings): ProactiveForm {
  return {
    trouble: trouble ? "yes" : "no",
    pointer: pointer ? "yes" : "no",
    reminderHours: reminderHours === null ? "" : String(reminderHours),
    quietFrom: quiet ? String(quiet.from) : "",
    quietTo: quiet ? String(quiet.to) : "",
  };
}

/** Checks what was filled in, in the browser and again on the server. */
export function readProactiveForm(
  form: Partial<Record<string, string>>,
): { ok: true; settings: ProactiveSettings } | { ok: false; problems: ProactiveProblems } {
  const problems: ProactiveProblems = {};
  const value = (name: keyof ProactiveForm) => (form[name] ?? "").trim();
  const [hours, from, to] = [value("reminderHours"), value("quietFrom"), value("quietTo")];
  if (hours !== "" && !(/^\d{1,3}$/.test(hours) && isHours(Number(hours), mostReminderHours)))
    problems.reminderHours = `Enter whole hours from 1 to ${mostReminderHours}, or leave it empty for no reminder.`;
  const quiet = from === "" && to === "" ? null : { from: hourOf(from), to: hourOf(to) };
  const wrong = "Enter a whole hour from 0 to 23, or leave both empty.";
  if (quiet && quiet.from === null) problems.quietFrom = wrong;
  if (quiet && (quiet.to === null || quiet.to === quiet.from)) problems.quietTo = quiet.to === null ? wrong : "It ends when it begins.";
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    settings: {
      trouble: value("trouble") === "yes",
      reminderHours: hours === "" ? null : Number(hours),
      quiet: quiet as ProactiveSettings["quiet"],
      pointer: value("pointer") === "yes",
    },
  };
}

const hourOf = (text: string): number | null => (/^\d{1,2}$/.test(text) && Number(text) <= 23 ? Number(text) : null);

function isHours(value: unknown, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most;
}

function isQuiet(value: unknown): value is { from: number; to: number } {
  const { from, to } = (value ?? {}) as Record<string, unknown>;
  const isHour = (hour: unknown) => typeof hour === "number" && Number.isInteger(hour) && hour >= 0 && hour <= 23;
  return isHour(from) && isHour(to) && from !== to;
}
