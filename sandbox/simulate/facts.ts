import type { Mind } from "./answers.ts";
import { cues } from "./cues.ts";
import type { Log } from "./play.ts";
import type { Screen } from "./screen.ts";
import type { Goal, Shopper } from "./types.ts";

/** Whether the shopper, by what it has read, has what it came for. Whether it is true is found out in the store (judge.ts). */
export function hasReached({ goal, saidYes }: Mind, screen: Screen, log: Log): boolean {
  const now = `${screen.text}\n${screen.links.join("\n")}`;
  switch (goal.intent) {
    case "return":
    case "several":
    case "exchange":
      return log.heard.some((one) => isRegistered(one.text, goal)) || isRefused(now, goal, log.shopper);
    case "cancel":
      return saidYes && now.includes(goal.order ?? "?") && screen.sums.length > 0 && !screen.asksYes;
    case "change_address":
      return saidYes && now.includes(goal.newAddress?.street ?? "?") && !screen.asksYes;
    default:
      return showsFact(now, goal, log.shopper);
  }
}

/** A return bears the name of its order: "#1004-R1". */
export function isRegistered(text: string, goal: Goal): boolean {
  return text.includes(`${goal.order}-R`);
}

/** The right answer to whoever comes too late: no, because the time is over. */
function isRefused(text: string, goal: Goal, shopper: Shopper): boolean {
  const order = shopper.orders.find((one) => one.name === goal.order);
  return order?.state === "too-old" && cues.closed.test(text);
}

/** Whether the fact that was asked for stands in the words. */
export function showsFact(text: string, goal: Goal, shopper: Shopper): boolean {
  const order = shopper.orders.find((one) => one.name === goal.order);
  switch (goal.intent) {
    case "track":
      if (order?.state === "pending") return cues.unshipped.test(text);
      return (
        text.includes(order?.tracking ?? "?") || (text.includes(order?.name ?? "?") && saysDay(text, order?.arrives, shopper.language))
      );
    case "refund_status":
      return hasSum(
        text,
        (order?.items ?? []).reduce((sum, item) => sum + item.price * item.quantity, 0),
      );
    case "gift_card":
      return hasSum(text, shopper.giftCard ?? -1);
    case "own_data":
      return keptData.test(text);
    case "product_question":
    case "policy_question":
      return answersQuestion(text, goal, shopper);
    default:
      return false;
  }
}

/** The weekday, the day of the month, or a word for a day that is near. */
function saysDay(text: string, day: Date | undefined, language: string): boolean {
  if (!day) return false;
  const of = (options: Intl.DateTimeFormatOptions) => day.toLocaleDateString(language, { timeZone: "Europe/Berlin", ...options });
  const weekday = of({ weekday: "long" }).toLowerCase();
  const date = Number(day.toLocaleDateString("en", { timeZone: "Europe/Berlin", day: "numeric" }));
  return text.toLowerCase().includes(weekday) || new RegExp(`\\b${date}\\b`).test(text.replaceAll(/#\d+/g, "")) || cues.nearDay.test(text);
}

/** "129,00" and "129.00", with or without signs between the thousands. */
export function hasSum(text: string, cents: number): boolean {
  const euros = String(Math.trunc(cents / 100)).replace(/(\d)(?=(\d{3})$)/, "$1[.,\\s\\u00a0\\u202f]?");
  return new RegExp(`(^|\\D)${euros}[.,]${String(cents % 100).padStart(2, "0")}(\\D|$)`).test(text);
}

/** One message, request, note, each in some language: what is kept of a person is counted. */
const keptData =
  /keep (of|about) you|bewahre|von dir|(conserve|garde) (de|sur) vous|(guardo|conservo) (de|sobre) ti|(conservo|tengo) (di|su) te|speichere|bewaar (ik )?van|(guardo|mantenho) (de|sobre) (si|você)/i;

const answersTo: Record<string, RegExp> = {
  "return_policy/window": /\b45\b/,
  "shipping_policy/cost": /4[.,]90/,
  "payment/methods": /PayPal/,
  "product_question/care": /\b40\b/,
};

function answersQuestion(text: string, { question }: Goal, shopper: Shopper): boolean {
  const key = `${question?.intent}/${question?.detail}`;
  if (key !== "product_question/stock") return answersTo[key]?.test(text) === true;
  const item = shopper.orders[0]?.items[0];
  return item !== undefined && text.includes(item.title) && /\d[.,]\d{2}/.test(text);
}
