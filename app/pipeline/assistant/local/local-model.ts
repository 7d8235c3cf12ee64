import type { Answered, Model, UnderstandInput, Understanding, Usage } from "../model.ts";
import { detectLanguage } from "./language.ts";
import { localModels } from "./models.ts";
import { moodOf } from "./slots/mood.ts";
import { readSlots } from "./slots/read-slots.ts";
import { readSlotText } from "./slots/text.ts";
import { summariseFacts } from "./summary.ts";
import { wishesIn } from "./wishes.ts";

const usage: Usage = { inputTokens: 0, outputTokens: 0, milliseconds: 0, model: "local" };

/** Whoever writes more than two pages has said by then what it is about. */
const longestText = 8_000;

/** The model that needs no key and no network: trained classifiers, rules for slots, our templates as they are. */
export function createLocalModel(): Model {
  const models = localModels();

  function understand(input: UnderstandInput): Understanding {
    const { expecting, previousLanguage, shopLanguage, now, timeZone } = input;
    const text = input.text.slice(0, longestText);
    const { language, foreignLanguage } = detectLanguage(text, previousLanguage, shopLanguage, models.languages);
    const read = readSlotText(text, expecting);
    return {
      intents: hasWords(text) ? wishesIn(models, text) : [],
      language,
      ...(foreignLanguage && { foreignLanguage }),
      mood: moodOf(read),
      slots: readSlots(read, language, models.reasons, { now, timeZone }),
      decidedBy: "local",
    };
  }

  return {
    name: "local",
    understand: async (input) => answered(understand(input)),
    // The passages themselves are what is said without a language model.
    answer: async () => answered([]),
    compose: async ({ template }) => answered(template),
    translate: async () => answered([]),
    summarise: async (input) => answered(summariseFacts(input)),
  };
}

function answered<T>(value: T): Answered<T> {
  return { value, usage: { ...usage } };
}

/** A bare number, code or address is an answer and wishes nothing. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\S+@\S+|#\S+/g, ""));
}
