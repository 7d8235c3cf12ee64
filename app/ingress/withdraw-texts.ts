import type { Catalogue } from "#app/flows/texts.ts";

export type WithdrawKey =
  | "title"
  | "intro"
  | "step1"
  | "step2"
  | "name"
  | "order"
  | "orderHint"
  | "contact"
  | "items"
  | "itemsHint"
  | "next"
  | "statement"
  | "confirm"
  | "change"
  | "allItems"
  | "doneTitle"
  | "done"
  | "doneMail"
  | "noName"
  | "noOrder"
  | "noContact"
  | "link"
  | "tooLong"
  | "wait";

/** The page on which a contract is withdrawn from. Titles and buttons are in the words that the law gives them. */
export const withdrawTexts: Catalogue<WithdrawKey> = {
  en: {
    title: "Withdraw from contract",
    intro: "You can withdraw from a contract with {shop} here, without giving a reason. You do not need to log in.",
    step1: "Step 1 of 2: your statement",
    step2: "Step 2 of 2: confirm",
    name: "Your name",
    order: "Order number",
    orderHint: "As it stands in your order confirmation.",
    contact: "Email address for the receipt",
    items: "Which items?",
    itemsHint: "Leave this empty to withdraw from the whole order.",
    next: "Continue",
    statement: "“I withdraw from the contract for order {order} with {shop}.”",
    confirm: "Confirm withdrawal",
    change: "Change something",
    allItems: "The whole order",
    doneTitle: "Your withdrawal has been received",
    done: "It was received on {when}. Reference: {reference}.",
    doneMail:
      "The receipt goes to {address} right now. If it does not arrive, look in the spam folder, then write to the shop and name the reference.",
    noName: "Please write your name.",
    noOrder: "Please write the order number.",
    noContact: "Please write an email address, like name@example.com.",
    link: "Please write this without web addresses.",
    tooLong: "Please write at most {most} characters.",
    wait: "Many statements came from here in a short time. Please try again later, or write to the shop: a withdrawal counts in any form.",
  },
  de: {
    title: "Vertrag widerrufen",
    intro: "Hier kannst Du einen Vertrag mit {shop} widerrufen, ohne einen Grund zu nennen. Du musst Dich nicht anmelden.",
    step1: "Schritt 1 von 2: Deine Erklärung",
    step2: "Schritt 2 von 2: bestätigen",
    name: "Dein Name",
    order: "Bestellnummer",
    orderHint: "Wie sie in Deiner Bestellbestätigung steht.",
    contact: "E-Mail-Adresse für die Eingangsbestätigung",
    items: "Welche Artikel?",
    itemsHint: "Lass das leer, um die ganze Bestellung zu widerrufen.",
    next: "Weiter",
    statement: "„Ich widerrufe den Vertrag über die Bestellung {order} bei {shop}.“",
    confirm: "Widerruf bestätigen",
    change: "Etwas ändern",
    allItems: "Die ganze Bestellung",
    doneTitle: "Dein Widerruf ist eingegangen",
    done: "Er ist am {when} eingegangen. Referenz: {reference}.",
    doneMail:
      "Die Eingangsbestätigung geht gerade an {address}. Wenn sie nicht ankommt, sieh im Spam-Ordner nach, dann schreib dem Shop und nenn die Referenz.",
    noName: "Bitte schreib Deinen Namen.",
    noOrder: "Bitte schreib die Bestellnummer.",
    noContact: "Bitte schreib eine E-Mail-Adresse, wie name@example.com.",
    link: "Bitte schreib das ohne Webadressen.",
    tooLong: "Bitte schreib höchstens {most} Zeichen.",
    wait: "Von hier kamen in kurzer Zeit viele Erklärungen. Bitte versuch es später noch einmal, oder schreib dem Shop: Ein Widerruf gilt in jeder Form.",
  },
  fr: {
    title: "Se rétracter du contrat",
    intro: "Vous pouvez vous rétracter ici d’un contrat avec {shop}, sans donner de raison ni vous connecter.",
    step1: "Étape 1 sur 2 : votre déclaration",
    step2: "Étape 2 sur 2 : confirmer",
    name: "Votre nom",
    order: "Numéro de commande",
    orderHint: "Tel qu’il figure dans votre confirmation de commande.",
    contact: "Adresse e-mail pour l’accusé de réception",
    items: "Quels articles ?",
    itemsHint: "Laissez vide pour toute la commande.",
    next: "Continuer",
    statement: "« Je me rétracte du contrat portant sur la commande {order} auprès de {shop}. »",
    confirm: "Confirmer la rétractation",
    change: "Modifier",
    allItems: "Toute la commande",
    doneTitle: "Votre rétractation est bien reçue",
    done: "Elle a été reçue le {when}. Référence : {reference}.",
    doneMail:
      "L’accusé de réception part maintenant à {address}. S’il n’arrive pas, regardez dans les indésirables, puis écrivez à la boutique en citant la référence.",
    noName: "Veuillez écrire votre nom.",
    noOrder: "Veuillez écrire le numéro de commande.",
    noContact: "Veuillez écrire une adresse e-mail, comme nom@example.com.",
    link: "Veuillez l’écrire sans adresse web.",
    tooLong: "Veuillez écrire au plus {most} caractères.",
    wait: "Beaucoup de déclarations sont venues d’ici en peu de temps. Réessayez plus tard, ou écrivez à la boutique : une rétractation vaut sous toute forme.",
  },
  es: {
    title: "Desistir del contrato",
    intro: "Aquí puedes desistir de un contrato con {shop} sin dar ningún motivo. No hace falta iniciar sesión.",
    step1: "Paso 1 de 2: tu declaración",
    step2: "Paso 2 de 2: confirmar",
    name: "Tu nombre",
    order: "Número de pedido",
    orderHint: "Como aparece en la confirmación del pedido.",
    contact: "Correo para el acuse de recibo",
    items: "¿Qué artículos?",
    itemsHint: "Déjalo vacío para desistir de todo el pedido.",
    next: "Continuar",
    statement: "«Desisto del contrato del pedido {order} con {shop}.»",
    confirm: "Confirmar desistimiento",
    change: "Cambiar algo",
    allItems: "Todo el pedido",
    doneTitle: "Hemos recibido tu desistimiento",
    done: "Se recibió el {when}. Referencia: {reference}.",
    doneMail:
      "El acuse de recibo va ahora mismo a {address}. Si no llega, mira en el correo no deseado y después escribe a la tienda con la referencia.",
    noName: "Escribe tu nombre.",
    noOrder: "Escribe el número de pedido.",
    noContact: "Escribe un correo, como nombre@example.com.",
    link: "Escríbelo sin direcciones web.",
    tooLong: "Escribe como máximo {most} caracteres.",
    wait: "Desde aquí han llegado muchas declaraciones en poco tiempo. Inténtalo más tarde o escribe a la tienda: un desistimiento vale en cualquier forma.",
  },
  pt: {
    title: "Desistir do contrato",
    intro: "Aqui você pode desistir de um contrato com {shop} sem dar nenhum motivo. Não é preciso entrar na conta.",
    step1: "Etapa 1 de 2: sua declaração",
    step2: "Etapa 2 de 2: confirmar",
    name: "Seu nome",
    order: "Número do pedido",
    orderHint: "Como está na confirmação do pedido.",
    contact: "E-mail para o comprovante",
    items: "Quais itens?",
    itemsHint: "Deixe em branco para desistir do pedido inteiro.",
    next: "Continuar",
    statement: "“Desisto do contrato do pedido {order} com {shop}.”",
    confirm: "Confirmar desistência",
    change: "Mudar algo",
    allItems: "O pedido inteiro",
    doneTitle: "Sua desistência foi recebida",
    done: "Ela foi recebida em {when}. Referência: {reference}.",
    doneMail:
      "O comprovante está indo agora para {address}. Se não chegar, veja a pasta de spam e depois escreva para a loja com a referência.",
    noName: "Escreva seu nome.",
    noOrder: "Escreva o número do pedido.",
    noContact: "Escreva um e-mail, como nome@example.com.",
    link: "Escreva sem endereços da web.",
    tooLong: "Escreva no máximo {most} caracteres.",
    wait: "Muitas declarações vieram daqui em pouco tempo. Tente mais tarde ou escreva para a loja: a desistência vale em qualquer forma.",
  },
  it: {
    title: "Recedere dal contratto",
    intro: "Qui puoi recedere da un contratto con {shop} senza dare un motivo. Non serve accedere.",
    step1: "Passo 1 di 2: la tua dichiarazione",
    step2: "Passo 2 di 2: conferma",
    name: "Il tuo nome",
    order: "Numero d’ordine",
    orderHint: "Come sta nella conferma d’ordine.",
    contact: "E-mail per la ricevuta",
    items: "Quali articoli?",
    itemsHint: "Lascia vuoto per recedere da tutto l’ordine.",
    next: "Continua",
    statement: "«Recedo dal contratto relativo all’ordine {order} con {shop}.»",
    confirm: "Conferma recesso",
    change: "Cambia qualcosa",
    allItems: "Tutto l’ordine",
    doneTitle: "Abbiamo ricevuto il tuo recesso",
    done: "È stato ricevuto il {when}. Riferimento: {reference}.",
    doneMail:
      "La ricevuta parte ora verso {address}. Se non arriva, guarda nella posta indesiderata, poi scrivi al negozio indicando il riferimento.",
    noName: "Scrivi il tuo nome.",
    noOrder: "Scrivi il numero d’ordine.",
    noContact: "Scrivi un’e-mail, come nome@example.com.",
    link: "Scrivilo senza indirizzi web.",
    tooLong: "Scrivi al massimo {most} caratteri.",
    wait: "Da qui sono arrivate molte dichiarazioni in poco tempo. Riprova più tardi o scrivi al negozio: un recesso vale in ogni forma.",
  },
  nl: {
    title: "Overeenkomst herroepen",
    intro: "Hier kun je een overeenkomst met {shop} herroepen zonder een reden te geven. Je hoeft niet in te loggen.",
    step1: "Stap 1 van 2: je verklaring",
    step2: "Stap 2 van 2: bevestigen",
    name: "Je naam",
    order: "Bestelnummer",
    orderHint: "Zoals het in je bestelbevestiging staat.",
    contact: "E-mailadres voor de ontvangstbevestiging",
    items: "Welke artikelen?",
    itemsHint: "Laat dit leeg om de hele bestelling te herroepen.",
    next: "Verder",
    statement: "“Ik herroep de overeenkomst voor bestelling {order} bij {shop}.”",
    confirm: "Herroeping bevestigen",
    change: "Iets wijzigen",
    allItems: "De hele bestelling",
    doneTitle: "We hebben je herroeping ontvangen",
    done: "Ontvangen op {when}. Referentie: {reference}.",
    doneMail:
      "De ontvangstbevestiging gaat nu naar {address}. Komt die niet aan, kijk dan bij spam en schrijf daarna de winkel met de referentie.",
    noName: "Schrijf je naam.",
    noOrder: "Schrijf het bestelnummer.",
    noContact: "Schrijf een e-mailadres, zoals naam@example.com.",
    link: "Schrijf dit zonder webadressen.",
    tooLong: "Schrijf hoogstens {most} tekens.",
    wait: "Hiervandaan kwamen in korte tijd veel verklaringen. Probeer het later nog eens of schrijf de winkel: een herroeping geldt in elke vorm.",
  },
};
