import { type Language, languages } from "#app/channels/message.ts";
import { type Intent, intents, type ReturnReasonKey, returnReasons } from "#app/pipeline/assistant/model.ts";
import { type LinearModel, loadModel } from "./classifier.ts";
import stored from "./weights.json" with { type: "json" };

/** The three trained models, read once per process. */
export type LocalModels = {
  intents: LinearModel<Intent>;
  reasons: LinearModel<ReturnReasonKey>;
  languages: LinearModel<Language>;
};

let loaded: LocalModels | undefined;

export function localModels(): LocalModels {
  loaded ??= {
    intents: loadModel(stored.intents, intents),
    reasons: loadModel(stored.reasons, returnReasons),
    languages: loadModel(stored.languages, languages),
  };
  return loaded;
}
