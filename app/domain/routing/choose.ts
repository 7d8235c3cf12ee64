import { backAt, type Clock, hasSkill, type Member, presenceOf, type Skill, skills } from "./members.ts";
import type { CaseFacts } from "./rules.ts";
import type { Rule, Team } from "./settings.ts";

export type Staff = { members: Member[]; teams: Team[]; clock: Clock };

/** Names, not ids: what is written on a case. */
export type Earlier = {
  /** Who has another case of this shopper's now. */
  holder: string | null;
  /** Who of staff wrote to this shopper last. */
  lastWriter: string | null;
};

/** Why, in code; `say-why.ts` puts it into words. */
export type Why =
  | { kind: "holder"; name: string }
  | { kind: "rule"; rule: string }
  | { kind: "vip" }
  | { kind: "earlier"; name: string }
  | { kind: "named-is-not-here"; name: string; presence: "away" | "off-hours" | "full" }
  | { kind: "earlier-is-not-here"; name: string }
  | { kind: "skills"; skills: Skill[] }
  | { kind: "nobody-has"; skill: Skill }
  | { kind: "turn"; of: number }
  | { kind: "only-one" }
  | { kind: "queue"; team: string | null; away: number; offHours: number; full: number }
  | { kind: "empty-team"; team: string };

export type Chosen = {
  member: Member | null;
  teamId: string | null;
  urgent: boolean;
  why: Why[] /** When looking again may help. */;
  again: Date | null;
};

/** Who has as much as they may is looked at again in the next minute. */
const fullPause = 1_000;

/**
 * Who is given a case, and why: the person who has the shopper already, then whom the rule names, a VIP's earlier person, then of
 * the rule's team those with the skills, whose turn it is. Nobody who is away, off hours or has as much as they may; with nobody
 * left it waits in the queue. The same facts give the same answer.
 */
export function choosePerson(facts: CaseFacts, rule: Rule | null, { vip }: { vip: boolean }, earlier: Earlier, staff: Staff): Chosen {
  const { members, teams, clock } = staff;
  const urgent = vip || (rule?.does.urgent ?? false);
  const to = rule?.does.to ?? null;
  const wanted = to && "team" in to ? (teams.find((one) => one.id === to.team) ?? null) : null;
  const why: Why[] = [];
  const given = (member: Member, teamId: string | null = wanted?.id ?? null): Chosen => ({ member, teamId, urgent, why, again: null });
  const presence = (member: Member) => presenceOf(member, clock);

  // One thread has one person: whoever has it is asked even when they have much, but not when they are away.
  const holder = members.find((one) => one.name === earlier.holder);
  if (holder && ["here", "full"].includes(presence(holder))) {
    why.push({ kind: "holder", name: holder.name });
    return given(holder);
  }
  if (rule) why.push({ kind: "rule", rule: rule.name });
  if (vip) why.push({ kind: "vip" });
  const named = to && "member" in to ? members.find((one) => one.id === to.member) : undefined;
  if (named) {
    const theirs = presence(named);
    if (theirs === "here") return given(named);
    why.push({ kind: "named-is-not-here", name: named.name, presence: theirs });
  }
  const before = vip ? members.find((one) => one.name === earlier.lastWriter) : undefined;
  if (before && presence(before) === "here") {
    why.push({ kind: "earlier", name: before.name });
    return given(before);
  }
  if (before) why.push({ kind: "earlier-is-not-here", name: before.name });
  return fromPool(facts, wanted, why, urgent, staff);
}

function fromPool(facts: CaseFacts, team: Team | null, why: Why[], urgent: boolean, { members, clock }: Staff): Chosen {
  const teamId = team?.id ?? null;
  const ofTeam = team ? members.filter((one) => one.teams.includes(team.id)) : members;
  if (team && ofTeam.length === 0) why.push({ kind: "empty-team", team: team.name });
  const { pool, used, missing } = withSkills(ofTeam, facts);
  why.push(...missing.map((skill): Why => ({ kind: "nobody-has", skill })));
  const here = pool.filter((one) => presenceOf(one, clock) === "here").sort(longestWithout);
  const [next] = here;
  if (!next) {
    const count = (presence: string) => pool.filter((one) => presenceOf(one, clock) === presence).length;
    const nobody = { away: count("away"), offHours: count("off-hours"), full: count("full") };
    why.push({ kind: "queue", team: team?.name ?? null, ...nobody });
    return { member: null, teamId, urgent, why, again: nextLook(pool, clock) };
  }
  if (used.length > 0) why.push({ kind: "skills", skills: used });
  why.push(here.length === 1 ? { kind: "only-one" } : { kind: "turn", of: here.length });
  return { member: next, teamId, urgent, why, again: null };
}

/** Those who can do all of it. A skill that nobody has, at any hour, is let go, or the case would wait for somebody who does not exist. */
function withSkills(members: Member[], facts: CaseFacts): { pool: Member[]; used: Skill[]; missing: Skill[] } {
  let pool = members;
  const used: Skill[] = [];
  const missing: Skill[] = [];
  for (const skill of skills) {
    const able = pool.filter((one) => hasSkill(one, skill, facts));
    if (able.length === 0 && pool.length > 0) missing.push(skill);
    else {
      if (able.length < pool.length) used.push(skill);
      pool = able;
    }
  }
  return { pool, used, missing };
}

/** Whoever has been given nothing for longest comes first; who has never been given any, first of all. */
function longestWithout(one: Member, other: Member): number {
  const time = ({ lastAssignedAt }: Member) => lastAssignedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const since = time(one) - time(other);
  if (since < 0 || since > 0) return since;
  return one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1);
}

/** When the first of these people can perhaps be given something; null where nobody says. */
export function nextLook(pool: Member[], clock: Clock): Date | null {
  const times = pool.flatMap((one) => {
    const presence = presenceOf(one, clock);
    if (presence === "full") return clock.at.getTime() + fullPause;
    return (presence === "off-hours" && backAt(one, clock)?.getTime()) || [];
  });
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}
