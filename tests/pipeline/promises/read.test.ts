import { expect, test } from "vitest";
import { readPromises } from "#app/domain/promises/read.ts";

/** A Wednesday, noon in Berlin. */
const clock = { at: new Date("2026-06-03T10:00:00Z"), timeZone: "Europe/Berlin" };
const short = (text: string) =>
  readPromises(text, clock).map(({ about, dueAt, wholeDay }) => {
    const local = new Date(dueAt.getTime() + 2 * 3_600_000).toISOString();
    return `${about} ${wholeDay ? local.slice(5, 10) : local.slice(5, 16)}`;
  });

const made: Record<string, [string, string][]> = {
  en: [
    ["You will have your refund within 5 days.", "refund 06-08"],
    ["We will answer tomorrow.", "answer 06-04"],
    ["I'll call you back by Friday.", "answer 06-05"],
    ["It ships on Monday.", "shipment 06-08"],
    ["Don't worry, we'll refund you within 3 business days.", "refund 06-08"],
    ["We’ll send you the return label today.", "label 06-03"],
    ["The replacement will go out by 12 June.", "exchange 06-12"],
    ["I will check with the warehouse by the end of the week.", "other 06-05"],
    ["We'll get back to you within 24 hours.", "answer 06-04T12:00"],
    ["I'll let you know about your refund the day after tomorrow.", "answer 06-05"],
    ["We will ship your order in 2 to 4 days.", "shipment 06-07"],
    ["I will refund it no later than June 5th.", "refund 06-05"],
  ],
  de: [
    ["Du bekommst Dein Geld innerhalb von 5 Tagen zurück.", "refund 06-08"],
    ["Wir antworten Dir morgen.", "answer 06-04"],
    ["Ich rufe Dich bis Freitag zurück.", "answer 06-05"],
    ["Das Paket geht am Montag raus.", "shipment 06-08"],
    ["Wir erstatten Dir den Betrag in 3 Werktagen.", "refund 06-08"],
    ["Ich schicke Dir heute das Rücksendeetikett.", "label 06-03"],
    ["Wir schicken Dir den Ersatz bis zum 12. Juni.", "exchange 06-12"],
    ["Ich kläre das bis Ende der Woche.", "other 06-05"],
    ["Wir melden uns übermorgen.", "answer 06-05"],
    ["Morgen melde ich mich bei Ihnen.", "answer 06-04"],
    ["Ihre Erstattung wird bis 10.6. überwiesen.", "refund 06-10"],
  ],
  fr: [
    ["Vous aurez votre remboursement sous 5 jours.", "refund 06-08"],
    ["Nous vous répondrons demain.", "answer 06-04"],
    ["Je vous rappelle d’ici vendredi.", "answer 06-05"],
    ["Votre colis part lundi.", "shipment 06-08"],
    ["Nous vous remboursons sous 3 jours ouvrés.", "refund 06-08"],
    ["Je vous envoie l’étiquette de retour aujourd’hui.", "label 06-03"],
    ["Nous enverrons votre article de remplacement avant le 12 juin.", "exchange 06-12"],
    ["Je vérifie cela d’ici la fin de la semaine.", "other 06-05"],
    ["On revient vers vous après-demain.", "answer 06-05"],
  ],
  es: [
    ["Tendrás tu reembolso en 5 días.", "refund 06-08"],
    ["Te responderemos mañana.", "answer 06-04"],
    ["Te llamo antes del 5 de junio.", "answer 06-05"],
    ["Tu paquete sale el lunes.", "shipment 06-08"],
    ["Vamos a reembolsarte dentro de 3 días hábiles.", "refund 06-08"],
    ["Te envío hoy la etiqueta de devolución.", "label 06-03"],
    ["Te enviaremos el cambio el viernes.", "exchange 06-05"],
    ["Voy a consultar con el almacén y te escribo pasado mañana.", "answer 06-05"],
    ["Revisaremos tu caso esta semana.", "other 06-05"],
  ],
  it: [
    ["Avrai il tuo rimborso entro 5 giorni.", "refund 06-08"],
    ["Ti risponderemo domani.", "answer 06-04"],
    ["Ti richiamo entro venerdì.", "answer 06-05"],
    ["Il pacco parte lunedì.", "shipment 06-08"],
    ["Ti rimborseremo entro 3 giorni lavorativi.", "refund 06-08"],
    ["Ti invio oggi l’etichetta per il reso.", "label 06-03"],
    ["Ti spediremo il cambio entro il 12 giugno.", "exchange 06-12"],
    ["Verificheremo con il magazzino entro la fine della settimana.", "other 06-05"],
    ["Ti scriviamo dopodomani.", "answer 06-05"],
  ],
  nl: [
    ["Je krijgt je geld binnen 5 dagen terug.", "refund 06-08"],
    ["We antwoorden je morgen.", "answer 06-04"],
    ["Ik bel je uiterlijk vrijdag terug.", "answer 06-05"],
    ["Je pakket gaat maandag de deur uit.", "shipment 06-08"],
    ["We storten het bedrag binnen 3 werkdagen naar je terug.", "refund 06-08"],
    ["Ik stuur je vandaag het retourlabel.", "label 06-03"],
    ["We versturen je vervanging uiterlijk 12 juni.", "exchange 06-12"],
    ["Ik controleer het voor het einde van de week.", "other 06-05"],
    ["We laten je overmorgen iets weten.", "answer 06-05"],
  ],
  pt: [
    ["Você terá seu reembolso em até 5 dias.", "refund 06-08"],
    ["Vamos responder amanhã.", "answer 06-04"],
    ["Vou ligar para você até sexta-feira.", "answer 06-05"],
    ["Seu pacote sai na segunda.", "shipment 06-08"],
    ["Vamos reembolsar você em 3 dias úteis.", "refund 06-08"],
    ["Vou enviar sua etiqueta hoje.", "label 06-03"],
    ["Enviaremos a troca até 12 de junho.", "exchange 06-12"],
    ["Vou verificar com o estoque até o fim da semana.", "other 06-05"],
    ["Retornaremos depois de amanhã.", "answer 06-05"],
  ],
};

const none: Record<string, string[]> = {
  en: [
    "Will you have my refund within 5 days?",
    "We will not be able to answer tomorrow.",
    "Refunds usually take 5 days.",
    "We refunded you on Monday.",
    'You wrote "I will have my refund by Friday".',
    "If it arrives on Monday, we will refund you by Friday.",
    "Please send the dress back by Friday.",
    "You can return it within 30 days.",
    "We will ship orders within 2 days.",
    "Your bank will show the refund within 5 days.",
    "> We will answer tomorrow.",
    "We hope you will have it by Friday.",
    "We will answer soon.",
    "We'll be closed on Monday.",
    "The parcel should arrive tomorrow.",
    "Send me a photo by Friday and we will refund you.",
  ],
  de: [
    "Bekommst Du Dein Geld innerhalb von 5 Tagen?",
    "Wir können Dir morgen nicht antworten.",
    "Erstattungen dauern in der Regel 5 Tage.",
    "Wir haben Dir das Geld am Montag erstattet.",
    "Du hast geschrieben: „Ich bekomme mein Geld bis Freitag“.",
    "Wenn es am Montag ankommt, erstatten wir Dir das Geld bis Freitag.",
    "Bitte schick das Kleid bis Freitag zurück.",
    "Du kannst es innerhalb von 30 Tagen zurückgeben.",
    "Wir versenden innerhalb von 2 Tagen.",
    "Wir melden uns bald.",
    "Wir haben am Montag geschlossen.",
  ],
  fr: [
    "Aurez-vous le remboursement sous 5 jours ?",
    "Nous ne pourrons pas vous répondre demain.",
    "Les remboursements prennent en général 5 jours.",
    "Nous vous avons remboursé lundi.",
    "Vous écrivez « j’aurai mon remboursement vendredi ».",
    "Si le colis arrive lundi, nous vous remboursons avant vendredi.",
    "Veuillez renvoyer la robe avant vendredi.",
    "Vous pouvez la retourner sous 30 jours.",
    "Nous expédions sous 2 jours.",
    "Nous vous répondrons bientôt.",
  ],
  es: [
    "¿Tendré mi reembolso en 5 días?",
    "No podremos responderte mañana.",
    "Los reembolsos suelen tardar 5 días.",
    "Te hemos reembolsado el lunes.",
    "Escribiste: «Tendré mi reembolso el viernes».",
    "Si llega el lunes, te reembolsaremos el viernes.",
    "Por favor, envía el vestido antes del viernes.",
    "Puedes devolverlo en 30 días.",
    "Te enviamos el paquete el lunes.",
    "Te responderemos pronto.",
  ],
  it: [
    "Avrai il rimborso entro 5 giorni?",
    "Non ti risponderemo domani.",
    "I rimborsi di solito richiedono 5 giorni.",
    "Ti abbiamo rimborsato lunedì.",
    "Hai scritto «avrò il rimborso entro venerdì».",
    "Se arriva lunedì, ti rimborseremo entro venerdì.",
    "Per favore rispedisci il vestito entro venerdì.",
    "Puoi restituirlo entro 30 giorni.",
    "Spediamo entro 2 giorni.",
    "Ti risponderemo presto.",
  ],
  nl: [
    "Krijg je je geld binnen 5 dagen?",
    "We kunnen je morgen niet antwoorden.",
    "Terugbetalingen duren meestal 5 dagen.",
    "We hebben je geld maandag terugbetaald.",
    "Je schreef: “ik krijg mijn geld vrijdag terug”.",
    "Als het maandag aankomt, krijg je je geld vrijdag terug.",
    "Stuur de jurk alsjeblieft uiterlijk vrijdag terug.",
    "Je kunt het binnen 30 dagen terugsturen.",
    "We verzenden binnen 2 dagen.",
    "We antwoorden je snel.",
  ],
  pt: [
    "Você terá o reembolso em 5 dias?",
    "Não vamos responder amanhã.",
    "Os reembolsos costumam levar 5 dias.",
    "O valor já foi reembolsado na segunda.",
    "Você escreveu: “terei meu reembolso até sexta”.",
    "Se chegar na segunda, vamos reembolsar você até sexta.",
    "Por favor, envie o vestido até sexta.",
    "Você pode devolver em até 30 dias.",
    "Enviamos em até 2 dias.",
    "Vamos responder em breve.",
  ],
};

test.each(Object.entries(made).flatMap(([language, all]) => all.map(([text, due]) => [language, text, due])))(
  "%s: %s",
  (_language, text, due) => expect(short(text)).toEqual([due]),
);

test.each(Object.entries(none).flatMap(([language, all]) => all.map((text) => [language, text])))("%s, no promise: %s", (_language, text) =>
  expect(short(text)).toEqual([]),
);

test("one message may promise several things, each once", () => {
  expect(
    short("Hi Ada. We'll send you the label today. We will refund you by Friday, and I'll call you tomorrow. I'll call you on Monday."),
  ).toEqual(["label 06-03", "refund 06-05", "answer 06-04"]);
});
