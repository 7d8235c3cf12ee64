import type { AssistantTexts } from "./catalogue.ts";

export const fr: AssistantTexts = {
  introduce: "Je suis l’assistant numérique de {shop}.",
  greet: "Bonjour. Je peux vous dire où en est une commande ou vous aider pour un retour. De quoi s’agit-il ?",
  welcomeThanks: "Avec plaisir. Écrivez ici dès que vous avez une question.",
  menuTrack: "Suivre ma commande",
  menuReturn: "Faire un retour",
  menuPerson: "Parler à quelqu’un",
  unclear: "Je ne suis pas sûr de comprendre. Est-ce l’un de ces sujets ?",
  unclearStep: "Je n’ai pas compris.",
  outOfScope: "Je ne peux aider que pour les commandes et retours chez {shop}.",
  unsupported: "Je ne peux pas lire ce type de message. Dites-le-moi avec des mots, s’il vous plaît.",
  escalated: "Je transmets à un collègue, avec tout ce qui a été écrit. La réponse arrivera ici.",
  withStaff: "Un collègue s’en occupe et répondra ici. Votre message a été ajouté.",
  troubleStore: "Le système de commandes ne répond pas pour le moment. Rien n’est perdu.",
  askContact: "Pour être sûr que c’est bien vous, écrivez l’adresse e-mail de votre commande. Un code y sera envoyé.",
  codeSent:
    "S’il existe une commande correspondante, un code à six chiffres part vers l’adresse e-mail de la commande. Écrivez-le ici dans les {minutes} minutes.",
  codeSentEither:
    "S’il existe une commande correspondante, un code à six chiffres part vers le contact de cette commande : son adresse e-mail, ou son téléphone si elle n’en a pas. Écrivez-le ici dans les {minutes} minutes. Si vous ne pouvez pas lire cette boîte, écrivez « sur mon téléphone ».",
  codeSentPhone:
    "S’il existe une commande correspondante avec un numéro de téléphone, un code à six chiffres part vers ce téléphone. Écrivez-le ici dans les {minutes} minutes.",
  codeWaiting:
    "J’attends encore les six chiffres. Vous pouvez aussi écrire une autre adresse e-mail ou un autre numéro de commande, ou « nouveau code ».",
  codeWrong: "Ce code ne correspond pas. Vérifiez le dernier message et réécrivez-le.",
  codeOver: "Ce code n’est plus valable.",
  codeLocked: "Ce n’était pas le bon code et les essais sont épuisés.",
  codeTooMany: "Trop de codes ont été demandés en peu de temps.",
  proofLapsed: "Votre dernière confirmation date d’un moment, je dois donc vérifier encore une fois que c’est bien vous.",
  proven: "Merci, je sais maintenant que c’est bien vous.",
  proveByLink: "Pour être sûr que c’est bien vous, appuyez sur le bouton de cet e-mail. La suite se fera ici.",
  proveButton: "Oui, c’est moi",
  stopped: "Entendu, j’en reste là. Ce que vous avez indiqué est conservé.",
  policyDelivered: "Vous pouvez retourner un article dans les {days} jours après la livraison.",
  policyFulfilled: "Vous pouvez retourner un article dans les {days} jours après l’expédition.",
  policyFee: "Un retour coûte {fee}.",
  policyRestocking: "{percentage} % du prix sont retenus pour la remise en stock.",
  policyWaived: "Si l’erreur vient de nous, c’est gratuit.",
  policyFree: "C’est gratuit.",
  continueHere: "Continuez là-bas avec ce code dans les {minutes} minutes : {code}",
  continueUnknown: "Ce code n’est plus valable. Vous pouvez en obtenir un autre là où vous écriviez avant.",
  connected: "C’est maintenant relié à vos messages précédents.",
};
