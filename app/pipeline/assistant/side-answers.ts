import type { Block } from "#app/channels/message.ts";
import { sayMoney } from "#app/flows/money.ts";
import type { Intent } from "./model.ts";
import { phrase } from "./phrases.ts";
import { type AssistantKey, sentence } from "./texts/catalogue.ts";
import type { Turn } from "./turn.ts";

/** What to answer to a wish that needs no flow; null when only a person can. */
export function sideAnswer(turn: Turn, intent: Intent, text: string): Block[] | null {
  switch (intent) {
    case "return_policy":
      return [{ kind: "text", text: policyInWords(turn) }];
    case "smalltalk":
      return isThanks(text)
        ? [textBlock(turn, "welcomeThanks", { thanks: phrase(turn, "thanks") })]
        : [textBlock(turn, "greet", { greeting: phrase(turn, "greeting") }), menu(turn)];
    case "out_of_scope":
      return [textBlock(turn, "outOfScope", { shop: turn.context.shop.name }), menu(turn)];
    default:
      return null;
  }
}

/** The three things one can always do here. Their choice ids belong to no case. */
export function menu(turn: Turn): Block {
  return {
    kind: "choices",
    choices: [
      menuChoice(turn, "menuTrack", "track-order"),
      menuChoice(turn, "menuReturn", "return"),
      menuChoice(turn, "menuPerson", "person"),
    ],
  };
}

export function personChoice(turn: Turn): Block {
  return { kind: "choices", choices: [menuChoice(turn, "menuPerson", "person")] };
}

function menuChoice(turn: Turn, key: AssistantKey, value: string) {
  return { id: `menu|start|${value}`, title: sentence(turn.language, key) };
}

export const windowKeys = { delivered: "policyDelivered", fulfilled: "policyFulfilled", ordered: "policyOrdered" } as const;

function policyInWords(turn: Turn): string {
  const { policy, shop } = turn.context;
  const { language } = turn;
  const days = policy.windowDays;
  const parts = [days === null ? sentence(language, "policyUnlimited") : sentence(language, windowKeys[policy.windowStartsAt], { days })];
  const charges = Number(policy.returnShippingFee) > 0;
  if (charges)
    parts.push(
      sentence(language, "policyFee", {
        fee: sayMoney({ amount: policy.returnShippingFee, currencyCode: shop.currencyCode }, language),
      }),
    );
  if (policy.restockingFeePercentage > 0)
    parts.push(sentence(language, "policyRestocking", { percentage: policy.restockingFeePercentage }));
  if (!charges && policy.restockingFeePercentage === 0) parts.push(sentence(language, "policyFree"));
  else if (policy.feesWaivedForShopFault) parts.push(sentence(language, "policyWaived"));
  if (policy.rules?.length) parts.push(sentence(language, "policyOthers"));
  return parts.join(" ");
}

function textBlock(turn: Turn, key: AssistantKey, params?: Record<string, string | number>): Block {
  return { kind: "text", text: sentence(turn.language, key, params) };
}

export function isThanks(text: string): boolean {
  return /\b(thank|thanks|thx|cheers|danke|merci|gracias|obrigad|grazie|bedankt|dank)/i.test(text);
}
