import { type ChannelName, channelNames } from "#app/channels/message.ts";
import { isOpenAt, nextOpening, type WorkingHours } from "../staff/hours.ts";
import { type CaseFacts, isAbout } from "./rules.ts";

/** Somebody who can be given a case. Empty lists: everything. */
export type Member = {
  id: string;
  name: string;
  teams: string[];
  languages: string[];
  channels: ChannelName[];
  intents: string[];
  /** Null: the shop's. */
  hours: WorkingHours | null;
  mostOpen: number | null;
  away: boolean;
  /** How many cases they have that are not over. */
  open: number;
  lastAssignedAt: Date | null;
  createdAt: Date;
};

/** `hours`: the shop's own; absent: always. */
export type Clock = { at: Date; timeZone: string; hours?: WorkingHours };

type StoredMember = Omit<Member, "teams" | "languages" | "channels" | "intents" | "hours" | "open"> & {
  teams: unknown;
  languages: unknown;
  channels: unknown;
  intents: unknown;
  hours: unknown;
};

export function readMember(row: StoredMember, open: number): Member {
  const { id, name, mostOpen, away, lastAssignedAt, createdAt } = row;
  const hours = row.hours as WorkingHours | null;
  const channels = channelNames.filter((one) => words(row.channels).includes(one));
  const lists = { teams: words(row.teams), languages: words(row.languages), intents: words(row.intents), channels };
  return { id, name, ...lists, hours: hours?.week?.length === 7 ? hours : null, mostOpen, away, open, lastAssignedAt, createdAt };
}

const words = (stored: unknown): string[] => (Array.isArray(stored) ? stored.filter((one): one is string => typeof one === "string") : []);

/** "here", or why somebody can be given nothing now. */
export type Presence = "here" | "away" | "off-hours" | "full";

export function presenceOf(member: Member, clock: Clock): Presence {
  if (member.away) return "away";
  if (!isOnDuty(member, clock)) return "off-hours";
  return member.mostOpen !== null && member.open >= member.mostOpen ? "full" : "here";
}

function isOnDuty({ hours }: Pick<Member, "hours">, clock: Clock): boolean {
  const theirs = hoursOf({ hours }, clock);
  return theirs === undefined || isOpenAt(theirs, clock.at, clock.timeZone);
}

/** When somebody whose hours are over begins again; null when they are away, or for two months. */
export function backAt(member: Member, clock: Clock): Date | null {
  if (member.away) return null;
  const theirs = hoursOf(member, clock);
  return theirs === undefined ? clock.at : nextOpening(theirs, clock.at, clock.timeZone);
}

/** The shop's days off are everybody's. */
function hoursOf({ hours }: Pick<Member, "hours">, clock: Clock): WorkingHours | undefined {
  return hours ? { week: hours.week, holidays: [...hours.holidays, ...(clock.hours?.holidays ?? [])] } : clock.hours;
}

export const skills = ["language", "subject", "channel"] as const;
export type Skill = (typeof skills)[number];

export function hasSkill(member: Member, skill: Skill, facts: CaseFacts): boolean {
  switch (skill) {
    case "language":
      return member.languages.length === 0 || member.languages.includes(facts.language);
    case "channel":
      return member.channels.length === 0 || member.channels.includes(facts.channel);
    case "subject":
      return member.intents.length === 0 || isAbout(member.intents, facts);
  }
}
