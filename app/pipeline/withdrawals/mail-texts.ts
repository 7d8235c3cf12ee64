import type { Catalogue } from "#app/flows/texts.ts";

export type MailKey =
  | "receiptSubject"
  | "receiptIntro"
  | "statement"
  | "name"
  | "order"
  | "items"
  | "allItems"
  | "address"
  | "received"
  | "reference"
  | "receiptNext"
  | "noticeSubject"
  | "noticeIntro"
  | "noticeNext";

/** What the receipt of a withdrawal and the notice beside it say. */
export const mailTexts: Catalogue<MailKey> = {
  en: {
    receiptSubject: "We received your withdrawal, {reference}",
    receiptIntro: "This is the receipt for your withdrawal from a contract with {shop}. Please keep it.",
    statement: "Statement: “I withdraw from the contract for order {order}.”",
    name: "Name: {name}",
    order: "Order: {order}",
    items: "Items: {items}",
    allItems: "the whole order",
    address: "Receipt to: {address}",
    received: "Received on: {when}",
    reference: "Reference: {reference}",
    receiptNext: "{shop} writes to you about what comes next. If something is wrong here, or you did not state this, answer this email.",
    noticeSubject: "A withdrawal was stated for order {order}",
    noticeIntro: "On {when} somebody stated the withdrawal from the contract for order {order} at {shop}. Reference: {reference}.",
    noticeNext:
      "The receipt went to another email address than the one on the order, so we tell you here too. If this was not you or somebody for you, answer this email. Nothing happens before a person has looked at it.",
  },
  de: {
    receiptSubject: "Dein Widerruf ist eingegangen, {reference}",
    receiptIntro: "Das ist die Eingangsbestätigung für Deinen Widerruf eines Vertrags mit {shop}. Bitte heb sie auf.",
    statement: "Erklärung: „Ich widerrufe den Vertrag über die Bestellung {order}.“",
    name: "Name: {name}",
    order: "Bestellung: {order}",
    items: "Artikel: {items}",
    allItems: "die ganze Bestellung",
    address: "Bestätigung an: {address}",
    received: "Eingegangen am: {when}",
    reference: "Referenz: {reference}",
    receiptNext:
      "{shop} schreibt Dir, wie es weitergeht. Wenn hier etwas nicht stimmt oder Du das nicht erklärt hast, antworte auf diese E-Mail.",
    noticeSubject: "Für Bestellung {order} wurde ein Widerruf erklärt",
    noticeIntro: "Am {when} hat jemand den Vertrag über die Bestellung {order} bei {shop} widerrufen. Referenz: {reference}.",
    noticeNext:
      "Die Bestätigung ging an eine andere E-Mail-Adresse als die der Bestellung, deshalb sagen wir es auch Dir. Wenn das weder Du noch jemand für Dich war, antworte auf diese E-Mail. Es passiert nichts, bevor ein Mensch es angesehen hat.",
  },
  fr: {
    receiptSubject: "Votre rétractation est bien reçue, {reference}",
    receiptIntro: "Voici l’accusé de réception de votre rétractation d’un contrat avec {shop}. Veuillez le conserver.",
    statement: "Déclaration : « Je me rétracte du contrat portant sur la commande {order}. »",
    name: "Nom : {name}",
    order: "Commande : {order}",
    items: "Articles : {items}",
    allItems: "toute la commande",
    address: "Accusé envoyé à : {address}",
    received: "Reçue le : {when}",
    reference: "Référence : {reference}",
    receiptNext: "{shop} vous écrit pour la suite. Si quelque chose est inexact ou si vous n’avez rien déclaré, répondez à cet e-mail.",
    noticeSubject: "Une rétractation a été déclarée pour la commande {order}",
    noticeIntro:
      "Le {when}, quelqu’un a déclaré la rétractation du contrat portant sur la commande {order} auprès de {shop}. Référence : {reference}.",
    noticeNext:
      "L’accusé de réception est parti vers une autre adresse que celle de la commande, nous vous prévenons donc aussi. Si ce n’était ni vous ni quelqu’un pour vous, répondez à cet e-mail. Rien ne se passe avant qu’une personne l’ait examiné.",
  },
  es: {
    receiptSubject: "Hemos recibido tu desistimiento, {reference}",
    receiptIntro: "Este es el acuse de recibo de tu desistimiento de un contrato con {shop}. Guárdalo.",
    statement: "Declaración: «Desisto del contrato del pedido {order}.»",
    name: "Nombre: {name}",
    order: "Pedido: {order}",
    items: "Artículos: {items}",
    allItems: "todo el pedido",
    address: "Acuse enviado a: {address}",
    received: "Recibido el: {when}",
    reference: "Referencia: {reference}",
    receiptNext: "{shop} te escribe sobre lo que sigue. Si algo no es correcto o no lo has declarado tú, responde a este correo.",
    noticeSubject: "Se ha declarado un desistimiento del pedido {order}",
    noticeIntro: "El {when} alguien declaró el desistimiento del contrato del pedido {order} con {shop}. Referencia: {reference}.",
    noticeNext:
      "El acuse fue a otro correo que el del pedido, por eso te avisamos también aquí. Si no fuiste tú ni alguien en tu nombre, responde a este correo. No pasa nada antes de que una persona lo haya visto.",
  },
  pt: {
    receiptSubject: "Recebemos sua desistência, {reference}",
    receiptIntro: "Este é o comprovante da sua desistência de um contrato com {shop}. Guarde-o.",
    statement: "Declaração: “Desisto do contrato do pedido {order}.”",
    name: "Nome: {name}",
    order: "Pedido: {order}",
    items: "Itens: {items}",
    allItems: "o pedido inteiro",
    address: "Comprovante para: {address}",
    received: "Recebida em: {when}",
    reference: "Referência: {reference}",
    receiptNext:
      "{shop} escreve para você sobre o que vem a seguir. Se algo não está certo ou não foi você quem declarou, responda a este e-mail.",
    noticeSubject: "Foi declarada uma desistência do pedido {order}",
    noticeIntro: "Em {when}, alguém declarou a desistência do contrato do pedido {order} com {shop}. Referência: {reference}.",
    noticeNext:
      "O comprovante foi para outro e-mail que não o do pedido, por isso avisamos você aqui também. Se não foi você nem alguém por você, responda a este e-mail. Nada acontece antes que uma pessoa tenha visto.",
  },
  it: {
    receiptSubject: "Abbiamo ricevuto il tuo recesso, {reference}",
    receiptIntro: "Questa è la ricevuta del tuo recesso da un contratto con {shop}. Conservala.",
    statement: "Dichiarazione: «Recedo dal contratto relativo all’ordine {order}.»",
    name: "Nome: {name}",
    order: "Ordine: {order}",
    items: "Articoli: {items}",
    allItems: "tutto l’ordine",
    address: "Ricevuta a: {address}",
    received: "Ricevuto il: {when}",
    reference: "Riferimento: {reference}",
    receiptNext: "{shop} ti scrive su come si prosegue. Se qualcosa non va o non l’hai dichiarato tu, rispondi a questa e-mail.",
    noticeSubject: "È stato dichiarato un recesso per l’ordine {order}",
    noticeIntro:
      "Il {when} qualcuno ha dichiarato il recesso dal contratto relativo all’ordine {order} con {shop}. Riferimento: {reference}.",
    noticeNext:
      "La ricevuta è andata a un’e-mail diversa da quella dell’ordine, perciò avvisiamo anche te. Se non sei stato tu né qualcuno per te, rispondi a questa e-mail. Non succede nulla prima che una persona l’abbia guardato.",
  },
  nl: {
    receiptSubject: "We hebben je herroeping ontvangen, {reference}",
    receiptIntro: "Dit is de ontvangstbevestiging van je herroeping van een overeenkomst met {shop}. Bewaar hem goed.",
    statement: "Verklaring: “Ik herroep de overeenkomst voor bestelling {order}.”",
    name: "Naam: {name}",
    order: "Bestelling: {order}",
    items: "Artikelen: {items}",
    allItems: "de hele bestelling",
    address: "Bevestiging naar: {address}",
    received: "Ontvangen op: {when}",
    reference: "Referentie: {reference}",
    receiptNext: "{shop} schrijft je hoe het verdergaat. Klopt hier iets niet of heb je dit niet verklaard, beantwoord dan deze e-mail.",
    noticeSubject: "Voor bestelling {order} is een herroeping verklaard",
    noticeIntro: "Op {when} heeft iemand de overeenkomst voor bestelling {order} bij {shop} herroepen. Referentie: {reference}.",
    noticeNext:
      "De bevestiging ging naar een ander e-mailadres dan dat van de bestelling, daarom laten we het ook jou weten. Was jij dit niet, en ook niemand namens jou, beantwoord dan deze e-mail. Er gebeurt niets voordat een mens ernaar gekeken heeft.",
  },
};
