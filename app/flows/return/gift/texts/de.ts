export const de = {
  step: "Geschenk",
  shown: "Nummer und Postleitzahl des Pakets passen",
  notShown: "noch nicht gezeigt",
  byPerson: "Um etwas, das Dir geschenkt wurde, kümmert sich hier ein Mensch. Was Du mir gesagt hast, liegt dort vor.",
  askBoth:
    "Ein Geschenk geht ohne die Person zurück, die es gekauft hat: Sie erfährt nichts davon, und ich zeige keine Preise. Wie lautet die Bestellnummer, und welche Postleitzahl hat die Adresse, an die das Paket ging? Beides steht auf dem Paket oder dem Lieferschein.",
  askNumber: "Und wie lautet die Bestellnummer? Sie steht auf dem Paket oder dem Lieferschein.",
  askPostcode: "Und welche Postleitzahl hat die Adresse, an die das Paket ging?",
  noMatch:
    "Nummer und Postleitzahl passen nicht zusammen, oder ich finde sie nicht. Bitte sieh noch einmal auf dem Paket nach und nenn mir beides.",
  locked: "So kann ich es nicht finden, deshalb sieht ein Mensch nach.",
  fits: "Danke, das passt.",
  chooseCard: "Eine Geschenkkarte",
  nextExchange:
    "Das ist der Umtausch: {items} gegen {item}, nichts zu zahlen. Der neue Artikel geht an die Adresse des Pakets, sobald der Shop Deine Rücksendung verbucht hat.",
  nextCard:
    "Das geht zurück: {items}. Sobald es beim Shop ist, bekommst Du hier in diesem Gespräch eine Geschenkkarte über das, was dafür bezahlt wurde. Der Betrag steht auf der Karte.",
  byTeam: "Wenn Du Ja sagst, sieht es sich zuerst das Team an und entscheidet.",
  confirmExchange: "Ja, umtauschen",
  confirmCard: "Ja, gegen Karte",
  notEven: "Das kostet nicht dasselbe und lässt sich deshalb nicht ohne Geld tauschen.",
  held: "Es liegt jetzt beim Team. Das sieht es sich zuerst an.",
  registered: "Deine Geschenkkarte kommt, sobald der Shop Deine Rücksendung verbucht hat.",
  booked: "Der Shop hat Deine Rücksendung {name} verbucht.",
  dropped: "Das Team hat den neuen Artikel aus {name} genommen. Es geht als Rückgabe gegen eine Geschenkkarte weiter.",
  card: "Deine Geschenkkarte von {shop} ist {amount} wert. Ihr Code lautet {code}; gib ihn an der Kasse ein. Bewahre ihn auf wie Bargeld.",
};
