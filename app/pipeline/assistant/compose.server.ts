import type { Block } from "#app/channels/message.ts";
import { examplesOf } from "#app/domain/reply-drafts/examples.server.ts";
import { keepsVoice, readVoicing, voiceInWords } from "#app/domain/shops/voice.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { bookTokens } from "./budget.server.ts";
import { guardReply } from "./guard.ts";
import { modelFor } from "./model-for.server.ts";
import type { Turn } from "./turn.ts";

const composeMilliseconds = 6_000;
/** Of what people made of drafts in this language. */
export const examplesTold = 5;

/**
 * The reply in its final words. With a key, and where the merchant wants it, Gemini words the sentences; the guard lets
 * that through only when no fact was added, changed or lost. Cards, choices and links are never worded by a model.
 */
export async function compose(turn: Turn): Promise<Block[]> {
  const gemini = modelFor(turn);
  const { shop, transcript } = turn.context;
  const template = turn.blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []));
  if (shop.wording !== "model" || turn.worded || !gemini || template.length === 0) return turn.blocks;
  const voicing = readVoicing(shop.voicing);
  try {
    const input = {
      language: turn.language,
      template,
      transcript: transcript.slice(-6),
      voice: voiceInWords(shop.voice, voicing),
      examples: await examplesOf(shop.id, { language: turn.language, most: examplesTold }),
      assistantName: shop.assistantName,
    };
    const answered = await gemini.compose(input, AbortSignal.timeout(composeMilliseconds));
    await bookTokens(turn, answered.usage);
    const worded = keepsVoice(answered.value, voicing) ? answered.value : template;
    const sentences = guardReply({ sentences: worded, template, allowedHosts: [shop.domain] });
    let place = 0;
    return turn.blocks.map((block) => (block.kind === "text" ? { ...block, text: sentences[place++] ?? block.text } : block));
  } catch (error) {
    // The template says the same: a model that is down must not keep the shopper waiting.
    log.info("compose-fell-back", { shopId: shop.id, ...errorFields(error) });
    return turn.blocks;
  }
}
