import { readCaseRouting } from "#app/domain/routing/case-routing.ts";
import { firstRule, isVip } from "#app/domain/routing/rules.ts";
import { asksForCustomer, readRouting } from "#app/domain/routing/settings.ts";
import { unresolvedBefore } from "#app/domain/routing/unresolved.ts";
import { isLive } from "#app/domain/staff/staff-cases.ts";
import { provenCustomer } from "./customer-now.ts";
import { escalate } from "./escalate.ts";
import type { Mood, Wish } from "./model.ts";
import { activeCases, openCase, type Turn } from "./turn.ts";

type Said = { wish?: Pick<Wish, "intent" | "detail">; mood?: Mood; foreignLanguage?: string };

/**
 * Hands over before the assistant has tried, where the shop wants it: an important customer comes back about something that is
 * not solved, or a rule sends this kind straight to people. Of one case once, so that what a person hands back stays there.
 */
export async function straightToPeople(turn: Turn, { wish, mood = "calm", foreignLanguage }: Said): Promise<boolean> {
  // A person has the case, and only wants words for it.
  if (turn.suggests) return false;
  const routing = readRouting(turn.context.shop.routing);
  const direct = routing.rules.some((rule) => rule.does.direct);
  if (routing.vipTags.length === 0 && !direct) return false;
  const fresh = turn.cases.filter((row) => !readCaseRouting(row.routing).straight);
  const now = { at: turn.now, channel: turn.channel, spokenOn: turn.context.caseChannels };
  const earlier = unresolvedBefore(fresh, now);
  const asked = (routing.vipTags.length > 0 && earlier) || (direct && routing.rules.some(({ when }) => asksForCustomer(when)));
  const profile = asked ? await provenCustomer(turn) : null;
  const customer = profile && { tags: profile.tags, orders: profile.numberOfOrders, spent: Number(profile.amountSpent.amount) };
  const intent = wish?.intent ?? "speak_to_human";
  if (earlier && isVip(routing, customer)) {
    await escalate(turn, isLive(earlier.status) ? earlier : openCase(turn, "question", intent, {}), "vip");
    return true;
  }
  const [active] = activeCases(turn);
  if (!direct || (active && !fresh.includes(active))) return false;
  const rule = firstRule(routing.rules, {
    intent: wish?.intent ?? "",
    ...(wish?.detail && { detail: wish.detail }),
    language: foreignLanguage ?? turn.language,
    channel: turn.channel,
    mood,
    reason: null,
    customer,
    unresolved: earlier !== undefined,
  });
  if (!rule?.does.direct) return false;
  await escalate(turn, active ?? openCase(turn, "question", intent, {}), "rule");
  return true;
}
