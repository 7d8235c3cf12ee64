import { channelNames } from "#app/channels/message.ts";
import type { FormProblems } from "./member-form.ts";
import { moods, type Routing, type Rule, type RuleWhen } from "./settings.ts";
import { readAbout, readLanguages, splitList } from "./words.ts";

/** Why the assistant hands over, as a rule can ask for it. */
export const ruleReasons = [
  "asked",
  "low-confidence",
  "emotion",
  "policy-exception",
  "damage-claim",
  "high-risk",
  "daily-cap",
  "tool-failure",
  "promise-due",
  "withdrawal",
  "stopped",
  "left-to-people",
  "draft-rejected",
] as const;

const longestName = 80;
const mostTags = 20;

/** What the page shows of a rule; with none, of a new one. */
export function ruleToForm(rule?: Rule): Record<string, string> {
  const { about, languages, channels, moods: sounds, reasons, tags, minOrders, minSpent, unresolved } = rule?.when ?? {};
  const to = rule?.does.to;
  return {
    name: rule?.name ?? "",
    about: (about ?? []).join(","),
    languages: (languages ?? []).join(", "),
    channels: (channels ?? []).join(","),
    moods: (sounds ?? []).join(","),
    reasons: (reasons ?? []).join(","),
    tags: (tags ?? []).join(", "),
    minOrders: minOrders?.toString() ?? "",
    minSpent: minSpent?.toString() ?? "",
    unresolved: unresolved ? "yes" : "no",
    to: to ? ("team" in to ? `team:${to.team}` : `member:${to.member}`) : "",
    urgent: rule?.does.urgent ? "yes" : "no",
    direct: rule?.does.direct ? "yes" : "no",
  };
}

/** Checks what was filled in, in the browser and again on the server. */
export function readRuleForm(
  sent: Record<string, string>,
  known: { teamIds: readonly string[]; memberIds: readonly string[] },
): { ok: true; rule: Omit<Rule, "id"> } | { ok: false; problems: FormProblems } {
  const problems: FormProblems = {};
  const name = (sent.name ?? "").replace(/\s+/g, " ").trim();
  if (name === "") problems.name = "A name by which you know it again.";
  else if (name.length > longestName) problems.name = `At most ${longestName} characters.`;
  const languages = readLanguages(sent.languages ?? "");
  if (languages.unknown) problems.languages = `“${languages.unknown}” is no language. Write them like: English, de, Polish.`;
  const tags = splitList(sent.tags);
  if (tags.length > mostTags) problems.tags = `At most ${mostTags} tags.`;
  const number = (field: string): number | undefined => {
    const text = (sent[field] ?? "").trim();
    if (text === "") return undefined;
    const value = Number(text);
    if (Number.isInteger(value) && value >= 0 && value <= 1_000_000) return value;
    problems[field] = "A whole number, or empty.";
    return undefined;
  };
  const [minOrders, minSpent] = [number("minOrders"), number("minSpent")];
  const [kind, id = ""] = (sent.to ?? "").split(":");
  const to = kind === "team" ? { team: id } : kind === "member" ? { member: id } : null;
  if (to && !("team" in to ? known.teamIds : known.memberIds).includes(id)) problems.to = "This team or person is gone. Choose another.";
  const reasons = ruleReasons.filter((one) => splitList(sent.reasons).includes(one));
  const direct = sent.direct === "yes";
  if (direct && reasons.length > 0)
    problems.direct = "A rule that asks why the assistant handed over cannot come before the assistant. Leave one of the two out.";
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const some = <Value>(list: Value[]): Value[] | undefined => (list.length > 0 ? list : undefined);
  const when = {
    about: some(readAbout(splitList(sent.about))),
    languages: some(languages.codes),
    channels: some(channelNames.filter((one) => splitList(sent.channels).includes(one))),
    moods: some(moods.filter((one) => splitList(sent.moods).includes(one))),
    reasons: some(reasons),
    tags: some(tags),
    minOrders,
    minSpent,
    ...(sent.unresolved === "yes" && { unresolved: true as const }),
  };
  const given = Object.fromEntries(Object.entries(when).filter(([, value]) => value !== undefined)) as RuleWhen;
  if (direct && Object.keys(given).length === 0)
    return {
      ok: false,
      problems: { direct: "This would switch the assistant off. Say when the rule holds, or pause the assistant under Settings." },
    };
  return { ok: true, rule: { name, when: given, does: { to, urgent: sent.urgent === "yes", direct } } };
}

/** The rules that name this team or this person. */
export function rulesNaming({ rules }: Routing, what: { team: string } | { member: string }): Rule[] {
  return rules.filter(({ does: { to } }) => JSON.stringify(to) === JSON.stringify(what));
}
