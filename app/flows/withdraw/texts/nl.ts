import type { WithdrawTextKey } from "./index.ts";

export const nl: Record<WithdrawTextKey, string> = {
  stepOrder: "Overeenkomst",
  stepReceipt: "Bevestiging naar",
  stepConfirm: "Bevestigd",
  choose:
    "Je kunt hier een overeenkomst herroepen zonder een reden te geven. Om welke bestelling gaat het? Staat die er niet bij, schrijf dan het nummer.",
  askBoth:
    "Je kunt hier een overeenkomst herroepen zonder een reden te geven. Schrijf het bestelnummer en het e-mailadres voor de ontvangstbevestiging.",
  askOrder: "Om welke bestelling gaat het? Schrijf het nummer zoals het in je bestelbevestiging staat.",
  askContact: "Naar welk e-mailadres moet de ontvangstbevestiging voor bestelling {order}?",
  contactUnclear: "Daarin lees ik geen e-mailadres.",
  orderUnclear: "Daarin lees ik geen bestelnummer.",
  readBack:
    "Dit verklaar je:\n“Ik herroep de overeenkomst voor bestelling {order} bij {shop}.”\nDe ontvangstbevestiging gaat naar {address}.",
  readBackOnOrder:
    "Dit verklaar je:\n“Ik herroep de overeenkomst voor bestelling {order} bij {shop}.”\nDe ontvangstbevestiging gaat naar het e-mailadres van de bestelling.",
  wayBackFee:
    "De artikelen zijn aangekomen en de terugweg is voor jouw rekening: je krijgt het label van de winkel en {fee} gaat van je terugbetaling af. Stuur je ze liever zelf op, schrijf ons dan eerst; er gaat dan niets af.",
  confirm: "Herroeping bevestigen",
  keep: "Nu niet",
  another: "Andere bestelling",
  kept: "Goed, er is niets verklaard. Zolang je recht loopt, kun je altijd herroepen.",
  received:
    "Je herroeping van bestelling {order} is ontvangen op {when}. Referentie: {reference}. De ontvangstbevestiging is per e-mail onderweg.",
  receivedBefore: "Ik heb je herroeping van bestelling {order} al. Die is ontvangen op {when}. Referentie: {reference}.",
  cancelling: "De bestelling is nog niet weg. Ik annuleer haar en schrijf zodra het klaar is.",
  returning: "Ik meld de retour aan en schrijf zodra het klaar is.",
  working: "Het wordt nog uitgevoerd. Ik schrijf zodra het klaar is.",
  cancelled: "Bestelling {order} is geannuleerd. Alles wat je betaald hebt, gaat terug zoals je betaald hebt.",
  registered:
    "Je retour is aangemeld als {name}. Stuur de artikelen binnen 14 dagen terug. Je krijgt terug wat je ervoor betaald hebt, en als je alles terugstuurt ook de standaardbezorgkosten.",
  failed: "Het ging niet vanzelf, dus een mens doet het. Je herroeping geldt hoe dan ook als ontvangen.",
  resume: "We gaan verder met je herroeping waar je gebleven was.",
  resumeFrom: "We gaan verder met je herroeping waar je {place} gebleven was.",
  oldButton: "Die knop hoort bij een eerdere stap.",
};
