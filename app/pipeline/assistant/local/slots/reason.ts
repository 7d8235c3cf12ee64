import type { ReturnReasonKey } from "#app/pipeline/assistant/model.ts";
import { classify, type LinearModel } from "../classifier.ts";

/** Plain words for a reason in the seven languages, folded. The order matters: what the shop did wrong comes before taste. */
const keywords: [ReturnReasonKey, RegExp][] = [
  [
    "wrong_item",
    /\b(?:wrong (?:item|one|product|article|thing|model|colou?r)|not what i ordered|different (?:item|product) than|falsche[nrs]? (?:artikel|produkt|ware|modell|farbe|teil|bestellung)|was falsches|nicht das was ich bestellt|mauvais (?:article|produit|modele)|pas ce que j'ai commande|(?:articulo|producto|modelo|color) (?:equivocado|incorrecto|erroneo)|no es lo que pedi|(?:artigo|produto|modelo) errado|cor errada|nao e o que pedi|(?:articolo|prodotto|modello|colore) (?:sbagliato|errato)|non e quello che ho ordinato|verkeerde? (?:artikel|product|model|kleur|item)|niet wat ik (?:heb )?besteld)/,
  ],
  [
    "not_as_described",
    /\b(?:not as described|not like (?:in |on )?the (?:picture|photo|website)|different (?:from|than) (?:in |on )?the (?:picture|photo)|(?:looks|look) different|nicht wie (?:beschrieben|auf dem (?:bild|foto))|anders als (?:beschrieben|auf)|sieht anders aus|pas (?:conforme|comme (?:sur|decrit))|different de la photo|no es como (?:se describe|en la foto)|distinto a la foto|nao e como (?:descrito|na foto)|diferente da foto|non (?:e )?come (?:descritto|nella foto)|diverso dalla foto|niet zoals (?:beschreven|op de foto)|anders dan op)/,
  ],
  [
    "damaged",
    /\b(?:broken|damaged|cracked|torn|defective|faulty|shattered|scratched|ripped|kaputt|defekt|beschadigt|zerbrochen|zerkratzt|gerissen|gesprungen|casse|cassee|abime|abimee|endommage|dechire|defectueu\w*|roto|rota|danad[oa]|estropead[oa]|defectuos[oa]|partid[oa]|danificad[oa]|rasgad[oa]|quebrad[oa]|defeituos[oa]|rott[oa]|danneggiat[oa]|difettos[oa]|strappat[oa]|kapot|beschadigd|stuk|gescheurd|gebarsten)\b/,
  ],
  [
    "size_small",
    /\b(?:too (?:small|tight|narrow|short)|size up|(?:need|want|take|taken)[^.!?]{0,14}(?:bigger|larger)|runs small|zu (?:klein|eng|kurz|schmal)|(?:brauche|mochte)[^.!?]{0,10} gross?ere|fallt klein aus|trop (?:petite?s?|serree?s?|etroite?s?|courte?s?|juste)|taille petit|(?:demasiado|muy) (?:pequen\w*|apretad\w*|estrech\w*|cort\w*)|me (?:queda|quedan) (?:pequen\w*|chic\w*|cort\w*)|talla mas grande|(?:demasiado|muito) (?:pequen\w*|apertad\w*|estreit\w*|curt\w*)|fic(?:a|ou|am) (?:pequen\w*|apertad\w*|curt\w*)|tamanho maior|tropp[oae] (?:piccol\w*|strett\w*|cort\w*)|taglia piu grande|te (?:klein|strak|smal|kort|nauw)|grotere maat|valt klein)\b/,
  ],
  [
    "size_large",
    /\b(?:too (?:big|large|wide|long|loose|baggy)|size down|(?:need|want|take|taken)[^.!?]{0,14}smaller|runs large|zu (?:gross|weit|lang|breit|locker)|(?:brauche|mochte)[^.!?]{0,10} kleinere|fallt gross aus|trop (?:grande?s?|larges?|longue?s?|long|ample)|taille grand|(?:demasiado|muy) (?:grande\w*|anch\w*|larg\w*|holgad\w*)|me (?:queda|quedan) (?:grande\w*|anch\w*|larg\w*)|talla (?:menor|mas pequena)|(?:demasiado|muito) (?:grande\w*|larg\w*|comprid\w*|folgad\w*)|fic(?:a|ou|am) (?:grande\w*|larg\w*)|tamanho menor|tropp[oae] (?:grand\w*|largh?\w*|lungh?\w*)|taglia piu piccola|te (?:groot|wijd|lang|ruim|breed|los)|kleinere maat|valt groot)\b/,
  ],
  [
    "changed_mind",
    /\b(?:changed? my mind|don'?t (?:like|want|need) (?:it|them|this)|no longer (?:need|want)|umentschieden|anders uberlegt|gefallt mir (?:doch )?nicht|brauche? (?:ich |es |sie )*(?:doch )?nicht mehr|nicht mehr (?:gebraucht|benotigt)|change d'avis|ne me plait pas|me plait pas|plus besoin|cambi(?:e|ado) de (?:opinion|idea)|no me gusta|ya no (?:lo|la|los) (?:quiero|necesito)|mudei de ideia|nao gostei|ja nao (?:quero|preciso)|cambiato idea|non mi piace|non mi serve piu|me bedacht|bevalt (?:me )?niet|niet meer nodig|vind (?:ik )?(?:het|hem) niet mooi)\b/,
  ],
];
const surely = 0.55;
/** "Too long" may speak of waiting, not of sleeves. */
const aboutTime =
  /\b(?:took|takes|waiting|wait|dauert|warte|gedauert|attend|pris trop|tard[oóae]|demor\w*|aspett\w*|duurt|duurde|wacht\w*)\b/;

/** Why something comes back: by plain words, and, when the reason was asked for, by the classifier. Takes folded text. */
export function parseReason(
  folded: string,
  expecting: string | undefined,
  model: LinearModel<ReturnReasonKey>,
): ReturnReasonKey | undefined {
  const plain = keywords.find(([key, pattern]) => pattern.test(folded) && !(key.startsWith("size") && aboutTime.test(folded)))?.[0];
  if (plain || expecting !== "reason") return plain;
  const [best] = classify(model, folded);
  return best && best.confidence >= surely && !folded.includes("?") ? best.label : undefined;
}
