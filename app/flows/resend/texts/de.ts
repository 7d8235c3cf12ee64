import type { ResendTextKey } from "./index.ts";

export const de: Record<ResendTextKey, string> = {
  stepOrder: "Bestellung",
  stepMail: "Mail",
  orderUnknown: "{order} finde ich nicht unter den Bestellungen, die ich für Dich sehe.",
  resume: "Wir machen mit der Mail zu Deiner Bestellung weiter.",
  sending: "Ich lasse sie jetzt schicken und schreibe, sobald es bestätigt ist.",
  stillSending: "Sie wird gerade geschickt; ich schreibe, sobald es bestätigt ist.",
  takesLonger: "Die Bestätigung dauert länger als sonst. Ich sehe weiter nach und schreibe, sobald ich es weiß.",
  sentConfirmation:
    "Die Bestätigung von Bestellung {order} ist unterwegs an {address}, die Adresse, die auf der Bestellung steht. Wenn sie in ein paar Minuten nicht da ist, sieh bitte auch bei den unerwünschten Mails nach.",
  sentInvoice:
    "Die Rechnung zu Bestellung {order} ist unterwegs an {address}, die Adresse, die auf der Bestellung steht. Wenn sie in ein paar Minuten nicht da ist, sieh bitte auch bei den unerwünschten Mails nach.",
  otherAddress: "Ich kann sie nur an die Adresse schicken, die auf der Bestellung steht.",
  noAddress: "Auf Bestellung {order} steht keine Mailadresse, darum sieht das Team danach.",
  askWhich: "Was von beidem brauchst Du?",
  confirmation: "Bestätigung",
  invoice: "Rechnung",
  tooOften: "Sie wurde heute schon einige Male geschickt, darum sieht das Team danach.",
  failed: "Sie konnte nicht geschickt werden.",
  outcomeUnknown: "Ich konnte nicht bestätigen, ob sie geschickt wurde. Das Team prüft es.",
  handedOver: "Das Team ist danach gefragt. Neueres kann ich Dir nicht sagen.",
  nothingRunning: "Es wurde nichts geschickt. Sag mir, wenn Du eine Bestätigung oder Rechnung brauchst.",
  kept: "Gut, ich schicke nichts.",
  oldButton: "Dieser Knopf gehört zu einem früheren Schritt. Hier stehen wir.",
};
