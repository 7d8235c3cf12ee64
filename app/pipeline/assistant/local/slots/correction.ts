const meant =
  /\b(?:i meant|i mean the|i actually (?:meant|want)|not that one|the other one instead|ich meinte|ich meine (?:das|die|den)|nicht (?:das|die|der|den)\b|sondern|je voulais dire|pas (?:celui|celle)|plutot (?:le|la|celui|celle)|queria decir|me referia|no ese|no esa|sino (?:el|la)|queria dizer|nao ess[ea]|mas sim|volevo dire|intendevo|non quell[oa]|anzi|bensi|ik bedoel(?:de)?|niet (?:die|deze|dat)\b)/;
const refusedThenNamed =
  /^\s*(?:(?:oh|ah|ach|oops|ups|sorry|hmm?|wait|warte|moment|attends|pardon|espera|perdon|espere|desculpa|desculpe|aspetta|scusa|wacht|oeps)[\s,.!…-]+)*(?:no|nope|nein|non|nao|nee|ne|nope|actually|eigentlich|doch|en fait|mejor|en realidad|na verdade|melhor|in realta|meglio|eigenlijk)\b[\s,.!…-]*(?:lieber |besser |rather |better |plutot |mejor |melhor |meglio |liever |i want |ich will |ich mochte |je veux |quiero |quero |voglio |ik wil )?(?:the|it's|its|das|die|den|der|le|la|les|el|los|las|o|os|as|il|lo|i|gli|de|het|number|nummer|order|bestellung|size|grosse|\d|#)/;

/** Whether it puts something right that was said before: "no, the red one", "ich meinte die blaue". Takes folded text. */
export function parseCorrection(folded: string): true | undefined {
  return meant.test(folded) || refusedThenNamed.test(folded) ? true : undefined;
}
