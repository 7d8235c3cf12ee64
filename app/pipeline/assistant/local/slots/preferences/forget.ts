import type { PreferenceKind } from "#app/domain/identity/preferences.ts";
import { preferenceKinds } from "#app/domain/identity/preferences.ts";
import { channelIn } from "./channels.ts";
import { languageIn } from "./languages.ts";
import { sizeIn } from "./sizes.ts";
import { clauses } from "./words.ts";

const verb =
  "(?:you can |please |bitte |por favor |per favore )?(?:forget|delete|remove|erase|drop|clear|vergiss|vergesst|vergessen sie|losch(?:e|t|en sie)?|streich(?:e|t)?|entfern(?:e|t)?|oublie[zs]?|efface[zs]?|supprime[zs]?|olvid(?:a|e|ad|en)|borr(?:a|e|ad|en)|elimin(?:a|e|ad|en|ate|i)|esque(?:ce|ca|cam)|apag(?:a|ue|uem)|remov(?:e|a|am)|dimentica(?:te)?|dimentichi|cancell(?:a|i|ate)|vergeet|verwijder|wis)(?: (?:bitte|maar|svp|dann))?";
const mine =
  "(?:my|the|meine[nr]?|die|ma|mes|la|les|mi|mis|(?:o )?meu|(?:a )?minha|(?:os )?meus|(?:as )?minhas|(?:la )?mia|(?:le )?mie|(?:i )?miei|il mio|mijn|m'n)";
const nouns: [string, PreferenceKind[]][] = [
  [
    "(?:shoe ?size|schuhgrosse|pointure|talla de (?:zapatos?|calzado)|numero de (?:zapatos?|calzado|sapatos?|calcado)|numero di scarpe|schoenmaat)",
    ["shoe-size"],
  ],
  [
    "(?:(?:clothing |dress |usual )?sizes?|(?:kleider|konfektions)?grossen?|tailles?|tallas?|tamanhos?|manequim|taglia|taglie|(?:kleding)?ma(?:at|ten))",
    ["size", "shoe-size"],
  ],
  [
    "(?:(?:preferred )?language(?: preference)?|(?:wunsch)?sprache|langue(?: preferee)?|idioma(?: preferido)?|lingua(?: preferita)?|(?:voorkeurs)?taal)",
    ["language"],
  ],
  [
    "(?:(?:preferred )?channel(?: preference)?|(?:wunsch|lieblings)?kanal|canal(?: prefere| preferido)?|canale(?: preferito)?|(?:voorkeurs)?kanaal)",
    ["channel"],
  ],
  ["(?:preferences?|vorlieben|praferenzen|wunsche|preferencias?|preferenze|voorkeuren)", [...preferenceKinds]],
];
const wishes = nouns.map(([noun, kinds]) => ({ patterns: clauses([`${verb} ${mine} ${noun}`]), kinds }));
const takenBack = new RegExp(`^${verb.replaceAll(" ", "\\s+")}\\s+(?:that|dass|que|che|dat)\\s+(.+)$`, "u");

/** What of a shopper's wishes one clause wants forgotten. */
export function forgottenIn(bare: string): PreferenceKind[] {
  const wish = wishes.find(({ patterns }) => patterns.some((pattern) => pattern.test(bare)));
  if (wish) return wish.kinds;
  const said = takenBack.exec(bare)?.[1];
  if (!said) return [];
  const size = sizeIn(said);
  if (size) return [size.kind];
  return languageIn(said, said) ? ["language"] : channelIn(said, "widget") ? ["channel"] : [];
}

const it = new RegExp(
  `^(?:(?:please|bitte|ok|okay|then|dann|por favor|per favore|alsjeblieft)[\\s,]+)*(?:${[
    "(?:forget|delete|remove|erase) (?:it|that|this|them|everything|all(?: of (?:it|that))?)(?: (?:again|all))?",
    "(?:vergiss|vergesst|vergessen sie|losch(?:e|t|en sie)?) (?:es|das|alles|sie)(?: (?:wieder|alles))?",
    "(?:oublie[zs]?|efface[zs]?|supprime[zs]?)(?:[ -](?:le|la|les|ca|cela|tout|tout ca))",
    "(?:olvid|borr|elimin)(?:a|e|ad|en)(?:lo|la|los|las)(?: todo)?|(?:olvida|borra|elimina|olvide|borre) (?:eso|esto|todo)",
    "(?:esque[cç]a|esquece|apague|apaga|remova)(?:m)?(?: (?:isso|isto|tudo))?",
    "(?:dimentica|cancella|elimina)(?:lo|la|li|telo)|(?:dimentica|cancella|elimina)(?:te)? (?:tutto|questo|quello)",
    "(?:vergeet|verwijder|wis) (?:het|dat|dit|alles)(?: maar)?",
  ]
    .join("|")
    .replaceAll(" ", "\\s+")})(?:[\\s,]+(?:please|bitte|svp|por favor|per favore|alsjeblieft|again|wieder))*[\\s.!]*$`,
  "u",
);

/** "Forget it": which "it" is meant, what was said last decides. */
export const forgetsIt = (folded: string): boolean => it.test(folded);
