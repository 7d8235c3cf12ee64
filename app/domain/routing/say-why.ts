import type { Why } from "./choose.ts";
import type { Skill } from "./members.ts";

const skillWords: Record<Skill, string> = { language: "speaks the language", subject: "takes this subject", channel: "takes this channel" };
const nobodyWords: Record<Skill, string> = {
  language: "Nobody in question speaks the language, so it was let go.",
  subject: "Nobody in question takes this subject, so it was let go.",
  channel: "Nobody in question takes this channel, so it was let go.",
};
const presenceWords = { away: "is away", "off-hours": "is off hours", full: "has as many cases as they may" } as const;

/** Why a case went to whom it went, in sentences for staff. */
export function sayWhy(why: readonly Why[]): string[] {
  return why.map(sayOne);
}

function sayOne(why: Why): string {
  switch (why.kind) {
    case "holder":
      return `${why.name} has this shopper already.`;
    case "rule":
      return `The rule “${why.rule}” holds.`;
    case "vip":
      return "The customer has one of your VIP tags.";
    case "earlier":
      return `${why.name} answered this shopper before.`;
    case "named-is-not-here":
      return `${why.name}, whom the rule names, ${presenceWords[why.presence]}.`;
    case "earlier-is-not-here":
      return `${why.name}, who answered this shopper before, cannot take it now.`;
    case "skills":
      return `Of those who are here: ${list(why.skills.map((one) => skillWords[one]))}.`;
    case "nobody-has":
      return nobodyWords[why.skill];
    case "turn":
      return `Of ${why.of} who could take it, longest without a new case.`;
    case "only-one":
      return "Nobody else is here for it.";
    case "queue":
      return `Nobody is here for it${absent(why)}. It waits ${why.team ? `for ${why.team}` : "for everybody"}.`;
    case "empty-team":
      return `${why.team} has no members.`;
  }
}

function absent({ away, offHours, full }: { away: number; offHours: number; full: number }): string {
  const parts = [away && `${away} away`, offHours && `${offHours} off hours`, full && `${full} with as many cases as they may`].filter(
    Boolean,
  );
  return parts.length > 0 ? `: ${parts.join(", ")}` : "";
}

const list = (parts: string[]): string => (parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`);
