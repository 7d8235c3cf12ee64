import type { Mood } from "#app/pipeline/assistant/model.ts";
import { phrases, type SlotText } from "./text.ts";

const angry = phrases(
  "unacceptable|scam(?:mers?)?|fraud|ridiculous|disgusting|disgrace|furious|pathetic|outrageous|worst (?:shop|store|service|company)|rip ?off|wtf|bullshit|idiots?|liars?|fuck\\w*|shit|frechheit|unverschamt\\w*|betrug|betruger|abzocke|stinksauer|wutend|scheiss\\w*|unfassbar|verarsch\\w*|lacherlich|saftladen|inadmissible|inacceptable|scandaleux|arnaque|honteux|furieu(?:x|se)|voleurs?|merde|estafa(?:dores)?|inaceptable|indignante|verguenza|furios[oa]|ladrones|mierda|inaceitavel|absurdo|vergonha|golpe|ladroes|ridicul[oa]|palhacada|inaccettabile|vergogn\\w+|truffa(?:tori)?|furibond[oa]|ladri|schifo|onacceptabel|schandalig|schande|oplicht\\w*|woedend|belachelijk|klote|kut\\w*",
);
/** Courts, authorities, the press, the bank: what a shop must not let an assistant answer. */
const threatening = phrases(
  "lawyers?|solicitor|attorney|sue you|suing|legal action|take you to court|small claims|trading standards|consumer protection|police|chargeback|charge back|dispute (?:it|this|the charge) with my bank|go to the press|" +
    "anwalt|anwaltin|rechtsanwalt|verklag\\w*|strafanzeige|anzeige (?:erstatten|ist raus)|zeige (?:sie|euch|dich) an|vor gericht|rechtliche schritte|verbraucherschutz|verbraucherzentrale|polizei|ruckbuchung|lastschrift zuruck\\w*|an die presse|" +
    "avocat|porter plainte|plainte|tribunal|huissier|dgccrf|ufc|mise en demeure|police|gendarmerie|la presse|" +
    "abogad[oa]|denuncia\\w*|demandar\\w*|demandare|una demanda|hoja de reclamaciones|juzgado|tribunales|policia|profeco|facua|" +
    "advogad[oa]|processar|processo judicial|procon|livro de reclamacoes|tribunal|policia|reclame aqui|" +
    "avvocato|denuncia\\w*|querela|tribunale|vie legali|polizia|guardia di finanza|codacons|" +
    "advocaat|rechter|rechtszaak|aanklagen|juridische stappen|aangifte|politie|consumentenbond|geschillencommissie|" +
    "prawnik|uokik|polisen|advokat|tuketici hakem|avukat",
);
const annoyed = phrases(
  "annoyed|annoying|disappointed|disappointing|frustrat\\w+|unhappy|not happy|upset|fed up|sick of|tired of|how many times|still no|still nothing|third time|again and again|nobody answers|no one answers|terrible|poor service|bad service|enttausch\\w*|genervt|nervt|arger\\w*|verarger\\w*|schon wieder|immer noch nicht|immer noch nichts|zum dritten mal|unzufrieden|keiner antwortet|niemand antwortet|schlechter service|decue?|decevant|agace\\w*|marre|toujours rien|toujours pas|encore une fois|mecontente?|personne ne repond|decepcionad[oa]|molest[oa]|hart[oa]|cansad[oa] de|todavia nada|otra vez|nadie responde|desapontad[oa]|chatead[oa]|fart[oa]|ainda nada|outra vez|ninguem responde|insatisfeit[oa]|delus[oa]|stuf[oa]|arrabbiat[oa]|ancora niente|di nuovo|nessuno risponde|insoddisfatt[oa]|teleurgesteld|geirriteerd|boos|zat|nog steeds niets|nog steeds niet|alweer|niemand reageert|ontevreden",
);
const denied = phrases(
  "not angry|not annoyed|nicht sauer|nicht bose|pas fache|no estoy enfadad[oa]|nao estou chatead[oa]|non sono arrabbiat[oa]|niet boos",
);
const enoughLetters = 12;

/** How the words sound. A threat counts in whatever tone. Shouting alone annoys; only strong words are anger. */
export function moodOf({ original, folded }: SlotText): Mood {
  if (denied.test(folded)) return "calm";
  if (threatening.test(folded)) return "threatening";
  const letters = original.match(/\p{L}/gu)?.length ?? 0;
  const capitals = original.match(/\p{Lu}/gu)?.length ?? 0;
  const shouts = letters >= enoughLetters && capitals / letters > 0.7;
  const marks = /[!?]{3,}/.test(original);
  if (angry.test(folded) || /🤬|😡/u.test(original)) return "angry";
  const irritated = annoyed.test(folded) || /😠|🙄|😤/u.test(original);
  if (irritated && shouts && marks) return "angry";
  return irritated || shouts || marks ? "annoyed" : "calm";
}
