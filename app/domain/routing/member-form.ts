import { channelNames } from "#app/channels/message.ts";
import { readWeek, weekToForm } from "../staff/reply-times-form.ts";
import type { Member } from "./members.ts";
import { readAbout, readLanguages, splitList } from "./words.ts";

export type MemberInput = Pick<Member, "name" | "teams" | "languages" | "channels" | "intents" | "hours" | "mostOpen">;
export type FormProblems = Partial<Record<string, string>>;

const longestName = 60;
const largestMost = 500;

/** What the page shows of a member; with none, of somebody new. */
export function memberToForm(member?: Member): Record<string, string> {
  const week = member?.hours?.week ?? [];
  return {
    name: member?.name ?? "",
    teams: (member?.teams ?? []).join(","),
    languages: (member?.languages ?? []).join(", "),
    channels: (member?.channels ?? []).join(","),
    about: (member?.intents ?? []).join(","),
    mostOpen: member?.mostOpen?.toString() ?? "",
    ownHours: member?.hours ? "yes" : "no",
    ...weekToForm(week),
  };
}

/** Checks what was filled in, in the browser and again on the server. `teamIds`: those that there are. */
export function readMemberForm(
  sent: Record<string, string>,
  teamIds: readonly string[],
): { ok: true; member: MemberInput } | { ok: false; problems: FormProblems } {
  const problems: FormProblems = {};
  const name = (sent.name ?? "").replace(/\s+/g, " ").trim();
  if (name === "") problems.name = "A name, as shoppers see it.";
  else if (name.length > longestName) problems.name = `At most ${longestName} characters.`;
  const languages = readLanguages(sent.languages ?? "");
  if (languages.unknown) problems.languages = `“${languages.unknown}” is no language. Write them like: English, de, Polish.`;
  const most = (sent.mostOpen ?? "").trim();
  const mostOpen = most === "" ? null : Number(most);
  if (mostOpen !== null && !(Number.isInteger(mostOpen) && mostOpen >= 1 && mostOpen <= largestMost))
    problems.mostOpen = `A whole number, 1 to ${largestMost}, or empty.`;
  const week = sent.ownHours === "yes" ? readWeek(sent) : null;
  Object.assign(problems, week?.problems);
  if (week && !week.week.some(Boolean)) problems.from0 ??= "At least one day.";
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const teams = splitList(sent.teams).filter((one) => teamIds.includes(one));
  const channels = channelNames.filter((one) => splitList(sent.channels).includes(one));
  const intents = readAbout(splitList(sent.about));
  const hours = week ? { week: week.week, holidays: [] } : null;
  return { ok: true, member: { name, teams, languages: languages.codes, channels, intents, hours, mostOpen } };
}
