import type { ResendTextKey } from "./index.ts";

export const nl: Record<ResendTextKey, string> = {
  stepOrder: "Bestelling",
  stepMail: "Mail",
  orderUnknown: "Ik vind {order} niet onder de bestellingen die ik voor je zie.",
  resume: "We gaan verder met de mail over je bestelling.",
  sending: "Ik laat hem nu versturen en schrijf zodra dat is bevestigd.",
  stillSending: "Hij wordt verstuurd; ik schrijf zodra dat is bevestigd.",
  takesLonger: "De bevestiging duurt langer dan anders. Ik blijf kijken en schrijf zodra ik het weet.",
  sentConfirmation:
    "De bevestiging van bestelling {order} is onderweg naar {address}, het adres dat op de bestelling staat. Is ze er over een paar minuten niet, kijk dan ook bij de ongewenste mail.",
  sentInvoice:
    "De factuur van bestelling {order} is onderweg naar {address}, het adres dat op de bestelling staat. Is ze er over een paar minuten niet, kijk dan ook bij de ongewenste mail.",
  otherAddress: "Ik kan hem alleen sturen naar het adres dat op de bestelling staat.",
  noAddress: "Op bestelling {order} staat geen mailadres, dus het team kijkt ernaar.",
  askWhich: "Welke van de twee heb je nodig?",
  confirmation: "De bevestiging",
  invoice: "De factuur",
  tooOften: "Hij is vandaag al een paar keer verstuurd, dus het team kijkt ernaar.",
  failed: "Hij kon niet worden verstuurd.",
  outcomeUnknown: "Ik kon niet bevestigen of hij is verstuurd. Het team controleert het.",
  handedOver: "Het team is ernaar gevraagd. Iets nieuwers kan ik je niet vertellen.",
  nothingRunning: "Er is niets verstuurd. Zeg het me als je een bevestiging of factuur nodig hebt.",
  kept: "Goed, ik verstuur niets.",
  oldButton: "Die knop hoort bij een eerdere stap. Hier zijn we.",
};
