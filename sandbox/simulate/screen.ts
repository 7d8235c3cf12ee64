import type { Shown } from "../scenarios/device.ts";
import { asked, cues, type Question } from "./cues.ts";

export type Option = { label: string; number?: number };

/** What a shopper sees after a reply: its words, what can be chosen, what is asked and which sums stand there. */
export type Screen = {
  text: string;
  options: Option[];
  links: string[];
  picker?: { title: string; maxQuantity: number }[];
  question?: Question;
  /** Cents. */
  sums: number[];
  asksYes: boolean;
};

/** Several messages that came together are read as one. */
export function readScreen(shown: Shown[]): Screen {
  const text = shown.map((one) => one.text).join("\n");
  const last = shown.at(-1);
  const buttons = (last?.choices ?? []).map((choice): Option => ({ label: choice.title }));
  // Where buttons are too short for what they say, or in a mail, it stands in numbered lines.
  const numbered = [...text.matchAll(/^\s*(\d{1,2})\.\s+(.+)$/gm)].map(
    ([, number, label]): Option => ({ label: label ?? "", number: Number(number) }),
  );
  const links = [...shown.flatMap((one) => one.links), ...(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])];
  const options = [...buttons, ...numbered];
  const picker = shown.findLast((one) => one.items)?.items;
  const asksYes = cues.sayYes.test(text) || /\?\s*$/m.test(text);
  const question = asked(text);
  return { text, options, links, ...(picker && { picker }), ...(question && { question }), sums: sumsIn(text, options), asksYes };
}

/** "€129.00", "129,00 €", "1.234,50 €", "$12.00", "12,00 US$" → cents. */
export function sumsIn(text: string, options: Option[] = []): number[] {
  const all = [text, ...options.map((one) => one.label)].join("\n");
  const number = String.raw`\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})*(?:[.,]\d{2})|\d+(?:[.,]\d{2})`;
  const pattern = new RegExp(
    String.raw`(?:€|(?:US)?\$|EUR|USD)[\s\u00a0]?(${number})|(${number})[\s\u00a0\u202f]?(?:€|(?:US)?\$|EUR|USD)`,
    "g",
  );
  return [...all.matchAll(pattern)].map(([, before, after]) => Number((before ?? after ?? "").replaceAll(/\D/g, "")));
}
