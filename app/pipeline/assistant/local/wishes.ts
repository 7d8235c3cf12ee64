import type { DetailedIntent, Intent, Wish } from "#app/pipeline/assistant/model.ts";
import { classify, type LinearModel, type Scored } from "./classifier.ts";
import { extractFeatures, type Features } from "./features.ts";
import type { LocalModels } from "./models.ts";
import { withoutRefusals } from "./refusals.ts";

/** A part of a message counts as a wish of its own only when it is this clear by itself. */
const clearPart = 0.85;
/** Fewer words are rarely a wish ("and now?"). */
const partWords = 3;
const runnersUp = 2;
const borders = /[.!?;\n]+\s*|,?\s+(?:and|und|et|y|e|en|also|ausserdem|außerdem|aussi|además|também|inoltre|ook)\s+/iu;
const polite: ReadonlySet<Intent> = new Set<Intent>(["smalltalk", "out_of_scope"]);

/** Below this, which detail is meant is not told: a flow asks, or its widest branch answers. */
const clearDetail = 0.6;

/** Somebody who says only what is not wanted may want anything else: that is asked. */
const onlyRefused: Wish[] = [{ intent: "out_of_scope", confidence: 0.5 }];

/** What the message wants, best first, each with its detail where that is clear. What it says it does not want counts for nothing. */
export function wishesIn(models: LocalModels, whole: string): Wish[] {
  const text = withoutRefusals(whole);
  if (!/\p{L}/u.test(text)) return text === whole ? [] : onlyRefused;
  const features = extractFeatures(text);
  return intentsIn(models.intents, text, features).map((wish) => withDetail(models, wish, features));
}

function withDetail(models: LocalModels, wish: Wish, features: Features): Wish {
  const model = models.details[wish.intent as DetailedIntent];
  const [best] = model && wish.confidence >= clearDetail ? classify(model, features) : [];
  if (!best || best.label === "general" || best.confidence < clearDetail) return wish;
  return { ...wish, detail: best.label };
}

/** The whole message as one, and further intents where its sentences clearly say another. */
function intentsIn(model: LinearModel<Intent>, text: string, features: Features): Wish[] {
  const whole = classify(model, features)
    .slice(0, 1 + runnersUp)
    .map(toWish);
  const [best] = whole;
  const parts = text.split(borders).filter((part) => (part?.trim().split(/\s+/).length ?? 0) >= partWords);
  if (!best || parts.length === 0 || (parts.length === 1 && parts[0] === text)) return whole;
  const clear: Wish[] = [];
  for (const part of parts) {
    const wish = classify(model, extractFeatures(part)).slice(0, 1).map(toWish)[0];
    if (!wish || wish.confidence < clearPart || polite.has(wish.intent)) continue;
    const known = clear.find((one) => one.intent === wish.intent);
    if (known) known.confidence = Math.max(known.confidence, wish.confidence);
    else clear.push(wish);
  }
  if (clear.length === 0) return whole;
  const others = whole.filter((one) => !clear.some((wish) => wish.intent === one.intent));
  // Surely one thing as a whole stays first; the parts then only add to it.
  if (best.confidence >= clearPart && !polite.has(best.intent)) {
    const further = clear.filter((wish) => wish.intent !== best.intent);
    return further.length > 0 ? [best, ...further] : whole;
  }
  return [...clear.sort((a, b) => b.confidence - a.confidence), ...others.filter((one) => one.confidence < clearPart)];
}

function toWish({ label, confidence }: Scored<Intent>): Wish {
  return { intent: label, confidence };
}
