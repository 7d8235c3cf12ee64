/** How mail programs of our seven languages introduce what they quote or add below. */

const opener = /^[\s*_-]*(?:on|at(?=\s+\d+\/)|am|le|el|em|a(?!\s+las)|il|in data|op)\s/i;
const wrote =
  /(?<![\p{L}])(?:wrote|writes|schrieb|a écrit|ha escrito|escribió|escreveu|ha scritto|schreef|(?:het volgende )?geschreven)(?![\p{L}])/iu;
const momentOrAddress = /\d{1,2}[:.h]\d{2}|\b(?:19|20)\d{2}\b|@|<.*>/;
const nameThenWrote = /^\s*[^<>]{0,80}<[^<>\s]+@[^<>\s]+>\s*(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef)(?![\p{L}])/iu;
const dateThenAddress = /^\s*(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\b.{0,120}<[^<>\s]+@[^<>\s]+>\s*:\s*$/;

/**
 * "On 3 Nov 2026 at 10:12, Shop <a@b> wrote:", or without date "Shop <a@b> wrote:". Of lines joined to one, only the
 * first form counts, since anything may stand before the name.
 */
export function isAttribution(line: string, joined: boolean): boolean {
  if (line.length > 400 || !/[:：]\s*-*\s*$/.test(line)) return false;
  if (dateThenAddress.test(line) || nameThenWrote.test(line)) return true;
  if (!wrote.test(line)) return false;
  return beginsAttribution(line) || (!joined && /<[^<>\s]+@[^<>\s]+>/.test(line));
}

/** Whether a line begins such an introduction, finished or not. */
export function beginsAttribution(line: string): boolean {
  return opener.test(line) && momentOrAddress.test(line);
}

const originalMessage = new RegExp(
  `^\\s*-{2,}\\s*(?:${[
    "original message",
    "ursprüngliche nachricht",
    "original-?nachricht",
    "message d[’']origine",
    "message original",
    "message initial",
    "mensaje original",
    "mensagem original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "origineel bericht",
  ].join("|")})\\s*-{2,}\\s*$`,
  "iu",
);

export function isOriginalMessageLine(line: string): boolean {
  return line.length < 120 && originalMessage.test(line);
}

const fromField = /^\s*\*?(?:from|von|de|da|van)\s?:\*?\s/i;
const otherField =
  /^\s*\*?(?:sent|date|to|cc|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado(?: el)?|enviada em|fecha|data|para|asunto|assunto|inviato|a|oggetto|verzonden|aan|onderwerp)\s?:\*?/iu;

/** Outlook quotes without marks, under a block of "From, Sent, To, Subject". */
export function startsHeaderBlock(lines: string[], index: number): boolean {
  if (!fromField.test(lines[index] ?? "")) return false;
  const next = lines.slice(index + 1, index + 7).filter((line) => line.trim());
  return next.filter((line) => line.length < 500 && otherField.test(line)).length >= 2;
}

const mobileSignature = new RegExp(
  `^\\s*(?:${[
    "sent from (?:my |yahoo |outlook|mail for |samsung|the ).*",
    "get outlook for .*",
    "von meinem .* gesendet",
    "gesendet (?:von|mit|aus) .*",
    "diese nachricht wurde von meinem .* gesendet.*",
    "envoyé (?:de mon|depuis|à partir d).*",
    "télécharger outlook pour .*",
    "enviado (?:desde|do meu|da minha|a partir d|via).*",
    "obtener outlook para .*",
    "inviato (?:da|dal|dalla|tramite).*",
    "verzonden (?:vanaf|met|via|vanuit).*",
    "verstuurd (?:vanaf|met|via|vanuit).*",
  ].join("|")})\\s*$`,
  "iu",
);

export function isMobileSignature(line: string): boolean {
  return line.length < 120 && mobileSignature.test(line);
}

/** What the shopper passes on is what they want to show; it is not a quote of ours. */
export function isForwardLine(line: string): boolean {
  return /^\s*(?:-{2,}\s*(?:forwarded message|weitergeleitete nachricht|message (?:transféré|transmis)|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht)\s*-{2,}|begin forwarded message:|anfang der weitergeleiteten nachricht:)\s*$/iu.test(
    line.slice(0, 200),
  );
}
