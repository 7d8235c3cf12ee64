/**
 * The launcher's looks, written once: the loader draws it, and the build prints the same into the Liquid block,
 * so that it is painted with the page.
 */

/** A speech mark in a 24-unit box. */
export const launcherPath =
  "M12 3.5c-5 0-9 3.3-9 7.5 0 2.3 1.2 4.3 3.1 5.7-.1 1.1-.6 2.2-1.4 3.1-.2.3 0 .7.4.7 2 0 3.7-.7 4.9-1.7.7.1 1.3.2 2 .2 5 0 9-3.4 9-7.6S17 3.5 12 3.5z";

export const launcherCss = `
:host{display:block!important}
.launcher{all:unset;box-sizing:border-box;position:fixed;bottom:calc(20px + env(safe-area-inset-bottom,0px));right:20px;z-index:2147483000;width:56px;height:56px;border-radius:28px;display:grid;place-items:center;cursor:pointer;background:var(--brand,#24564a);color:var(--on-brand,#fff);box-shadow:0 4px 16px rgb(20 24 28/.2);-webkit-tap-highlight-color:transparent}
:host([data-position=left]) .launcher{right:auto;left:20px}
.launcher:focus-visible{outline:2px solid #1c2024;outline-offset:2px;box-shadow:0 0 0 2px #fff}
.launcher svg{width:30px;height:30px;fill:currentColor}
.greeting{all:unset;box-sizing:border-box;position:fixed;bottom:28px;right:88px;z-index:2147483000;max-width:min(240px,calc(100vw - 128px));padding:8px 12px;border-radius:12px;background:#fff;color:#1c2024;font:14px/1.4 system-ui,sans-serif;box-shadow:0 4px 16px rgb(20 24 28/.2);cursor:pointer}
:host([data-position=left]) .greeting{right:auto;left:88px}
@media print{:host{display:none!important}}
`
  .replace(/\n/g, "")
  .trim();

/** The launcher as HTML for a page that is rendered on a server. `label` is put in as it is: escape it there. */
export function launcherHtml(label: string): string {
  return `<style>${launcherCss}</style><button type="button" class="launcher" data-chat-launcher aria-haspopup="dialog" aria-expanded="false" aria-label="${label}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${launcherPath}"/></svg></button>`;
}

/** Draws the launcher where no server did. Built node by node: a strict content policy forbids markup from strings. */
export function drawLauncher(shadow: ShadowRoot, label: string): HTMLButtonElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherCss);
  shadow.adoptedStyleSheets.push(sheet);
  const button = document.createElement("button");
  const svg = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(svg, "svg");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", launcherPath);
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  icon.append(path);
  const attributes = {
    type: "button",
    class: "launcher",
    "data-chat-launcher": "",
    "aria-haspopup": "dialog",
    "aria-expanded": "false",
    "aria-label": label,
  };
  for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
  button.append(icon);
  shadow.append(button);
  return button;
}
