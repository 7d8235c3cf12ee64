import type { en } from "./en.ts";

export const de: Record<keyof typeof en, string> = {
  intro: "{count, plural, one {Dein Gutschein} other {Deine Gutscheine}} bei {shop}:",
  until: "{card}: {amount}, gültig bis {day}",
  open: "{card}: {amount}, ohne Ablaufdatum",
  empty: "{card}: aufgebraucht",
  expired: "{card}: abgelaufen am {day}",
  off: "{card}: vom Shop gesperrt, kann nicht mehr eingelöst werden",
  more: "{count, plural, one {und noch einer} other {und # weitere}}",
  none: "Ich finde bei {shop} keinen Gutschein unter einer Adresse, von der ich weiß, dass sie Dir gehört.",
  elsewhere: "Gehört er zu einer anderen E-Mail-Adresse, schreib sie hier, dann geht ein Code dorthin.",
  unavailable: "Ich kann die Gutscheine von {shop} nicht einsehen. Jemand aus dem Team kann Dir sagen, was noch auf Deinem ist.",
  secret:
    "Bitte behalte den Code eines Gutscheins für Dich: Wer ihn hat, kann den Gutschein einlösen. Ich brauche ihn nicht und habe ihn nicht gespeichert.",
  askContact:
    "Damit ich sicher bin, dass der Gutschein Dir gehört, schreib bitte die E-Mail-Adresse, zu der er gehört, wie in Deinem Konto oder Deiner Bestellung. Dorthin gehen sechs Ziffern.",
  codeSent:
    "Wenn {shop} jemanden damit kennt, ist ein Code aus sechs Ziffern an dessen E-Mail-Adresse unterwegs. Bitte schreib ihn innerhalb von {minutes} Minuten hier.",
  gladly: "Gern.",
  person: "Mit Menschen reden",
  stepLabel: "Guthaben eines Gutscheins",
};
