import { phrases, type SlotText } from "./text.ts";

const polite =
  "(?:please|pls|bitte|s'il (?:te|vous) plait|por favor|per favore|alsjeblieft|alstublieft|ok|okay|oh|no|nein|non|nee|nao|sorry|then|dann|i want to|i'd like to|can (?:i|we)|let's|lets|let me|ich (?:will|mochte)|kann ich|je veux|quiero|quero|voglio|ik wil)[\\s,]*";
/** The whole message must be the command: "back" inside a sentence mostly belongs to "send back". */
function wholeMessage(list: string): RegExp {
  return new RegExp(
    `^(?:${polite})*(?:${list})(?:[\\s,]+(?:${list}))*(?:[\\s,]*(?:please|pls|bitte|s'il (?:te|vous) plait|por favor|per favore|alsjeblieft|thanks|danke|merci|gracias|grazie))*[\\s.!?]*$`,
    "u",
  );
}

const back = wholeMessage(
  "back|go back|(?:go )?(?:one )?step back|go back (?:one|a) step|previous(?: step)?|undo|zuruck|(?:einen |ein )?schritt zuruck|(?:geh|gehe) (?:einen schritt )?zuruck|zuruck gehen|einen schritt zuruck gehen|vorheriger schritt|en arriere|retour en arriere|revenir(?: en arriere)?|etape precedente|precedent|atras|volver|volver atras|paso anterior|un paso atras|anterior|voltar|volta|voltar atras|passo anterior|etapa anterior|indietro|torna indietro|tornare indietro|passo precedente|un passo indietro|terug|ga terug|stap terug|een stap terug|vorige(?: stap)?",
);
const startOver = wholeMessage(
  "start over|start again|start from (?:scratch|the beginning)|restart|begin again|from the (?:start|beginning)|reset|(?:nochmal |noch mal |noch einmal |wieder )?(?:ganz )?von vorne?(?: anfangen| beginnen| starten)?|von anfang an|neu anfangen|neu starten|nochmal neu|neustart|recommencer(?: (?:du|depuis le) debut| a zero)?|on recommence|repartir de zero|depuis le debut|empezar de nuevo|empezar (?:otra vez|desde cero)|volver a empezar|desde el principio|reiniciar|recomecar|comecar de novo|comecar do (?:inicio|zero)|do (?:inicio|comeco)|ricominciare|ricomincia(?:mo)?|ricominciare da capo|da capo|dall'inizio|opnieuw(?: beginnen| starten)?|overnieuw(?: beginnen)?|begin opnieuw|van voren af aan",
);
const stop = wholeMessage(
  "stop|stop it|stop this|stop that|forget it|forget about it|never ?mind|leave it|drop it|quit|exit|abort|i changed my mind|stop the return|cancel the return|vergiss es|vergiss das|vergessen sie es|lass es|lass gut sein|lass mal|lassen wir das|egal|hat sich erledigt|doch nicht|abbrechen|abbruch|aufhoren|hor auf|retoure abbrechen|ruckgabe abbrechen|laisse tomber|laissez tomber|oublie|oubliez|arrete|arretez|arreter|abandonner|olvidalo|olvidelo|dejalo|dejelo|para|parar|dejar|esquece|esqueca|deixa|deixa pra la|deixa para la|deixe|pare|lascia perdere|lascia stare|lasci perdere|basta|fermati|ferma|dimentica|laat maar|vergeet het|vergeet maar|ophouden|laat zitten|stoppen",
);
/** With a question open, these mean that question; else they are a wish of their own about an order. */
const cancel = wholeMessage(
  "cancel|cancel (?:it|this|that)|stornieren|annuler|annule|annulez|cancelar|cancela|cancelalo|annulla|annullare|annuleren|annuleer",
);

export function commandIn({ folded, words, expecting }: SlotText): "back" | "start-over" | "stop" | undefined {
  if (words.length === 0 || words.length > 9) return undefined;
  if (startOver.test(folded)) return "start-over";
  if (back.test(folded)) return "back";
  if (stop.test(folded) || (expecting !== undefined && cancel.test(folded))) return "stop";
  return undefined;
}

const corrects = phrases(
  "actually|i meant|i mean|i was wrong|my mistake|my bad|oops|ups|rather|instead|wait no|no wait|correction|not that one|the other one|doch lieber|doch eher|ich mein\\w*|eigentlich|stattdessen|sondern|korrektur|das andere|den anderen|die andere|nicht das|nicht die|nicht den|plutot|en fait|je voulais dire|finalement|pas celui-la|pas celle-la|l'autre|a la place|en realidad|mejor (?!no)|mas bien|queria decir|quise decir|me equivoque|el otro|la otra|na verdade|quis dizer|em vez|alias|me enganei|o outro|a outra|in realta|anzi|volevo dire|intendevo|mi sono sbagliat[oa]|piuttosto|l'altr[oa]|eigenlijk|toch liever|ik bedoel\\w*|in plaats daarvan|liever de|liever het|de andere|vergissing",
);
const noThenMore =
  /^(?:no+|nope|nah|nein|ne+|non|nao|nee)[\s,.!-]+(?:\p{L}+[\s,.!-]+)*?(?:the|this|that|those|these|it's|its|only|just|das|den|dem|die|der|nur|es|le|la|les|celui|celle|ce|c'est|seulement|el|los|las|es|solo|o|os|as|e|so|il|lo|gli|i|quell[oaie]|quest[oaie]|ess[ea]|de|het|alleen|die|dat)\s+\p{L}+/u;
const thanksOnly = phrases("thanks|thank you|danke|merci|gracias|obrigad[oa]|grazie|bedankt|dank je");

/** It takes back something said before: "no, the red one", "doch lieber das blaue". */
export function correctsIn({ folded, words }: SlotText): boolean {
  if (words.length < 2 || words.length > 20 || thanksOnly.test(folded)) return false;
  return corrects.test(folded) || noThenMore.test(folded);
}

const told = phrases(
  "wrote|written|told|said|asked|contacted|messaged|emailed|mailed|texted|explained|sent (?:you )?(?:a |an )?(?:message|mail|email)|geschrieben|schrieb|gesagt|erzahlt|gefragt|erklart|gemailt|kontaktiert|gemeldet|ecrit|dit|explique|demande|contacte|raconte|escribi|escrito|dije|dicho|explique|pregunte|conte|contacte|escrevi|disse|expliquei|contei|falei|perguntei|contactei|scritto|detto|spiegato|chiesto|contattato|raccontato|geschreven|verteld|gezegd|uitgelegd|gevraagd|gemaild|geappt|contact opgenomen",
);
const place = phrases(
  "chat|whatsapp|whats app|insta|instagram|ig|dm|dms|e-?mail|e-?mails|mail|website|web site|site|phone|webseite|seite|telefon|messenger|internetseite|courriel|site web|telephone|correo|pagina|telefono|la web|site|telefone|sito|posta|website|telefoon|widget",
);
const before = phrases(
  "already|before|earlier|yesterday|last (?:night|week)|schon|bereits|gestern|vorhin|vorher|deja|hier|avant|ya|antes|ayer|ja|ontem|gia|ieri|prima|al|gisteren|eerder|colleague|someone|kolleg\\w+|jemand\\w*|collegue|companer[oa]|colega|collega",
);
const firstPerson = phrases(
  "i|i've|ich|wir|we|j'ai|je|j|on|nous|he|les|yo|eu|vos|ho|vi|ve|ik|we|escribi|dije|pregunte|conte|escrevi|disse|expliquei|contei|falei|perguntei",
);

/** The shopper has said it on another channel, or to somebody, already. */
export function toldElsewhereIn({ folded }: SlotText): boolean {
  return told.test(folded) && firstPerson.test(folded) && (place.test(folded) || before.test(folded));
}
