import type { Block } from "#app/channels/message.ts";
import type { Quote } from "#app/domain/orders/facts.ts";
import { choiceId } from "../../engine.ts";
import type { Scene } from "../lines.ts";
import { outcomeChoice } from "../outcome/ask.ts";
import { offeredOutcomes } from "../outcome/offer.ts";
import { hashLength, opensAtOnce } from "../quote.ts";
import { showItems } from "../show.ts";
import { isExchange } from "../state.ts";
import { text } from "../texts/index.ts";
import { giftText } from "./texts/index.ts";

/** What the yes is to, without any sum; it is bound to the store's calculation all the same. */
export function giftQuote(scene: Scene, quote: Quote): Block {
  const { state, context } = scene;
  const { language, caseId } = context;
  const isSwapped = isExchange(state.outcome);
  const items = showItems(state, language);
  const lines = [
    isSwapped
      ? giftText(language, "nextExchange", { items, item: state.exchange?.label ?? "" })
      : giftText(language, "nextCard", { items }),
    !opensAtOnce(scene) && giftText(language, "byTeam"),
  ].filter((line) => typeof line === "string");
  const others = offeredOutcomes(scene).filter((one) => one !== state.outcome);
  return {
    kind: "choices",
    prompt: lines.join(" "),
    choices: [
      {
        id: choiceId(caseId, "confirm", quote.hash.slice(0, hashLength)),
        title: giftText(language, isSwapped ? "confirmExchange" : "confirmCard"),
      },
      ...others.map((one) => outcomeChoice(scene, one)),
      { id: choiceId(caseId, "change", "menu"), title: text(language, "changeSomething") },
    ],
  };
}
