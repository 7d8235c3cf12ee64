const already =
  "already|schon|bereits|deja|ya|ja|gia|al|before|earlier|vorhin|eben|gestern|yesterday|hier|ayer|ontem|ieri|gisteren|avant|antes|prima|eerder";
const told =
  "told|tell|said|wrote|written|sent|messaged|explained|asked|mentioned|gave|spoke|chatted|gesagt|geschrieben|geschickt|erzahlt|erklart|gefragt|mitgeteilt|dit|ecrit|explique|envoye|raconte|demande|dije|dicho|escribi|escrito|conte|contado|explique|mande|mandado|disse|dito|escrevi|falei|contei|expliquei|mandei|detto|scritto|spiegato|mandato|raccontato|verteld|gezegd|geschreven|gemeld|gestuurd|uitgelegd|gevraagd";
const channel =
  "instagram|insta|ig|whatsapp|whats ?app|wa|dm|dms|e-?mails?|mails?|correo|courriel|chat|widget|website|webseite|phone|telefon|telephone|telefono|telefone|telefoon|site|per mail";

const patterns = [
  new RegExp(`\\b(?:${already})\\b.{0,25}\\b(?:${told})\\b`),
  new RegExp(`\\b(?:${told})\\b.{0,25}\\b(?:${already})\\b`),
  new RegExp(
    `\\b(?:${told})\\b.{0,40}\\b(?:on|in|over|via|by|per|auf|uber|par|sur|por|en|no|na|pelo|pela|su|con|op|through|im|dans)\\b.{0,10}\\b(?:${channel})\\b`,
  ),
  new RegExp(`\\b(?:on|in|via|per|auf|uber|par|sur|por|en|no|na|pelo|pela|su|op|im)\\s(?:${channel})\\b.{0,40}\\b(?:${told})\\b`),
];

/** Whether the shopper says that it was told before or elsewhere ("I already told you on Instagram"). Takes folded text. */
export function parseToldElsewhere(folded: string): true | undefined {
  return patterns.some((pattern) => pattern.test(folded)) &&
    !/\b(?:you|they|ihr|vous|voce|jullie|tracking|it|dhl) (?:already )?(?:told me|said|gesagt|dit)\b/.test(folded)
    ? true
    : undefined;
}
