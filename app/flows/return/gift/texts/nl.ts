export const nl = {
  step: "Cadeau",
  shown: "nummer en postcode van het pakket kloppen",
  notShown: "nog niet getoond",
  byPerson: "Iets wat je cadeau kreeg, bekijkt hier een mens. Wat je me vertelde, ligt daar.",
  askBoth:
    "Een cadeau gaat terug zonder degene die het kocht: die hoort er niets van, en ik laat geen prijzen zien. Wat is het bestelnummer, en wat is de postcode van het adres waar het pakket naartoe ging? Beide staan op het pakket of de pakbon.",
  askNumber: "En wat is het bestelnummer? Het staat op het pakket of de pakbon.",
  askPostcode: "En wat is de postcode van het adres waar het pakket naartoe ging?",
  noMatch: "Nummer en postcode horen niet bij elkaar, of ik vind ze niet. Kijk nog eens op het pakket en geef me beide.",
  locked: "Zo vind ik het niet, daarom kijkt een mens ernaar.",
  fits: "Dank je, dat klopt.",
  chooseCard: "Een cadeaukaart",
  nextExchange:
    "Dit is de ruil: {items} voor {item}, niets te betalen. Het nieuwe artikel gaat naar het adres van het pakket, zodra de winkel je retour heeft verwerkt.",
  nextCard:
    "Dit gaat terug: {items}. Zodra de winkel het heeft, krijg je hier in dit gesprek een cadeaukaart voor wat ervoor betaald is. Het bedrag staat op de kaart.",
  byTeam: "Als je ja zegt, bekijkt het team het eerst en beslist.",
  confirmExchange: "Ja, ruilen",
  confirmCard: "Ja, cadeaukaart",
  notEven: "Die kost niet hetzelfde, dus ruilen zonder geld kan niet.",
  held: "Het ligt nu bij het team. Dat bekijkt het eerst.",
  registered: "Je cadeaukaart komt zodra de winkel je retour heeft verwerkt.",
  booked: "De winkel heeft verwerkt wat je met {name} terugstuurde.",
  dropped: "Het team haalde het nieuwe artikel uit {name}. Het gaat verder als retour voor een cadeaukaart.",
  card: "Je cadeaukaart van {shop} is {amount} waard. De code is {code}; vul hem in bij het afrekenen. Bewaar hem als contant geld.",
};
