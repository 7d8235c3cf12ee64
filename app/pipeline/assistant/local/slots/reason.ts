import type { ReturnReasonKey } from "#app/pipeline/assistant/model.ts";
import { classify, type LinearModel } from "../classifier.ts";
import { extractFeatures } from "../features.ts";
import { isNearly } from "./fuzzy.ts";
import { phrases, type SlotText } from "./text.ts";

/** Below this, a guess at the reason is no better than asking. */
const sureEnough = 0.6;

const tooMuch = new Set("too to zu trop demasiado muy muito demais troppo molto te".split(" "));
const small =
  "small tight short narrow klein eng kurz schmal knapp petit petite petits petites serre court courte etroit etroite pequeno pequena pequenos estrecho corto corta chico chica ajustado apertado apertada curto curta justo piccolo piccola piccoli stretto stretta corto corta strak krap smal nauw kort".split(
    " ",
  );
const large =
  "big large long loose wide baggy gross lang weit breit locker grand grande grands large ample longue grandes ancho ancha largo larga holgado folgado comprido comprida lungo lunga larghe groot lang wijd breed ruim".split(
    " ",
  );
/** Written without "too" and still a size complaint, when the reason was asked for. */
const strong: [ReturnReasonKey, RegExp][] = [
  [
    "wrong_item",
    phrases(
      "wrong (?:item|product|article|thing|colou?r|one|model)|(?:sent|got|received) (?:me )?(?:the )?wrong \\w+|not what i ordered|falsche[rns]? (?:artikel|produkt|farbe|ware|modell)|das falsche|nicht (?:das|was) (?:ich )?bestellt\\w*|mauvais (?:article|produit|modele)|mauvaise (?:couleur|taille envoyee)|pas ce que j'ai commande|articulo equivocado|producto equivocado|color equivocado|no es lo que pedi|(?:artigo|produto) errado|cor errada|nao e o que (?:pedi|encomendei)|(?:articolo|prodotto) sbagliato|colore sbagliato|non e quello che ho ordinato|verkeerde? (?:artikel|product|kleur|model)|niet wat ik (?:heb )?besteld\\w*",
    ),
  ],
  [
    "damaged",
    phrases(
      "damaged|broken|defective|defect|faulty|cracked|torn|ripped|scratched|shattered|doesn't work|does not work|kaputt|beschadigt\\w*|defekt\\w*|zerkratzt|zerbrochen|gerissen|gesprungen|funktioniert nicht|casse[es]*|abime[es]*|defectueu\\w+|endommage[es]*|dechire[es]*|ne marche pas|ne fonctionne pas|rot[oa]s?|danad[oa]s?|defectuos[oa]s?|estropead[oa]s?|rasgad[oa]s?|no funciona|quebrad[oa]s?|danificad[oa]s?|estragad[oa]s?|partid[oa]s?|com defeito|nao funciona|rott[oa]|rotti|danneggiat[oa]|difettos[oa]|strappat[oa]|non funziona|kapot|beschadigd\\w*|gescheurd|gebroken|werkt niet",
    ),
  ],
  [
    "not_as_described",
    phrases(
      "not as (?:described|pictured|shown|advertised|expected)|(?:looks )?different (?:from|than) (?:the )?(?:picture|photo|description|website)\\w*|nicht wie (?:beschrieben|abgebildet|auf dem (?:bild|foto)|erwartet)|anders als (?:beschrieben|auf dem (?:bild|foto)|abgebildet)|pas comme (?:decrit|sur la photo)|different[e]? de la (?:photo|description)|no (?:es )?como (?:se describe|en la foto|la foto)|diferente (?:de|a) la (?:foto|descripcion)|nao e como (?:na foto|descrito|a foto)|diferente da (?:foto|descricao)|non (?:e )?come (?:descritto|nella foto|in foto)|divers[oa] dalla (?:foto|descrizione)|niet zoals (?:beschreven|op de foto|afgebeeld)|anders dan (?:op de foto|beschreven)",
    ),
  ],
  [
    "changed_mind",
    phrases(
      "changed my mind|don't (?:like|want|need) it|dont (?:like|want|need) it|no longer (?:need|want)\\w*|not my style|umentschieden|anders uberlegt|gefallt mir nicht|mag (?:ich|es) nicht|brauche? (?:ich|es|das) nicht(?: mehr)?|change d'avis|ne me plait pas|plus besoin|no me gusta|cambiado de (?:opinion|idea)|cambie de (?:opinion|idea)|ya no (?:lo|la) (?:quiero|necesito)|mudei de ideias?|nao gost(?:ei|o)|ja nao (?:quero|preciso)|nao (?:quero|preciso) mais|cambiato idea|non mi piace|non mi serve piu|bedacht|van gedachten veranderd|bevalt (?:me )?niet|vind ik niet mooi|niet meer nodig|niet mijn stijl",
    ),
  ],
];
const sizeAnswers: [ReturnReasonKey, string[]][] = [
  ["size_small", small],
  ["size_large", large],
];
const damageWords =
  "damaged broken defective beschadigt kaputt zerbrochen endommage abime defectuoso danificado danneggiato beschadigd".split(" ");
const denied = phrases(
  "not (?:damaged|broken|defective|too)|isn't (?:damaged|broken|too)|nicht (?:kaputt|beschadigt|defekt|zu)|pas (?:casse|abime|trop|endommage)|no esta (?:roto|rota|danado)|nao esta (?:partido|quebrado|danificado)|non e (?:rotto|rotta|danneggiato|troppo)|niet (?:kapot|beschadigd|te)",
);
const lateness = phrases(
  "took|takes|waited|dauerte|dauert|gedauert|tard(?:e|o|aron)|demor\\w+|duurde|too late|too long ago|zu spat|zu lange|trop tard|trop longtemps|demasiado tarde|muito tarde|troppo tardi|te laat|te lang",
);

/** Asks or answers something else; the classifier knows only reasons and would take it for one. */
const noReason =
  /^(?:where|when|how|what|who|can|is there|wo|wann|wie|was|wer|kann|gibt|ou|quand|comment|combien|donde|cuando|como|cuanto|onde|quando|quanto|dove|come|waar|wanneer|hoe)\s/u;

/** Why it comes back: by words that leave no doubt, and by the classifier only when the reason was asked for. */
export function reasonIn(text: SlotText, model: LinearModel<ReturnReasonKey>): ReturnReasonKey | undefined {
  const { folded, expecting } = text;
  const named = denied.test(folded) ? undefined : reasonByWords(text);
  if (named || expecting !== "reason" || folded.includes("?") || noReason.test(folded) || !/\p{L}{2}/u.test(folded)) return named;
  if (lateness.test(folded)) return "other";
  const best = classify(model, extractFeatures(folded))[0];
  return best && best.confidence >= sureEnough ? best.label : undefined;
}

function reasonByWords({ folded, words, expecting }: SlotText): ReturnReasonKey | undefined {
  const late = lateness.test(folded);
  for (const [reason, list] of late ? [] : sizeAnswers) {
    const isSaid = words.some((word, at) => tooMuch.has(words[at - 1] ?? "") && list.some((one) => isNearly(word, one)));
    const isAnswer = expecting === "reason" && words.length <= 3 && words.some((word) => list.some((one) => isNearly(word, one)));
    if (isSaid || isAnswer) return reason;
  }
  const found = strong.find(([, pattern]) => pattern.test(folded))?.[0];
  if (found) return found;
  return words.some((word) => word.length > 5 && damageWords.some((one) => isNearly(word, one))) ? "damaged" : undefined;
}
