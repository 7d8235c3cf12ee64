import type { Block, Language } from "#app/channels/message.ts";
import { say } from "#app/flows/texts.ts";

type Key =
  | "subject"
  | "body"
  | "warning"
  | "sms"
  | "order"
  | "orders"
  | "return"
  | "returns"
  | "cancel"
  | "cancels"
  | "address"
  | "addresses"
  | "edit"
  | "edits"
  | "giftCard";

const texts: Record<Language, Record<Key, string>> = {
  en: {
    subject: "{code} is your code for {shop}",
    body: "Somebody asks {shop} on {channel} {about}. If that is you, write this code there within {minutes} minutes: **{code}**",
    warning: "If that was not you, do nothing and give the code to nobody.",
    sms: "{code} is your code for {shop}. Somebody asks on {channel} {about}. If that is not you, do nothing and give it to nobody.",
    order: "about order {order}",
    orders: "about an order",
    return: "to return something from order {order}",
    returns: "to return something",
    giftCard: "what is left on a gift card",
    cancel: "to cancel order {order}",
    cancels: "to cancel an order",
    address: "to send order {order} to another address",
    addresses: "to change a delivery address",
    edit: "to change what order {order} holds",
    edits: "to change an order",
  },
  de: {
    subject: "{code} ist Dein Code für {shop}",
    body: "Jemand fragt {shop} über {channel} {about}. Wenn Du das bist, schreib dort innerhalb von {minutes} Minuten diesen Code: **{code}**",
    warning: "Wenn Du das nicht warst, tu nichts und gib den Code niemandem.",
    sms: "{code} ist Dein Code für {shop}. Jemand fragt über {channel} {about}. Wenn Du das nicht bist, tu nichts und gib ihn niemandem.",
    order: "nach Bestellung {order}",
    orders: "nach einer Bestellung",
    return: "nach einer Rückgabe aus Bestellung {order}",
    returns: "nach einer Rückgabe",
    giftCard: "nach dem Guthaben eines Gutscheins",
    cancel: "nach der Stornierung von Bestellung {order}",
    cancels: "nach einer Stornierung",
    address: "nach einer anderen Lieferadresse für Bestellung {order}",
    addresses: "nach einer anderen Lieferadresse",
    edit: "nach einer Änderung von Bestellung {order}",
    edits: "nach einer Änderung einer Bestellung",
  },
  fr: {
    subject: "{code} est votre code pour {shop}",
    body: "Quelqu’un demande à {shop} par {channel} {about}. Si c’est vous, écrivez-y ce code dans les {minutes} minutes : **{code}**",
    warning: "Si ce n’était pas vous, ne faites rien et ne donnez ce code à personne.",
    sms: "{code} est votre code pour {shop}. Quelqu’un demande par {channel} {about}. Si ce n’est pas vous, ne le donnez à personne.",
    order: "où en est la commande {order}",
    orders: "où en est une commande",
    return: "à retourner un article de la commande {order}",
    returns: "à retourner un article",
    giftCard: "le solde d’une carte cadeau",
    cancel: "à annuler la commande {order}",
    cancels: "à annuler une commande",
    address: "à changer l’adresse de livraison de la commande {order}",
    addresses: "à changer une adresse de livraison",
    edit: "à modifier la commande {order}",
    edits: "à modifier une commande",
  },
  es: {
    subject: "{code} es tu código para {shop}",
    body: "Alguien pregunta a {shop} por {channel} {about}. Si eres tú, escribe allí este código en {minutes} minutos: **{code}**",
    warning: "Si no eras tú, no hagas nada y no des el código a nadie.",
    sms: "{code} es tu código para {shop}. Alguien pregunta por {channel} {about}. Si no eres tú, no hagas nada y no lo des a nadie.",
    order: "sobre el pedido {order}",
    orders: "sobre un pedido",
    return: "por una devolución del pedido {order}",
    returns: "por una devolución",
    giftCard: "por el saldo de una tarjeta regalo",
    cancel: "por la cancelación del pedido {order}",
    cancels: "por una cancelación",
    address: "por otra dirección de entrega para el pedido {order}",
    addresses: "por otra dirección de entrega",
    edit: "por un cambio del pedido {order}",
    edits: "por un cambio de un pedido",
  },
  pt: {
    subject: "{code} é o seu código para {shop}",
    body: "Alguém pergunta a {shop} por {channel} {about}. Se for você, escreva lá este código em até {minutes} minutos: **{code}**",
    warning: "Se não foi você, não faça nada e não dê o código a ninguém.",
    sms: "{code} é o seu código para {shop}. Alguém pergunta por {channel} {about}. Se não for você, não o dê a ninguém.",
    order: "sobre a encomenda {order}",
    orders: "sobre uma encomenda",
    return: "sobre uma devolução da encomenda {order}",
    returns: "sobre uma devolução",
    giftCard: "sobre o saldo de um vale-presente",
    cancel: "sobre o cancelamento do pedido {order}",
    cancels: "sobre um cancelamento",
    address: "sobre outro endereço de entrega para o pedido {order}",
    addresses: "sobre outro endereço de entrega",
    edit: "sobre uma alteração do pedido {order}",
    edits: "sobre uma alteração de um pedido",
  },
  it: {
    subject: "{code} è il tuo codice per {shop}",
    body: "Qualcuno chiede a {shop} tramite {channel} {about}. Se sei tu, scrivi lì questo codice entro {minutes} minuti: **{code}**",
    warning: "Se non eri tu, non fare nulla e non dare il codice a nessuno.",
    sms: "{code} è il tuo codice per {shop}. Qualcuno chiede tramite {channel} {about}. Se non sei tu, non darlo a nessuno.",
    order: "dell’ordine {order}",
    orders: "di un ordine",
    return: "un reso dell’ordine {order}",
    returns: "un reso",
    giftCard: "il saldo di una carta regalo",
    cancel: "di annullare l’ordine {order}",
    cancels: "di annullare un ordine",
    address: "di cambiare l’indirizzo di consegna dell’ordine {order}",
    addresses: "di cambiare un indirizzo di consegna",
    edit: "di modificare l’ordine {order}",
    edits: "di modificare un ordine",
  },
  nl: {
    subject: "{code} is je code voor {shop}",
    body: "Iemand vraagt {shop} via {channel} {about}. Ben jij dat, schrijf dan daar binnen {minutes} minuten deze code: **{code}**",
    warning: "Was jij dat niet, doe dan niets en geef de code aan niemand.",
    sms: "{code} is je code voor {shop}. Iemand vraagt via {channel} {about}. Ben jij dat niet, geef hem dan aan niemand.",
    order: "naar bestelling {order}",
    orders: "naar een bestelling",
    return: "naar een retour van bestelling {order}",
    returns: "naar een retour",
    giftCard: "naar het saldo van een cadeaubon",
    cancel: "naar het annuleren van bestelling {order}",
    cancels: "naar een annulering",
    address: "naar een ander afleveradres voor bestelling {order}",
    addresses: "naar een ander afleveradres",
    edit: "naar een wijziging van bestelling {order}",
    edits: "naar een wijziging van een bestelling",
  },
};

/** What somebody asks for with this order, and with one they have not named. */
const topics = {
  return: ["return", "returns"],
  "cancel-order": ["cancel", "cancels"],
  "change-address": ["address", "addresses"],
  "edit-order": ["edit", "edits"],
  "gift-card": ["giftCard", "giftCard"],
  other: ["order", "orders"],
} as const satisfies Record<string, readonly [Key, Key]>;

const channelNames: Record<string, string> = { widget: "Website-Chat", instagram: "Instagram", whatsapp: "WhatsApp", email: "E-Mail" };

export type CodeWords = {
  language: Language;
  shopName: string;
  channel: string;
  /** The flow it is asked for. */
  flow: string;
  /** As the asker named it; nothing of theirs is told beyond it. */
  orderName?: string;
  code: string;
  minutes: number;
};

/** The mail that carries a one-time code: who asked, for what, how long it holds, and what to do if it was not you. */
export function codeMail(input: CodeWords): { subject: string; blocks: Block[] } {
  const text = (key: Key) => say(input.language, texts, key, params(input));
  return {
    subject: text("subject"),
    blocks: [
      { kind: "text", text: text("body") },
      { kind: "text", text: text("warning") },
    ],
  };
}

/** The same in one SMS. */
export function codeSms(input: CodeWords): string {
  return say(input.language, texts, "sms", params(input)).replaceAll("’", "'");
}

function params(input: CodeWords): Record<string, string | number> {
  const { language, channel } = input;
  const order = input.flow === "gift-card" ? undefined : input.orderName;
  const [one, any] = topics[input.flow as keyof typeof topics] ?? topics.other;
  const key = order ? one : any;
  const about = say(language, texts, key, order ? { order } : {});
  return { shop: input.shopName, channel: channelNames[channel] ?? channel, code: input.code, minutes: input.minutes, about };
}
