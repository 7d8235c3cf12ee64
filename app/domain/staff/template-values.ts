import type { TemplateSlot } from "#app/channels/whatsapp/message-template.ts";
import type { ReplyVariable, VariableValues } from "./reply-variables.ts";

/** How merchants call a variable that goes by name. */
const byName: [RegExp, ReplyVariable][] = [
  [/agent|staff|my_?name|mitarbeiter|agente|medewerker|attendant/i, "my_name"],
  [/track|link|url|sendung|suivi|rastre|seguimiento|tracciamento/i, "tracking_link"],
  [/order|bestell|commande|pedido|encomenda|ordine|orden/i, "order"],
  [/shop|store|brand|tienda|boutique|negozio|loja|winkel|laden/i, "shop"],
  [/name|customer|nombre|nome|prenom|naam|cliente|kunde|klant/i, "first_name"],
];

const greeting =
  /(?:^|[\s¡])(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten tag|bonjour|salut|ch[eè]re?|hola|querid[oa]|estimad[oa]|ciao|gentile|car[oa]|ol[áa]|oi|prezad[oa]|beste|dag)[\s,]*$/iu;
const order = /(?:order|bestellung|commande|pedido|encomenda|ordine|bestelling|orden)[^!?\n{}]{0,12}$/iu;

/** What a variable of a template most likely stands for, by its name, the words before it, or the merchant's example. Null: no telling. */
export function meaningOf(slot: TemplateSlot, shopName = ""): ReplyVariable | null {
  if (slot.part === "button") return null;
  if (!/^\d+$/.test(slot.name)) return byName.find(([pattern]) => pattern.test(slot.name))?.[1] ?? null;
  if (greeting.test(slot.before)) return "first_name";
  if (order.test(slot.before) || /^#\d{2,}$/.test(slot.example)) return "order";
  return shopName !== "" && slot.example === shopName ? "shop" : null;
}

/** What is known of the shopper, put where it belongs; the rest stays empty, to be written. */
export function suggestedValues(slots: TemplateSlot[], known: VariableValues): Record<string, string> {
  return Object.fromEntries(
    slots.map((slot) => {
      const meaning = meaningOf(slot, known.shop ?? "");
      const value = (meaning && known[meaning]) || "";
      // "#{{1}}" has the sign already.
      return [slot.key, meaning === "order" && slot.before.endsWith("#") ? value.replace(/^#/, "") : value];
    }),
  );
}
