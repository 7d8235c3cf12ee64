import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { adminPage } from "./admin-page.ts";
import { forward } from "./forward.ts";
import { type Handler, send } from "./loopback.ts";
import type { Playground } from "./playground.ts";
import { followScene } from "./storefront.ts";

const bridgeSource = new URL("app-bridge.ts", import.meta.url).pathname;
const shellSource = new URL("admin-frame.ts", import.meta.url).pathname;
const styles = new URL("admin.css", import.meta.url);
const bridgeAddress = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

/** The admin around the embedded app. The app itself is passed through on the same origin, with leave to be framed here. */
export async function adminShell(playground: Playground): Promise<Handler> {
  const scripts = new Map([
    ["/app-bridge.js", await script(bridgeSource)],
    ["/admin-frame.js", await script(shellSource)],
  ]);
  return async (url, request, response) => {
    const { world } = playground.session;
    const known = scripts.get(url.pathname);
    if (known) return send(response, 200, "text/javascript", known);
    if (url.pathname === "/") {
      const frame = new URL(world.merchant.frameUrl("/app/inbox?view=all"));
      return send(response, 200, "text/html", adminPage(world.shopify.store.shop, frame.pathname + frame.search, playground.visit));
    }
    if (url.pathname === "/admin.css") return send(response, 200, "text/css", await readFile(styles));
    if (url.pathname === "/session-token") return send(response, 200, "text/plain", world.shopify.mintSessionToken());
    if (url.pathname === "/scene") return void followScene(playground, response);
    return forward({
      request,
      response,
      send: (init) => {
        // Shopify's library turns robots away, and a browser under test calls itself headless.
        const agent = (init.headers["user-agent"] ?? "").replace("HeadlessChrome", "Chrome");
        // In Shopify's admin the frame's own origin is the app's; Remix refuses forms that come from another one.
        const origin: Record<string, string> = init.headers.origin ? { origin: world.appUrl } : {};
        const headers = { ...init.headers, ...origin, "user-agent": agent };
        return fetch(world.appUrl + url.pathname + url.search, { ...init, headers, redirect: "manual" });
      },
      headers: allowFrame(world.appUrl, playground, world.shopify.store.shop.domain),
      rewrite: (text) =>
        text
          .replaceAll(bridgeAddress, "/app-bridge.js")
          .replaceAll(`https://${world.shopify.store.shop.domain}/cdn/`, `${playground.storefrontUrl}/cdn/`),
    });
  };
}

/** What Shopify's library fixes to Shopify's own hosts, for this one. */
function allowFrame(appUrl: string, { adminUrl, storefrontUrl }: Playground, shopDomain: string): (headers: Headers) => void {
  return (headers) => {
    headers.delete("x-frame-options");
    // Preloads of Shopify's own servers, which are not there.
    headers.delete("link");
    const policy = headers.get("content-security-policy");
    // The demo page frames the admin, and it is on a port that is not known here. The shop's pictures lie on its storefront.
    const here = policy
      ?.replace(/frame-ancestors[^;]*/, "frame-ancestors 'self' http://127.0.0.1:*")
      .replaceAll(`https://${shopDomain}`, storefrontUrl);
    if (here) headers.set("content-security-policy", here);
    const location = headers.get("location");
    if (location?.startsWith(appUrl)) headers.set("location", location.replace(appUrl, adminUrl));
  };
}

async function script(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
