import type { en } from "./en.ts";

export const nl: Record<keyof typeof en, string> = {
  intro: "{count, plural, one {Je cadeaubon} other {Je cadeaubonnen}} bij {shop}:",
  until: "{card}: {amount}, geldig tot en met {day}",
  open: "{card}: {amount}, zonder einddatum",
  empty: "{card}: opgebruikt",
  expired: "{card}: verlopen op {day}",
  off: "{card}: door de winkel geblokkeerd, kan niet meer worden gebruikt",
  more: "{count, plural, one {en nog een} other {en nog #}}",
  none: "Ik vind bij {shop} geen cadeaubon op een adres waarvan ik weet dat het van jou is.",
  elsewhere: "Hoort hij bij een ander e-mailadres, schrijf dat dan hier en er gaat een code naartoe.",
  unavailable: "Ik kan de cadeaubonnen van {shop} niet inzien. Een collega kan zeggen wat er nog op de jouwe staat.",
  secret: "Houd de code van een cadeaubon voor jezelf: wie hem heeft, kan de bon besteden. Ik heb hem niet nodig en niet bewaard.",
  askContact:
    "Om zeker te weten dat de bon van jou is, schrijf je het e-mailadres waar hij bij hoort, zoals in je account of je bestelling. Daar gaan zes cijfers naartoe.",
  codeSent:
    "Als {shop} een klant daarmee kent, is er een code van zes cijfers onderweg naar dat e-mailadres. Schrijf die hier binnen {minutes} minuten.",
  gladly: "Graag.",
  person: "Iemand spreken",
  stepLabel: "Saldo van een cadeaubon",
};
