import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { createOrder } from "./create-order.ts";
import { cancelOrder, deliver, fulfil, shipmentEvent } from "./merchant.ts";
import type { AddressRecord, CustomerRecord, ProductRecord, VariantRecord } from "./model.ts";
import { seedReasons } from "./seed-catalogue.ts";
import type { ShopifyStore } from "./store.ts";

/**
 * A store described by three files of JSON lines: products.jsonl, users.jsonl and orders.jsonl, in the shape of the retail store of
 * tau-bench. An order is "pending" (not sent), "processed" (on its way), "delivered" or "cancelled"; nobody's dates are kept there, so
 * everything happened in the last days.
 */
const addressShape = z.object({
  address1: z.string(),
  address2: z.string().default(""),
  city: z.string(),
  country: z.string(),
  state: z.string().default(""),
  zip: z.string(),
});
const optionsShape = z.record(z.string(), z.string());
const variantShape = z.object({ item_id: z.string(), options: optionsShape, available: z.boolean(), price: z.number() });
const productShape = z.object({ name: z.string(), product_id: z.string(), variants: z.record(z.string(), variantShape) });
const userShape = z.object({
  key: z.string(),
  name: z.object({ first_name: z.string(), last_name: z.string() }),
  address: addressShape,
  email: z.string(),
});
const orderShape = z.object({
  order_id: z.string(),
  user_id: z.string(),
  address: addressShape,
  items: z.array(z.object({ product_id: z.string(), item_id: z.string(), price: z.number() })),
  fulfillments: z.array(z.object({ tracking_id: z.array(z.string()) })),
  status: z
    .string()
    .transform((status) => status.split(" ")[0])
    .pipe(z.enum(["pending", "processed", "delivered", "cancelled"])),
});

const day = 86_400_000;
/** How long ago each was ordered, sent and delivered, in days. */
const ordered = { pending: 0.5, processed: 4, delivered: 9, cancelled: 6 };
const sent = 3;
const arrived = 2;
const stockOfAvailable = 50;
const countries: Record<string, string> = { USA: "US" };

/** Fills a store from a folder with the three files, or from any one of them. A file that is not like that is an error that names the line. */
export function storeFromFile(path: string): (store: ShopifyStore, now: Date) => void {
  if (!existsSync(path)) throw new Error(`There is no store at ${path}.`);
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const products = readLines(join(folder, "products.jsonl"), productShape);
  const users = readLines(join(folder, "users.jsonl"), userShape);
  const orders = readLines(join(folder, "orders.jsonl"), orderShape);
  return (store, now) =>
    store.quietly(() => {
      const customers = new Map<string, CustomerRecord>();
      const ago = (days: number) => new Date(now.getTime() - days * day);
      const address = {
        company: "Corner Store",
        address1: "1 Market Street",
        city: "New York",
        zip: "10001",
        province: "New York",
        provinceCode: "NY",
        countryCode: "US",
      };
      store.shop = { ...store.shop, name: "Corner Store", currency: "USD", timezone: "America/New_York", address };
      store.asOf(ago(100), () => {
        seedReasons(store);
        for (const product of products) store.addProduct(toProduct(store, product));
        for (const user of users) customers.set(user.key, addCustomer(store, user));
      });
      for (const order of orders) addOrder(store, order, customers.get(order.user_id), ago);
      // What there is to buy stands in the file, whatever came back from cancelled orders.
      for (const { variants } of products) {
        for (const variant of Object.values(variants)) {
          const record = store.variants.get(variantId(variant.item_id));
          if (record) record.stock = stockOf(variant);
        }
      }
    });
}

function readLines<Shape extends z.ZodType>(path: string, shape: Shape): z.output<Shape>[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, index) => {
    if (!line.trim()) return [];
    try {
      return [shape.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(
        `${path}, line ${index + 1}, is not as expected: ${error instanceof Error ? error.message.slice(0, 200) : "unreadable"}`,
      );
    }
  });
}

const cents = (price: number) => Math.round(price * 100);

function toProduct(store: ShopifyStore, { name, product_id, variants }: z.output<typeof productShape>): ProductRecord {
  const id = `gid://shopify/Product/${product_id}`;
  const list = Object.values(variants).map((variant): VariantRecord => {
    const options = Object.entries(variant.options).map(([option, value]) => ({ name: option, value }));
    const stock = stockOf(variant);
    const picture = { file: `${variant.item_id}.svg`, shape: "throw", colour: "#7d8c7a", alternative: name };
    const title = options.map((option) => option.value).join(" / ") || "Default Title";
    const price = cents(variant.price);
    return { id: variantId(variant.item_id), productId: id, title, sku: variant.item_id, price, stock, studioStock: 0, options, picture };
  });
  const handle = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const texts = { title: name, handle, productType: name, vendor: "Corner Store", tags: [], description: name };
  return { id, ...texts, status: "ACTIVE", updatedAt: store.now(), variants: list };
}

const stockOf = ({ available }: z.output<typeof variantShape>) => (available ? stockOfAvailable : 0);
const variantId = (item: string) => `gid://shopify/ProductVariant/${item}`;

function toAddress({ address1, address2, city, country, state, zip }: z.output<typeof addressShape>): AddressRecord {
  return { address1, address2, city, zip, province: state, provinceCode: state, countryCode: countries[country] ?? country };
}

/** The key of the file stands in the note. */
function addCustomer(store: ShopifyStore, { key, name, address, email }: z.output<typeof userShape>): CustomerRecord {
  const at = store.now();
  const names = { firstName: name.first_name, lastName: name.last_name };
  const record = { id: store.nextId("Customer"), ...names, email, verifiedEmail: true, locale: "en", tags: [], note: key };
  const customer = { ...record, address: { ...toAddress(address), ...names }, createdAt: at, updatedAt: at };
  store.customers.set(customer.id, customer);
  return customer;
}

type Order = z.output<typeof orderShape>;

function addOrder(store: ShopifyStore, order: Order, customer: CustomerRecord | undefined, ago: (days: number) => Date): void {
  if (!customer) throw new Error(`${order.order_id} is of nobody: there is no user ${order.user_id}.`);
  const counts = new Map<string, number>();
  for (const item of order.items) counts.set(item.item_id, (counts.get(item.item_id) ?? 0) + 1);
  const record = createOrder(store, {
    name: order.order_id,
    customer,
    items: [...counts].map(([sku, quantity]) => ({ sku, quantity })),
    shippingPrice: 0,
    taxPercent: 0,
    address: { ...toAddress(order.address), firstName: customer.firstName, lastName: customer.lastName },
    at: ago(ordered[order.status]),
  });
  // What was paid for it then, whatever the product costs now.
  for (const line of record.lines) {
    const paid = order.items.find((item) => item.item_id === line.sku);
    if (paid) line.unitPrice = cents(paid.price);
  }
  for (const payment of record.transactions) payment.amount = record.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  if (order.status === "cancelled") return void store.asOf(ago(5), () => cancelOrder(store, record.name));
  if (order.status === "pending") return;
  fulfil(store, record.name, { company: "UPS", number: order.fulfillments[0]?.tracking_id[0], at: ago(sent) });
  if (order.status === "delivered") deliver(store, record.name, { at: ago(arrived) });
  else shipmentEvent(store, record.name, "IN_TRANSIT", { at: ago(sent - 0.5) });
}
