import { createOrder, type NewOrder } from "./create-order.ts";
import {
  cancelOrder,
  deliver,
  type FulfilOptions,
  fulfil,
  refundOrder,
  refundReturn,
  type ShipmentOptions,
  shipmentEvent,
} from "./merchant.ts";
import type { ShipmentEventStatus } from "./model.ts";
import { createReturn, requestReturn } from "./returns.ts";
import { seedCatalogue } from "./seed-catalogue.ts";
import { seedGiftCards } from "./seed-gift-cards.ts";
import { seedPages } from "./seed-pages.ts";
import { guestAddress, seedPeople } from "./seed-people.ts";
import type { ShopifyStore } from "./store.ts";

const day = 86_400_000;
const hub = { city: "Leipzig", country: "DE" };
const depot = { city: "Berlin", country: "DE" };

/** The next time it is that weekday (0 = Sunday) at noon UTC, at least a day ahead. */
export function nextWeekday(now: Date, weekday: number): Date {
  const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 12));
  while (date.getUTCDay() !== weekday || date.getTime() < now.getTime() + day) date.setUTCDate(date.getUTCDate() + 1);
  return date;
}

/**
 * Orders in every state, as they stand at `now`. Order numbers follow the dates; in the last days they go on at #4470,
 * because the shop joined its numbering with that of its studio.
 */
export function seedLindenLoom(store: ShopifyStore, now: Date): void {
  store.quietly(() => {
    store.asOf(new Date(now.getTime() - 180 * day), () => {
      seedCatalogue(store);
      seedPages(store);
    });
    seedOrders(store, now);
  });
}

function seedOrders(store: ShopifyStore, now: Date): void {
  const ago = (days: number): Date => new Date(now.getTime() - days * day);
  const thursday = nextWeekday(now, 4);
  const people = seedPeople(store, ago(150));
  const { ada, ben, carla, davi } = people;
  store.asOf(ago(90), () => seedGiftCards(store, people));
  const order = (name: string, days: number, wanted: Omit<NewOrder, "name" | "at">) =>
    createOrder(store, { name, at: ago(days), ...wanted });
  const item = (sku: string, quantity = 1, discount = 0) => ({ sku, quantity, discount });
  let parcels = 0;
  const ship = (name: string, days: number, options: FulfilOptions = {}) => {
    parcels += 1;
    const number = `LL${String(40_271_830 + parcels * 7_919)}DE`;
    const tracking = { company: "DHL", number, url: `https://tracking.example/parcel/${number}` };
    return fulfil(store, name, { ...tracking, at: ago(days), ...options });
  };
  const scan = (name: string, status: ShipmentEventStatus, days: number, options: ShipmentOptions = {}) =>
    shipmentEvent(store, name, status, { at: ago(days), ...options });
  const arrive = (name: string, shipped: number, delivered: number, options: FulfilOptions = {}) => {
    ship(name, shipped, options);
    scan(name, "IN_TRANSIT", shipped - 0.4, { ...hub, message: "The parcel left the parcel centre" });
    deliver(store, name, { at: ago(delivered), ...depot });
  };

  order("#958", 46, { customer: carla, items: [item("DUVET-WHI-135X200"), item("SOCKS-INK-36-38", 2)], shippingPrice: 0 });
  arrive("#958", 44, 40);
  order("#972", 38, { customer: ben, items: [item("CURTAIN-SAN-140X250", 2)], shippingPrice: 0 });
  arrive("#972", 36, 34);
  store.asOf(ago(31), () => refundOrder(store, "#972", "Both curtains had a weaving fault"));
  const kept = order("#985", 30, { customer: davi, items: [item("SHIRT-WHI-M", 2), item("RUNNER-OLI-45X150")] });
  arrive("#985", 28, 24);
  store.asOf(ago(22), () => startReturn(store, kept.id, "open", "too-large", [1]));
  store.asOf(ago(16), () => refundReturn(store, "#985-R1"));
  order("#990", 24, { email: "gina.guest@example.com", address: guestAddress, items: [item("TOWEL-SAN-70X140", 3)] });
  store.asOf(ago(23.5), () => cancelOrder(store, "#990", { reason: "CUSTOMER", staffNote: "Ordered twice by mistake" }));

  order("#1001", 12, { customer: ada, items: [item("CURTAIN-SAN-140X250")], note: "Sewn to order" });
  // Yesterday by the shop's calendar, whatever the hour is now.
  const [year = 0, month = 1, date = 1] = now.toLocaleDateString("en-CA", { timeZone: store.shop.timezone }).split("-").map(Number);
  const yesterday = (hour: number): Date => new Date(Date.UTC(year, month - 1, date - 1, hour));
  ship("#1001", 1, { at: yesterday(9), estimatedDeliveryAt: thursday });
  scan("#1001", "CARRIER_PICKED_UP", 1, { ...depot, at: yesterday(12), message: "Picked up by the carrier" });
  scan("#1001", "IN_TRANSIT", 1, { ...hub, at: yesterday(16), message: "The parcel is on its way", estimatedDeliveryAt: thursday });
  order("#1002", 11, { customer: ben, items: [item("DUVET-OLI-200X200")] });
  ship("#1002", 7, { estimatedDeliveryAt: ago(4) });
  scan("#1002", "IN_TRANSIT", 5, { ...hub, message: "Arrived at the parcel centre" });
  order("#1003", 10, { customer: carla, items: [item("THROW-RUS-130X170")] });
  arrive("#1003", 8, 5);
  order("#1004", 9, {
    customer: ada,
    items: [item("DRESS-OLI-M"), item("CUSHION-SAN-50X50", 2), item("SCARF-RUS-ONESIZE")],
    shippingPrice: 0,
  });
  arrive("#1004", 6, 3);
  order("#1005", 8, { customer: ada, items: [item("TOWEL-WHI-70X140", 2), item("CUSHION-INK-50X50")] });
  arrive("#1005", 6, 4, { items: { "TOWEL-WHI-70X140": 2 } });
  ship("#1005", 2, { items: { "CUSHION-INK-50X50": 1 }, estimatedDeliveryAt: thursday });
  scan("#1005", "IN_TRANSIT", 1, { ...hub, message: "The parcel is on its way" });
  const asked = order("#1006", 8, { customer: davi, items: [item("SHIRT-INK-L"), item("SOCKS-OLI-39-42")] });
  arrive("#1006", 7, 4);
  store.asOf(ago(1), () => startReturn(store, asked.id, "requested", "too-small", [1]));
  order("#1007", 7, { phone: "+4915155500011", address: guestAddress, items: [item("RUNNER-OLI-45X150")] });
  ship("#1007", 3);
  scan("#1007", "IN_TRANSIT", 2, { ...hub, message: "The parcel is on its way" });
  scan("#1007", "OUT_FOR_DELIVERY", 0.1, { city: "Hamburg", country: "DE", message: "The courier has the parcel" });
  order("#1008", 7, { customer: ben, items: [item("SCARF-INK-ONESIZE")] });
  ship("#1008", 4);
  scan("#1008", "OUT_FOR_DELIVERY", 1.2, { city: "Leipzig", country: "DE", message: "The courier has the parcel" });
  scan("#1008", "ATTEMPTED_DELIVERY", 1, { city: "Leipzig", country: "DE", message: "Nobody answered the door" });
  order("#1009", 7, { customer: carla, items: [item("DRESS-RUS-S")], shippingPrice: 0 });
  ship("#1009", 5, { estimatedDeliveryAt: ago(1) });
  scan("#1009", "IN_TRANSIT", 4, { ...hub, message: "The parcel is on its way" });
  scan("#1009", "DELAYED", 0.5, { city: "Strasbourg", country: "FR", message: "Delayed by weather", estimatedDeliveryAt: thursday });
  order("#1010", 7, { customer: davi, items: [item("CUSHION-INK-50X50")] });
  fulfil(store, "#1010", { at: ago(3) });
  order("#1011", 7, {
    email: "noah.guest@example.com",
    address: { ...guestAddress, firstName: "Noah" },
    items: [item("TOWEL-WHI-70X140"), item("DUVET-WHI-200X200")],
    shippingPrice: 0,
  });
  ship("#1011", 2, { items: { "TOWEL-WHI-70X140": 1 } });

  order("#4470", 6.5, {
    customer: carla,
    items: [item("SOCKS-INK-39-42", 2, 200), item("TOWEL-SAN-70X140", 2)],
    discount: { code: "WELCOME10", percentage: 10 },
  });
  arrive("#4470", 5, 2);
  order("#4471", 6, { customer: ada, items: [item("DRESS-RUS-M")], shippingPrice: 0 });
  arrive("#4471", 5, 2);
  order("#4472", 1, { customer: ada, items: [item("SHIRT-INK-M"), item("SOCKS-OLI-36-38")] });
  order("#4473", 0.8, { customer: ben, items: [item("RUNNER-OLI-45X150", 2)], payment: "authorized" });
  order("#4474", 0.5, { phone: "+4915155500022", address: { ...guestAddress, firstName: "Mia" }, items: [item("CUSHION-SAN-50X50", 4)] });
}

/** A return of so many units of the first lines of an order's first parcel. */
function startReturn(store: ShopifyStore, orderId: string, kind: "requested" | "open", reason: string, quantities: number[]): void {
  const parcel = store.orders.get(orderId)?.fulfillments[0];
  const returnReasonDefinitionId = store.reasons.find((one) => one.handle === reason)?.id;
  const returnLineItems = quantities.flatMap((quantity, index) => {
    const line = parcel?.lines[index];
    return line ? [{ fulfillmentLineItemId: line.id, quantity, returnReasonDefinitionId }] : [];
  });
  const start = kind === "requested" ? requestReturn : createReturn;
  const outcome = start(store, { orderId, returnLineItems });
  if (outcome.userErrors[0]) throw new Error(outcome.userErrors[0].message);
}
