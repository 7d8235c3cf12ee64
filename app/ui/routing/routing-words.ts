import type { ChannelName } from "#app/channels/message.ts";
import type { Presence } from "#app/domain/routing/members.ts";
import { ruleReasons } from "#app/domain/routing/rule-form.ts";
import { type Mood, moods, type Rule } from "#app/domain/routing/settings.ts";
import { languageName, subjects } from "#app/domain/routing/words.ts";
import { channelName, escalationReason, intentName } from "#app/ui/words.ts";

const detailWords: Record<string, string> = {
  where: "where it is",
  delayed: "it is late",
  not_received: "it never came",
  part_missing: "a part is missing",
  tracking_broken: "tracking does not work",
  sent_back: "it was sent back",
  changed_mind: "changed their mind",
  size: "the size",
  damaged: "damaged",
  wrong_item: "the wrong item",
  not_as_described: "not as described",
  gift: "a gift",
  withdrawal: "a withdrawal by law",
  window: "how long",
  fees: "what it costs",
  final_sale: "final sale",
  in_store: "in the store",
  colour: "the colour",
  other_product: "another product",
  cost: "what it costs",
  time: "how long it takes",
  country: "to which countries",
  customs: "customs",
  pickup: "picking it up",
  fit: "how it fits",
  stock: "whether there is any",
  facts: "what it is",
  care: "how to care for it",
  store_pickup: "picking it up in the store",
  code_fails: "a code does not work",
  wants_discount: "wants a discount",
  gift_card_balance: "a gift card",
  loyalty: "loyalty points",
  methods: "how to pay",
  failed: "it failed",
  charged_twice: "charged twice",
  sign_in: "signing in",
  data: "their data",
  delete_me: "being forgotten",
  what_you_know: "what is kept of them",
  newsletter: "the newsletter",
  subscription: "a subscription",
  service: "the service",
  quality: "the quality",
  legal_threat: "threatens with the law",
};
const detailName = (detail: string): string => detailWords[detail] ?? detail.replaceAll("_", " ");

/** "A return", or "A return: damaged". */
export function subjectName(subject: string): string {
  const [intent = "", detail] = subject.split(":");
  return detail ? `${intentName(intent)}: ${detailName(detail)}` : intentName(intent);
}

const moodWords: Record<Mood, string> = { calm: "calm", annoyed: "annoyed", angry: "angry", threatening: "threatening" };
const moodName = (mood: Mood): string => moodWords[mood];

export const presenceWords: Record<Presence, string> = { here: "Here", away: "Away", "off-hours": "Off hours", full: "Has enough" };

type Option = { value: string; label: string };
export const subjectOptions = Object.entries(subjects).map(([value, details]) => ({
  value,
  label: intentName(value),
  details: details.map((detail) => ({ value: `${value}:${detail}`, label: detailName(detail) })),
}));
export const moodOptions: Option[] = moods.map((value) => ({ value, label: capital(moodName(value)) }));
export const reasonOptions: Option[] = ruleReasons.map((value) => ({ value, label: capital(escalationReason(value) ?? value) }));
export const channelOptions = (channels: readonly ChannelName[]): Option[] =>
  channels.map((value) => ({ value, label: channelName(value) }));

/** "When: …" of a rule; what it does, by the names of its team or person. */
export function sayRule({ when, does }: Pick<Rule, "when" | "does">, nameOf: (to: string) => string): { when: string; does: string } {
  const or = (list: string[]) => new Intl.ListFormat("en", { type: "disjunction" }).format(list);
  const parts = [
    when.about && `about ${or(when.about.map((one) => lower(subjectName(one))))}`,
    when.languages && `in ${or(when.languages.map(languageName))}`,
    when.channels && `on ${or(when.channels.map(channelName))}`,
    when.moods && `sounding ${or(when.moods.map(moodName))}`,
    when.reasons && `handed over because ${or(when.reasons.map((one) => escalationReason(one) ?? one))}`,
    when.tags && `customer tagged ${or(when.tags)}`,
    when.minOrders !== undefined && `at least ${when.minOrders} ${when.minOrders === 1 ? "order" : "orders"}`,
    when.minSpent !== undefined && `at least ${when.minSpent.toLocaleString("en")} spent`,
    when.unresolved && "something else of theirs is not solved",
  ].filter((part): part is string => typeof part === "string");
  const { to } = does;
  const whom = to ? nameOf("team" in to ? `team:${to.team}` : `member:${to.member}`) : "everybody";
  const extra = [does.urgent && "urgent", does.direct && "without the assistant"].filter(Boolean).join(", ");
  return { when: parts.length > 0 ? capital(parts.join("; ")) : "Always", does: `To ${whom}${extra ? `, ${extra}` : ""}` };
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
