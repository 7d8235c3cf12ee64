import { foldedWords, giftCardWord } from "#app/domain/gift-cards/code.ts";

/** What asks for what is still on a card, in seven languages, on folded text. Prices and amounts of new cards must stay outside. */
const left = [
  "balance|\\b(?:how much|what|any|anything|money|credit|euros?|is there)\\b.{0,40}\\b(?:left|remain\\w*)\\b|\\b(?:left|remaining)\\b.{0,15}\\bon\\b",
  "\\bhow much\\b.{0,25}\\b(?:on|in) (?:my|this|the|it|that)\\b|\\bhow much (?:do i|does|money)\\b|\\bstill (?:has|have|on|money|credit)\\b|\\bwhat'?s? (?:is )?on (?:my|this)\\b",
  "\\b(?:rest)?guthaben\\b|\\brest(?:betrag|wert)\\b|\\bkontostand\\b|\\bubrig\\b|\\bwie ?viel\\b.{0,30}\\b(?:noch|drauf|drin|auf meine\\w*)\\b|\\bnoch (?:was|etwas|geld)\\b",
  "\\bsolde\\b|\\bil (?:me )?reste\\b|\\breste t il\\b|\\bmontant restant\\b|\\bcombien\\b.{0,30}\\b(?:sur|reste\\w*)\\b",
  "\\bsaldo\\b|\\bqueda\\w*\\b|\\bcuanto\\b.{0,25}\\b(?:tengo|tiene|hay|resta)\\b",
  "\\bresta\\w*\\b|\\bsobr(?:ou|a)\\b|\\bquanto\\b.{0,25}\\b(?:tenho|tem|ha|resta|falta)\\b",
  "\\bcredito residuo\\b|\\b(?:rimast|rimane|rest[ao])\\w*\\b|\\bquanto\\b.{0,25}\\b(?:c'e|ho|resta|rimane)\\b",
  "\\btegoed\\b|\\b(?:nog|hoeveel)\\b.{0,30}\\bover\\b|\\bhoeveel\\b.{0,25}\\b(?:staat|heb|zit)\\b",
].join("|");
const both = [
  new RegExp(`(?:${left}).{0,60}(?<![a-z])${giftCardWord}(?![a-z])`),
  new RegExp(`(?<![a-z])${giftCardWord}(?![a-z]).{0,60}(?:${left})`),
];
/** "Check my gift card", "is my gift card still valid": one's own, not cards as such. */
const mine = "(?:my|meine[nrms]?|mon|ma|mes|mi|mis|minha|meu|meus|minhas|mio|mia|miei|mie|mijn)";
const checked =
  "(?:check|still valid|expire\\w*|gultig|lauft ab|ablauf\\w*|valable|expir\\w*|valid[ao]|caduca\\w*|scad\\w*|geldig|verlo\\w*|prufen|verifier|comprobar|verificar|controllare|checken)";
const own = [
  new RegExp(`(?<![a-z])${checked}(?![a-z]).{0,30}(?<![a-z])${mine} ${giftCardWord}(?![a-z])`),
  new RegExp(`(?<![a-z])${mine} ${giftCardWord}(?![a-z]).{0,40}(?<![a-z])${checked}(?![a-z])`),
];

/** Whether these words ask what is left on a gift card of one's own. */
export function asksGiftCardBalance(text: string): boolean {
  const folded = foldedWords(text);
  return folded.length <= 400 && [...both, ...own].some((one) => one.test(folded));
}
