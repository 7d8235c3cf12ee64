import { foldedWords } from "#app/domain/gift-cards/code.ts";

/**
 * Whether somebody says that they were given a thing, or that another has bought it, in seven languages, on folded text. A buyer who gives
 * presents ("it was a gift for my sister") must stay outside: they have the order, and are served as buyers.
 */
const relative = {
  en: "(?:aunt|auntie|uncle|mum|mom|mother|dad|father|parents|grand\\w+|gran|granny|nan|sister|brother|cousin|friends?|husband|wife|partner|boyfriend|girlfriend|colleagues?|neighbou?rs?|godmother|godfather|in[ -]laws?|mother in law|father in law|son|daughter|someone|somebody|someone else|somebody else)",
  de: "(?:tante|onkel|mama|mutter|mutti|papa|vater|eltern|oma|opa|grosseltern|grossmutter|grossvater|schwester|bruder|cousine?|freund\\w*|mann|frau|partner\\w*|kolleg\\w*|nachbar\\w*|patentante|patenonkel|schwieger\\w+|sohn|tochter|jemand\\w*)",
  fr: "(?:tante|tata|oncle|tonton|maman|mere|papa|pere|parents|mamie|papi|grand[ -]mere|grand[ -]pere|grands[ -]parents|s(?:oe|œ)ur|frere|cousine?|ami\\w*|copine|copain|mari|femme|conjointe?|compagn\\w+|collegues?|voisine?s?|marraine|parrain|belle[ -]\\w+|beau[ -]\\w+|fils|fille|quelqu'un)",
  es: "(?:tia|tio|mama|madre|papa|padre|padres|abuel\\w+|hermana|hermano|prim[oa]|amig\\w+|marido|esposa|mujer|novi[oa]|pareja|companer\\w+|vecin\\w+|madrina|padrino|suegr\\w+|hij[oa]|alguien)",
  pt: "(?:tia|tio|mae|pai|pais|avo|avos|irma|irmao|prim[oa]|amig\\w+|marido|esposa|mulher|namorad[oa]|noiv[oa]|parceir[oa]|coleg\\w+|vizinh\\w+|madrinha|padrinho|sogr\\w+|filh[oa]|alguem)",
  it: "(?:zia|zio|mamma|madre|papa|padre|genitori|nonn\\w+|sorella|fratello|cugin[oa]|amic\\w+|marito|moglie|compagn\\w+|fidanzat\\w+|ragazz[oa]|colleg\\w+|vicin[oaie]|madrina|padrino|suocer\\w+|figli[oa]|qualcuno)",
  nl: "(?:tante|oom|mama|moeder|papa|vader|ouders|oma|opa|grootmoeder|grootvader|zus|zusje|broer|nicht|neef|vriend\\w*|man|vrouw|partner|collega\\w*|buurvrouw|buurman|buren|peettante|schoon\\w+|zoon|dochter|iemand)",
};
const given = [
  // English
  "\\b(?:i|we) (?:just |only |recently |also )?(?:got|received|was given|were given|'?ve been given|have been given|had|was gifted|were gifted) .{0,40}\\b(?:as|for) (?:a |my |our |an? \\w+ )?(?:gift|present|birthday|christmas|xmas|wedding|anniversary|valentine'?s?)\\b",
  "\\bunwanted (?:gift|present)\\b|\\bsomeone (?:else )?(?:bought|ordered|gave)\\b",
  "\\b(?:i|we) (?:was|were|have been|'ve been|got) (?:given|gifted)\\b|\\b(?:was|were) (?:given|gifted) to (?:me|us)\\b|\\b(?:given|gifted) to me\\b",
  "\\b(?:it|this|that|they|these|those|which|dress|thing|item) (?:was|were|is|are) (?:just |actually |only )?an? (?:\\w+ )?(?:gift|present)\\b(?! (?:card|voucher|for (?:my|a|an|him|her|them|someone|somebody|our)\\b))|\\bas an? (?:\\w+ )?(?:gift|present) from\\b|\\b(?:gift|present) from (?:my|a|an|some)\\b",
  `\\b(?:my|our|a|an)? ?${relative.en} (?:\\w+ )?(?:ordered|bought|purchased|got|gave|gifted|sent) (?:it|this|that|them|these|those|me|us|the|a|an)\\b|\\b(?:bought|ordered|purchased) by (?:my|a|an|someone|somebody)\\b`,
  // German
  "\\bgeschenkt (?:bekommen|gekriegt)\\b|\\b(?:bekam|bekommen|gekriegt|kriegte)\\b.{0,40}\\b(?:geschenkt|zum geburtstag|zu weihnachten|zur hochzeit|als geschenk)\\b|\\b(?:als geschenk|geschenkt|zum geburtstag|zu weihnachten)\\b.{0,30}\\b(?:bekommen|erhalten|gekriegt)\\b|\\bgeschenk (?:von|meiner|meines)\\b|\\b(?:mir|uns) .{0,20}\\bgeschenkt\\b|\\bungewolltes geschenk\\b",
  `\\b(?:war|ist|waren) (?:nur |eigentlich )?ein(?:e)? (?:\\w+)?geschenk\\b(?! fur)`,
  `\\b(?:meine?|unsere?|eine?)? ?${relative.de} (?:hat|haben|hatte)\\b.{0,40}\\b(?:bestellt|gekauft|geschenkt)\\b|\\b(?:hat|haben)\\b.{0,15}\\b(?:meine?|jemand)\\b.{0,30}\\b(?:bestellt|gekauft|geschenkt)\\b|\\bvon (?:meine[rmn]|jemand\\w*|einer|einem)\\b.{0,25}\\b(?:bestellt|gekauft|geschenkt)\\b`,
  // French
  "\\b(?:on m'a|on nous a|m'a ete|nous a ete)\\b.{0,30}\\b(?:offert\\w*|donnee?s?)\\b|\\b(?:j'ai|nous avons|on a) (?:recue?s?|eue?s?)\\b.{0,40}\\b(?:en cadeau|comme cadeau|pour (?:mon anniversaire|noel)|a noel)\\b|\\b(?:c'est|c'etait|il s'agit d'|il s'agissait d')\\s?un cadeau\\b(?! pour)|\\bcadeau de (?:ma|mon|mes|la part)\\b|\\brecue?s? en cadeau\\b|\\bcadeau non desire\\b",
  `\\b(?:ma|mon|mes|un|une)? ?${relative.fr} (?:me |nous |l'|les |m'|nous l')?\\s?(?:la |le |l'|les )?(?:l'a|l'ont|m'a|m'ont|a|ont)\\b.{0,25}\\b(?:commandee?s?|achetee?s?|offert\\w*|prise?s?)\\b`,
  // Spanish
  "\\b(?:me|nos) (?:lo|la|los|las)? ?(?:han regalado|regalaron|regalo|dieron de regalo|ha regalado)\\b|\\b(?:recibi|recibimos|me llego|me dieron)\\b.{0,40}\\b(?:de regalo|como regalo|por mi cumpleanos|por navidad|por reyes)\\b|\\b(?:es|era|fue) un regalo\\b(?! para)|\\bregalo (?:de|por parte de) (?:mi|mis|un|una)\\b|\\bregalo no deseado\\b",
  `\\b(?:mi|mis|un|una)? ?${relative.es} (?:me |nos )?(?:lo |la |los |las )?(?:pidio|pidieron|compro|compraron|encargo|ha pedido|ha comprado|han comprado|regalo|hizo el pedido)\\b`,
  // Portuguese
  "\\b(?:ganhei|ganhamos|recebi|recebemos|deram me|me deram)\\b.{0,40}\\b(?:de presente|como presente|de aniversario|de natal|no natal|no meu aniversario)\\b|\\b(?:e|era|foi) um presente\\b(?! para)|\\bpresente (?:da|do|dos|das|de) (?:minha|meu|meus|minhas|uma?)\\b|\\bme presentear\\w*\\b|\\b(?:foi|me foi) (?:oferecid[oa]|dad[oa] a mim)\\b",
  `\\b(?:minha|meu|a minha|o meu|uma?)? ?${relative.pt} (?:que )?(?:me |nos )?(?:pediu|encomendou|comprou|compraram|encomendaram|ofereceu|deu)\\b`,
  // Italian
  "\\b(?:mi|ci) (?:e stat[oa]|sono stat[ie]|hanno|ha) (?:regalat[oaie]|fatto un regalo)\\b|\\bme l[oa]? ?'?(?:hanno|ha) regalat[oa]\\b|\\b(?:ho|abbiamo) (?:ricevut[oa]|avut[oa])\\b.{0,40}\\b(?:in regalo|come regalo|per (?:il mio )?compleanno|per natale|a natale)\\b|\\b(?:e|era|e stato) un regalo\\b(?! per)|\\bregalo (?:di|da|della|del|dei) (?:mia|mio|miei|un|una|parte)?\\b|\\bregalo (?:non gradito|indesiderato)\\b",
  `\\b(?:mia|mio|i miei|una?)? ?${relative.it} (?:me |mi |ce )?(?:l'|lo |la |li |le )?\\s?(?:ha|hanno) (?:ordinat[oaie]|comprat[oaie]|acquistat[oaie]|regalat[oaie])\\b|\\bordinat[oa] da (?:mia|mio|una?|qualcun)\\b`,
  // Dutch
  "\\b(?:cadeau|kado) (?:gekregen|gehad|ontvangen|van (?:mijn|een|iemand))\\b|\\b(?:kreeg|gekregen|ontving|ontvangen)\\b.{0,40}\\b(?:cadeau|kado|voor mijn verjaardag|met kerst|voor kerst|voor sinterklaas)\\b|\\b(?:als|voor) (?:cadeau|kado)\\b.{0,20}\\b(?:gekregen|ontvangen)\\b|\\b(?:was|is|waren) een (?:cadeau(?:tje)?|kado(?:otje)?)\\b(?! voor)|\\bongewenst (?:cadeau|kado)\\b",
  `\\b(?:mijn|een|onze)? ?${relative.nl} (?:heeft|hebben|had)\\b.{0,30}\\b(?:besteld|gekocht|gegeven)\\b|\\bdoor (?:mijn|iemand|een)\\b.{0,20}\\b(?:besteld|gekocht)\\b`,
].map((pattern) => new RegExp(pattern, "u"));
/** Not who bought it. Said of a thing that came by mistake it sounds the same. */
const notBuyer = [
  "\\b(?:i|we) (?:did not|didn'?t|have not|haven'?t|never) (?:buy|bought|order|ordered|purchase|purchased|pay for|paid for)(?: it| this| that| them| these| anything)?\\b(?! (?:yet|a refund))|\\bi'?m not the (?:buyer|one who (?:bought|ordered))",
  "\\b(?:ich|wir|hab|habe|haben)\\b.{0,35}\\b(?:nicht|nie)\\b.{0,15}\\b(?:selbst |selber )?(?:bestellt|gekauft|bezahlt)\\b|\\bnicht (?:von mir|ich)\\b.{0,15}\\b(?:bestellt|gekauft)\\b|\\bnicht der kaufer\\b|\\bnicht die kauferin\\b|\\bjemand ander\\w+ (?:hat )?.{0,15}(?:bestellt|gekauft)\\b",
  "\\b(?:je|nous) (?:ne |n')?(?:l'|les |nous l'|ne l')?\\s?(?:ai|avons)? ?(?:pas|jamais) (?:moi[ -]meme )?(?:achetee?s?|commandee?s?|payee?s?)\\b|\\b(?:n'ai|l'ai) pas (?:achetee?s?|commandee?s?)\\b|\\bce n'est pas moi qui\\b|\\bpas (?:l'acheteur|l'acheteuse)\\b",
  "\\byo no (?:lo|la|los|las)? ?(?:compre|pedi|pague|he comprado|he pedido)\\b|\\bno (?:lo|la|los|las) (?:compre|pedi|he comprado|he pedido)(?: yo)?\\b|\\bno (?:compre|pedi) yo\\b|\\bno soy (?:el|la|quien) (?:comprador|compradora|lo compro|lo pidio)\\b|\\blo compro (?:otra persona|alguien)\\b",
  "\\b(?:eu )?nao (?:fui eu (?:que|quem)|comprei|encomendei|paguei|fiz (?:o|este) pedido)\\b|\\bnao sou (?:o|a|quem) (?:comprador|compradora|comprou)\\b|\\boutra pessoa (?:comprou|encomendou)\\b",
  "\\b(?:io )?non (?:l'?|lo |la )?\\s?(?:ho|abbiamo) (?:comprat[oa]|ordinat[oa]|acquistat[oa]|pagat[oa])\\b|\\bnon sono (?:io|stat[oa]) (?:ad? |l'|che )?\\s?(?:\\w+)?(?:comprat|ordinat|acquirente|ordinar|comprar)\\w*\\b|\\bnon sono l'acquirente\\b",
  "\\b(?:ik|wij) heb(?:ben)?\\b.{0,20}\\b(?:niet|nooit)\\b.{0,10}\\b(?:zelf )?(?:besteld|gekocht|betaald)\\b|\\bniet (?:zelf|door mij) (?:besteld|gekocht)\\b|\\bben niet de koper\\b|\\biemand anders heeft\\b",
].map((pattern) => new RegExp(pattern, "u"));
/** A card is not a thing that was given, and news of "never ordered" belongs to whoever was charged. */
const others =
  /\b(?:gift ?(?:card|voucher|certificate)|geschenk ?(?:karte|gutschein)|cartes? cadeaux?|tarjeta (?:de )?regalo|cartao[ -]presente|vale[ -]presente|carta regalo|buono regalo|cadeau ?(?:bon|kaart))|\b(?:charged|fraud|abgebucht|belastet|debitee?|prelevee?|cobrado|cobrada|addebitat\w*|afgeschreven|betrug|fraude|frode)\b/u;
/** What is to become of it: sent back, changed, money or credit for it. */
const back = new RegExp(
  [
    "\\b(?:return\\w*|send (?:it|this|that|them|these|the \\w+) back|give (?:it|this|them) back|bring (?:it|this|them) back|exchang\\w*|swap\\w*|change (?:it|this|them|the)|another size|different size|refund\\w*|take (?:it|this|them) back)\\b",
    "\\b(?:zuruck\\w*|retour\\w*|rucksend\\w*|ruckgab\\w*|umtausch\\w*|umgetauscht|tauschen|eintausch\\w*|andere (?:grosse|farbe))\\b",
    "\\b(?:retour\\w*|renvoy\\w*|rendre|echang\\w*|changer|autre taille)\\b",
    "\\b(?:devol\\w*|devuelv\\w*|cambi\\w*|otra talla)\\b",
    "\\b(?:devol\\w*|troc\\w*|outro tamanho)\\b",
    "\\b(?:restitu\\w*|ridare|rimandare|rend\\w*|reso|resi|scambi\\w*|altra taglia)\\b",
    "\\b(?:retour\\w*|terug\\w*|ruil\\w*|omruil\\w*|andere maat)\\b",
  ].join("|"),
  "u",
);
const longest = 600;

const saysAny = (patterns: RegExp[], text: string): boolean => {
  const folded = foldedWords(text);
  return folded.length <= longest && patterns.some((one) => one.test(folded)) && !others.test(folded);
};

/** Whether these words say that whoever writes was given the thing, or who has bought it for them. */
export const saysGiven = (text: string): boolean => saysAny(given, text);

/** A gift by its name, or as what was given to somebody. */
const gift = /\b(?:gifts?|presents?|gifted|given|gave|geschenk\w*|cadeaux?|offert\w*|regal\w+|presente\w*|oferec\w+|cadeau\w*|kado\w*)\b/u;

/** Whether they name it as a gift, and not only who of a household has ordered it. */
export const namesGift = (text: string): boolean => gift.test(foldedWords(text));

/** Whether they say that another has bought it: to be asked only where it is asked who has. */
export const saysNotBuyer = (text: string): boolean => saysAny(notBuyer, text);

/** Whether they also say that the thing is to go back or to be changed. */
export function wantsBack(text: string): boolean {
  const folded = foldedWords(text);
  return folded.length <= longest && back.test(folded);
}
