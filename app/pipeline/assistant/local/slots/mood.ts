import type { Mood } from "#app/pipeline/assistant/model.ts";

/** Folded stems; each stands at the beginning of a word. */
const furious =
  "furious outrag disgust scam fraud liar lied useless idiot stupid pathetic wtf fuck shit damn bullshit rip-?off worst unacceptable ridiculous lawyer sue police crap " +
  "stinksauer wutend frechheit unverschamt betrug betruger abzocke verarsch scheiss schweinerei unfahig anwalt lacherlich saftladen katastroph idioten gelogen " +
  "furieu scandal arnaque escroc honteu inadmissible incapable menteu merde avocat ridicul foutre foutez " +
  "furios estafa indignant inaceptable inutil mentir mentid mierda abogado verguenza denunci joder timador " +
  "furios burla golpist inaceitavel palhacad vergonh advogado merda incompetent mentira " +
  "furios truffa truffator inaccettabil vergogn schifo merda avvocato incapac scandalos " +
  "woedend oplicht schandalig belachelijk onacceptabel waardelo klote kut advocaat leugen";
const upset =
  "annoy disappoint upset unhappy frustrat fed\\sup sick\\sof tired\\sof terrible horrible awful angry dissatisf " +
  "enttausch genervt nervt verarger arger unzufrieden sauer schlimm furchtbar mies reicht\\sjetzt schlecht " +
  "decu enerve mecontent marre agac insatisfait lamentable pire colere " +
  "decepcion enfad molest hart[oa]\\b descontent pesim cabread peor " +
  "desilud chatead irritad fart[oa]\\b pessim decec decepcion pior " +
  "delus arrabbiat stuf[oa]\\b insoddisf pessim scontent seccat peggior " +
  "teleurgesteld boos geirriteerd ontevreden balen slecht zat\\b kwaad";
const impatience =
  /\b(?:third time|again and again|for weeks|zum dritten mal|seit wochen|schon wieder|troisieme fois|depuis des semaines|tercera vez|terceira vez|terza volta|derde keer|al weken|still no answer|immer noch keine antwort)\b/;

const furiousPattern = new RegExp(`(?:^|[^\\p{L}])(?:${furious.split(" ").join("|")})`, "u");
const upsetPattern = new RegExp(`(?:^|[^\\p{L}])(?:${upset.split(" ").join("|")})`, "u");
const shoutedWords = 2;

/** How the shopper sounds. Shouting alone is annoyed; shouting on top of annoyed words is angry. */
export function parseMood(text: string, folded: string): Mood {
  if (furiousPattern.test(folded)) return "angry";
  const loud = isShouted(text) || /!{3,}|[!?]{4,}|[😡🤬]/u.test(text);
  if (upsetPattern.test(folded)) return loud ? "angry" : "annoyed";
  return loud || impatience.test(folded) || /[😠😤]/u.test(text) ? "annoyed" : "calm";
}

function isShouted(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase()).length;
  return loud >= shoutedWords && loud * 2 > words.length;
}
