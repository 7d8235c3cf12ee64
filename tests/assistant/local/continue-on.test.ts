import { expect, test } from "vitest";
import { continueOnIn, deniesIn } from "#app/pipeline/assistant/local/slots/continue-on.ts";

test.each([
  ["can I go on by WhatsApp?", "whatsapp"],
  ["Can we do this on whatsapp instead", "whatsapp"],
  ["I'd like to continue on your website", "widget"],
  ["can i carry on by email later", "email"],
  ["can I continue this on my phone?", "anywhere"],
  ["switch to insta please", "instagram"],
  ["Kann ich per WhatsApp weitermachen?", "whatsapp"],
  ["kann ich auf der Website weiterschreiben", "widget"],
  ["Können wir per Mail weiter machen?", "email"],
  ["geht das auch über Instagram?", "instagram"],
  ["Kann ich das woanders fortsetzen?", "anywhere"],
  ["Je peux continuer sur WhatsApp ?", "whatsapp"],
  ["est-ce possible de poursuivre par e-mail", "email"],
  ["on peut passer sur votre site ?", "widget"],
  ["¿Puedo seguir por WhatsApp?", "whatsapp"],
  ["quiero continuar en la web", "widget"],
  ["¿podemos pasar a instagram?", "instagram"],
  ["Posso continuar pelo WhatsApp?", "whatsapp"],
  ["dá para continuar por e-mail?", "email"],
  ["podemos mudar para o instagram", "instagram"],
  ["Posso continuare su WhatsApp?", "whatsapp"],
  ["possiamo proseguire via e-mail?", "email"],
  ["vorrei continuare sul sito", "widget"],
  ["Kan ik via WhatsApp verder?", "whatsapp"],
  ["kan ik op de website verdergaan", "widget"],
  ["kunnen we per mail verder gaan?", "email"],
])("%s", (text, where) => expect(continueOnIn(text)).toBe(where));

test.each([
  "I already wrote to you on WhatsApp",
  "ich habe euch schon auf Instagram geschrieben",
  "I want to send the dress back by mail",
  "can you send me the label by email?",
  "quiero cambiar mi correo",
  "Schick mir das Etikett bitte per Mail",
  "my email is ada@example.com",
  "I want to continue my return",
  "can I pay on your website",
  "change the address please",
  "is the dress on your website real wool",
  "the photo on the website looked different",
])("is no such wish: %s", (text) => expect(continueOnIn(text)).toBeUndefined());

test.each([
  "That was not me",
  "not me",
  "Das war ich nicht!",
  "ce n’était pas moi",
  "no era yo",
  "não fui eu",
  "non ero io",
  "dat was ik niet",
])("denies: %s", (text) => expect(deniesIn(text)).toBe(true));
test("what is told about somebody else denies nothing", () => {
  expect(deniesIn("it was not me who ordered the second dress but my sister")).toBe(false);
});
