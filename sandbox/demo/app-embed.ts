import { readFile } from "node:fs/promises";

const extension = new URL("../../extensions/onethread/", import.meta.url);
const read = (path: string) => readFile(new URL(path, extension), "utf8");
/** Where the storefront serves the extension's assets. */
export const assetFolder = "/onethread-assets/";

type Shop = { domain: string; locale: string; color: string };

/**
 * The theme extension's block as Shopify would print it into the page. Only what the block uses is understood; anything
 * else throws, so that the demo cannot quietly show something other than a shop would.
 */
export async function appEmbed(shop: Shop): Promise<string> {
  const words = JSON.parse(await read("locales/en.default.json")) as Record<"launcher" | "withdraw", { label: string }>;
  const values: Record<string, string> = {
    color: shop.color,
    // White is readable on the demo's colour.
    on_color: "#ffffff",
    "block.settings.position": "right",
    "block.settings.greeting | escape": "",
    "shop.permanent_domain": shop.domain,
    "request.locale.iso_code": shop.locale,
    "'onethread-loader.js' | asset_url": `${assetFolder}onethread-loader.js`,
    "'launcher.label' | t | escape": words.launcher.label,
    "'withdraw.label' | t | escape": words.withdraw.label,
  };
  const launcher = await read("snippets/onethread-launcher.liquid");
  return (
    (await read("blocks/onethread.liquid"))
      .replace(/\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}/gs, "")
      .replace(/\{%-?\s*schema\s*-?%\}.*?\{%-?\s*endschema\s*-?%\}/gs, "")
      .replace(/\{%-?\s*liquid\s.*?%\}/gs, "")
      .replace(/\{% render 'onethread-launcher' %\}/g, () => launcher)
      .replace(/\{% if color != blank %\}(.*?)\{% endif %\}/gs, "$1")
      // The demo's shop is in the EU.
      .replace(/\{% if withdraw %\}(.*?)\{% endif %\}/gs, "$1")
      .replace(/\{\{-?\s*(.*?)\s*-?\}\}/gs, (_, expression: string) => {
        const value = values[expression];
        if (value === undefined) throw new Error(`The demo's storefront cannot print {{ ${expression} }}.`);
        return value;
      })
      .replace(/\{%.*?%\}/gs, (tag) => {
        throw new Error(`The demo's storefront does not understand ${tag}.`);
      })
      .replace(/\s+/g, " ")
  );
}
