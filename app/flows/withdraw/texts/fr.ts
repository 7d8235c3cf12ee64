import type { WithdrawTextKey } from "./index.ts";

export const fr: Record<WithdrawTextKey, string> = {
  stepOrder: "Contrat",
  stepReceipt: "Accusé à",
  stepConfirm: "Confirmé",
  choose:
    "Vous pouvez vous rétracter ici, sans donner de raison. De quelle commande s’agit-il ? Si elle n’apparaît pas, écrivez son numéro.",
  askBoth:
    "Vous pouvez vous rétracter ici, sans donner de raison. Écrivez le numéro de commande et l’adresse e-mail pour l’accusé de réception.",
  askOrder: "De quelle commande s’agit-il ? Écrivez son numéro tel qu’il figure dans la confirmation.",
  askContact: "À quelle adresse e-mail envoyer l’accusé de réception pour la commande {order} ?",
  contactUnclear: "Je n’y lis pas d’adresse e-mail.",
  orderUnclear: "Je n’y lis pas de numéro de commande.",
  readBack:
    "Voici votre déclaration :\n« Je me rétracte du contrat portant sur la commande {order} auprès de {shop}. »\nL’accusé de réception sera envoyé à {address}.",
  readBackOnOrder:
    "Voici votre déclaration :\n« Je me rétracte du contrat portant sur la commande {order} auprès de {shop}. »\nL’accusé de réception sera envoyé à l’adresse e-mail de la commande.",
  wayBackFee:
    "Les articles sont arrivés et les frais de retour sont à votre charge : vous recevez l’étiquette de la boutique et {fee} sont déduits du remboursement. Si vous préférez les renvoyer par vos propres moyens, écrivez-nous avant et rien n’est déduit.",
  confirm: "Confirmer rétractation",
  keep: "Pas maintenant",
  another: "Autre commande",
  kept: "Très bien, rien n’a été déclaré. Vous pouvez vous rétracter à tout moment tant que votre droit court.",
  received:
    "Votre rétractation pour la commande {order} a été reçue le {when}. Référence : {reference}. L’accusé de réception part par e-mail.",
  receivedBefore: "J’ai déjà votre rétractation pour la commande {order}. Elle a été reçue le {when}. Référence : {reference}.",
  cancelling: "La commande n’est pas encore partie. Je l’annule et vous écris dès que c’est fait.",
  returning: "J’enregistre le retour et vous écris dès que c’est fait.",
  working: "C’est encore en cours. Je vous écris dès que c’est fait.",
  cancelled: "La commande {order} est annulée. Tout ce que vous avez payé vous est remboursé par le même moyen.",
  registered:
    "Votre retour est enregistré sous {name}. Veuillez renvoyer les articles sous 14 jours. Leur prix vous est remboursé, et les frais de livraison standard aussi si vous renvoyez tout.",
  failed: "Cela n’a pas pu se faire automatiquement, une personne s’en charge. Votre rétractation est bien reçue.",
  resume: "Nous reprenons votre rétractation là où vous vous étiez arrêté.",
  resumeFrom: "Nous reprenons votre rétractation là où vous vous étiez arrêté {place}.",
  oldButton: "Ce bouton appartient à une étape antérieure.",
};
