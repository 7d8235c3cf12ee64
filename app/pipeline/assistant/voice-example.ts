import type { Example } from "#app/domain/reply-drafts/examples.server.ts";
import { Mask } from "./mask.ts";

const longestExample = 1_200;

/**
 * A draft and what a person made of it, without whom it was about: names, addresses, numbers and links become "[name]",
 * "[address]" and so on. `names`: of everybody who may be spoken of, the person who writes included.
 */
export function exampleOf(draft: string, edited: string, names: string[]): Example {
  const mask = new Mask(names);
  const hide = (text: string) =>
    mask
      .hide(text.trim())
      .replace(/\[([A-Z]+)_\d+\]/g, (_, kind: string) => `[${kind.toLowerCase()}]`)
      .slice(0, longestExample);
  return { draft: hide(draft), edited: hide(edited) };
}
