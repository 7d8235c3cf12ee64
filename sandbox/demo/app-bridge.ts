/** Runs inside the frame in the place of Shopify's App Bridge: as much of it as an app without Shopify's own elements needs. */
import type { ToAdmin, ToFrame } from "./admin-messages.ts";

const realFetch = window.fetch.bind(window);
const idToken = async (): Promise<string> => (await realFetch("/session-token", { cache: "no-store" })).text();
const tell = (message: ToAdmin) => window.parent.postMessage(message, location.origin);
const openBars = new Set<string>();

async function showBar(id: string, open: boolean): Promise<void> {
  if (open) openBars.add(id);
  else openBars.delete(id);
  tell({ onethread: "save-bar", id, open });
}

const reload = new URLSearchParams(location.search).get("shopify-reload");
if (reload) {
  // The app asks for a page again with a fresh token.
  const target = new URL(reload, location.origin);
  void idToken().then((token) => {
    target.searchParams.set("id_token", token);
    location.replace(target.pathname + target.search);
  });
}

/** A token lives for a minute, so every request gets its own. */
window.fetch = async (input, init) => {
  const request = new Request(input, init);
  if (new URL(request.url).origin !== location.origin) return realFetch(request);
  const headers = new Headers(request.headers);
  headers.set("authorization", `Bearer ${await idToken()}`);
  return realFetch(new Request(request, { headers }));
};

const api = {
  config: {
    apiKey: document.currentScript?.dataset.apiKey ?? "",
    shop: new URLSearchParams(location.search).get("shop") ?? "",
    host: new URLSearchParams(location.search).get("host") ?? "",
    locale: "en",
  },
  environment: { embedded: true, mobile: false, intent: false },
  idToken,
  toast: {
    show(text: string, options: { isError?: boolean } = {}): string {
      tell({ onethread: "toast", text, isError: options.isError ?? false });
      return String(performance.now());
    },
    hide() {},
  },
  saveBar: {
    show: (id: string) => showBar(id, true),
    hide: (id: string) => showBar(id, false),
    toggle: (id: string) => showBar(id, !openBars.has(id)),
    leaveConfirmation: async () => undefined,
  },
  loading: (on?: boolean) => tell({ onethread: "loading", on: on ?? false }),
};
Object.assign(window, { shopify: api });

const hidden = document.createElement("style");
hidden.textContent = "ui-nav-menu, ui-save-bar, ui-title-bar { display: none !important; }";
document.head.append(hidden);

const entries = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>("ui-nav-menu a[href]")];

/** The admin draws the app's menu beside the frame and marks where one is. */
function announce(): void {
  const menu = entries().map((link) => ({ path: new URL(link.href).pathname, label: link.textContent?.trim() ?? "" }));
  tell({ onethread: "page", path: location.pathname, entries: menu });
}

for (const name of ["pushState", "replaceState"] as const) {
  const real = history[name].bind(history);
  history[name] = (...values: Parameters<History["pushState"]>) => {
    real(...values);
    announce();
  };
}
window.addEventListener("popstate", announce);
document.addEventListener("DOMContentLoaded", announce);

window.addEventListener("message", (event: MessageEvent<ToFrame>) => {
  if (event.origin !== location.origin || event.source !== window.parent) return;
  const message = event.data;
  if (message.onethread === "go") {
    const link = entries().find((one) => new URL(one.href).pathname === message.path);
    // The app's own link changes the page without loading it anew.
    if (link) link.click();
    else location.assign(message.path);
  }
  if (message.onethread === "save-bar-pressed") {
    const bar = document.querySelector(`ui-save-bar[id="${CSS.escape(message.id)}"]`);
    const buttons = [...(bar?.querySelectorAll("button") ?? [])];
    const save = buttons.find((button) => button.getAttribute("variant") === "primary");
    (message.button === "save" ? save : buttons.find((button) => button !== save))?.click();
  }
});
