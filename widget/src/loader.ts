/**
 * Stage one: the launcher, and nothing else until somebody shows interest. The panel is fetched on hover, touch or focus,
 * and shown on click; a visitor who already has a conversation gets it when the page has come to rest.
 */
import { continueParameter, type PanelHost, readConfig } from "./config.ts";
import { drawLauncher } from "./launcher.ts";
import { readKept, storageKey } from "./models/storage.ts";
import { paintLauncher } from "./paint.ts";

type Panel = { mount(panelHost: PanelHost): { show(open?: boolean): void } };

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !window.Onethread) start(script);

function start(script: HTMLScriptElement): void {
  const config = readConfig(script.dataset, { host: location.host, language: document.documentElement.lang });
  const key = storageKey(config.shop);
  const kept = readKept(key, () => localStorage);

  const host = document.querySelector<HTMLElement>("[data-onethread]") ?? document.createElement("div");
  host.dataset.onethread = "";
  host.dataset.position = config.position;
  // Themes hide empty blocks, and a host whose content lives in a shadow root looks empty to them.
  host.style.setProperty("display", "block", "important");
  paintLauncher(host, config.color || kept.color);
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const launcher = shadow.querySelector("button") ?? drawLauncher(shadow, script.dataset.label || "Chat");
  // Not placed yet, or inside something that the theme hides.
  if (!launcher.getClientRects().length) document.body.append(host);

  let tries = 0;
  let code: Promise<Panel> | undefined;
  let panel: ReturnType<Panel["mount"]> | undefined;

  function fetchPanel(): Promise<Panel> {
    if (!code) {
      const language = config.locale.slice(0, 2);
      // Fetched beside the panel, which imports it again from the browser's module map.
      if (/de|fr|es|pt|it|nl/.test(language)) import(asset(`${language}.js`)).catch(() => {});
      // A failed import is remembered by its address: the next try needs another one.
      code = import(asset(`panel.js${tries ? `?${tries}` : ""}`));
      tries += 1;
      code.catch(() => {
        code = undefined;
      });
    }
    return code;
  }

  function asset(name: string): string {
    return new URL(`onethread-${name}`, (script as HTMLScriptElement).src).href;
  }

  function show(open?: boolean): void {
    if (panel) {
      panel.show(open);
      return;
    }
    launcher.setAttribute("aria-busy", "true");
    fetchPanel()
      .then(({ mount }) => {
        panel ??= mount({ config, host, shadow, launcher, asset });
        if (open !== undefined) panel.show(open);
      })
      .catch(() => {})
      .finally(() => launcher.removeAttribute("aria-busy"));
  }

  for (const sign of ["pointerenter", "touchstart", "focus"]) {
    launcher.addEventListener(sign, () => fetchPanel().catch(() => {}), { once: true, passive: true });
  }
  launcher.addEventListener("click", () => (panel ? panel.show() : show(true)));
  window.Onethread = { open: () => show(true), close: () => panel?.show(false) };

  if (new URLSearchParams(location.search).has(continueParameter)) show(true);
  else if (kept.live) (window.requestIdleCallback ?? setTimeout)(() => show());
  else if (config.greeting && !kept.greeted) setTimeout(greet, 4_000);

  /** Says hello beside the launcher, once per browser. */
  function greet(): void {
    if (panel) return;
    const note = document.createElement("button");
    note.className = "greeting";
    note.textContent = config.greeting;
    const away = () => note.remove();
    note.addEventListener("click", () => show(true));
    launcher.addEventListener("click", away);
    note.addEventListener("click", away);
    shadow.append(note);
    setTimeout(away, 12_000);
    try {
      localStorage.setItem(key, JSON.stringify({ ...kept, greeted: true }));
    } catch {
      // Storage is switched off or full: at worst the visitor is greeted once more.
    }
  }
}
