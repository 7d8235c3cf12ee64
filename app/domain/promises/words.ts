import type { Language } from "#app/channels/message.ts";

export const promiseKinds = ["answer", "refund", "label", "exchange", "shipment", "other"] as const;
/** What is promised. The first kind of this order whose words stand in a clause is meant: "we write about your refund" is an answer. */
export type PromiseKind = (typeof promiseKinds)[number];

/** How one language promises. Everything is matched against folded text: lower case, without accents. */
export type PromiseWords = {
  /** We, somebody of ours, or what the shopper gets: whose doing it is. */
  ours: RegExp;
  /** Negations, conditions, habits, guesses, the past, requests, and what banks and carriers do. */
  never: RegExp;
  /** Begins a condition. Anywhere in a sentence it takes the promise out of our hands. */
  condition: RegExp;
  /** This shopper's own thing; without it "we ship within 2 days" is how the shop works, not a promise to somebody. */
  personal: RegExp;
  kinds: Record<PromiseKind, RegExp>;
  /** Where a new clause begins with a subject of its own. */
  clause: RegExp;
  days: { today: RegExp; tomorrow: RegExp; dayAfter: RegExp; weekEnd: RegExp; nextWeek: RegExp };
  /** Parts of expressions. `dated` stands before a date in figures; null where nobody knows which is the month. */
  parts: {
    within: string;
    minutes: string;
    hours: string;
    days: string;
    weeks: string;
    workingDays: string;
    before: string;
    dated: string | null;
  };
  numbers: string[];
};

const en: PromiseWords = {
  ours: /\b(?:i|we)(?:'ll| will| shall|'m going to|'re going to| am going to| are going to)\b|\b(?:team|someone|somebody|colleague|warehouse)(?:'ll| will| is going to)\b|\byou(?:'ll| will) (?:\w+ )?(?:have|get|receive|hear)\b|\b(?:it|they|money|refund|order|parcel|package|replacement|exchange|label|answer|reply|dress)(?:'ll| will) (?:be|go|ship|leave|reach|follow|come)\b|\b(?:it|order|parcel|package|replacement|exchange|dress) (?:ships|goes out|leaves)\b/,
  never:
    /\b(?:not|never|no|cannot|\w+n't|unless|if|once|when|after|as soon as|usually|normally|typically|generally|probably|maybe|perhaps|might|may (?:be|take|have)|could|would|should|hope|try|expect\w*|estimate\w*|bank|carrier|depend\w*|yesterday|ago|last|said|told|promised|please|you (?:sent|ordered|returned|bought|wrote))\b/,
  condition: /\b(?:if|once|when|unless|as soon as|after|provided)\b/,
  personal:
    /\b(?:you|your|it|them|this|(?:the|my) (?:refund|money|order|parcel|package|replacement|exchange|label|dress)|(?:order|parcel|refund|money) will)\b/,
  kinds: {
    answer: /\b(?:answer|repl(?:y|ies)|call|phone|get back|come back to you|hear|let you know|write|email|update|touch|contact|tell)\b/,
    refund: /\b(?:refund\w*|reimburse\w*|money|pay (?:you|it) back)\b/,
    label: /\blabels?\b/,
    exchange: /\b(?:exchange\w*|replacement|replace|swap)\b/,
    shipment: /\b(?:ships?|shipped|dispatch\w*|send|sent|goes out|go out|leaves?)\b/,
    other: /\b(?:check|look (?:into|at)|ask|find out|arrange|fix|repair|cancel|change|sort|investigate|take care)\b/,
  },
  clause: /(?:,|;|:| -|\band\b|\bbut\b|\bso\b)\s+(?:and |but |so )?(?=(?:i|we|you|our|it|they|the|your)\b)/,
  days: {
    today: /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/,
    tomorrow: /\btomorrow\b/,
    dayAfter: /\b(?:the )?day after tomorrow\b/,
    weekEnd: /\b(?:end of (?:the|this) week|(?:later )?this week)\b/,
    nextWeek: /\bnext week\b/,
  },
  parts: {
    within: "within(?: the next)?|in(?: less than| under| the next)?",
    minutes: "minutes?|mins?",
    hours: "hours?|h",
    days: "days?",
    weeks: "weeks?",
    workingDays: "(?:business|working|work) days?",
    before: "before ",
    dated: null,
  },
  numbers: ["an?|one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
};

const de: PromiseWords = {
  ours: /\b(?:ich|wir|team|lager|kundenservice|jemand|kolleg\w+)\b|\b(?:du|sie) (?:\w+ )?(?:hast|haben|bekommst|bekommen|erhaltst|erhalten|horst|horen)\b|\b(?:bekommst|erhaltst|hast|horst) du\b|\b(?:bekommen|erhalten|haben|horen) sie\b|\b(?:es|geld|erstattung|ruckerstattung|bestellung|paket|ersatz|umtausch|etikett|label|antwort|kleid)\b.*\b(?:geht|wird|kommt)\b|\b(?:geht|wird|kommt) (?:es|(?:das|dein|ihr) (?:geld|paket|kleid)|(?:die|deine|ihre) \w+)\b/,
  never:
    /\b(?:nicht|nie|niemals|kein\w*|wenn|falls|sobald|nachdem|nach (?:eingang|erhalt|ankunft|dem|der)|normalerweise|meist\w*|in der regel|ublicherweise|gewohnlich|vielleicht|wahrscheinlich|vermutlich|voraussichtlich|konnte\w*|wurde\w*|sollte\w*|hoff\w*|versuch\w*|bank|gestern|vor \w+|letzte\w*|hatte\w*|war|waren|bitte\w*|musst|mussen)\b|\b(?:habe|haben|hat|ist|sind|bist)\b.*\b(?:verschickt|versendet|versandt|geschickt|erstattet|uberwiesen|geschrieben|geantwortet|gemeldet|angerufen|gegangen|gepruft|umgetauscht|geklart)\b/,
  condition: /\b(?:wenn|falls|sobald|nachdem)\b/,
  personal:
    /\b(?:dir|dich|dein\w*|ihnen|ihr\w*|euch|euer\w*|es|sie|ihn|du|(?:das|die|den) (?:geld|paket|kleid|bestellung|erstattung|ersatz|etikett|label))\b/,
  kinds: {
    answer:
      /\b(?:meld\w*|antwort\w*|ruf\w* .*\b(?:an|zuruck)|(?:an|zuruck)(?:zu)?rufen|schreib\w*|bescheid|hor\w*|kontaktier\w*|informier\w*|geb\w* .*ruckmeldung)\b/,
    refund: /\b(?:\w*erstatt\w*|geld|uberweis\w*|gutschrift|zuruckzahl\w*)\b/,
    label: /\b(?:\w*etikett\w*|\w*label|rucksendeschein|retourenschein)\b/,
    exchange: /\b(?:umtausch\w*|tausch\w*|ersatz\w*)\b/,
    shipment: /\b(?:versend\w*|verschick\w*|schick\w*|abschick\w*|versand|geht .*\b(?:raus|los|auf die reise))\b/,
    other: /\b(?:klar\w*|pruf\w*|kummer\w*|frag\w*|reparier\w*|stornier\w*|schau\w*)\b/,
  },
  clause: /(?:,|;|:| -|\bund\b|\baber\b)\s+(?:und |aber )?(?=(?:ich|wir|du|sie|unser|das|dein|dann (?:ich|wir))\b)/,
  days: {
    today: /\bheute\b/,
    tomorrow: /\bmorgen\b/,
    dayAfter: /\bubermorgen\b/,
    weekEnd: /\b(?:ende (?:der|dieser) woche|(?:noch )?diese woche)\b/,
    nextWeek: /\b(?:nachste[rn]?|kommende[rn]?) woche\b/,
  },
  parts: {
    within: "innerhalb(?: von| der nachsten)?|binnen|in(?: den nachsten)?",
    minutes: "minuten?",
    hours: "stunden?|std\\.?|h",
    days: "tage?n?",
    weeks: "wochen?",
    workingDays: "(?:werk|arbeits)tage?n?",
    before: "vor ",
    dated: "bis(?: zum)?|am|zum",
  },
  numbers: ["eine[rmns]?|ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn"],
};

const fr: PromiseWords = {
  ours: /\b(?:je|j'|nous|on|equipe|quelqu'un|collegue|entrepot)(?:\b|(?<='))|\bvous (?:aurez|recevrez|serez|allez)\b|\btu (?:auras|recevras|seras|vas)\b|\b(?:il|elle|remboursement|argent|colis|commande|etiquette|echange|article|robe|reponse)\b.*\b(?:sera|part|partira)\b/,
  never:
    /\b(?:ne|pas|jamais|aucun\w*|si|s'il|lorsque|quand|des que|apres|une fois|generalement|normalement|en general|habituellement|d'habitude|peut-etre|probablement|pourr\w+|devr\w+|esper\w*|essa\w+|banque|transporteur|hier|il y a|dernier\w*|ai|avons|avez|avait|a ete|ont ete|etait|veuillez|merci de|priere)\b|\bn'/,
  condition: /\b(?:si|s'il|s'ils|lorsque|quand|des que|une fois)\b/,
  personal: /\b(?:vous|votre|vos|te|toi|ton|ta|tes|il|elle|le colis|la commande|la robe|l'argent|l'etiquette)\b|\b(?:t'|l')/,
  kinds: {
    answer:
      /\b(?:repond\w*|reponse|rappel\w*|appel\w*|recontact\w*|contact\w*|rev(?:iens|ient|enons|iendr\w*|enir) vers|ecri\w*|tien\w* au courant|inform\w*|nouvelles)\b/,
    refund: /\b(?:rembours\w*|argent|virement|recredit\w*)\b/,
    label: /\betiquette\b/,
    exchange: /\b(?:echang\w*|remplac\w*)\b/,
    shipment: /\b(?:expedi\w*|envoi\w*|envoy\w*|enverr\w*|part|partira)\b/,
    other: /\b(?:verifi\w*|renseign\w*|occup\w*|regl\w*|annul\w*|repar\w*|demand\w*)\b/,
  },
  clause: /(?:,|;|:| -|\bet\b|\bmais\b)\s+(?:et |mais )?(?=(?:je|nous|vous|on|notre|votre|il|elle|tu)\b|j'|l')/,
  days: {
    today: /\b(?:aujourd'hui|ce (?:matin|soir)|cet apres-midi)\b/,
    tomorrow: /\bdemain\b/,
    dayAfter: /\bapres-demain\b/,
    weekEnd: /\b(?:(?:d'ici )?(?:la )?fin de (?:la|cette) semaine|cette semaine)\b/,
    nextWeek: /\bla semaine prochaine\b/,
  },
  parts: {
    within: "sous|dans(?: les| un delai de)?|d'ici|en(?: moins de)?|avant",
    minutes: "minutes?|min",
    hours: "heures?|h",
    days: "jours?",
    weeks: "semaines?",
    workingDays: "jours? (?:ouvres?|ouvrables?)",
    before: "avant ",
    dated: "(?:avant |d'ici )?le|d'ici au",
  },
  numbers: ["une?", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
};

const es: PromiseWords = {
  ours: /\b(?:yo|nosotros|equipo|alguien|companer[oa]|almacen)\b|\b\w+(?:remos|are|ere|ire)\b|\b(?:vamos|voy|va|vas) a\b|\b(?:te|le|les|os|lo|la) (?:lo |la )?\w+(?:mos|o)\b|\b(?:recibiras?|tendras?|recibes|tienes)\b|\b(?:sale|saldra|se envia|se enviara|sera)\b/,
  never:
    /\b(?:no|nao|nunca|jamas|ningun\w*|si(?!,)|cuando|una vez|despues|en cuanto|tras|normalmente|generalmente|por lo general|suel\w+|habitualmente|quizas?|tal vez|probablemente|podri\w+|deberi\w+|puede que|esper\w+|intent\w+|banco|transportista|ayer|hace|pasado|hemos|he \w+do|ha sido|fue|habia|por favor)\b|\b\w+amos\b.*\bel (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|\d+)\b/,
  condition: /\b(?:si(?!,)|cuando|una vez|en cuanto)\b/,
  personal:
    /\b(?:te|le|les|os|tu|tus|su|sus|ti|usted|lo|el (?:paquete|pedido|dinero|reembolso|vestido|cambio)|la etiqueta|recibiras?|tendras?)\b|\w+r(?:te|le|lo|la|telo|os)\b/,
  kinds: {
    answer: /\b(?:respond\w*|respuesta|contest\w*|llam\w*|escrib\w*|contact\w*|dire(?:mos)?|inform\w*|avis\w*|noticias)\b/,
    refund: /\b(?:reembols\w*|dinero|abon\w*|reintegr\w*)\b/,
    label: /\betiquetas?\b/,
    exchange: /\b(?:cambi\w*|reemplaz\w*|sustitu\w*)\b/,
    shipment: /\b(?:envi\w*|despach\w*|mand\w*|sale|saldra)\b/,
    other: /\b(?:revis\w*|comprob\w*|consult\w*|averigu\w*|ocup\w*|cancel\w*|repar\w*|arregl\w*|verific\w*)\b/,
  },
  clause: /(?:,|;|:| -|\by\b|\bpero\b)\s+(?:y |pero )?(?=(?:te|le|os|les|nosotros|yo|nuestro|el|la|vamos|voy|tu|recibiras|tendras)\b)/,
  days: {
    today: /\b(?:hoy|esta (?:tarde|noche))\b/,
    tomorrow: /\bmanana\b/,
    dayAfter: /\bpasado manana\b/,
    weekEnd: /\b(?:fin(?:al)?(?:es)? de (?:la|esta) semana|esta semana)\b/,
    nextWeek: /\b(?:la (?:proxima semana|semana que viene|semana proxima))\b/,
  },
  parts: {
    within: "dentro de|en(?: menos de| los proximos| las proximas| un plazo de)?|antes de",
    minutes: "minutos?|min",
    hours: "horas?|h",
    days: "dias?",
    weeks: "semanas?",
    workingDays: "dias? (?:habil(?:es)?|laborables?)",
    before: "antes del? ",
    dated: "(?:antes |a partir )?del?|el|para el",
  },
  numbers: ["una?", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"],
};

const it: PromiseWords = {
  ours: /\b(?:io|noi|team|qualcuno|collega|magazzino)\b|\b\w+(?:remo|aro|ero|iro)\b|\b(?:ti|le|vi|la|lo|te lo|ve lo|glielo) \w+(?:iamo|o)\b|\b(?:riceverai|avrai|ricevera|avra)\b|\b(?:sara|parte|partira)\b/,
  never:
    /\b(?:non|mai|nessun\w*|se(?!,)|quando|una volta|dopo|appena|di solito|normalmente|generalmente|in genere|solitamente|forse|probabilmente|potre\w*|dovre\w*|sper\w+|prov\w+|banca|corriere|ieri|fa|scors[oa]|ho|hai|abbiamo|e stat\w+|per favore|per cortesia)\b/,
  condition: /\b(?:se(?!,)|quando|una volta|appena)\b/,
  personal:
    /\b(?:ti|te|le|vi|lo|tuo|tua|tuoi|suo|sua|il (?:pacco|rimborso|vestito|denaro|cambio)|l'ordine|l'etichetta|riceverai|avrai|ricevera|avra)\b/,
  kinds: {
    answer: /\b(?:rispo\w*|richiam\w*|chiam\w*|scriv\w*|contatt\w*|sapere|inform\w*|notizie|aggiorn\w*)\b/,
    refund: /\b(?:rimbors\w*|soldi|denaro|accredit\w*)\b/,
    label: /\betichetta\b/,
    exchange: /\b(?:cambi\w*|sostitu\w*)\b/,
    shipment: /\b(?:sped\w*|invi\w*|mand\w*|parte|partira)\b/,
    other: /\b(?:verific\w*|controll\w*|chied\w*|occup\w*|annull\w*|ripar\w*|sistem\w*)\b/,
  },
  clause: /(?:,|;|:| -|\be\b|\bma\b)\s+(?:e |ma )?(?=(?:ti|le|vi|lo|noi|io|il|la|riceverai|avrai)\b)/,
  days: {
    today: /\b(?:oggi|stasera|questo pomeriggio)\b/,
    tomorrow: /\bdomani\b/,
    dayAfter: /\bdopodomani\b/,
    weekEnd: /\b(?:fine (?:della |di questa )?settimana|questa settimana)\b/,
    nextWeek: /\bla (?:prossima settimana|settimana prossima)\b/,
  },
  parts: {
    within: "entro|in(?: meno di)?|tra|fra|nel giro di|nei prossimi|nelle prossime",
    minutes: "minut[oi]|min",
    hours: "or[ae]|h",
    days: "giorn[oi]",
    weeks: "settiman[ae]",
    workingDays: "giorn[oi] (?:lavorativ[oi]|feriali)",
    before: "prima d(?:i|el) ",
    dated: "(?:entro )?il",
  },
  numbers: ["un'?|uno|una", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"],
};

const nl: PromiseWords = {
  ours: /\b(?:ik|wij|we|team|iemand|collega|magazijn)\b|\b(?:je|jij|u) (?:hebt|heeft|krijgt|ontvangt|hoort)\b|\b(?:krijg|ontvang|hoor|heb) (?:je|jij)\b|\b(?:krijgt|ontvangt|hoort|heeft) u\b|\b(?:het|geld|terugbetaling|bestelling|pakket|vervanging|label|antwoord|jurk)\b.*\b(?:gaat|wordt|komt|vertrekt)\b|\b(?:gaat|wordt|komt|vertrekt) (?:het|je|uw|de)\b/,
  never:
    /\b(?:niet|nooit|geen|als|wanneer|zodra|nadat|na ontvangst|meestal|normaal\w*|doorgaans|gewoonlijk|over het algemeen|misschien|waarschijnlijk|zou\w*|kunnen|hop\w*|hoop|probe\w*|bank|vervoerder|gisteren|geleden|vorige|was|werd|alstublieft|alsjeblieft|graag|moet\w*)\b|\b(?:heb|hebt|hebben|heeft|is|zijn)\b.*\b(?:verzonden|verstuurd|terugbetaald|geantwoord|gebeld|gemaild|gestuurd|geschreven|teruggestort)\b/,
  condition: /\b(?:als|wanneer|zodra|nadat)\b/,
  personal: /\b(?:je|jou|jouw|u|uw|jullie|het|hem|(?:de|het) (?:bestelling|pakket|geld|terugbetaling|label|vervanging|jurk))\b/,
  kinds: {
    answer:
      /\b(?:\w*antwoord\w*|bel|bellen|belt|contact|schrij\w+|laat .*weten|laten .*weten|hoor\w*|informe\w*|mailen|mail|kom\w* .*\bbij (?:je|u) terug|reageren|reageer)\b/,
    refund: /\b(?:terugbetal\w*|geld|betal\w* .*\bterug|terugstort\w*|stort\w* .*\bterug|restitu\w*)\b/,
    label: /\b\w*label\b/,
    exchange: /\b(?:omruil\w*|ruil\w*|vervang\w*)\b/,
    shipment: /\b(?:verzend\w*|verstu\w*|stuur\w*|sturen|de deur uit|vertrekt)\b/,
    other: /\b(?:kijk\w*|controle\w*|zoek\w* .*\buit|navraag|vraag|vragen|regel\w*|annule\w*|repare\w*)\b/,
  },
  clause: /(?:,|;|:| -|\ben\b|\bmaar\b)\s+(?:en |maar )?(?=(?:ik|wij|we|je|u|het|ons|de|dan)\b)/,
  days: {
    today: /\b(?:vandaag|vanmiddag|vanavond)\b/,
    tomorrow: /\bmorgen\b/,
    dayAfter: /\bovermorgen\b/,
    weekEnd: /\b(?:eind(?:e)? van (?:de|deze) week|deze week)\b/,
    nextWeek: /\bvolgende week\b/,
  },
  parts: {
    within: "binnen|in(?: minder dan| de komende)?|over",
    minutes: "minu(?:ut|ten)",
    hours: "u(?:ur|ren)",
    days: "dag(?:en)?",
    weeks: "we(?:ek|ken)",
    workingDays: "werkdag(?:en)?",
    before: "voor ",
    dated: "op|voor|tegen|uiterlijk(?: op)?",
  },
  numbers: ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"],
};

const pt: PromiseWords = {
  ours: /\b(?:eu|a gente|equipe|time|alguem|colega|estoque)\b|\b\w+(?:remos|arei|erei|irei)\b|\b(?:vamos|vou|vai)\b|\b(?:te|lhe|o|a|nos|voce) \w+(?:mos|o)\b|^\w+(?:amos|emos|imos)\b|\bvoce (?:recebe|recebera|tera)\b|\b(?:sera|sai|saira)\b/,
  never:
    /\b(?:nao|nunca|jamais|nenhum\w*|se|quando|assim que|depois|apos|caso|normalmente|geralmente|em geral|costum\w*|talvez|provavelmente|poderi\w+|deveri\w+|deve\w*|esper\w+|tent\w+|banco|transportadora|ontem|ha|passad[oa]|foi|foram|ja|por favor|havia)\b|\b\w+amos\b.*\b(?:na|no) (?:segunda|terca|quarta|quinta|sexta|sabado|domingo|dia)\b/,
  condition: /\b(?:se|quando|assim que|caso)\b/,
  personal:
    /\b(?:voce|te|lhe|seu|sua|seus|suas|ele|ela|o (?:pacote|pedido|reembolso|dinheiro|vestido)|a (?:etiqueta|troca))\b|\w+-(?:lo|la|lhe)\b/,
  kinds: {
    answer: /\b(?:respond\w*|resposta|lig(?:o|ar|amos|arei|aremos)|contat\w*|escrev\w*|avis\w*|inform\w*|retorn\w*|noticias)\b/,
    refund: /\b(?:reembols\w*|estorn\w*|dinheiro)\b/,
    label: /\betiquetas?\b/,
    exchange: /\b(?:troc\w*|substitu\w*)\b/,
    shipment: /\b(?:envi\w*|despach\w*|post(?:ar|amos|arei|aremos)|mand\w*|sai|saira)\b/,
    other: /\b(?:verific\w*|confer\w*|consult\w*|cuid\w*|resolv\w*|cancel\w*|consert\w*)\b/,
  },
  clause: /(?:,|;|:| -|\be\b|\bmas\b)\s+(?:e |mas )?(?=(?:eu|nos|a gente|voce|o|a|nossa|vamos|vou|te|lhe)\b)/,
  days: {
    today: /\b(?:hoje|esta (?:tarde|noite))\b/,
    tomorrow: /\bamanha\b/,
    dayAfter: /\bdepois de amanha\b/,
    weekEnd: /\b(?:fi(?:m|nal) d(?:a|esta) semana|esta semana)\b/,
    nextWeek: /\b(?:(?:na )?(?:proxima semana|semana que vem))\b/,
  },
  parts: {
    within: "dentro de|em(?: ate| menos de)?|ate|nas proximas|nos proximos|no prazo de",
    minutes: "minutos?|min",
    hours: "horas?|h",
    days: "dias?",
    weeks: "semanas?",
    workingDays: "dias? ute(?:is|l)|dias? util",
    before: "antes d[aeo] ",
    dated: "(?:ate )?(?:o |no )?dia|ate|em",
  },
  numbers: ["uma?", "dois|duas", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez"],
};

export const promiseWords: Record<Language, PromiseWords> = { en, de, fr, es, it, nl, pt };
