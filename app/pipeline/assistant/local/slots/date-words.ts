import { type Language, languages } from "#app/channels/message.ts";
import { evenPhrases, foldEvenly } from "./line.ts";

const monthNames = [
  "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari",
  "february feb februar févr février fevr febrero fevereiro fev febbraio febr februari",
  "march mar märz mär maerz mars marzo março maart mrt",
  "april apr avril avr abril abr aprile",
  "may mai mayo maio maggio mag mei",
  "june jun juni juin junio junho giugno giu",
  "july jul juli juillet juil julio julho luglio lug",
  "august aug août aout agosto ago augustus",
  "september sep sept septembre septiembre setiembre setembro set settembre",
  "october oct oktober okt octobre octubre outubro out ottobre ott",
  "november nov novembre noviembre novembro",
  "december dec dezember dez décembre déc diciembre dic dezembro dicembre",
];
const months = new Map<string, number>();
monthNames.forEach((list, at) => {
  for (const name of foldEvenly(list).split(" ")) months.set(name, at + 1);
});
/** The month from 1 that a folded word names. */
export const monthOf = (word: string): number | undefined => months.get(word);
export const monthPattern = [...months.keys()].sort((a, b) => b.length - a.length).join("|");
/** Are also words that follow a figure ("2 set", "5 out of 10"); there only in the language that means a month. */
export const onlyIn: Record<string, Language[]> = {
  set: ["pt", "it"],
  out: ["pt"],
  mar: ["en", "es", "pt", "it"],
  mag: ["it"],
  gen: ["it"],
  ago: ["es", "pt", "it"],
  lug: ["it"],
};

const weekdayNames = [
  "sunday sonntag dimanche domingo domenica zondag",
  "monday montag lundi lunes segunda-feira lunedì maandag",
  "tuesday dienstag mardi martes terça-feira martedì dinsdag",
  "wednesday mittwoch mercredi miércoles quarta-feira mercoledì woensdag",
  "thursday donnerstag jeudi jueves quinta-feira giovedì donderdag",
  "friday freitag vendredi viernes sexta-feira venerdì vrijdag",
  "saturday samstag sonnabend samedi sábado sabato zaterdag",
];
const weekdays = new Map<string, number>();
weekdayNames.forEach((list, at) => {
  for (const name of foldEvenly(list).split(" ")) weekdays.set(name, at);
});
["segunda feira", "terca feira", "quarta feira", "quinta feira", "sexta feira"].forEach((name, at) => {
  weekdays.set(name, at + 1);
});
/** The weekday from 0 (Sunday) that a folded word names. */
export const weekdayOf = (word: string): number | undefined => weekdays.get(word);
export const weekdayPattern = [...weekdays.keys()].sort((a, b) => b.length - a.length).join("|");
/** "Na segunda", "até sexta": Brazil leaves out "-feira"; alone the words count things. */
export const shortWeekday = evenPhrases(
  "(?:na|até|nesta|última|próxima|passada|desde)\\s(?:a\\s)?(?:última\\s|próxima\\s)?(segunda|terça|quarta|quinta|sexta)(?:\\spassada)?|(segunda|terça|quarta|quinta|sexta)(?=\\spassada)",
  "gu",
);
export const shortWeekdays = ["segunda", "terca", "quarta", "quinta", "sexta"];

/** Days from today. Longer words stand before those that they hold. */
const relative: [days: number, words: string][] = [
  [
    -2,
    "the day before yesterday|day before yesterday|vorgestern|avant-hier|avant hier|anteayer|antes de ayer|antier|anteontem|antes de ontem|l'altro ieri|altro ieri|avantieri|ieri l'altro|eergisteren",
  ],
  [
    2,
    "the day after tomorrow|day after tomorrow|übermorgen|uebermorgen|après-demain|après demain|pasado mañana|depois de amanhã|dopodomani|overmorgen",
  ],
  [-1, "yesterday|last night|gestern|ayer|anoche|ontem|ieri|gisteren|gisteravond"],
  [1, "tomorrow|tmrw|demain|amanhã|domani"],
  [
    0,
    "today|tonight|this morning|heute morgen|heute früh|heute|aujourd'hui|ce matin|ce soir|hoy|esta mañana|hoje|hoje de manhã|oggi|stamattina|vandaag|vanmorgen|vanavond",
  ],
];
export const relativeDays = relative.map(([days, words]) => ({ days, pattern: evenPhrases(words) }));
/** Mean a day in some languages only, and there not behind these words ("guten Morgen", "por la mañana"). */
export const relativeIn: Partial<Record<Language, { days: number; pattern: RegExp }[]>> = {
  fr: [{ days: -1, pattern: evenPhrases("hier") }],
  de: [{ days: 1, pattern: /(?<!(?:guten?|am|jeden|schonen|heute|gestern|diesen)\s{1,3})(?<![\p{L}\p{N}-])morgen(?![\p{L}\p{N}-])/u }],
  nl: [{ days: 1, pattern: /(?<!(?:goede|goeie|iedere|elke|deze|'s|per)\s{1,3})(?<![\p{L}\p{N}-])morgen(?![\p{L}\p{N}-])/u }],
  es: [{ days: 1, pattern: /(?<!(?:la|esta|buena|una|cada|pasado)\s{1,3})(?<![\p{L}\p{N}])manana(?![\p{L}\p{N}])/u }],
};

export const countWords: Record<string, number> = Object.fromEntries(
  Object.entries({
    1: "a an one ein einem einer eine un une uno una um uma een",
    2: "two zwei deux dos dois duas due twee couple",
    3: "three drei trois tres três tre drie",
    4: "four vier quatre cuatro quatro quattro",
    5: "five fünf cinq cinco cinque vijf",
    6: "six sechs seis sei zes",
    7: "seven sieben sept siete sete sette zeven",
    8: "eight acht huit ocho oito otto",
    9: "nine neun neuf nueve nove negen",
    10: "ten zehn dix diez dez dieci tien",
  }).flatMap(([count, words]) =>
    foldEvenly(words)
      .split(" ")
      .map((word) => [word, Number(count)]),
  ),
);
export const countPattern = Object.keys(countWords)
  .sort((a, b) => b.length - a.length)
  .join("|");
/** Days in a unit; months are counted by the calendar. */
export const units: [unit: "day" | "week" | "month", words: string][] = [
  ["day", "days?|tage?n?|jours?|días?|giorn[oi]|dag(?:en)?"],
  ["week", "weeks?|wochen?|semaines?|semanas?|settiman[ae]|we[e]?ke?n?"],
  ["month", "months?|monate?n?|mois|mes(?:es)?|mês|mes[ei]|maand(?:en)?"],
];

/** Said of what is over, and of what is to come; where neither is said the nearer day is meant. */
const tenses: Record<Language, { past: string; future: string }> = {
  en: {
    past: "last|past|ordered|bought|arrived|received|came|got|since|from|was|were|delivered|sent|returned|paid|placed|did|had|has|have been",
    future: "next|until|till|by|before|coming|will|arrive|deliver|expect\\w*|going to",
  },
  de: {
    past: "letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?|bestellt|gekauft|angekommen|bekommen|erhalten|geliefert|seit|vom|war|wurde|hatte|kam|habe|geschickt|gesendet|bezahlt",
    future: "nächste[nrsm]?|naechste[nrsm]?|kommende[nrsm]?|bis|spätestens|vor|wird|werde|ankommen|kommt|soll|sollte",
  },
  fr: {
    past: "dernière?|passée?|commandé\\w*|acheté\\w*|reçu\\w*|arrivée?s?|livré\\w*|depuis|du|était|j'ai|envoyé\\w*|payé\\w*",
    future: "prochaine?|jusqu'à|jusqu'au|d'ici|avant|sera|serai|arrivera|arriver|pour",
  },
  es: {
    past: "pasad[oa]|últim[oa]|pedí|compré|recibí|llegó|llegado|desde|fue|del|hice|envié|pagué|he|ha",
    future: "próxim[oa]|que viene|hasta|antes del?|para el|llegará|llegue|llega|será|estaré",
  },
  pt: {
    past: "passad[oa]|últim[oa]|comprei|pedi|recebi|chegou|foi|fiz|enviei|paguei|encomendei|do|da|desde|veio",
    future: "próxim[oa]|até|antes d[eo]|para|chegará|chega|será|vou|que vem",
  },
  it: {
    past: "scors[oa]|passat[oa]|ultim[oa]|ordinato|comprato|ricevuto|arrivat[oaie]|consegnat[oaie]|dal?|era|del|ho|spedito|pagato",
    future: "prossim[oa]|entro|prima d[ie]l?|fino a[l]?|arriverà|arriva|sarà|sarò",
  },
  nl: {
    past: "afgelopen|vorige|laatste|besteld|gekocht|gekregen|ontvangen|aangekomen|geleverd|sinds|was|werd|verstuurd|betaald|heb|kwam",
    future: "volgende|komende|aanstaande|tot|uiterlijk|vóór|voor|wordt|aankomen|komt",
  },
};
export const past = inEach(({ past }) => past);
export const future = inEach(({ future }) => future);

function inEach(read: (one: { past: string; future: string }) => string): Record<Language, RegExp> {
  return Object.fromEntries(languages.map((language) => [language, evenPhrases(read(tenses[language]), "gu")])) as Record<Language, RegExp>;
}

/** Where these stand anywhere in a sentence, its day is to come. */
export const needed = evenPhrases("need|needs|brauche|brauchen|bräuchte|besoin|necesito|necesitamos|preciso|precisamos|mi serve|nodig");
/** Says "this figure is a day" before one without a year. */
export const dayCue = evenPhrases(
  "on|by|until|since|from|before|dated|of|am|bis|seit|vom|zum|ab|der|den|le|du|au|avant|jusqu'au|depuis|el|del|al|hasta|día|dia|desde|em|no|até|de|do|il|dal|al|entro|del|op|tot|sinds|van|vanaf",
);
