import { expect, test } from "vitest";
import { readParcel } from "#app/flows/return/gift/parcel.ts";
import { saysGiven, saysNotBuyer, wantsBack } from "#app/flows/return/gift/wish.ts";
import { kept, learned, learnedLater, unanswered } from "#tests/knowledge/questions.ts";

test.each([
  "I got this dress as a gift and it's too small, can I exchange it?",
  "it was a present, can I send it back",
  "My aunt ordered it for me and I'd like to return it",
  "I was given this scarf for my birthday, I want to return it",
  "a friend bought me the mug, can I swap it?",
  "someone gave me this jacket, how do I return it?",
  "can I return an unwanted gift",
  "received it as a christmas present from my mum, want to exchange it",
  "Ich habe das Kleid geschenkt bekommen und möchte es umtauschen",
  "Das war ein Geschenk, kann ich es zurückgeben?",
  "Meine Tante hat es bestellt, ich will es zurückschicken",
  "Den Schal habe ich zum Geburtstag bekommen, er passt nicht, zurückgeben bitte",
  "On m'a offert cette robe, je voudrais l'échanger",
  "C'était un cadeau, est-ce que je peux le renvoyer ?",
  "Ma tante l'a commandé pour moi, je veux le retourner",
  "J'ai reçu ce foulard en cadeau et je veux le rendre",
  "Me han regalado este vestido y quiero cambiarlo",
  "Fue un regalo, ¿puedo devolverlo?",
  "Mi tía lo pidió para mí y quiero devolverlo",
  "Ganhei este vestido de presente e quero trocar",
  "Foi um presente, posso devolver?",
  "Minha tia comprou para mim, quero devolver",
  "Mi hanno regalato questo vestito e vorrei cambiarlo",
  "Era un regalo, posso restituirlo?",
  "Mia zia l'ha ordinato per me, vorrei cambiarlo",
  "Ik kreeg deze jurk cadeau en wil hem ruilen",
  "Het was een cadeau, kan ik het terugsturen?",
  "Mijn tante heeft het besteld, ik wil het retourneren",
])("%s is somebody who was given a thing that is to go back", (text) => {
  expect(saysGiven(text)).toBe(true);
  expect(wantsBack(text)).toBe(true);
});

test.each([
  "I bought it as a gift for my sister and she doesn't like it, I want to return it",
  "It was a gift for my mum, it is too big",
  "Do you wrap gifts?",
  "I want to return my gift card",
  "can I add a gift note to my order",
  "I didn't order this, my card was charged",
  "I ordered a dress and got a scarf",
  "I'd like to return order #1001",
  "I have not received my parcel",
  "I got a refund but it is too low",
  "Ich suche ein Geschenk für meine Tante",
  "Ich habe es meiner Schwester geschenkt, sie mag es nicht",
  "Das war ein Geschenk für meine Mutter",
  "Ich habe den falschen Artikel bekommen",
  "Je cherche un cadeau pour mon frère",
  "C'est un cadeau pour ma mère",
  "¿Envolvéis para regalo?",
  "Es un regalo para mi hermana",
  "É um presente para minha mãe",
  "È un regalo per mia madre",
  "Het is een cadeau voor mijn zus",
  "Hebben jullie cadeaupapier?",
])("%s is a buyer, or something else", (text) => expect(saysGiven(text)).toBe(false));

test.each([
  "I didn't buy it myself",
  "I didn't order it, I don't know the address",
  "I'm not the one who bought it",
  "Das habe ich nicht selbst gekauft",
  "ich habe es nicht bestellt",
  "Ce n'est pas moi qui l'ai commandé",
  "je ne l'ai pas acheté",
  "Yo no lo compré",
  "no soy la compradora",
  "não fui eu que comprei",
  "eu não comprei",
  "Non l'ho comprato io",
  "non sono l'acquirente",
  "Ik heb het niet zelf gekocht",
  "ik ben niet de koper",
])("%s, asked who it is: not who bought it", (text) => expect(saysNotBuyer(text)).toBe(true));

test("of what people ask of the shop's texts only questions about just this sound so", () => {
  const asked = [kept, learned, learnedLater, unanswered].flatMap((questions) => Object.values(questions).flat());
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((text) => saysGiven(text) && wantsBack(text))).toEqual([
    "I got it as a present, can I swap it",
    "my aunt gave it to me, will she find out if I exchange it",
  ]);
});

test.each([
  ["order #1001 and postcode 10405", { orderName: "#1001" }, {}, { orderName: "#1001", postcode: "10405" }],
  ["1001, 10405", { orderName: "#1001" }, {}, { orderName: "#1001", postcode: "10405" }],
  ["#ll-1001 SW1A 1AA", {}, {}, { orderName: "#LL-1001", postcode: "SW1A 1AA" }],
  ["10405", { orderName: "#10405" }, { orderName: "#1001" }, { postcode: "10405" }],
  ["it's d-10405", {}, { orderName: "#1001" }, { postcode: "D-10405" }],
  ["1012ab", {}, { orderName: "#1001" }, { postcode: "1012AB" }],
  ["M5V 2T6", {}, { orderName: "#1001" }, { postcode: "M5V 2T6" }],
  ["01310-100", {}, { orderName: "#1001" }, { postcode: "01310-100" }],
  ["94105-1234", {}, { orderName: "#1001" }, { postcode: "94105-1234" }],
  ["my aunt ordered it, it is too small", {}, {}, {}],
  ["A long story that tells of the year 2026 and of much else that nobody needs to know at all", {}, {}, {}],
] as const)("%s, read as what stands on a parcel", (text, slots, known, read) => {
  expect(readParcel(text, slots, known)).toEqual(read);
});
