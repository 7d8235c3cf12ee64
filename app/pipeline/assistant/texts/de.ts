import type { AssistantTexts } from "./catalogue.ts";

export const de: AssistantTexts = {
  introduce: "Ich bin der digitale Assistent von {shop}.",
  greet: "Hallo. Ich kann Dir sagen, wo eine Bestellung ist, oder Dir bei einer Rücksendung helfen. Worum geht es?",
  welcomeThanks: "Gern. Schreib hier, wann immer etwas ist.",
  menuTrack: "Wo ist meine Sendung",
  menuReturn: "Etwas zurückgeben",
  menuPerson: "Mit Menschen reden",
  unclear: "Ich bin nicht sicher, was Du meinst. Ist es eines davon?",
  unclearStep: "Das habe ich nicht verstanden.",
  outOfScope: "Ich kann nur bei Bestellungen und Rücksendungen von {shop} helfen.",
  unsupported: "Diese Art von Nachricht kann ich nicht lesen. Bitte schreib es mir in Worten.",
  escalated: "Ich gebe das an eine Kollegin oder einen Kollegen weiter, mit allem, was bisher geschrieben wurde. Die Antwort kommt hier.",
  withStaff: "Das liegt bei einer Kollegin oder einem Kollegen, die Antwort kommt hier. Deine Nachricht ist dabei.",
  troubleStore: "Das Bestellsystem antwortet gerade nicht. Es geht nichts verloren.",
  askContact: "Damit ich sicher bin, dass Du es bist: Schreib mir bitte die E-Mail-Adresse Deiner Bestellung. Dorthin geht ein Code.",
  codeSent:
    "Wenn es dazu eine Bestellung gibt, ist ein sechsstelliger Code an die E-Mail-Adresse der Bestellung unterwegs. Bitte schreib ihn hier innerhalb von {minutes} Minuten.",
  codeSentEither:
    "Gibt es dazu eine Bestellung, ist ein sechsstelliger Code unterwegs zu dem Kontakt der Bestellung: an ihre E-Mail-Adresse oder, wenn sie keine hat, an ihr Telefon. Bitte schreib ihn innerhalb von {minutes} Minuten hierher. Kannst Du das Postfach nicht lesen, schreib „an mein Telefon“.",
  codeSentPhone:
    "Gibt es dazu eine Bestellung mit einer Telefonnummer, ist ein sechsstelliger Code dorthin unterwegs. Bitte schreib ihn innerhalb von {minutes} Minuten hierher.",
  codeWaiting:
    "Ich warte noch auf die sechs Ziffern. Du kannst auch eine andere E-Mail-Adresse oder Bestellnummer schreiben, oder „neuer Code“.",
  codeWrong: "Der Code passt nicht. Bitte sieh in der neuesten Nachricht nach und schreib ihn noch einmal.",
  codeOver: "Dieser Code gilt nicht mehr.",
  codeLocked: "Das war nicht der richtige Code, und die Versuche sind aufgebraucht.",
  codeTooMany: "In kurzer Zeit wurden zu viele Codes angefordert.",
  proofLapsed: "Es ist eine Weile her, dass Du gezeigt hast, dass Du es bist. Deshalb muss ich noch einmal nachsehen.",
  proven: "Danke, jetzt weiß ich, dass Du es bist.",
  proveByLink: "Damit ich sicher bin, dass Du es bist, drück bitte auf den Knopf in dieser E-Mail. Danach geht es hier weiter.",
  proveButton: "Ja, das bin ich",
  stopped: "Gut, ich lasse es dabei. Was Du angegeben hast, bleibt gespeichert.",
  policyDelivered: "Du kannst innerhalb von {days} Tagen nach der Lieferung zurückgeben.",
  policyFulfilled: "Du kannst innerhalb von {days} Tagen nach dem Versand zurückgeben.",
  policyFee: "Eine Rücksendung kostet {fee}.",
  policyRestocking: "{percentage} % des Preises bleiben für die Wiedereinlagerung.",
  policyWaived: "Wenn der Fehler bei uns liegt, kostet es nichts.",
  policyFree: "Es kostet nichts.",
  continueHere: "Mit diesem Code geht es dort innerhalb von {minutes} Minuten weiter: {code}",
  continueUnknown: "Dieser Code gilt nicht mehr. Einen neuen gibt es dort, wo Du vorher geschrieben hast.",
  connected: "Das ist jetzt mit dem verbunden, was Du vorher geschrieben hast.",
};
