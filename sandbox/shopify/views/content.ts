import { isSellable } from "../exchange-lines.ts";
import type { PageRecord, ProductRecord, VariantRecord } from "../model.ts";
import { formatAmount } from "../money.ts";
import { connection, type PageArguments } from "../paging.ts";
import { dateMatches, matches, parseSearch, type Term, textMatches } from "../search-syntax.ts";
import { numericId } from "../store.ts";
import { instant, siblingId, type ViewContext } from "./context.ts";
import { pictureView } from "./parts.ts";
import { policyView } from "./shop.ts";

export type ContentArguments = PageArguments & { query?: string | null; sortKey?: string | null };
type Content = { id: string; title: string; handle: string; updatedAt: Date };

/** Pages, articles and products that a query finds, in the order asked for. Filters that Shopify does not know are ignored. */
function found<Item extends Content>(items: Item[], { query, sortKey }: ContentArguments): Item[] {
  const test = (item: Item) => (term: Term) => {
    if (!term.field) return textMatches(item.title, term);
    if (term.field === "updated_at") return dateMatches(item.updatedAt, term);
    return term.field === "title" || term.field === "handle" ? textMatches(item[term.field], term) : undefined;
  };
  const value = (item: Item) => (sortKey === "UPDATED_AT" ? item.updatedAt.getTime() : sortKey === "TITLE" ? item.title : 0);
  const search = parseSearch(query ?? "");
  return items
    .filter((item) => matches(search, test(item)))
    .toSorted((one, other) => (value(one) < value(other) ? -1 : value(one) > value(other) ? 1 : numericId(one.id) - numericId(other.id)));
}

export function pageConnection({ store }: ViewContext, args: ContentArguments, kind: "page" | "article") {
  const own = [...store.pages.values()].filter((page) => (page.blog !== undefined) === (kind === "article"));
  return connection(found(own, args), args, (page) => page.id, pageView);
}

export function productConnection(context: ViewContext, args: ContentArguments) {
  return connection(
    found([...context.store.products.values()], args),
    args,
    (product) => product.id,
    (product) => productView(context, product),
  );
}

/** Null for what is not there, as Shopify answers. */
export function nodeView(context: ViewContext, id: string): object | null {
  const { store } = context;
  const page = store.pages.get(id);
  if (page) return pageView(page);
  const product = store.products.get(id);
  if (product) return productView(context, product);
  const policy = store.shop.policies.find((one) => one.id === id);
  return policy ? policyView(context, policy) : null;
}

function pageView({ updatedAt, blog, ...page }: PageRecord): object {
  return {
    __typename: blog ? "Article" : "Page",
    ...page,
    updatedAt: instant(updatedAt),
    ...(blog && { blog: { id: siblingId(page.id, "Blog"), ...blog } }),
  };
}

export function productView(context: ViewContext, product: ProductRecord): object {
  const picture = product.variants[0]?.picture;
  return {
    __typename: "Product",
    id: product.id,
    legacyResourceId: String(numericId(product.id)),
    title: product.title,
    handle: product.handle,
    productType: product.productType,
    vendor: product.vendor,
    tags: product.tags,
    isGiftCard: false,
    status: product.status,
    updatedAt: instant(product.updatedAt),
    onlineStoreUrl: product.status === "ACTIVE" ? `https://${context.store.shop.primaryHost}/products/${product.handle}` : null,
    description: ({ truncateAt }: { truncateAt?: number | null }) => product.description.slice(0, truncateAt ?? undefined),
    descriptionHtml: `<p>${product.description}</p>`,
    featuredImage: picture ? pictureView(context, picture) : null,
    collections: (args: PageArguments) =>
      connection(
        product.collections ?? [],
        args,
        (handle) => handle,
        (handle) => ({ id: siblingId(product.id, "Collection"), handle, title: handle }),
      ),
    variants: (args: PageArguments) =>
      connection(
        product.variants,
        args,
        (variant) => variant.id,
        (variant) => variantView(context, variant),
      ),
  };
}

export function variantView(context: ViewContext, variant: VariantRecord): object {
  const product = context.store.products.get(variant.productId);
  return {
    id: variant.id,
    legacyResourceId: String(numericId(variant.id)),
    title: variant.title,
    displayName: `${product?.title ?? ""} - ${variant.title}`,
    sku: variant.sku,
    price: formatAmount(variant.price),
    availableForSale: isSellable(variant, 1),
    inventoryPolicy: variant.oversold ? "CONTINUE" : "DENY",
    inventoryQuantity: variant.stock,
    selectedOptions: variant.options,
    image: () => pictureView(context, variant.picture),
    product: () => product && productView(context, product),
    inventoryItem: () => inventoryItemView(variant),
  };
}

const studio = {
  id: "gid://shopify/Location/1",
  name: "Studio Berlin",
  localPickupSettingsV2: { pickupTime: "TWO_HOURS", instructions: "Ring at the blue door." },
};
const warehouse = { id: "gid://shopify/Location/2", name: "Warehouse", localPickupSettingsV2: null };

/** Stock lies in the warehouse but for what is kept in the studio. */
function inventoryItemView(variant: VariantRecord): object {
  const inStudio = Math.min(variant.studioStock, variant.stock);
  const levels = [
    { location: studio, quantity: inStudio },
    { location: warehouse, quantity: variant.stock - inStudio },
  ];
  const id = (type: string, place: number) => `${siblingId(variant.id, type)}?location=${place}`;
  return {
    id: siblingId(variant.id, "InventoryItem"),
    tracked: true,
    inventoryLevels: (args: PageArguments) =>
      connection(
        levels.map((level, place) => ({ ...level, id: id("InventoryLevel", place) })),
        args,
        (level) => level.id,
        ({ quantity, ...level }) => ({
          ...level,
          quantities: ({ names }: { names: string[] }) =>
            names.map((name) => ({ id: siblingId(level.id, "InventoryQuantity"), name, quantity: name === "available" ? quantity : 0 })),
        }),
      ),
  };
}
