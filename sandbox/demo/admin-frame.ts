/** Runs in the admin's page around the frame: menu, toasts, save bar. */
import type { ToAdmin, ToFrame } from "./admin-messages.ts";

const find = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;
const frame = find<HTMLIFrameElement>("app");
const menu = find<HTMLUListElement>("menu");
const toast = find("toast");
const saveBar = find("save-bar");
const tell = (message: ToFrame) => frame.contentWindow?.postMessage(message, location.origin);
let toastTimer = 0;
let openBar: string | undefined;

window.addEventListener("message", (event: MessageEvent<ToAdmin>) => {
  if (event.origin !== location.origin || event.source !== frame.contentWindow) return;
  const message = event.data;
  if (message.onethread === "page") showMenu(message.path, message.entries);
  if (message.onethread === "toast") showToast(message.text, message.isError);
  if (message.onethread === "loading") document.body.toggleAttribute("data-loading", message.on);
  if (message.onethread === "save-bar") {
    if (message.open) openBar = message.id;
    else if (openBar === message.id) openBar = undefined;
    saveBar.hidden = openBar === undefined;
  }
});

function showMenu(path: string, entries: { path: string; label: string }[]): void {
  // While a page loads its menu is not there yet: the one that is drawn stays.
  if (entries.length > 0) {
    const known = [...menu.querySelectorAll("a")].map((link) => link.pathname).join();
    if (known !== entries.map((one) => one.path).join()) menu.replaceChildren(...entries.map(drawEntry));
  }
  for (const link of menu.querySelectorAll("a")) {
    const here = link.pathname === "/app" ? path === "/app" : path === link.pathname || path.startsWith(`${link.pathname}/`);
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function drawEntry({ path, label }: { path: string; label: string }): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = path;
  link.textContent = label;
  item.append(link);
  return item;
}

function showToast(text: string, isError: boolean): void {
  toast.textContent = text;
  toast.toggleAttribute("data-error", isError);
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = window.setTimeout(() => {
    toast.hidden = true;
  }, 5000);
}

menu.addEventListener("click", (event) => {
  const link = (event.target as Element).closest("a");
  if (!link) return;
  event.preventDefault();
  tell({ onethread: "go", path: link.pathname });
});
for (const button of ["save", "discard"] as const) {
  find(button).addEventListener("click", () => openBar && tell({ onethread: "save-bar-pressed", id: openBar, button }));
}

const visit = document.body.dataset.visit;
new EventSource("/scene").addEventListener("message", ({ data }) => {
  if (String(JSON.parse(data)).split(":")[0] !== visit) location.reload();
});
