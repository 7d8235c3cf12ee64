import type { en } from "./en.ts";

export const nl: Record<keyof typeof en, string> = {
  summary:
    "Dit bewaar ik van je: {messages, plural, one {één bericht} other {# berichten}} via {channels}{day, select, other { sinds {day}}}, {cases, plural, =0 {geen vragen} one {één vraag} other {# vragen}} en {notes, plural, =0 {geen notities van het team} one {één notitie van het team} other {# notities van het team}}.",
  addresses: "Daarmee verbonden: {list}.",
  remembered: "Ik onthoud voor je: {list}. Schrijf ‘vergeet mijn voorkeuren’ om dat te wissen.",
  scope: "Je bestellingen en je account bewaart de winkel zelf, in Shopify.",
  scopeUnproven: "Ik weet niet zeker wie je bent, dus dit gaat alleen over dit gesprek.",
  buttonExport: "Stuur me alles",
  buttonForget: "Wis mijn gegevens",
  exportSent: "Een link naar alles is onderweg naar {address}. Hij kan één keer worden geopend.",
  exportUnderWay: "De link is al gestuurd. Kijk in je mailbox.",
  noMailbox: "Ik ken geen mailbox die zeker van jou is, dus ik kan het niet zelf sturen.",
  explain:
    "Ik zou onze gesprekken op alle kanalen wissen, je adressen hier, vragen en notities. Wat {shop} moet bewaren blijft: bestellingen, facturen en je account bij Shopify. Het kan niet ongedaan worden gemaakt.",
  ask: "Zal ik het wissen?",
  buttonYes: "Ja, wissen",
  buttonNo: "Nee, bewaren",
  erasing: "Ik wis het nu, ook dit bericht. Over een paar minuten is hier niets meer over. Als je weer schrijft, beginnen we opnieuw.",
  kept: "Goed, alles blijft zoals het is.",
  stepLabel: "Eigen gegevens",
};
