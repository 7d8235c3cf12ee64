import type { SearchWarning } from "../search-syntax.ts";
import type { ShopifyStore } from "../store.ts";

/**
 * Views turn stored facts into what GraphQL asks for: plain objects whose functions are called only when their field is
 * selected. `__typename` stands where an interface or union has to be told apart.
 */
export type ViewContext = { store: ShopifyStore; searches: { field: string; query: string; warnings: SearchWarning[] }[] };

export const instant = (date: Date | undefined): string | null => (date ? date.toISOString().replace(/\.\d{3}Z$/, "Z") : null);

/** A global id of another kind for the same number. */
export const siblingId = (id: string, type: string): string => `gid://shopify/${type}/${id.slice(id.lastIndexOf("/") + 1)}`;
