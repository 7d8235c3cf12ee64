import { audit } from "#app/domain/staff/conversation.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { increment, StaleWrite, update } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { rulesNaming } from "./rule-form.ts";
import { type Routing, type Rule, readRouting } from "./settings.ts";
import { lookAtQueue } from "./staff.server.ts";

const mostRules = 50;
const mostTeams = 30;
const mostTries = 5;

/** What a change came to; `problem` says in words why nothing was changed. Null: what it is about is gone. */
export type RoutingChange = { ok: true } | { ok: false; problem: string } | null;
type Changed = Routing | { problem: string } | null;

/** Adds a rule at the end, or changes the one of this id in its place. */
export function saveRule(shopId: string, ruleId: string | null, rule: Omit<Rule, "id">, by: string): Promise<RoutingChange> {
  return change(shopId, by, ruleId ? "rule.changed" : "rule.added", (routing) => {
    if (ruleId === null) {
      if (routing.rules.length >= mostRules) return { problem: `There can be ${mostRules} rules. Remove one that is no longer used.` };
      return { ...routing, rules: [...routing.rules, { id: newId(), ...rule }] };
    }
    if (!routing.rules.some((one) => one.id === ruleId)) return null;
    return { ...routing, rules: routing.rules.map((one) => (one.id === ruleId ? { id: ruleId, ...rule } : one)) };
  });
}

export function removeRule(shopId: string, ruleId: string, by: string): Promise<RoutingChange> {
  return change(shopId, by, "rule.removed", (routing) => {
    const rules = routing.rules.filter((one) => one.id !== ruleId);
    return rules.length === routing.rules.length ? null : { ...routing, rules };
  });
}

/** One place up or down; at the end of the list nothing moves. */
export function moveRule(shopId: string, ruleId: string, way: "up" | "down", by: string): Promise<RoutingChange> {
  return change(shopId, by, "rule.moved", (routing) => {
    const place = routing.rules.findIndex((one) => one.id === ruleId);
    const moved = routing.rules[place];
    if (!moved) return null;
    const others = routing.rules.filter((one) => one.id !== ruleId);
    return { ...routing, rules: others.toSpliced(Math.max(0, place + (way === "up" ? -1 : 1)), 0, moved) };
  });
}

/** Adds a team, or names the one of this id anew. */
export function saveTeam(shopId: string, teamId: string | null, name: string, by: string): Promise<RoutingChange> {
  return change(shopId, by, teamId ? "team.renamed" : "team.added", (routing) => {
    if (routing.teams.some((one) => one.id !== teamId && one.name.toLowerCase() === name.toLowerCase()))
      return { problem: "There is a team of this name." };
    if (teamId === null) {
      if (routing.teams.length >= mostTeams) return { problem: `There can be ${mostTeams} teams.` };
      return { ...routing, teams: [...routing.teams, { id: newId(), name }] };
    }
    if (!routing.teams.some((one) => one.id === teamId)) return null;
    return { ...routing, teams: routing.teams.map((one) => (one.id === teamId ? { id: teamId, name } : one)) };
  });
}

/** Not while a rule names it: its cases would go to everybody without anybody having meant that. */
export function removeTeam(shopId: string, teamId: string, by: string): Promise<RoutingChange> {
  return change(shopId, by, "team.removed", (routing) => {
    const named = rulesNaming(routing, { team: teamId })[0];
    if (named) return { problem: `The rule “${named.name}” sends cases to this team. Change it first.` };
    const teams = routing.teams.filter((one) => one.id !== teamId);
    return teams.length === routing.teams.length ? null : { ...routing, teams };
  });
}

export function saveVipTags(shopId: string, vipTags: string[], by: string): Promise<RoutingChange> {
  return change(shopId, by, "vip-tags.saved", (routing) => ({ ...routing, vipTags }));
}

/** Reads, changes and writes; had somebody else saved meanwhile, it is read again, so that neither's change is lost. */
async function change(shopId: string, by: string, action: string, work: (routing: Routing) => Changed): Promise<RoutingChange> {
  for (let tries = 1; ; tries += 1) {
    const shop = await database().prisma.shop.findFirst({ where: { id: shopId } });
    const next = shop && work(readRouting(shop.routing));
    if (!shop || !next) return null;
    if ("problem" in next) return { ok: false, problem: next.problem };
    try {
      const write = update("Shop", { id: shopId, routingVersion: shop.routingVersion }, { routing: next, routingVersion: increment() }, 1);
      await database().commit([write, lookAtQueue(shopId), audit(shopId, by, action, `shop:${shopId}`)]);
      return { ok: true };
    } catch (error) {
      if (!(error instanceof StaleWrite) || tries === mostTries) throw error;
    }
  }
}
