import type { en } from "./en.ts";

export const fr: Record<keyof typeof en, string> = {
  intro: "{count, plural, one {Votre carte cadeau} other {Vos cartes cadeaux}} chez {shop} :",
  until: "{card} : {amount}, valable jusqu’au {day}",
  open: "{card} : {amount}, sans date limite",
  empty: "{card} : épuisée",
  expired: "{card} : expirée le {day}",
  off: "{card} : désactivée par la boutique, elle ne peut plus être utilisée",
  more: "{count, plural, one {et une autre} other {et # autres}}",
  none: "Je ne trouve aucune carte cadeau chez {shop} à une adresse dont je sais qu’elle est la vôtre.",
  elsewhere: "Si elle est liée à une autre adresse e-mail, écrivez-la ici et un code y sera envoyé.",
  unavailable: "Je ne peux pas consulter les cartes cadeaux de {shop}. Un collègue peut vous dire ce qu’il reste sur la vôtre.",
  secret: "Gardez le code d’une carte cadeau pour vous : qui l’a peut dépenser la carte. Je n’en ai pas besoin et ne l’ai pas conservé.",
  askContact:
    "Pour être sûr que la carte est à vous, écrivez l’adresse e-mail à laquelle elle est liée, comme dans votre compte ou votre commande. Six chiffres y seront envoyés.",
  codeSent:
    "Si {shop} connaît un client avec cela, un code à six chiffres est en route vers son adresse e-mail. Écrivez-le ici dans les {minutes} minutes.",
  gladly: "Volontiers.",
  person: "Parler à quelqu’un",
  stepLabel: "Solde d’une carte cadeau",
};
