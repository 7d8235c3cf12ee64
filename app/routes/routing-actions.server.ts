import { channelNames } from "#app/channels/message.ts";
import { choosePerson } from "#app/domain/routing/choose.ts";
import { readMemberForm } from "#app/domain/routing/member-form.ts";
import { removeMember, saveMember, setAway } from "#app/domain/routing/members.server.ts";
import { readRuleForm, ruleReasons } from "#app/domain/routing/rule-form.ts";
import { moveRule, type RoutingChange, removeRule, removeTeam, saveRule, saveTeam, saveVipTags } from "#app/domain/routing/rules.server.ts";
import { type CaseFacts, firstRule, isVip } from "#app/domain/routing/rules.ts";
import { sayWhy } from "#app/domain/routing/say-why.ts";
import { moods } from "#app/domain/routing/settings.ts";
import { loadStaff } from "#app/domain/routing/staff.server.ts";
import { readAbout, readLanguages, splitList } from "#app/domain/routing/words.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import type { RoutingAnswer, TryResult } from "#app/ui/routing/use-change.ts";

const longestTeam = 40;
const mostVipTags = 20;

/** What the buttons and forms of the page do. Null for what is another shop's, or gone. */
export async function routingAction(shop: Shop, form: Record<string, string>, by: string): Promise<RoutingAnswer | null> {
  const staff = await loadStaff(shop.id);
  if (!staff) return null;
  const missing = (id: string | undefined, rows: { id: string }[]) => Boolean(id) && !rows.some((one) => one.id === id);
  if (missing(form.ruleId, staff.routing.rules) || missing(form.teamId, staff.teams) || missing(form.memberId, staff.members)) return null;
  const known = { teamIds: staff.teams.map((one) => one.id), memberIds: staff.members.map((one) => one.id) };
  switch (form.intent) {
    case "save-rule": {
      const read = readRuleForm(form, known);
      return read.ok ? told(await saveRule(shop.id, form.ruleId || null, read.rule, by), "Saved") : read;
    }
    case "remove-rule":
      return told(await removeRule(shop.id, form.ruleId ?? "", by), "Removed");
    case "move-rule":
      return told(await moveRule(shop.id, form.ruleId ?? "", form.way === "up" ? "up" : "down", by), "Moved");
    case "save-vip": {
      const tags = splitList(form.vipTags);
      if (tags.length > mostVipTags) return { ok: false, problems: { vipTags: `At most ${mostVipTags} tags.` } };
      return told(await saveVipTags(shop.id, tags, by), "Saved");
    }
    case "save-team":
      return saveTeamForm(shop, form, by);
    case "remove-team":
      return told(await removeTeam(shop.id, form.teamId ?? "", by), "Removed");
    case "save-member":
      return saveMemberForm(shop, form, known.teamIds, by);
    case "remove-member":
      return done(await removeMember(shop.id, form.memberId ?? "", by), "Removed");
    case "away":
      return done(await setAway(shop.id, form.memberId ?? "", true, { putBack: form.putBack === "yes" }, by), "Away");
    case "back":
      return done(await setAway(shop.id, form.memberId ?? "", false, { putBack: false }, by), "Back");
    case "try":
      return tryCase(staff, form);
    default:
      return { ok: false, problem: "This button is not known here. Load the page again." };
  }
}

const done = (found: boolean, said: string): RoutingAnswer | null => (found ? { ok: true, said } : null);
const told = (change: RoutingChange, said: string): RoutingAnswer | null => (change?.ok ? { ok: true, said } : change);

async function saveTeamForm(shop: Shop, form: Record<string, string>, by: string): Promise<RoutingAnswer | null> {
  const name = (form.teamName ?? "").replace(/\s+/g, " ").trim();
  if (name === "" || name.length > longestTeam)
    return { ok: false, problems: { teamName: `A name of at most ${longestTeam} characters.` } };
  const change = await saveTeam(shop.id, form.teamId || null, name, by);
  return change?.ok === false ? { ok: false, problems: { teamName: change.problem } } : told(change, "Saved");
}

async function saveMemberForm(shop: Shop, form: Record<string, string>, teamIds: string[], by: string): Promise<RoutingAnswer | null> {
  const read = readMemberForm(form, teamIds);
  if (!read.ok) return read;
  const saved = await saveMember(shop.id, form.memberId || null, read.member, by);
  switch (saved.outcome) {
    case "saved":
      return { ok: true, said: "Saved" };
    case "not-found":
      return null;
    case "name-taken":
      return { ok: false, problems: { name: "Somebody signs with this name already." } };
    case "too-many":
      return { ok: false, problem: "There are as many people as there can be. Remove somebody who has left." };
  }
}

/** Who would be given a case like this now. */
function tryCase(staff: NonNullable<Awaited<ReturnType<typeof loadStaff>>>, form: Record<string, string>): RoutingAnswer {
  const { codes, unknown } = readLanguages(form.language ?? "");
  if (unknown || codes.length !== 1) return { ok: false, problems: { language: "One language, like English or de." } };
  const numbers = { orders: Number(form.orders || 0), spent: Number(form.spent || 0) };
  const wrong = Object.entries(numbers).find(([, value]) => !(value >= 0));
  if (wrong) return { ok: false, problems: { [wrong[0]]: "A number, or empty." } };
  const [intent = "", detail] = (readAbout([form.subject ?? ""])[0] ?? "out_of_scope").split(":");
  const tags = splitList(form.tags);
  const isCustomer = tags.length > 0 || form.orders !== "" || form.spent !== "";
  const facts: CaseFacts = {
    intent,
    ...(detail && { detail }),
    language: codes[0] ?? "en",
    channel: channelNames.find((one) => one === form.channel) ?? "widget",
    mood: moods.find((one) => one === form.mood) ?? "calm",
    reason: ruleReasons.find((one) => one === form.reason) ?? null,
    customer: isCustomer ? { tags, ...numbers } : null,
    unresolved: form.unresolved === "yes",
  };
  const rule = firstRule(staff.routing.rules, facts);
  const vip = isVip(staff.routing, facts.customer);
  const direct = rule?.does.direct === true || (vip && facts.unresolved);
  // A first message that nothing sends straight to people is the assistant's.
  if (facts.reason === null && !direct) {
    const why = [rule ? `The rule “${rule.name}” holds, and lets the assistant try first.` : "No rule sends it straight to people."];
    return tried({ who: "The assistant answers", urgent: false, direct: false, why });
  }
  const chosen = choosePerson(facts, rule, { vip }, { holder: null, lastWriter: form.before || null }, staff);
  const team = staff.teams.find((one) => one.id === chosen.teamId)?.name;
  const queue = team ? `Nobody now: it waits for ${team}` : "Nobody now: it waits for everybody";
  const why = staff.members.length === 0 ? ["There are no people yet. Add some above."] : sayWhy(chosen.why);
  return tried({ who: chosen.member?.name ?? queue, urgent: chosen.urgent, direct: facts.reason === null, why });
}

const tried = (result: TryResult): RoutingAnswer => ({ ok: true, said: "", result });
