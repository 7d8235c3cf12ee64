import type { PageRecord, ProductRecord } from "./model.ts";
import type { ShopifyStore } from "./store.ts";

/** What the merchant writes in the admin. Shopify sends no webhook for policies, pages and articles. */
export function writePolicy(store: ShopifyStore, type: string, body: string): void {
  const policy = store.shop.policies.find((one) => one.type === type);
  if (!policy) throw new Error(`the sandbox shop has no ${type}`);
  Object.assign(policy, { body, updatedAt: store.now() });
}

/** Changes the page or article of this handle, or writes a new page. */
export function writePage(store: ShopifyStore, page: Pick<PageRecord, "handle"> & Partial<PageRecord>): PageRecord {
  const known = [...store.pages.values()].find((one) => one.handle === page.handle);
  const id = known?.id ?? store.nextId("Page");
  const record = { title: page.handle, body: "", isPublished: true, ...known, ...page, id, updatedAt: store.now() };
  store.pages.set(id, record);
  return record;
}

export function deletePage(store: ShopifyStore, handle: string): void {
  for (const page of store.pages.values()) if (page.handle === handle) store.pages.delete(page.id);
}

/** Changes a product and its variants; told by webhook. */
export function changeProduct(store: ShopifyStore, title: string, change: (product: ProductRecord) => void): void {
  const product = productByTitle(store, title);
  change(product);
  product.updatedAt = store.now();
  store.emit({ topic: "products/update", product });
}

export function deleteProduct(store: ShopifyStore, title: string): void {
  const product = productByTitle(store, title);
  store.products.delete(product.id);
  for (const variant of product.variants) store.variants.delete(variant.id);
  store.emit({ topic: "products/delete", product });
}

function productByTitle(store: ShopifyStore, title: string): ProductRecord {
  for (const product of store.products.values()) if (product.title === title) return product;
  throw new Error(`the sandbox store sells no ${title}`);
}
