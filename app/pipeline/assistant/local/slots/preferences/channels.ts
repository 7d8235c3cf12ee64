import type { ChannelName } from "#app/channels/message.ts";
import { anyOf, caught, channelWords, clauses, nameOf } from "./words.ts";

const { here, ...named } = channelWords;
const C = `(${anyOf(named)})`;
const H = `(${here})`;
const notHere =
  "(?:and )?(?:rather than|instead of|not) (?:in )?(?:here|(?:this|the) chat|(?:by|on|via) \\S+)|(?:und )?(?:statt|anstatt|nicht|lieber als|als) (?:hier(?: im chat)?|im chat|(?:per|uber|auf) \\S+)|" +
  "plutot qu'ici|(?:et )?pas ici|au lieu d'ici|plutot que (?:par|sur) \\S+|(?:y )?no (?:por )?aqui|en vez de (?:por )?aqui|en lugar de (?:por )?aqui|(?:e )?nao (?:por )?aqui|em vez d(?:e |a)qui|ao inves d(?:e |a)qui|(?:e )?non qui|invece (?:che|di) qui|anziche qui|piuttosto che qui|" +
  "(?:en )?niet hier|in plaats van hier|liever dan hier|dan hier";
const by = "(?:by|on|over|via|per|through|with)";
const perDe = "(?:per|uber|auf|via|bei)";
const parFr = "(?:par|sur|via)";
const porEs = "(?:por|via|al)";
const porPt = "(?:por|pelo|pela|no|via)";
const suIt = "(?:su|via|per|tramite|con)";
const viaNl = "(?:via|per|op|over)";
const polite = "(?:can|could|would|will) you (?:please )?";
const mir = "(?:(?:mir|mich|uns|euch|dich|sich|bei mir|bitte|doch|lieber|kunftig|ab jetzt|immer|nur) )*";
const mijNl = "(?:(?:mij|me|alsjeblieft|graag|voortaan|liever|maar) )*";
const newsEn = "(?:the |my |all |your )*(?:news|updates|messages|notifications|answers?|replies)";
const newsDe = "(?:(?:alle|die|eure|ihre) )*(?:neuigkeiten|nachrichten|updates|infos|antworten)";
const newsFr = "(?:(?:les|toutes les|vos) )?(?:nouvelles|infos|informations|messages|reponses)";
const newsEs = "(?:las |los |todas las )?(?:noticias|novedades|avisos|mensajes|respuestas)";
const newsPt = "(?:as |os |todas as )?(?:noticias|novidades|avisos|mensagens|respostas)";
const newsIt = "(?:le |gli |i |tutte le )?(?:notizie|novita|avvisi|aggiornamenti|messaggi|risposte)";
const newsNl = "(?:(?:het|de|al het) )?(?:nieuws|updates|berichten|meldingen|antwoorden)";

const instead = `(?:(?: please| bitte| svp| por favor| per favore| alsjeblieft)? (?:${notHere}))?`;
const wishes = clauses(
  [
    `(?:${polite})?(?:write|answer|reply|respond)(?: (?:to )?(?:me|us))?(?: back)? ${by} ${C}`,
    `(?:${polite})?(?:contact|message|reach|notify|text|dm|ping) (?:me|us) ${by} ${C}`,
    "(e-?mail|mail) (?:me|mir|mij)",
    `(?:${polite})?send (?:me )?${newsEn} ${by} ${C}`,
    `(?:${polite})?keep me (?:posted|updated|informed) ${by} ${C}`,
    `(?:i'd|i would) (?:prefer|rather) (?:(?:to )?(?:be (?:contacted|reached|notified|written to|messaged)|get ${newsEn}|hear from you) )?(?:${by} )?${C}`,
    `(?:i'd|i would) like to (?:be (?:contacted|reached|notified|written to|messaged)|get ${newsEn}|hear from you) ${by} ${C}`,
    `i prefer (?:(?:to be contacted|to hear from you|getting ${newsEn}) )?(?:${by} )?${C}`,
    `my preferred channel is ${C}`,
    `(?:schreib(?:e|t|en sie)?|antworte(?:t|n sie)?|melde(?:t|n sie)?|kontaktier(?:e|t|en sie)?|erreich(?:e|t|en sie)?|benachrichtig(?:e|t|en sie)?|informier(?:e|t|en sie)?) ${mir}${perDe} ${C}`,
    `${perDe} ${C} (?:bitte )?(?:schreiben|antworten|melden|kontaktieren|benachrichtigen)`,
    `(?:konnt ihr|konnen sie|kannst du|konntet ihr|konnten sie|konntest du|wurdet ihr|wurden sie) ${mir}${perDe} ${C} ${mir}(?:schreiben|antworten|melden|kontaktieren)`,
    `(?:schick(?:e|t|en sie)?|sende(?:t|n sie)?) ${mir}${newsDe} ${mir}${perDe} ${C}`,
    `halte(?:t|n sie)? ${mir}${perDe} ${C} auf dem laufenden`,
    `ich (?:mochte|will|wurde) (?:(?:lieber|gern|gerne) )*${perDe} ${C} (?:kontaktiert|benachrichtigt|informiert|angeschrieben) werden`,
    `ich (?:mochte|will|hatte) (?:(?:lieber|gern|gerne) )*${newsDe} ${perDe} ${C}(?: (?:bekommen|erhalten))?`,
    `ich bevorzuge ${C}`,
    `(?:ecrivez|repondez|contactez|prevenez|joignez|ecris|reponds|contacte|previens)[- ]moi (?:(?:plutot|desormais) )*${parFr} ${C}`,
    `(?:pouvez|pourriez)[- ]vous (?:me |m')(?:ecrire|repondre|contacter|prevenir) (?:plutot )?${parFr} ${C}`,
    `repondez ${parFr} ${C}`,
    `envoyez[- ]moi ${newsFr} ${parFr} ${C}`,
    `tenez[- ]moi (?:au courant|informee?) ${parFr} ${C}`,
    `je (?:prefere|prefererais) (?:(?:etre contactee?|etre prevenue?|recevoir ${newsFr}|que vous m'ecriviez) )?(?:${parFr} |l'|le )?${C}`,
    `(?:escrib(?:e|a|an|id)me|respond(?:e|a|an|ed)me|contest(?:a|e|en|ad)me|contact(?:a|e|en|ad)me|avis(?:a|e|en|ad)me) ${porEs} ${C}`,
    `(?:puedes|puede|podeis|pueden|podrias|podria|podriais|podrian) (?:escribirme|responderme|contactarme|avisarme) ${porEs} ${C}`,
    `(?:mand(?:a|e|en|ad)me|envia(?:me|dme)|envi(?:e|en)me) ${newsEs} ${porEs} ${C}`,
    `prefiero (?:(?:que me (?:escriban|escribais|escribas|escriba|avisen|contacten)|recibir ${newsEs}) )?(?:${porEs} |el )?${C}`,
    `(?:me )?(?:escrev(?:a|am|e)|respond(?:a|am|e)|avis(?:e|em|a)|contat(?:e|em|a)|contact(?:e|em)|cham(?:e|em|a))(?:[- ]me)? ${porPt} ${C}`,
    `(?:voces? )?(?:pode|podem|poderia|poderiam) me (?:escrever|responder|avisar|contatar|chamar) ${porPt} ${C}`,
    `(?:me )?(?:mand(?:e|em|a)|envi(?:e|em|a))(?:[- ]me)? ${newsPt} ${porPt} ${C}`,
    `(?:eu )?(?:prefiro|preferiria) (?:(?:receber ${newsPt}|ser contatad[oa]|que me (?:escrevam|avisem)) )?(?:${porPt} |o )?${C}`,
    `(?:scriv(?:imi|etemi)|rispond(?:imi|etemi)|contatta(?:mi|temi)|avvisa(?:mi|temi)|mi (?:scriva|risponda|contatti|avvisi)) ${suIt} ${C}`,
    `(?:puoi|potete|puo|potresti|potreste|potrebbe) (?:scrivermi|rispondermi|contattarmi|avvisarmi) ${suIt} ${C}`,
    `(?:manda(?:mi|temi)|invia(?:mi|temi)) ${newsIt} ${suIt} ${C}`,
    `preferisco (?:(?:essere contattat[oa]|ricevere ${newsIt}|che mi scriviate) )?(?:${suIt} |l'|la )?${C}`,
    `(?:schrijf|antwoord|contacteer|bereik|bericht) ${mijNl}${viaNl} ${C}`,
    `(?:kun je|kan je|kunt u|kunnen jullie|zou je|zou u|zouden jullie) ${mijNl}${viaNl} ${C} (?:schrijven|antwoorden|contacteren|berichten)`,
    `(?:stuur|zend) ${mijNl}${newsNl} ${viaNl} ${C}`,
    `hou(?:d)? ${mijNl}${viaNl} ${C} op de hoogte`,
    `ik (?:heb|krijg|ontvang|wil) (?:(?:liever|graag) )+(?:${newsNl} )?(?:${viaNl} )?${C}`,
  ],
  instead,
);

const wishesHere = clauses([
  `(?:write|answer|reply)(?: to)? me ${H}`,
  `(?:schreib(?:e|t|en sie)?|antworte(?:t|n sie)?) (?:bitte )?(?:mir|uns) ${mir}${H}`,
  `(?:ecrivez|repondez)[- ]moi ${H}`,
  `(?:escrib(?:e|a|an|id)me|respond(?:e|a|an|ed)me) ${H}`,
  `(?:me (?:escreva|escrevam|responda|respondam)|(?:escrev|respond)(?:a|am)-me) ${H}`,
  `(?:scriv(?:imi|etemi)|rispond(?:imi|etemi)) ${H}`,
  `(?:schrijf|antwoord) (?:mij|me) ${H}`,
]);

/** "Lieber per Mail als hier": without a verb only where something else is turned down. */
const withoutVerb = clauses([`(?:by|on|via|per|uber|auf|par|sur|por|pelo|no|su|tramite|op) ${C} (?:${notHere})`]);

/** Where one clause says that we are to write. `at`: where it is said. */
export function channelIn(bare: string, at: ChannelName): ChannelName | undefined {
  const name = caught(wishes, bare) ?? caught(withoutVerb, bare);
  if (name) return nameOf(named, name);
  return caught(wishesHere, bare) ? at : undefined;
}
