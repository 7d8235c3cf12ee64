import {
  type Detail,
  type DetailedIntent,
  details,
  type Intent,
  intents,
  type ReturnReasonKey,
  returnReasons,
} from "#app/pipeline/assistant/model.ts";
import { type LinearModel, loadModel } from "./classifier.ts";
import { type BookLanguage, bookLanguages } from "./languages.ts";
import stored from "./weights.json" with { type: "json" };

/** The trained models, read once per process. */
export type LocalModels = {
  intents: LinearModel<Intent>;
  details: Record<DetailedIntent, LinearModel<Detail | "general">>;
  reasons: LinearModel<ReturnReasonKey>;
  languages: LinearModel<BookLanguage>;
};

let loaded: LocalModels | undefined;

export function localModels(): LocalModels {
  loaded ??= {
    intents: loadModel(stored.intents, intents),
    details: Object.fromEntries(
      Object.entries(details).map(([intent, known]) => [
        intent,
        loadModel(stored[`details.${intent as DetailedIntent}`], [...known, "general"]),
      ]),
    ) as LocalModels["details"],
    reasons: loadModel(stored.reasons, returnReasons),
    languages: loadModel(stored.languages, bookLanguages),
  };
  return loaded;
}
