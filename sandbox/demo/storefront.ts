import { readFile } from "node:fs/promises";
import { appEmbed, assetFolder } from "./app-embed.ts";
import { forward } from "./forward.ts";
import { type Handler, openEvents, send } from "./loopback.ts";
import type { Playground } from "./playground.ts";
import { storefrontPage } from "./storefront-page.ts";

const assets = new URL("../../extensions/onethread/assets/", import.meta.url);
const styles = new URL("storefront.css", import.meta.url);

/** The shop's own site, with the chat in it as the theme extension puts it there. */
export function storefront(playground: Playground): Handler {
  return async (url, request, response) => {
    const { session } = playground;
    const { shopify } = session.world;
    const shopDomain = shopify.store.shop.domain;
    if (url.pathname.startsWith("/apps/")) {
      return forward({
        request,
        response,
        send: (init) => shopify.proxyRequest({ ...init, path: url.pathname + url.search, loggedInCustomerId: session.customerId }),
        rewrite: (text) =>
          text
            .replaceAll(`${session.world.appUrl}/widget`, `${playground.storefrontUrl}/chat-api`)
            .replaceAll(`https://${shopDomain}/`, `${playground.storefrontUrl}/`),
      });
    }
    if (url.pathname.startsWith("/chat-api/")) {
      const path = `/widget/${url.pathname.slice("/chat-api/".length)}${url.search}`;
      return forward({
        request,
        response,
        send: (init) => fetch(session.world.appUrl + path, init),
        rewrite: (text) => text.replaceAll(`https://${shopDomain}/`, `${playground.storefrontUrl}/`),
      });
    }
    if (request.method === "POST" && url.pathname === "/account") {
      session.login(session.customer === "guest" ? "shopper" : "guest");
      response.writeHead(303, { location: "/" }).end();
      return;
    }
    if (request.method !== "GET") return send(response, 405, "text/plain", "Not allowed.\n");
    if (url.pathname === "/") {
      const embed = await appEmbed({ domain: shopDomain, locale: "en", color: "#24564a" });
      return send(response, 200, "text/html", storefrontPage(session, playground.scene, embed));
    }
    if (url.pathname === "/scene") return void followScene(playground, response);
    if (url.pathname === "/storefront.css") return send(response, 200, "text/css", await readFile(styles));
    const asset = /^onethread-[a-z]+\.js$/.exec(url.pathname.replace(assetFolder, ""))?.[0];
    if (asset) return send(response, 200, "text/javascript", await readFile(new URL(asset, assets)));
    return forward({
      request,
      response,
      send: ({ signal }) =>
        shopify.handle(new Request(`https://${shopDomain}${url.pathname}`, { signal, headers: { "x-sandbox-host": shopDomain } })),
    });
  };
}

/** Tells an open page which world it is in; it loads again when that is not its own. */
export function followScene(playground: Playground, response: Parameters<typeof openEvents>[0]): void {
  const write = openEvents(response);
  let told = "";
  const tell = () => {
    if (told === playground.scene) return;
    told = playground.scene;
    write(told);
  };
  response.on("close", playground.onChange(tell));
  tell();
}
