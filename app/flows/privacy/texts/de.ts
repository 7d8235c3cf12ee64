import type { en } from "./en.ts";

export const de: Record<keyof typeof en, string> = {
  summary:
    "Das speichere ich von Dir: {messages, plural, one {eine Nachricht} other {# Nachrichten}} über {channels}{day, select, other { seit {day}}}, {cases, plural, =0 {keine Anliegen} one {ein Anliegen} other {# Anliegen}} und {notes, plural, =0 {keine Notizen des Teams} one {eine Notiz des Teams} other {# Notizen des Teams}}.",
  addresses: "Damit verbunden: {list}.",
  remembered: "Ich merke mir für Dich: {list}. Mit „vergiss meine Vorlieben“ ist das wieder weg.",
  scope: "Deine Bestellungen und Dein Konto liegen beim Shop selbst, in Shopify.",
  scopeUnproven: "Ich weiß nicht sicher, wer Du bist, deshalb gilt das nur für dieses Gespräch.",
  buttonExport: "Alles zuschicken",
  buttonForget: "Daten löschen",
  exportSent: "Ein Link zu allem ist unterwegs an {address}. Er lässt sich einmal öffnen.",
  exportUnderWay: "Der Link wurde schon geschickt. Sieh bitte in Dein Postfach.",
  noMailbox: "Ich kenne kein Postfach, das sicher Dir gehört, deshalb kann ich es nicht selbst schicken.",
  explain:
    "Ich würde unsere Gespräche auf allen Kanälen löschen, Deine Adressen hier, Anliegen und Notizen. Was {shop} behalten muss, bleibt: Bestellungen, Rechnungen und Dein Konto bei Shopify. Das lässt sich nicht rückgängig machen.",
  ask: "Soll ich es löschen?",
  buttonYes: "Ja, löschen",
  buttonNo: "Nein, behalten",
  erasing:
    "Ich lösche es jetzt, auch diese Nachricht. In ein paar Minuten ist hier nichts mehr davon. Wenn Du wieder schreibst, fangen wir neu an.",
  kept: "Gut, alles bleibt, wie es ist.",
  stepLabel: "Eigene Daten",
};
