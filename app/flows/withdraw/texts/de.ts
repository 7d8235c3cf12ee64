import type { WithdrawTextKey } from "./index.ts";

export const de: Record<WithdrawTextKey, string> = {
  stepOrder: "Vertrag",
  stepReceipt: "Bestätigung an",
  stepConfirm: "Bestätigt",
  choose:
    "Du kannst hier einen Vertrag widerrufen, ohne einen Grund zu nennen. Um welche Bestellung geht es? Wenn sie nicht dabei ist, schreib ihre Nummer.",
  askBoth:
    "Du kannst hier einen Vertrag widerrufen, ohne einen Grund zu nennen. Schreib die Bestellnummer und die E-Mail-Adresse für die Eingangsbestätigung.",
  askOrder: "Um welche Bestellung geht es? Schreib die Nummer, wie sie in Deiner Bestellbestätigung steht.",
  askContact: "An welche E-Mail-Adresse soll die Eingangsbestätigung für Bestellung {order} gehen?",
  contactUnclear: "Darin kann ich keine E-Mail-Adresse lesen.",
  orderUnclear: "Darin kann ich keine Bestellnummer lesen.",
  readBack:
    "Das erklärst Du:\n„Ich widerrufe den Vertrag über die Bestellung {order} bei {shop}.“\nDie Eingangsbestätigung geht an {address}.",
  readBackOnOrder:
    "Das erklärst Du:\n„Ich widerrufe den Vertrag über die Bestellung {order} bei {shop}.“\nDie Eingangsbestätigung geht an die E-Mail-Adresse der Bestellung.",
  wayBackFee:
    "Die Ware ist angekommen, und der Rückweg geht auf Deine Kosten: Du bekommst das Etikett des Shops, und {fee} werden von der Erstattung abgezogen. Wenn Du lieber selbst verschickst, schreib uns vorher, dann wird nichts abgezogen.",
  confirm: "Widerruf bestätigen",
  keep: "Jetzt nicht",
  another: "Andere Bestellung",
  kept: "Gut, es wurde nichts erklärt. Solange Dein Recht besteht, kannst Du jederzeit widerrufen.",
  received:
    "Dein Widerruf der Bestellung {order} ist am {when} eingegangen. Referenz: {reference}. Die Eingangsbestätigung ist per E-Mail unterwegs.",
  receivedBefore: "Dein Widerruf der Bestellung {order} liegt mir schon vor. Er ist am {when} eingegangen. Referenz: {reference}.",
  cancelling: "Die Bestellung ist noch nicht unterwegs. Ich storniere sie und schreibe, sobald es erledigt ist.",
  returning: "Ich lege die Rücksendung an und schreibe, sobald es erledigt ist.",
  working: "Es wird noch ausgeführt. Ich schreibe, sobald es erledigt ist.",
  cancelled: "Bestellung {order} ist storniert. Alles, was Du bezahlt hast, geht auf demselben Weg zurück.",
  registered:
    "Deine Rücksendung ist als {name} angelegt. Bitte schick die Ware innerhalb von 14 Tagen zurück. Du bekommst den Kaufpreis zurück und, wenn Du alles zurückgibst, auch die Kosten der Standardlieferung.",
  failed: "Von selbst ließ es sich nicht ausführen, deshalb macht es ein Mensch. Dein Widerruf gilt trotzdem als eingegangen.",
  resume: "Wir machen mit Deinem Widerruf weiter, wo Du aufgehört hast.",
  resumeFrom: "Wir machen mit Deinem Widerruf weiter, wo Du {place} aufgehört hast.",
  oldButton: "Dieser Knopf gehört zu einem früheren Schritt.",
};
