import type { Block, Choice } from "#app/channels/message.ts";
import { itemLabel } from "#app/channels/message.ts";
import { type ExchangeProduct, type ExchangeVariant, variantLabel } from "#app/domain/orders/exchange.ts";
import { choiceId } from "../../engine.ts";
import { sameMoney, sayMoney } from "../../money.ts";
import { sayList } from "../../texts.ts";
import { giftText } from "../gift/texts/index.ts";
import type { Scene } from "../lines.ts";
import { type Ending, isExchange } from "../state.ts";
import { text } from "../texts/index.ts";
import { creditExpiry, sayExpiry } from "./credit.ts";
import { choosable, exchangeProduct, soldOut } from "./exchange.ts";
import { exchangedLine, offeredOutcomes } from "./offer.ts";
import { outcomeText } from "./texts/index.ts";

type Asked = { blocks: Block[]; expecting: string };

/** WhatsApp's lists end at ten rows, and two of them lead elsewhere. */
const mostVariants = 8;
const mostProducts = 9;

/** What is still open about how the return ends. */
export function askOutcome(scene: Scene): Asked {
  const { outcome } = scene.state;
  if (!isExchange(outcome)) return askWhich(scene);
  const product = exchangeProduct(scene);
  if (product) return askVariant(scene, product);
  return askProduct(scene);
}

function askWhich(scene: Scene): Asked {
  const { context } = scene;
  const offered = offeredOutcomes(scene);
  const choices = offered.map((outcome) => outcomeChoice(scene, outcome));
  if (!offered.includes("refund")) choices.push({ id: choiceId(context.caseId, "person", "yes"), title: text(context.language, "person") });
  const prompt = outcomeText(context.language, offered.length > 0 ? "askOutcome" : "noOutcome");
  return { blocks: [{ kind: "choices", prompt, choices }], expecting: "outcome" };
}

/** One end as a button, with what speaks for it. */
export function outcomeChoice(scene: Scene, outcome: Ending): Choice {
  const { context } = scene;
  if (outcome === "gift-card") return { id: choiceId(context.caseId, "outcome", outcome), title: giftText(context.language, "chooseCard") };
  const description = outcome === "store-credit" ? sayCredit(scene) : undefined;
  return {
    id: choiceId(context.caseId, "outcome", outcome),
    title: outcomeText(context.language, `choose_${outcome.replace("-", "_") as "refund"}`),
    ...(description && { description }),
  };
}

/** "10 % more, until 4 May" */
function sayCredit({ context }: Scene): string | undefined {
  const { policy, language } = context;
  const bonus = policy.creditBonusPercentage ?? 0;
  const expiresOn = creditExpiry(context);
  const parts = [
    bonus > 0 &&
      outcomeText(language, "creditBonus", {
        percent: new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 }).format(bonus / 100),
      }),
    expiresOn && outcomeText(language, "creditUntil", { date: sayExpiry(expiresOn, language) }),
  ].filter((one) => typeof one === "string");
  return parts.join(", ") || undefined;
}

function askProduct({ state, context }: Scene): Asked {
  const { language, caseId } = context;
  const found = state.exchange?.found?.slice(0, mostProducts);
  if (!found) return { blocks: [{ kind: "text", text: outcomeText(language, "askProduct") }], expecting: "product" };
  const choices = found.map(({ productId, title }) => ({ id: choiceId(caseId, "product", productId), title }));
  return { blocks: [{ kind: "choices", prompt: outcomeText(language, "whichProduct"), choices }], expecting: "product" };
}

function askVariant(scene: Scene, product: ExchangeProduct): Asked {
  const { state, context } = scene;
  const { language, caseId } = context;
  const bought = exchangedLine(scene)?.item;
  const between = state.exchange?.between;
  const there = nearest(choosable(scene, product), product, bought?.variantId);
  const shown = (between ? there.filter((one) => between.includes(one.variantId)) : there).slice(0, mostVariants);
  const choices: Choice[] = shown.map((variant) => {
    const other = bought && sameMoney(variant.price, bought.unitPrice) ? undefined : sayMoney(variant.price, language);
    return {
      id: choiceId(caseId, "variant", variant.variantId),
      title: variantLabel(variant) || product.title,
      ...(other && { description: other }),
    };
  });
  const offered = offeredOutcomes(scene);
  if (offered.includes("exchange-product")) {
    choices.push({ id: choiceId(caseId, "outcome", "exchange-product"), title: outcomeText(language, "choose_exchange_product") });
  }
  for (const outcome of ["refund", "gift-card"] as const) if (offered.includes(outcome)) choices.push(outcomeChoice(scene, outcome));
  const title = state.outcome === "exchange-product" ? product.title : itemLabel(bought ?? product);
  const more = there.length - shown.length;
  const gone = between ? [] : soldOut(scene, product);
  const prompt = [
    outcomeText(language, state.outcome === "exchange-product" ? "whichKindOf" : "whichKind", { item: title }),
    gone.length > 0 && outcomeText(language, "soldOut", { items: sayList(language, gone.map(variantLabel)) }),
    !between && more > 0 && outcomeText(language, "moreKinds", { items: sayList(language, there.slice(mostVariants).map(variantLabel)) }),
  ].filter(Boolean);
  return { blocks: [{ kind: "choices", prompt: prompt.join("\n"), choices }], expecting: "variant" };
}

/** Kinds that differ from the bought one in one thing come first: another size is more often wanted than another everything. */
function nearest(variants: ExchangeVariant[], product: ExchangeProduct, boughtId: string | undefined): ExchangeVariant[] {
  const bought = product.variants.find((one) => one.variantId === boughtId);
  if (!bought) return variants;
  const distance = ({ options }: ExchangeVariant) => options.filter(({ value }, at) => bought.options[at]?.value !== value).length;
  return variants.toSorted((one, other) => distance(one) - distance(other));
}
