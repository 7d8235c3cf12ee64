import { type Answered, intents, type Model, returnReasons, type Understanding, type UnderstandInput, type Usage } from "../model.ts";
import { loadModel } from "./classifier.ts";
import { detectLanguage } from "./language.ts";
import { moodOf } from "./slots/mood.ts";
import { readSlots } from "./slots/read-slots.ts";
import { readSlotText } from "./slots/text.ts";
import { summariseFacts } from "./summary.ts";
import weights from "./weights.json" with { type: "json" };
import { wishesIn } from "./wishes.ts";

const usage: Usage = { inputTokens: 0, outputTokens: 0, milliseconds: 0, model: "local" };

/** The model that needs no key and no network: a trained classifier, rules for slots, our templates as they are. */
export function createLocalModel(): Model {
  const intentModel = loadModel(weights.intents, intents);
  const reasonModel = loadModel(weights.reasons, returnReasons);

  function understand(input: UnderstandInput): Understanding {
    const { language, foreignLanguage } = detectLanguage(input.text, spokenLanguage(input), input.shopLanguage);
    const text = readSlotText(input.text, input.expecting);
    return {
      intents: hasWords(input.text) ? wishesIn(intentModel, input.text) : [],
      language,
      ...(foreignLanguage && { foreignLanguage }),
      mood: moodOf(text),
      slots: readSlots(text, language, reasonModel),
      decidedBy: "local",
    };
  }

  return {
    name: "local",
    understand: async (input) => answered(understand(input)),
    compose: async ({ template }) => answered(template),
    summarise: async (input) => answered(summariseFacts(input)),
  };
}

function answered<T>(value: T): Answered<T> {
  return { value, usage: { ...usage } };
}

/** At a first message the "previous" language is only the shop's own: nobody has chosen it yet. */
function spokenLanguage({ previousLanguage, shopLanguage, transcript }: UnderstandInput): UnderstandInput["previousLanguage"] {
  const isChosen = previousLanguage !== shopLanguage || transcript.some((line) => line.author !== "shopper");
  return isChosen ? previousLanguage : undefined;
}

/** A bare number, code or address is an answer and wishes nothing. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\S+@\S+|#\S+/g, ""));
}
