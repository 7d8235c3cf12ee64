import { memberToForm } from "#app/domain/routing/member-form.ts";
import { type Member, presenceOf } from "#app/domain/routing/members.ts";
import { ruleToForm } from "#app/domain/routing/rule-form.ts";
import { loadStaff, waitingForTeams } from "#app/domain/routing/staff.server.ts";
import { languageName } from "#app/domain/routing/words.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { sayRule, subjectName } from "#app/ui/routing/routing-words.ts";
import { channelName } from "#app/ui/words.ts";

/** The page Routing: rules, teams and people as they stand now, in words. */
export async function routingView(shop: Shop) {
  const staff = await loadStaff(shop.id);
  const { members = [], teams = [], routing } = staff ?? {};
  const waiting = await waitingForTeams(shop.id);
  const whom = [
    ...teams.map((one) => ({ value: `team:${one.id}`, label: `Team ${one.name}` })),
    ...members.map((one) => ({ value: `member:${one.id}`, label: one.name })),
  ];
  const nameOf = (to: string) => whom.find((one) => one.value === to)?.label ?? "";
  return {
    defaultName: `${shop.name} team`,
    whom,
    vipTags: (routing?.vipTags ?? []).join(", "),
    rules: (routing?.rules ?? []).map((rule) => {
      const form = ruleToForm(rule);
      const gone = form.to !== "" && nameOf(form.to ?? "") === "";
      return { id: rule.id, name: rule.name, ...sayRule(rule, nameOf), gone, form };
    }),
    teams: teams.map(({ id, name }) => ({
      id,
      name,
      members: members.filter((one) => one.teams.includes(id)).map((one) => one.name),
      waiting: waiting.get(id) ?? 0,
    })),
    people: members.map((one) => ({
      id: one.id,
      name: one.name,
      presence: staff ? presenceOf(one, staff.clock) : ("here" as const),
      away: one.away,
      load: one.mostOpen === null ? `${one.open} open` : `${one.open} of ${one.mostOpen} open`,
      takes: takes(one, teams),
      form: memberToForm(one),
    })),
  };
}

function takes({ teams, languages, channels, intents, hours }: Member, known: { id: string; name: string }[]): string[] {
  const some = (list: string[]) => list.join(", ");
  return [
    some(teams.flatMap((id) => known.find((one) => one.id === id)?.name ?? [])),
    some(languages.map(languageName)),
    some(channels.map(channelName)),
    some(intents.map(subjectName)),
    hours ? "own hours" : "",
  ].filter(Boolean);
}
