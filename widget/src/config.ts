/** What the page tells the widget, all of it from data attributes of the script tag. */
export type WidgetConfig = {
  /** The shop's domain; names what is kept in this browser. */
  shop: string;
  /** Path of the app proxy on the shop's own domain, e.g. /apps/onethread */
  proxy: string;
  locale: string;
  /** The merchant's colour; when empty the one from boot is used. */
  color: string;
  position: "left" | "right";
  /** Shown beside the launcher once per browser; empty: never. */
  greeting: string;
  /** The words of the link to the page on which a contract is withdrawn from; empty where no law asks for it. */
  withdraw: string;
};

/** Reads the script tag's attributes; everything has a sensible default. */
export function readConfig(data: DOMStringMap, page: { host: string; language: string }): WidgetConfig {
  return {
    shop: data.shop || page.host,
    proxy: (data.proxy || "/apps/onethread").replace(/\/$/, ""),
    locale: data.locale || page.language || "en",
    color: data.color || "",
    position: data.position === "left" ? "left" : "right",
    greeting: data.greeting || "",
    withdraw: data.withdraw || "",
  };
}

/** A "continue here" link to the shop carries its code in this parameter; it opens the chat. */
export const continueParameter = "onethread";

/** The one name that the widget adds to the page. */
export type WidgetHandle = { open(): void; close(): void };

/** What the loader hands to the panel when it mounts it. */
export type PanelHost = {
  config: WidgetConfig;
  host: HTMLElement;
  shadow: ShadowRoot;
  launcher: HTMLButtonElement;
  /** Address of one built file, for the texts of other languages. */
  asset: (name: string) => string;
};

declare global {
  interface Window {
    Onethread?: WidgetHandle;
  }
}
