export const fr = {
  step: "Cadeau",
  shown: "le numéro et le code postal du colis concordent",
  notShown: "pas encore montré",
  byPerson: "Ce qui vous a été offert est examiné ici par une personne. Ce que vous m’avez dit lui est transmis.",
  askBoth:
    "Un cadeau revient sans la personne qui l’a acheté : elle n’en apprend rien, et je ne montre aucun prix. Quel est le numéro de commande, et quel est le code postal de l’adresse où le colis est arrivé ? Les deux figurent sur le colis ou sur son bordereau.",
  askNumber: "Et quel est le numéro de commande ? Il figure sur le colis ou sur son bordereau.",
  askPostcode: "Et quel est le code postal de l’adresse où le colis est arrivé ?",
  noMatch:
    "Le numéro et le code postal ne vont pas ensemble, ou je ne les trouve pas. Regardez encore une fois le colis et donnez-moi les deux, s’il vous plaît.",
  locked: "Je ne le trouve pas ainsi, une personne va regarder.",
  fits: "Merci, cela concorde.",
  chooseCard: "Une carte cadeau",
  nextExchange:
    "Voici l’échange : {items} contre {item}, rien à payer. Le nouvel article part à l’adresse du colis, dès que la boutique a enregistré votre retour.",
  nextCard:
    "Voici ce qui revient : {items}. Dès que la boutique l’a reçu, vous recevez ici, dans cette conversation, une carte cadeau de ce qui a été payé. Le montant est sur la carte.",
  byTeam: "Si vous dites oui, l’équipe l’examine d’abord et décide.",
  confirmExchange: "Oui, échanger",
  confirmCard: "Oui, carte cadeau",
  notEven: "Celui-ci ne coûte pas le même prix, on ne peut donc pas l’échanger sans argent.",
  held: "C’est maintenant auprès de l’équipe, qui l’examine d’abord.",
  registered: "Votre carte cadeau arrive dès que la boutique a enregistré votre retour.",
  booked: "La boutique a enregistré votre retour {name}.",
  dropped: "L’équipe a retiré le nouvel article de {name}. Il se poursuit comme un retour contre une carte cadeau.",
  card: "Votre carte cadeau {shop} vaut {amount}. Son code est {code} ; saisissez-le au moment de payer. Gardez-le comme de l’argent liquide.",
};
