import type { ChannelName, Language } from "#app/channels/message.ts";

/** Names of the languages we answer in, as people of all seven write them. Folded. */
export const languageNames: Record<Language, string> = {
  en: "english|englisch|anglais|ingles|inglese|engels",
  de: "german|deutsch|allemand|aleman|alemao|tedesco|duits",
  fr: "french|franzosisch|francais|frances|francese|frans",
  es: "spanish|spanisch|espagnol|espanol|castellano|espanhol|spagnolo|spaans",
  pt: "portuguese|portugiesisch|portugais|portugues|portoghese|portugees",
  it: "italian|italienisch|italien|italiano|italiaans",
  nl: "dutch|niederlandisch|hollandisch|neerlandais|hollandais|holandes|neerlandes|olandese|nederlands",
};

const chat = "chat";
/** "here": the channel that it is said on. */
export const channelWords: Record<ChannelName | "here", string> = {
  whatsapp: "whats\\s?app|wapp",
  instagram: "instagram|insta|ig",
  email: "e-?mail|mail|courriel|correo(?: electronico)?|posta(?: elettronica)?",
  widget: `(?:web ?site|web|shop) ?-?${chat}|${chat} (?:on (?:the|your) (?:web ?)?site|auf (?:der|eurer|ihrer) (?:web ?seite|website)|du site|de votre site|de la web|do site|del (?:vostro )?sito|op (?:de|jullie) (?:web)?site)`,
  here: "here|hier|ici|aqui|por aqui|qui",
};

/** What may stand before a statement without changing it. */
const lead =
  "hi|hello|hey|hallo|moin|bonjour|salut|hola|ola|oi|ciao|buongiorno|hoi|ok|okay|oh|so|well|then|dan|dann|alors|entonces|entao|allora|" +
  "please|pls|bitte|s'il (?:te|vous) plait|svp|stp|por favor|porfa|per favore|per piacere|alsjeblieft|alstublieft|aub|graag|" +
  "nein|nee|sorry|pardon|perdon|desculpe|scusa|scusate|actually|eigentlich|en fait|en realidad|na verdade|in realta|anzi|eigenlijk|correction|korrektur|correzione|correctie|" +
  "by the way|btw|also|ubrigens|nebenbei|auch|au fait|d'ailleurs|aussi|por cierto|tambien|a proposito|tambem|comunque|anche|trouwens|ook|" +
  "fyi|for (?:your )?info(?:rmation)?|just so you know|(?:please )?(?:note|remember)(?: that)?|nur zur info|zur info|merk dir(?: bitte)?|pour info|notez que|retenez que|para que lo sepas|recuerda que|apunta que|lembre(?:-se)?(?: de)? que|anote que|per info|ricorda(?:ti|te)? che|ter info|onthoud(?: dat)?|" +
  "in (?:the )?future|from now on|next time|kunftig|in zukunft|ab jetzt|ab sofort|a l'avenir|desormais|dorenavant|en adelante|a partir de ahora|de ahora en adelante|a partir de agora|daqui em diante|no futuro|d'ora in poi|da ora in poi|in futuro|voortaan|vanaf nu|in het vervolg|" +
  "lieber|am liebsten|plutot|mejor|de preferencia|preferibilmente|meglio|liever|rather|preferably";
/** And after it. */
const tail =
  "please|pls|bitte|s'il (?:te|vous) plait|svp|stp|por favor|porfa|per favore|per piacere|alsjeblieft|alstublieft|aub|graag|" +
  "thanks?|thank you|thx|danke(?: schon)?|vielen dank|merci(?: beaucoup)?|gracias|obrigad[oa]|grazie|bedankt|dank je(?: wel)?|dank u|" +
  "by the way|btw|ubrigens|au fait|d'ailleurs|por cierto|a proposito|trouwens|" +
  "usually|normally|always|generally|in general|now|these days|normalerweise|meistens|immer|jetzt|generell|d'habitude|habituellement|normalement|generalement|en general|toujours|maintenant|normalmente|siempre|ahora|habitualmente|geralmente|sempre|agora|di solito|generalmente|adesso|ora|meestal|altijd|normaal|nu|" +
  "in (?:the )?future|from now on|only|instead|kunftig|in zukunft|ab jetzt|ab sofort|nur|stattdessen|a l'avenir|desormais|dorenavant|uniquement|seulement|en adelante|a partir de ahora|solo|solamente|a partir de agora|daqui em diante|apenas|d'ora in poi|in futuro|soltanto|voortaan|vanaf nu|in het vervolg|alleen|rather|lieber|plutot|mejor|meglio|liever|invece";

const spaced = (text: string): string => text.replaceAll(" ", "\\s+");
const before = new RegExp(`^(?:(?:${spaced(lead)})\\s+)+`, "u");
const after = new RegExp(`(?:\\s+(?:${spaced(tail)}))+$`, "u");
const longest = 160;

/** A folded clause without what may stand before and after a statement; empty when it is too long to be one. */
export function bareClause(folded: string): string {
  return folded.length > longest ? "" : folded.replace(before, "").replace(after, "");
}

/** Every one of these as a whole clause: a statement with nothing in it that could make it another one. */
export function clauses(patterns: string[], more = ""): RegExp[] {
  return patterns.map((pattern) => new RegExp(`^(?:${spaced(pattern)})${spaced(more)}$`, "u"));
}

/** What the first pattern that fits has caught. */
export function caught(patterns: RegExp[], bare: string): string | undefined {
  for (const pattern of patterns) {
    const value = pattern.exec(bare)?.slice(1).find(Boolean);
    if (value) return value;
  }
  return undefined;
}

/** Which of the names a word is. */
export function nameOf<Name extends string>(names: Record<Name, string>, word: string): Name | undefined {
  return (Object.keys(names) as Name[]).find((name) => new RegExp(`^(?:${names[name]})$`, "u").test(word.trim()));
}

export const anyOf = (names: Record<string, string>): string => Object.values(names).join("|");
