import { languages } from "#app/channels/message.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { now } from "#app/platform/clock.ts";
import { encrypt } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove, update } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { newId } from "#app/platform/ids.ts";
import { channelsChanged } from "./channels.server.ts";
import { type Shop, shopByDomain } from "./shop.server.ts";

/** What Shopify says of a shop when the app is opened. */
export type ShopInfo = {
  name: string;
  email?: string | null;
  primaryHost?: string | null;
  countryCode?: string | null;
  currencyCode: string;
  timeZone: string;
  language?: string;
};

/**
 * Called whenever Shopify has let the app in. Creates the shop with safe defaults and its widget, or revives one that
 * had uninstalled; what the merchant set stays as it was. Two calls at the same moment make one shop.
 */
export async function registerShop(shopDomain: string, info: ShopInfo): Promise<Shop> {
  const known = await shopByDomain(shopDomain);
  const fromShopify = factsOf(info);
  if (known) {
    const reinstalled = known.uninstalledAt ? { installedAt: now(), uninstalledAt: null } : {};
    await database().commit([update("Shop", { id: known.id }, { ...fromShopify, ...reinstalled }, 1)]);
    if (known.uninstalledAt) channelsChanged();
  } else {
    await createShop(shopDomain, fromShopify, info.language);
  }
  const shop = await shopByDomain(shopDomain);
  if (!shop) throw new Error("The shop was removed while it was being registered.");
  return shop;
}

/** Shopify says that something about the shop itself changed. A shop that has taken the app out stays as it was. */
export async function updateShop(shopId: string, info: ShopInfo): Promise<void> {
  await database().commit([update("Shop", { id: shopId, uninstalledAt: null }, factsOf(info))]);
}

type FromShopify = {
  name: string;
  email: string | null;
  primaryHost: string | null;
  countryCode: string | null;
  currencyCode: string;
  timeZone: string;
};

function factsOf({ name, email = null, primaryHost = null, countryCode = null, currencyCode, timeZone }: ShopInfo): FromShopify {
  return { name, email, primaryHost, countryCode, currencyCode, timeZone };
}

async function createShop(domain: string, info: FromShopify, language = "en"): Promise<void> {
  const [shopId, at] = [newId(), now()];
  const shop = {
    ...info,
    id: shopId,
    domain,
    language: languages.find((one) => one === language.toLowerCase().slice(0, 2)) ?? "en",
    brandColor: "#1f5f4b",
    assistantName: "Assistant",
    voice: "",
    wording: "templates",
    confidenceThreshold: 0.85,
    assistantPaused: false,
    returnPolicy: defaultReturnPolicy,
    installedAt: at,
  };
  const widget = {
    id: newId(),
    shopId,
    channel: "widget",
    externalId: domain,
    label: info.name,
    credentials: encrypt("{}"),
    config: {},
    paused: false,
    createdAt: at,
  };
  fault("shop.new.before-commit");
  await database().commit([insert("Shop", shop, { ifAbsent: true }), insert("ChannelAccount", widget, { ifAbsent: true })]);
  fault("shop.new.after-commit");
}

/** The app was taken out of the shop: nothing may act for it any more. Its data stays until Shopify asks to redact it. */
export async function uninstallShop(shopDomain: string): Promise<void> {
  await database().prisma.session.deleteMany({ where: { shop: shopDomain } });
  const shop = await shopByDomain(shopDomain);
  if (!shop || shop.uninstalledAt) return;
  fault("shop.uninstall.before-commit");
  await database().commit([update("Shop", { id: shop.id }, { uninstalledAt: now() }, 1), remove("WidgetSession", { shopId: shop.id })]);
  fault("shop.uninstall.after-commit");
  channelsChanged();
}
