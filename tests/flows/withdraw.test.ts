import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "#app/channels/message.ts";
import { withdrawalTerm } from "#app/domain/returns/statute.ts";
import { canonicalOrder, holdsLink, readAddress } from "#app/domain/withdrawals/statement.ts";
import { asksWithdrawal } from "#app/flows/withdraw/wish.ts";

const stated = {
  en: [
    "I want to withdraw from my contract",
    "I hereby withdraw from the purchase of order #1001",
    "withdrawal",
    "I would like to exercise my right of withdrawal",
    "Please take this as my notice of withdrawal for order 1001",
  ],
  de: [
    "Widerruf",
    "Hiermit widerrufe ich den Vertrag über die Bestellung #1001",
    "ich möchte meine Bestellung widerrufen",
    "ich widerrufe",
    "Ich mache von meinem Widerrufsrecht Gebrauch",
    "ich trete vom Kaufvertrag zurück",
  ],
  fr: ["je me rétracte", "Je souhaite me rétracter de ma commande 1001", "je veux exercer mon droit de rétractation", "rétractation"],
  es: ["quiero desistir del contrato", "ejerzo mi derecho de desistimiento", "desistimiento", "desisto de la compra del pedido 1001"],
  pt: ["quero desistir da compra", "quero exercer meu direito de arrependimento", "desisto do contrato do pedido 1001"],
  it: ["voglio recedere dal contratto", "esercito il diritto di recesso", "recesso", "recedo dall'acquisto dell'ordine 1001"],
  nl: ["ik herroep de overeenkomst", "ik wil mijn bestelling herroepen", "herroeping", "ik maak gebruik van mijn herroepingsrecht"],
};
test.each(Object.entries(stated))("a withdrawal is read in %s", (_language, sentences) => {
  for (const sentence of sentences) expect([sentence, asksWithdrawal(sentence)]).toEqual([sentence, true]);
});

const others = [
  "I want to return the dress",
  "can I get a refund?",
  "please cancel my order #1001",
  "what is your withdrawal policy?",
  "how long is the withdrawal period?",
  "do I have a right of withdrawal?",
  "I withdraw my consent to the newsletter",
  "I want to withdraw my return request",
  "withdraw money from my gift card",
  "the colour order is wrong",
  "ich möchte das Kleid zurückschicken",
  "bitte storniere meine Bestellung",
  "wie lang ist die Widerrufsfrist?",
  "habe ich ein Widerrufsrecht?",
  "ich widerrufe meine Einwilligung in den Newsletter",
  "je veux retourner la robe",
  "quel est le délai de rétractation ?",
  "annulez ma commande",
  "quiero devolver el vestido",
  "¿cuál es el plazo de desistimiento?",
  "cancela mi pedido",
  "quero devolver o vestido",
  "qual é o prazo de arrependimento da compra?",
  "quero cancelar meu pedido",
  "vorrei restituire il vestito",
  "qual è il termine per il recesso dal contratto?",
  "annulla il mio ordine",
  "ik wil de jurk terugsturen",
  "hoe lang is de herroepingstermijn?",
  "annuleer mijn bestelling",
];
test.each(others)("another wish stays another wish: %s", (sentence) => {
  expect(asksWithdrawal(sentence)).toBe(false);
});

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const parcel = (delivered: string) => ({
  createdAt: new Date("2026-05-01"),
  displayStatus: "DELIVERED",
  deliveredAt: new Date(`${delivered}T10:00:00Z`),
});
const bought = (...delivered: string[]) => ({ countryCode: "DE", fulfillmentStatus: "FULFILLED", fulfillments: delivered.map(parcel) });
const at = (text: string) => new Date(`${text}T12:00:00Z`);

test("the term runs from the last parcel's arrival, ends on a working day, and is a year longer for whoever was not told", () => {
  const order = bought("2026-05-04", "2026-05-06");
  expect(withdrawalTerm(order, at("2026-05-20"), "Europe/Berlin")).toEqual({
    standing: "within",
    lastDay: day("2026-05-20"),
    lastDayUninformed: day("2027-05-20"),
  });
  expect(withdrawalTerm(order, at("2026-05-21"), "Europe/Berlin").standing).toBe("over");
  expect(withdrawalTerm(order, at("2027-05-21"), "Europe/Berlin").standing).toBe("long-over");
  // 23 May 2026 is a Saturday.
  expect(withdrawalTerm(bought("2026-05-09"), at("2026-05-25"), "Europe/Berlin").standing).toBe("within");
  expect(withdrawalTerm({ ...order, fulfillmentStatus: "PARTIALLY_FULFILLED" }, at("2026-05-21"), "Europe/Berlin").standing).toBe(
    "not-begun",
  );
  expect(withdrawalTerm({ ...order, countryCode: "US" }, at("2026-05-10"), "Europe/Berlin").standing).toBe("outside-eu");
});

test("what is typed is read as it was meant, and carries no link to a stranger", () => {
  expect(["#1001", " 1001", "Nr. 1001", "Bestellung 1001"].map(canonicalOrder)).toEqual(["1001", "1001", "1001", "1001"]);
  expect(["see https://evil.example", "www.evil.example", "[x](evil)", "evil.example/now"].map(holdsLink)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["Ada Sample", "the dress, size M (blue)", "Dr. A. Müller"].map(holdsLink)).toEqual([false, false, false]);
  expect(readAddress(" Ada@Example.com ")).toBe("ada@example.com");
  expect(["ada", "a@b", "a@b.de\nBcc: x@y.de", "a..b@c.de"].map(readAddress)).toEqual([null, null, null, null]);
});

test("no sentence that another wish is learnt from is taken for a withdrawal", () => {
  const folder = new URL("../../app/pipeline/assistant/local/utterances/", import.meta.url);
  let read = 0;
  for (const language of languages) {
    let section = "";
    for (const line of readFileSync(new URL(`${language}.txt`, folder), "utf8").split("\n")) {
      section = /^\[(.+)\]$/.exec(line)?.[1] ?? section;
      if (section === "return_start.withdrawal") continue;
      read += 1;
      expect([language, section, line.split("|").filter(asksWithdrawal)]).toEqual([language, section, []]);
    }
  }
  expect(read).toBeGreaterThan(2_000);
});
