import type { Language } from "#app/channels/message.ts";
import type { AdminClient } from "./client.server.ts";
import * as operations from "./operations/index.ts";
import { isOrderId } from "./search-terms.ts";

/** Subject and first line of a confirmation that is sent once more; Shopify writes what was ordered below it. */
const confirmations: Record<Language, [subject: string, message: string]> = {
  en: [
    "Your order {order}",
    "You asked for the confirmation of order {order} once more. Here is what you ordered; where it is, you see at {url}",
  ],
  de: [
    "Deine Bestellung {order}",
    "Du wolltest die Bestätigung von Bestellung {order} noch einmal. Hier steht, was Du bestellt hast; wo sie ist, siehst Du unter {url}",
  ],
  fr: [
    "Votre commande {order}",
    "Vous avez demandé de nouveau la confirmation de la commande {order}. Voici ce que vous avez commandé ; son suivi est ici : {url}",
  ],
  es: ["Tu pedido {order}", "Has pedido otra vez la confirmación del pedido {order}. Aquí está lo que pediste; dónde está lo ves en {url}"],
  pt: [
    "Seu pedido {order}",
    "Você pediu novamente a confirmação do pedido {order}. Aqui está o que você pediu; onde ele está, você vê em {url}",
  ],
  it: [
    "Il tuo ordine {order}",
    "Hai chiesto di nuovo la conferma dell’ordine {order}. Ecco che cosa hai ordinato; dove si trova lo vedi su {url}",
  ],
  nl: [
    "Je bestelling {order}",
    "Je vroeg nog een keer om de bevestiging van bestelling {order}. Dit heb je besteld; waar ze is, zie je op {url}",
  ],
};

/**
 * Has Shopify mail an order's invoice, or its contents as a confirmation: it has no operation that repeats the first one. No
 * recipient is named, so it goes to the address on the order. Throws VendorError.
 */
export async function mailOrder(
  client: AdminClient,
  orderId: string,
  mail: "confirmation" | "invoice",
  language: Language,
): Promise<{ ok: true } | { ok: false; error: string }> {
  if (!isOrderId(orderId)) return { ok: false, error: "gone" };
  const { order } = await client.query(operations.orderStatusPage, { id: orderId });
  if (!order) return { ok: false, error: "gone" };
  const fill = (pattern: string) => pattern.replaceAll("{order}", order.name).replaceAll("{url}", order.statusPageUrl);
  const [subject, customMessage] = confirmations[language].map(fill);
  const email = mail === "confirmation" ? { subject, customMessage } : null;
  const { orderInvoiceSend } = await client.query(operations.orderInvoiceSend, { id: orderId, email });
  return orderInvoiceSend.userErrors.length > 0 ? { ok: false, error: "refused" } : { ok: true };
}
