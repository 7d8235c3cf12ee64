import type { ChannelName } from "#app/channels/message.ts";
import type { Preference, PreferenceKind } from "#app/domain/identity/preferences.ts";
import { foldText } from "../../fold-text.ts";
import { channelIn } from "./channels.ts";
import { forgottenIn } from "./forget.ts";
import { languageIn, politelyAsked } from "./languages.ts";
import { sizeIn } from "./sizes.ts";
import { bareClause } from "./words.ts";

export type PreferenceWish = { kind: "stated"; preference: Preference } | { kind: "forgotten"; kinds: PreferenceKind[] };
/** What a message asks to be remembered or forgotten, in its order, and everything else that it says. */
export type PreferencesRead = { wishes: PreferenceWish[]; rest: string };

/** Nobody states a wish in a letter longer than this; characters. */
const longest = 4_000;
/** Words of one language that are another one's "and" or "but" count only before what begins a clause there. */
const dutchNext = "(?:ik|heb|is|zijn|kan|kun|kunnen|wat|waar|hoe|wanneer|mijn|jullie|schrijf|antwoord|stuur|niet|graag)";
const italianNext = "(?:non|il|lo|io|ho|mi|dov\\S*|quando|posso|vorrei|se|è|e')";
const joins = `(?:(?:and|but|so|und|aber|et|mais|pero|y|mas|maar|because|weil|car|porque|perche|perché|omdat)(?=\\s)|en(?=\\s+${dutchNext}\\s)|ma(?=\\s+${italianNext}\\s)|e(?=\\s+\\p{L}+\\s))`;
/** Ends of clauses, kept. */
const ends = new RegExp(`((?:[.!?;]+|,)(?=\\s|$)|\\n+|\\s+[-–]\\s+|\\s+(?=${joins}))`, "iu");
const opener = new RegExp(`^\\s*${joins}\\s+`, "iu");
/** "not S", "und nicht hier" behind a statement belong to it. */
const takesAnotherBack = /^(?:not|nicht|pas|no|nao|non|niet)\s+\S+(?:\s+\S+)?(?:\s+(?:mehr|more|meer))?$/;
const onlyASize = /^(?:or|oder|ou|o|of)?\s*(?:size|grosse|taille|talla|tamanho|taglia|maat)?\s*(?:x{0,4}[sl]|m|\d{1,2})$/;

/**
 * Statements about oneself that are to be remembered, by rules alone: a clause counts when all of it is the statement. A
 * question is none ("do I wear M?"), except a wish put politely ("could you write to me in French?").
 */
export function preferencesIn(text: string, at: ChannelName, expecting?: string | null): PreferencesRead {
  if (text.length > longest) return { wishes: [], rest: text };
  const parts = text.split(ends);
  const clauses = parts.flatMap((words, place) => (place % 2 === 0 ? [{ words, end: parts[place + 1] ?? "" }] : []));
  const wishes: PreferenceWish[] = [];
  const kept: string[] = [];
  let stated = false;
  const folded = clauses.map(({ words }) => foldText(words.replace(opener, "").replace(/[“”"«»¿¡]/g, "")).trim());
  clauses.forEach(({ words, end }, place) => {
    const said = folded[place] ?? "";
    const wish = wishIn(said, around(folded, place), end.includes("?"), at);
    if (wish) wishes.push(wish);
    else if (!(stated && takesAnotherBack.test(said))) kept.push(words + end);
    stated = wish?.kind === "stated" || (stated && said === "");
  });
  return wishes.length === 0 ? { wishes, rest: text } : { wishes, rest: tidied(kept.join(""), expecting === "yes-no") };
}

/** What comes next, and the courtesies on both sides: "please, in French, thanks". */
function around(folded: string[], place: number) {
  const [last = "", next = ""] = [folded[place - 1], folded[place + 1]];
  return { next, courtesies: [last, next].filter((one) => courtesies.test(one)).join(" ") };
}

function wishIn(folded: string, beside: ReturnType<typeof around>, asked: boolean, at: ChannelName): PreferenceWish | undefined {
  if (folded === "") return undefined;
  if (asked && !politelyAsked(folded)) return undefined;
  const bare = bareClause(folded);
  const kinds = forgottenIn(bare);
  if (kinds.length > 0) return { kind: "forgotten", kinds };
  const size = asked ? undefined : sizeIn(bare);
  // "I wear M and L" says neither.
  if (size) return onlyASize.test(beside.next) ? undefined : { kind: "stated", preference: size };
  const language = languageIn(bare, `${folded} ${beside.courtesies}`);
  if (language) return { kind: "stated", preference: { kind: "language", value: language } };
  const channel = channelIn(bare, at);
  return channel && { kind: "stated", preference: { kind: "channel", value: channel } };
}

/** A greeting or a thank-you that stood beside the statement says nothing of its own. */
const courtesies =
  /^(?:\s|[.,;!?]|\b(?:hi|hello|hey|hallo|moin|bonjour|salut|hola|ola|oi|ciao|buongiorno|hoi|thanks|thank you|danke|merci|gracias|obrigad[oa]|grazie|bedankt|ok|okay|please|pls|bitte|svp|s'il vous plait|s'il te plait|por favor|per favore|alsjeblieft|alstublieft|no|nein|non|nao|nee|sorry|actually|eigentlich|by the way|ubrigens)\b)*$/;

function tidied(rest: string, answers: boolean): string {
  const plain = rest
    .replace(opener, "")
    .replace(/^[\s,;]+/, "")
    .trim();
  return courtesies.test(foldText(plain)) && !answers ? "" : plain;
}
