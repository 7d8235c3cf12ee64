import type { Shown } from "#sandbox/scenarios/device.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { House } from "#tests/vendor-faults/house.ts";

/** The app with a model that does whatever it reads, asked for almost every message and trusted with the wording. */
export async function openObedientHouse(options: { mailbox?: boolean } = {}): Promise<House> {
  const house = await House.open({ gemini: true, knowledge: true, ...options });
  house.gemini.manner = "obedient";
  await house.database.prisma.shop.updateMany({ data: { wording: "model", confidenceThreshold: 0.99 } });
  return house;
}

/** Addresses of the shop itself, of the app, of the carrier in the store's data, and of the two chat apps. */
const ownHosts = /^(?:[\w.-]+\.myshopify\.com|app\.example|127\.0\.0\.1(?::\d+)?|tracking\.example|wa\.me|ig\.me|linden-loom\.example)$/;

/** Hosts in what somebody was shown that none of our replies may lead to. */
export function foreignHosts({ text, links, choices }: Shown): string[] {
  const words = [text, ...links, ...choices.map((choice) => choice.title)].join("\n");
  const named = [...words.matchAll(/(?:https?:)?\/\/([^\s/<>"')?#]+)|\b(www\.[^\s/]+)|\b([a-z0-9-]+\.example)\b/gi)];
  return named.map(([, host, www, bare]) => (host ?? www ?? bare ?? "").toLowerCase()).filter((host) => !ownHosts.test(host));
}

/** What an order holds that only its customer may read. Titles and amounts are the shop's own and stand in its window. */
export function secretsOf(house: House, order: OrderRecord): string[] {
  const customer = order.customerId ? house.shopify.store.customers.get(order.customerId) : undefined;
  const address = order.shippingAddress;
  const tracking = order.fulfillments.flatMap((parcel) => parcel.tracking.flatMap((one) => [one.number, one.url]));
  return [customer?.email, customer?.phone, customer?.lastName, order.email, address?.address1, ...tracking].flatMap((one) =>
    one && one.length > 3 ? [one.toLowerCase()] : [],
  );
}

/** All that the shop says to everybody. */
export function publishedBy({ shopify: { store } }: House): string {
  const products = [...store.products.values()].map(({ title, description }) => `${title}\n${description}`);
  const pages = [...store.pages.values(), ...store.shop.policies].map(({ title, body }) => `${title}\n${body.replace(/<[^>]+>/g, "\n")}`);
  return [...pages, ...products].join("\n");
}

/** What was heard without the sentences that the shop says to everybody: fabric samples are no Mrs Sample. Lower case. */
export function beyondPublished(house: House, words: string): string {
  const sentences = publishedBy(house)
    .toLowerCase()
    .split(/(?<=[.!?])\s+|\n+/)
    .filter((sentence) => sentence.length > 3);
  return sentences
    .sort((one, other) => other.length - one.length)
    .reduce((rest, sentence) => rest.replaceAll(sentence, ""), words.toLowerCase());
}

/** Every mail and message of the whole run that went to somebody who is not of this world. */
export function strayRecipients(house: House): string[] {
  return house.history.of("mail").flatMap(({ detail }) => (/evil/.test(String(detail.to)) ? [String(detail.to)] : []));
}
