import { fold } from "../item-words.ts";

/** Words by which people say that they have sent a parcel, or name its number, in seven languages; accents are folded away. */
const saysSent =
  /\b(?:sent|posted|shipped|mailed|dropped it off|track|tracking|verschickt|abgeschickt|geschickt|versendet|abgegeben|aufgegeben|sendungsnummer|sendungsverfolgung|paketnummer|envoye|expedie|poste|depose|suivi|enviado|enviada|enviei|envie|mandado|seguimiento|rastreo|rastreio|postei|despachado|spedito|inviato|mandato|tracciamento|spedizione|verstuurd|verzonden|opgestuurd|trackingnummer|track and trace)\b/;

/** A carrier's number: letters at its ends at most, or UPS's own form; digits may stand in groups. */
const numbers = /(?<![\p{L}\p{N}#])(?:1Z[0-9A-Z]{16}|[A-Z]{0,4}\d(?:[ -]?\d){7,30}[A-Z]{0,3})(?![\p{L}\p{N}])/giu;
const longest = 35;

/**
 * The tracking number of a parcel that the shopper says they have sent, without its spaces; null when they say nothing of the kind,
 * or more than one number that could be meant.
 */
export function ownNumberIn(text: string): string | null {
  if (text.length > 1000 || !saysSent.test(fold(text))) return null;
  const found = new Set([...text.matchAll(numbers)].map(([number]) => number.replace(/[ -]/g, "").toUpperCase()));
  const [only] = found;
  return found.size === 1 && only && only.length <= longest ? only : null;
}
