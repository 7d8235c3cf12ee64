import { fold } from "../item-words.ts";

/** "It says delivered, but I have nothing", in the seven languages; folded, without accents. */
const sayings = [
  /\b(not|never|havent|haven t|hasnt|hasn t|didnt|didn t|nothing|isn t|isnt) (\w+ ){0,3}(received|receive|arrived|arrive|come|came|here|get|got|gotten|there)\b/,
  /\b(don t|dont|do not) have (it|the|my|any)\b|\bnever (got|came)\b|\bno parcel\b|\bparcel is missing\b|\bwhere is it then\b/,
  /\b(nicht|nichts|nie|kein|keine) (\w+ ){0,3}(bekommen|erhalten|angekommen|da|gekommen|hier)\b|\bfehlt\b/,
  /\b(pas|jamais|rien) (\w+ ){0,3}(recu|arrive|eu)\b/,
  /\b(no|nunca|nada) (\w+ ){0,3}(recibi\w*|llego|llegado|tengo|ha llegado)\b/,
  /\b(nao|nunca|nada) (\w+ ){0,3}(recebi|recebeu|chegou|chegaram|tenho)\b/,
  /\b(non|mai|nulla|niente) (\w+ ){0,3}(ricevut\w|arrivat\w|ho)\b/,
  /\b(niet|niets|nooit|geen) (\w+ ){0,3}(ontvangen|gekregen|aangekomen|binnen|gezien)\b/,
];

/** Whether the shopper says that a parcel did not reach them. Only means something once it is reported as delivered. */
export function saysNotReceived(text: string): boolean {
  const folded = fold(text.replace(/[’']/g, " "));
  return sayings.some((saying) => saying.test(folded));
}
