import type { ShopRecord } from "../shopify/model.ts";
import { escapeHtml } from "./storefront-page.ts";

const entries = [
  ["/app", "Home"],
  ["/app/inbox", "Inbox"],
  ["/app/people", "People"],
  ["/app/channels", "Channels"],
  ["/app/labels", "Return labels"],
  ["/app/connections", "Connections"],
  ["/app/policy", "Return policy"],
  ["/app/settings", "Settings"],
];

/** The admin with the app in its frame: top bar, menu, and what App Bridge draws outside of the frame. */
export function adminPage(shop: ShopRecord, frame: string, visit: number): string {
  const name = escapeHtml(shop.name);
  const initials = escapeHtml(shop.name.replace(/[^A-Z]/g, "").slice(0, 2));
  const links = entries.map(
    ([path, label]) => `<li><a href="${path}"${path === "/app/inbox" ? ' aria-current="page"' : ""}>${label}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${name} admin</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/admin.css">
</head>
<body data-visit="${visit}">
<header>
  <span class="store">${name}</span>
  <div id="save-bar" role="region" aria-label="Unsaved changes" hidden>
    <span>Unsaved changes</span><button id="discard" type="button">Discard</button><button id="save" type="button">Save</button>
  </div>
  <span class="avatar" aria-hidden="true">${initials}</span>
</header>
<nav aria-label="Admin">
  <p><svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path d="M4 5h12v8H9l-4 3v-3H4z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/></svg>Onethread</p>
  <ul id="menu">${links.join("")}</ul>
</nav>
<main><iframe id="app" name="app-iframe" title="Onethread" src="${escapeHtml(frame)}"></iframe></main>
<div id="toast" role="status" hidden></div>
<script src="/admin-frame.js"></script>
</body>
</html>
`;
}
