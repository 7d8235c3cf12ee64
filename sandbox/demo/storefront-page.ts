import { fulfillmentStatus } from "../shopify/derive.ts";
import type { OrderRecord, ProductRecord } from "../shopify/model.ts";
import { currentTotalOf } from "../shopify/totals.ts";
import type { DemoSession } from "./session.ts";

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Runs in the page: a new world is met as a new visitor, and a change of the account is shown. */
const follow = (scene: string) => `<script>
const mine = ${JSON.stringify(scene)};
new EventSource("/scene").onmessage = ({ data }) => {
  const now = JSON.parse(data);
  if (now === mine) return;
  if (now.split(":")[0] !== mine.split(":")[0]) localStorage.clear();
  location.replace("/");
};
</script>`;

/** The shop's front page as a visitor or the shopper sees it. `embed` is what the installed app adds to it. */
export function storefrontPage(session: DemoSession, scene: string, embed: string): string {
  const { store } = session.world.shopify;
  const { name, currency, address } = store.shop;
  const isKnown = session.customer === "shopper";
  const shopper = escapeHtml(session.shopper.firstName ?? "Shopper");
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const price = (cents: number): string => format.format(cents / 100);
  const own = name === "Linden & Loom" ? lindenLoom : { ribbon: "", title: name, lead: "" };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/storefront.css">
</head>
<body>
${own.ribbon && `<aside class="ribbon" aria-label="Shop news">${own.ribbon}</aside>`}
<header class="top">
  <a class="brand" href="/">${escapeHtml(name)}</a>
  <nav aria-label="Shop"><a href="#new">New in</a><a href="#home">Home</a><a href="#care">Care</a></nav>
  <form class="account" method="post" action="/account">
    <span>${isKnown ? shopper : "Guest"}</span><button>${isKnown ? "Log out" : `Log in as ${shopper}`}</button>
  </form>
</header>
<main>
<section class="hero">
  <h1>${escapeHtml(own.title)}</h1>
  <p>${own.lead}</p>
</section>
${isKnown ? orderList(store.orders.values(), session, price) : ""}
<section id="new" aria-labelledby="new-title">
  <h2 id="new-title">New in</h2>
  <ul class="tiles">${[...store.products.values()].map((product, index) => tile(product, index, price)).join("")}</ul>
</section>
</main>
<footer id="care"><p>${escapeHtml(name)}, ${address.address1}, ${address.city}. Questions? The chat knows your orders.</p></footer>
${follow(scene)}
${embed}
</body>
</html>
`;
}

type Price = (cents: number) => string;

const lindenLoom = {
  ribbon: "Free shipping from €120. Thirty days to change your mind.",
  title: "Cloth that ages well",
  lead: "Linen, wool and cotton for wearing and for the house, sewn in Berlin.",
};

function tile(product: ProductRecord, index: number, price: Price): string {
  const first = product.variants[0];
  if (!first) return "";
  const colours = [...new Set(product.variants.map((one) => one.picture.colour))];
  const dots = colours.map((colour) => `<i style="background:${colour}"></i>`).join("");
  const anchor = product.productType === "Home textiles" && index < 3 ? ' id="home"' : "";
  return `<li${anchor}><img src="/cdn/shop/files/${first.picture.file}" width="400" height="400" alt="${escapeHtml(first.picture.alternative)}" loading="lazy">
  <h3>${escapeHtml(product.title)}</h3><p class="price">${price(first.price)}<span class="dots" role="img" aria-label="${colours.length} colours">${dots}</span></p></li>`;
}

function orderList(orders: Iterable<OrderRecord>, session: DemoSession, price: Price): string {
  const own = [...orders]
    .filter((order) => order.email === session.mailbox.address)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const rows = own.map((order) => {
    const items = order.lines.map((line) => `${escapeHtml(line.title)}${line.quantity > 1 ? ` × ${line.quantity}` : ""}`).join(", ");
    return `<li><b>${order.name}</b><span class="status">${statusOf(order)}</span><span class="items">${items}</span><span class="sum">${price(currentTotalOf(order))}</span></li>`;
  });
  return `<section aria-labelledby="orders-title"><h2 id="orders-title">Your orders</h2><ul class="orders">${rows.join("")}</ul></section>`;
}

const statuses: Record<string, string> = { FULFILLED: "On its way", PARTIALLY_FULFILLED: "Partly shipped", UNFULFILLED: "Being packed" };

function statusOf(order: OrderRecord): string {
  if (order.cancelled) return "Cancelled";
  if (order.returns.some((one) => one.status === "REQUESTED" || one.status === "OPEN")) return "Return under way";
  const status = fulfillmentStatus(order);
  const arrived = order.fulfillments.every((one) => one.events.some((event) => event.status === "DELIVERED"));
  return status === "FULFILLED" && arrived ? "Delivered" : (statuses[status] ?? "Being packed");
}
