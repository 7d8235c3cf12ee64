import type { ProductRecord, ShopRecord } from "./model.ts";
import type { ShopifyStore } from "./store.ts";

/** The shop "Linden & Loom": clothing and home textiles from Berlin. All of it is invented. */
export function lindenLoomShop(now: Date): ShopRecord {
  const written = new Date(now.getTime() - 200 * 86_400_000);
  const policy = (number: number, type: string, title: string, body: string) => ({
    id: `gid://shopify/ShopPolicy/${number}`,
    type,
    title,
    body,
    createdAt: written,
    updatedAt: written,
  });
  return {
    id: "gid://shopify/Shop/70010001",
    domain: "linden-loom.myshopify.com",
    name: "Linden & Loom",
    email: "hello@lindenandloom.example",
    timezone: "Europe/Berlin",
    currency: "EUR",
    primaryHost: "linden-loom.myshopify.com",
    accounts: "NEW_CUSTOMER_ACCOUNTS",
    address: {
      company: "Linden & Loom",
      address1: "Lindenhof 12",
      city: "Berlin",
      zip: "10999",
      countryCode: "DE",
      phone: "+493055512300",
    },
    policies: [
      policy(
        1,
        "REFUND_POLICY",
        "Refund policy",
        "<p>You may send items back within 30 days of delivery, unworn and with their labels. Sale items marked as final sale stay with you, unless they are faulty. Refunds go to the way you paid, usually within five working days after the parcel has reached us.</p>",
      ),
      policy(
        2,
        "SHIPPING_POLICY",
        "Shipping policy",
        "<p>We ship from Berlin on working days. Parcels within Germany take two to three working days, within the European Union four to six. Standard shipping costs 4.90 EUR and is free from 120 EUR.</p>",
      ),
      policy(
        3,
        "PRIVACY_POLICY",
        "Privacy policy",
        "<p>We keep what we need to send your parcel and to answer your questions, and nothing else.</p>",
      ),
      policy(4, "TERMS_OF_SERVICE", "Terms of service", "<p>All prices are in euros and include value-added tax.</p>"),
    ],
  };
}

type Colour = [name: string, code: string, paint: string];
type Article = {
  title: string;
  code: string;
  type: string;
  shape: string;
  /** Cents. */
  price: number;
  sizes: string[];
  colours: Colour[];
  tags?: string[];
  description: string;
};

const sand: Colour = ["Sand", "SAN", "#d8c4a0"];
const olive: Colour = ["Olive", "OLI", "#7c8450"];
const rust: Colour = ["Rust", "RUS", "#b0583a"];
const ink: Colour = ["Ink", "INK", "#2f3e5c"];
const white: Colour = ["White", "WHI", "#fbfaf6"];

const articles: Article[] = [
  {
    title: "Linen Wrap Dress",
    code: "DRESS",
    type: "Dresses",
    shape: "dress",
    price: 12900,
    sizes: ["S", "M", "L"],
    colours: [olive, rust],
    description: "A wrap dress of washed linen with deep pockets and a belt.",
  },
  {
    title: "Linen Cushion Cover",
    code: "CUSHION",
    type: "Home textiles",
    shape: "cushion",
    price: 2450,
    sizes: ["50 x 50"],
    colours: [sand, ink],
    description: "A cushion cover with a hidden zip. The filling is not included.",
  },
  {
    title: "Wool Scarf",
    code: "SCARF",
    type: "Accessories",
    shape: "scarf",
    price: 5900,
    sizes: ["One size"],
    colours: [rust, ink],
    description: "A long scarf of lambswool, woven in twill.",
  },
  {
    title: "Waffle Bath Towel",
    code: "TOWEL",
    type: "Home textiles",
    shape: "towel",
    price: 3200,
    sizes: ["70 x 140"],
    colours: [white, sand],
    description: "A light cotton towel that dries fast.",
  },
  {
    title: "Percale Duvet Cover",
    code: "DUVET",
    type: "Bedding",
    shape: "bedding",
    price: 9800,
    sizes: ["135 x 200", "200 x 200"],
    colours: [white, olive],
    description: "Crisp cotton percale with wooden buttons.",
  },
  {
    title: "Heavy Cotton T-Shirt",
    code: "SHIRT",
    type: "Tops",
    shape: "shirt",
    price: 3900,
    sizes: ["S", "M", "L", "XL"],
    colours: [white, ink],
    description: "A boxy T-shirt of heavy organic cotton.",
  },
  {
    title: "Linen Curtain",
    code: "CURTAIN",
    type: "Home textiles",
    shape: "curtain",
    price: 7900,
    sizes: ["140 x 250"],
    colours: [sand],
    description: "One curtain with pleat tape, sewn when you order it.",
  },
  {
    title: "Sample Sale Throw",
    code: "THROW",
    type: "Home textiles",
    shape: "throw",
    price: 4500,
    sizes: ["130 x 170"],
    colours: [rust],
    tags: ["final-sale", "sample-sale"],
    description: "A throw from our sample room. Last pieces, final sale.",
  },
  {
    title: "Merino Socks",
    code: "SOCKS",
    type: "Accessories",
    shape: "socks",
    price: 1600,
    sizes: ["36-38", "39-42"],
    colours: [ink, olive],
    description: "Fine merino socks for cold floors.",
  },
  {
    title: "Table Runner",
    code: "RUNNER",
    type: "Home textiles",
    shape: "runner",
    price: 3400,
    sizes: ["45 x 150"],
    colours: [olive],
    description: "A table runner with a hand-finished hem.",
  },
];

function productOf(store: ShopifyStore, article: Article): ProductRecord {
  const id = store.nextId("Product");
  const handle = article.title.toLowerCase().replaceAll(" ", "-");
  return {
    id,
    title: article.title,
    handle,
    productType: article.type,
    vendor: "Linden & Loom",
    tags: article.tags ?? [],
    description: article.description,
    status: "ACTIVE",
    updatedAt: store.now(),
    variants: article.colours.flatMap(([colour, colourCode, paint]) =>
      article.sizes.map((size) => ({
        id: store.nextId("ProductVariant"),
        productId: id,
        title: `${colour} / ${size}`,
        sku: `${article.code}-${colourCode}-${size.replaceAll(" ", "").toUpperCase()}`,
        price: article.price,
        stock: 25,
        studioStock: 3,
        options: [
          { name: "Colour", value: colour },
          { name: "Size", value: size },
        ],
        picture: {
          file: `${handle}-${colour.toLowerCase()}.svg`,
          shape: article.shape,
          colour: paint,
          alternative: `${article.title}, ${colour}`,
        },
      })),
    ),
  };
}

const reasons: [handle: string, name: string][] = [
  ["too-small", "Too small"],
  ["too-large", "Too large"],
  ["changed-mind", "Changed my mind"],
  ["not-as-described", "Not as described"],
  ["damaged", "Damaged or defective"],
  ["wrong-item", "Wrong item received"],
  ["late", "Arrived too late"],
  ["other", "Another reason"],
];

/** The list of return reasons. One is deleted, as happens in old shops. */
export function seedReasons(store: ShopifyStore): void {
  for (const [handle, name] of reasons) store.reasons.push({ id: store.nextId("ReturnReasonDefinition"), handle, name, deleted: false });
  store.reasons.push({ id: store.nextId("ReturnReasonDefinition"), handle: "colour-faded", name: "Colour faded", deleted: true });
}

/** Fills the shelves and the list of return reasons. */
export function seedCatalogue(store: ShopifyStore): void {
  for (const article of articles) store.addProduct(productOf(store, article));
  seedReasons(store);
}
