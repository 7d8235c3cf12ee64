import { expect, test } from "vitest";
import { heldGiftCode, withoutGiftCodes } from "#app/domain/gift-cards/code.ts";
import { asksGiftCardBalance } from "#app/flows/gift-card/wish.ts";
import { kept, learned, learnedLater, unanswered } from "#tests/knowledge/questions.ts";

test.each([
  "How much is left on my gift card?",
  "what's the balance of my gift-card",
  "gift card balance",
  "is there still money on this gift voucher?",
  "is my gift card still valid",
  "Wie viel ist noch auf meinem Gutschein?",
  "Guthaben meiner Geschenkkarte abfragen",
  "was ist auf meinem Geschenkgutschein noch übrig",
  "Quel est le solde de ma carte cadeau ?",
  "Combien me reste-t-il sur mon bon cadeau ?",
  "¿Cuánto saldo tiene mi tarjeta regalo?",
  "cuánto me queda en la tarjeta de regalo",
  "Qual é o saldo do meu vale-presente?",
  "quanto ainda tenho no cartão presente",
  "Qual è il saldo della mia carta regalo?",
  "quanto mi resta sul buono regalo",
  "Hoeveel staat er nog op mijn cadeaubon?",
  "saldo van mijn cadeaukaart",
])("%s asks what is left on a card", (text) => expect(asksGiftCardBalance(text)).toBe(true));

test.each([
  "how do I redeem a gift card?",
  "How much is a gift card for 50 euros?",
  "do you sell gift cards",
  "the gift card in my order is missing",
  "can a gift be exchanged by the person who got it",
  "what is left in stock of the dress?",
  "Gutscheincode funktioniert nicht",
  "wie lange sind Gutscheine gültig",
  "combien coûte une carte cadeau",
  "cuánto cuesta una tarjeta regalo",
  "where is my order",
])("%s does not", (text) => expect(asksGiftCardBalance(text)).toBe(false));

test("no question of the shop's texts is taken for one", () => {
  expect(
    Object.values({ ...learned, ...learnedLater, ...kept, ...unanswered })
      .flat()
      .filter(asksGiftCardBalance),
  ).toEqual([]);
});

test.each([
  ["my gift card is h7k2 m9x4 q8w3 a1b2, what is left?", "my gift card is ••••a1b2, what is left?"],
  ["gift card H7K2-M9X4-Q8W3-A1B2", "gift card ••••A1B2"],
  ["gift card h7k2 m9x4 q8w3 a1b2 what left", "gift card ••••a1b2 what left"],
  ["die Geschenkkarte abcd m9x4 q8w3 a1b2", "die Geschenkkarte ••••a1b2"],
  ["h7k2m9x4q8w3a1b2", "••••a1b2"],
])("of %s only the end is kept", (text, kept) => {
  expect(withoutGiftCodes(text)).toBe(kept);
  expect(heldGiftCode(kept)).toBe(true);
});

test.each([
  "my order is #1001, tracking LL40271830DE",
  "1Z999AA10123456784",
  "C00HHA0123456789",
  "JVGL 0999 9999 9999 9999",
  "my gift card never arrived, order #1001, write to ada2026card@example.com",
  "the code is 123456",
  "der Gutschein WELCOME2026 geht nicht",
  "+49 1511 2345 678",
])("%s is kept as it is", (text) => expect(withoutGiftCodes(text)).toBe(text));
