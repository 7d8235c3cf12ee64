import type { ResendTextKey } from "./index.ts";

export const fr: Record<ResendTextKey, string> = {
  stepOrder: "Commande",
  stepMail: "E-mail",
  orderUnknown: "Je ne trouve pas {order} parmi les commandes que je vois pour vous.",
  resume: "Reprenons l’e-mail au sujet de votre commande.",
  sending: "Je fais partir l’e-mail et je vous écris dès que c’est confirmé.",
  stillSending: "L’e-mail est en train de partir ; je vous écris dès que c’est confirmé.",
  takesLonger: "La confirmation prend plus de temps que d’habitude. Je continue de regarder et je vous écris dès que je sais.",
  sentConfirmation:
    "La confirmation de la commande {order} est en route vers {address}, l’adresse indiquée sur la commande. Si elle n’arrive pas dans quelques minutes, regardez aussi dans les courriers indésirables.",
  sentInvoice:
    "La facture de la commande {order} est en route vers {address}, l’adresse indiquée sur la commande. Si elle n’arrive pas dans quelques minutes, regardez aussi dans les courriers indésirables.",
  otherAddress: "Je ne peux l’envoyer qu’à l’adresse indiquée sur la commande.",
  noAddress: "Aucune adresse e-mail ne figure sur la commande {order}, l’équipe va donc regarder.",
  askWhich: "De laquelle avez-vous besoin ?",
  confirmation: "La confirmation",
  invoice: "La facture",
  tooOften: "Cet e-mail est déjà parti plusieurs fois aujourd’hui, l’équipe va donc regarder.",
  failed: "L’e-mail n’a pas pu partir.",
  outcomeUnknown: "Je n’ai pas pu confirmer si l’e-mail est parti. L’équipe vérifie.",
  handedOver: "La question est posée à l’équipe. Je n’ai rien de plus récent à vous dire.",
  nothingRunning: "Rien n’a été envoyé. Dites-moi quand vous avez besoin d’une confirmation ou d’une facture.",
  kept: "Très bien, je n’envoie rien.",
  oldButton: "Ce bouton appartient à une étape précédente. Voici où nous en sommes.",
};
