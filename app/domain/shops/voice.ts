/** Phrases of the shop's own, in its own language; one that is left empty is ours. */
export const phraseNames = ["greeting", "thanks", "apology", "handOver"] as const;
export type PhraseName = (typeof phraseNames)[number];
export const warmths = ["matter-of-fact", "friendly", "warm"] as const;
export const formalities = ["informal", "formal"] as const;

/**
 * How the shop speaks, the same on every channel. The phrases are said as they stand; the rest is what a language model is
 * told, and held to as far as words can be: `avoid`, and no emoji where there are to be none.
 */
export type Voicing = {
  phrases: Partial<Record<PhraseName, string>>;
  warmth: (typeof warmths)[number];
  formality: (typeof formalities)[number];
  emoji: boolean;
  use: string[];
  avoid: string[];
};

const longestPhrase = 160;
const mostWords = 20;
const longestWord = 40;
const emoji = /\p{Extended_Pictographic}/u;

/** The stored voice; what another version wrote, or nothing, is the plain one. */
export function readVoicing(stored: unknown): Voicing {
  const { phrases = {}, warmth, formality, emoji: withEmoji, use, avoid } = (stored ?? {}) as Partial<Voicing>;
  return {
    phrases: Object.fromEntries(phraseNames.flatMap((name) => (typeof phrases[name] === "string" ? [[name, phrases[name]]] : []))),
    warmth: warmths.find((one) => one === warmth) ?? "friendly",
    formality: formalities.find((one) => one === formality) ?? "informal",
    emoji: withEmoji === true,
    use: wordsIn(use),
    avoid: wordsIn(avoid),
  };
}

export type VoiceForm = Record<PhraseName | "warmth" | "formality" | "emoji" | "use" | "avoid", string>;
export type VoiceProblems = Partial<Record<keyof VoiceForm, string>>;

export function voicingToForm({ phrases, warmth, formality, emoji: withEmoji, use, avoid }: Voicing): VoiceForm {
  const own = Object.fromEntries(phraseNames.map((name) => [name, phrases[name] ?? ""])) as Record<PhraseName, string>;
  return { ...own, warmth, formality, emoji: withEmoji ? "yes" : "no", use: use.join(", "), avoid: avoid.join(", ") };
}

/** Checks what was filled in, in the browser and again on the server. */
export function readVoiceForm(
  sent: Partial<Record<string, string>>,
): { ok: true; voicing: Voicing } | { ok: false; problems: VoiceProblems } {
  const value = (name: keyof VoiceForm) => (sent[name] ?? "").replace(/\s+/g, " ").trim();
  const problems: VoiceProblems = {};
  for (const name of phraseNames) {
    if (value(name).length > longestPhrase) problems[name] = `Keep it within ${longestPhrase} characters.`;
    else if (/[{}<>]|https?:|www\./i.test(value(name))) problems[name] = "Words only, please: no links and no brackets.";
  }
  const lists = { use: listOf(value("use")), avoid: listOf(value("avoid")) };
  for (const name of ["use", "avoid"] as const) {
    if (lists[name].length > mostWords || lists[name].some((word) => word.length > longestWord))
      problems[name] = `At most ${mostWords} words, separated by commas.`;
  }
  const both = lists.use.find((word) => lists.avoid.includes(word));
  if (both) problems.avoid = `“${both}” stands among the words to use, too.`;
  if (!warmths.some((one) => one === value("warmth"))) problems.warmth = "Choose one.";
  if (!formalities.some((one) => one === value("formality"))) problems.formality = "Choose one.";
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const phrases = Object.fromEntries(phraseNames.flatMap((name) => (value(name) ? [[name, value(name)]] : [])));
  return {
    ok: true,
    voicing: readVoicing({ phrases, warmth: value("warmth"), formality: value("formality"), emoji: value("emoji") === "yes", ...lists }),
  };
}

/** The voice as a model is told it, behind the merchant's own description. */
export function voiceInWords(description: string, { warmth, formality, emoji: withEmoji, use, avoid }: Voicing): string {
  const manner = { "matter-of-fact": "Matter-of-fact and brief.", friendly: "Friendly.", warm: "Warm." }[warmth];
  return [
    description.trim(),
    manner,
    formality === "formal" ? "Formal address (Sie, vous, usted, Lei, u)." : "Informal address (du, tu, je).",
    withEmoji ? "An emoji now and then." : "No emoji.",
    use.length > 0 ? `Say: ${use.join(", ")}.` : "",
    avoid.length > 0 ? `Never say: ${avoid.join(", ")}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Whether a model has kept to what words can be held to. */
export function keepsVoice(sentences: string[], { emoji: withEmoji, avoid }: Voicing): boolean {
  const text = sentences.join("\n").toLowerCase();
  if (!withEmoji && emoji.test(text)) return false;
  const words = new Set(text.match(/[\p{L}\p{N}\p{M}'’-]+/gu));
  return avoid.every((word) => (word.includes(" ") ? !text.includes(word) : !words.has(word)));
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(",")
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

function wordsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((word): word is string => typeof word === "string").slice(0, mostWords) : [];
}
