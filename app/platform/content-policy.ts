/** What of a page differs from the next one. */
export type PolicyOf = {
  /** Of the page's own inline scripts. */
  nonce?: string;
  /** Inline scripts that a library wrote without a nonce, as `'sha256-…'`. */
  hashes?: string[];
  /** The shop that may frame the page, once its address was checked; without one nobody may. */
  shop?: string;
  /** App Bridge's address where it is not Shopify's. */
  appBridge?: string;
};

const shopifyFiles = "https://cdn.shopify.com";
/** App Bridge measures how fast the app is, as the App Store asks, and reports it here. */
const shopifyMeasures = "https://*.shopifysvc.com";
const shopifyAdmin = "https://admin.shopify.com";

/**
 * The Content-Security-Policy of a page with scripts of ours. Polaris sets style attributes, so styles may be inline; scripts may not.
 * A form may end at Shopify: its installation page is a redirect away from our own sign-in form.
 */
export function contentPolicy({ nonce, hashes = [], shop, appBridge }: PolicyOf): string {
  const shopAddress = shop ? [`https://${shop}`] : [];
  const bridge = appBridge?.startsWith("https://") ? [appBridge] : [];
  return policyText({
    "default-src": ["'self'"],
    "script-src": ["'self'", ...(nonce ? [`'nonce-${nonce}'`] : []), ...hashes, shopifyFiles, ...bridge],
    "style-src": ["'self'", "'unsafe-inline'", shopifyFiles],
    "img-src": ["'self'", "data:", shopifyFiles, ...shopAddress],
    "font-src": ["'self'", shopifyFiles],
    "connect-src": ["'self'", shopifyFiles, shopifyMeasures],
    "frame-ancestors": shop ? [...shopAddress, shopifyAdmin] : ["'none'"],
    "form-action": ["'self'", shopifyAdmin, ...shopAddress],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
  });
}

/** The policy of a page without any script: one style sheet inside it, and a form that comes back here. */
export function stillPagePolicy(styleHash: string): string {
  return policyText({
    "default-src": ["'none'"],
    "style-src": [styleHash],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
  });
}

/** The shop that Shopify's library found to be a real address and allows to frame us. */
export function shopThatFrames(libraryPolicy: string | null): string | undefined {
  return /frame-ancestors https:\/\/([a-z0-9][a-z0-9-]*\.myshopify\.com)(?=[ ;]|$)/i.exec(libraryPolicy ?? "")?.[1];
}

function policyText(directives: Record<string, string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
