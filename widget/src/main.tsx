/** Stage two: the panel. Mounted once by the loader, into the shadow root that holds the launcher. */
import { effect } from "@preact/signals";
import { render } from "preact";
import { Panel } from "./components/panel.tsx";
import { continueParameter, type PanelHost } from "./config.ts";
import { createKeeper } from "./models/storage.ts";
import { createWidget } from "./models/widget.ts";
import { paint } from "./paint.ts";
import styles from "./styles.css";
import en from "./texts/en.ts";
import { fill, type Texts } from "./texts/texts.ts";
import { createApi } from "./transport/api.ts";

/** A page in the background keeps its connection for so long: browsers allow six per host over all tabs. Milliseconds. */
const hiddenGrace = 30_000;

export function mount({ config, host, shadow, launcher, asset }: PanelHost): { show(open?: boolean): void } {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets.push(sheet);

  const keeper = createKeeper(config.shop, { storage: () => localStorage, events: window });
  const widget = createWidget({
    api: createApi(config.proxy, (input, init) => fetch(input, init)),
    keeper,
    locale: config.locale,
    path: () => location.pathname,
    continueCode: new URLSearchParams(location.search).get(continueParameter) ?? undefined,
    onCodeUsed: dropCode,
    texts: en,
    loadTexts: async (language) => {
      const short = language.slice(0, 2);
      if (!["de", "fr", "es", "pt", "it", "nl"].includes(short)) return en;
      // English is a better frame than none.
      return import(asset(`${short}.js`)).then((loaded: { default: Texts }) => loaded.default).catch(() => en);
    },
    loadPhotos: () => import(asset("photos.js")).then((loaded) => loaded.default),
    newId: () => crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-"),
  });

  const badge = document.createElement("span");
  badge.className = "badge";
  badge.setAttribute("aria-hidden", "true");
  launcher.append(badge);
  const root = document.createElement("div");
  shadow.append(root);
  render(<Panel widget={widget} config={config} />, root);

  effect(() => {
    const open = widget.open.value;
    const unread = widget.unread.value;
    const texts = widget.texts.value;
    host.toggleAttribute("data-open", open);
    launcher.setAttribute("aria-expanded", String(open));
    badge.textContent = unread > 99 ? "99+" : String(unread || "");
    const news = unread ? `, ${fill(texts.unread, { count: unread })}` : "";
    launcher.setAttribute("aria-label", open ? texts.close : texts.open + news);
  });

  effect(() => paint(host, config.color || widget.boot.value?.shop.brandColor || keeper.read().color));

  // Focus goes in with opening and back out with closing.
  let wasOpen = false;
  effect(() => {
    const open = widget.open.value;
    if (open) requestAnimationFrame(() => root.querySelector("textarea")?.focus());
    else if (wasOpen && root.contains(shadow.activeElement)) launcher.focus();
    wasOpen = open;
  });

  let hiding: ReturnType<typeof setTimeout> | undefined;
  const wanted = () => widget.open.value || keeper.read().live;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) {
      widget.draft.save();
      hiding = setTimeout(widget.stop, hiddenGrace);
    } else if (wanted()) widget.start();
  });
  window.addEventListener("online", () => wanted() && widget.start());
  keeper.watch((kept) => widget.follow(kept));
  followKeyboard(host);

  if (wanted()) widget.start();
  return {
    show(open = !widget.open.value) {
      widget.open.value = open;
      if (open) widget.start();
    },
  };
}

/** A used code has no business in the address, the history or a shared link. */
function dropCode(): void {
  const url = new URL(location.href);
  url.searchParams.delete(continueParameter);
  history.replaceState(history.state, "", url);
}

/** On phones the keyboard covers the page without resizing it: the sheet takes the height that is really left. */
function followKeyboard(host: HTMLElement): void {
  const viewport = window.visualViewport;
  const fit = () => {
    host.style.setProperty("--height", `${viewport?.height}px`);
    host.style.setProperty("--top", `${viewport?.offsetTop}px`);
  };
  viewport?.addEventListener("resize", fit);
  viewport?.addEventListener("scroll", fit);
}
