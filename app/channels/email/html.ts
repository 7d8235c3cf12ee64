const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Makes text safe inside elements and double-quoted attributes; control characters, which mail must not carry, go. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\p{Cc}]/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** The address when it may be followed from a mail: absolute https (or the reader's own machine) without a password in it. Null otherwise. */
export function followableUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isOwnMachine = url.protocol === "http:" && (url.hostname === "127.0.0.1" || url.hostname === "localhost");
  return (url.protocol === "https:" || isOwnMachine) && !url.username && !url.password ? url.href : null;
}

/**
 * The frame of a mail: one column of at most 600 px, 16 px text, light and dark. Styles that must survive in programs
 * which drop the style sheet stand inline; the sheet adds the dark colours.
 */
export function mailDocument(parts: { language: string; title: string; preheader: string; body: string; footer: string }): string {
  return `<!doctype html>
<html lang="${parts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(parts.title)}</title>
<style>${styleSheet}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f4f5f6;">
<div style="display:none;max-height:0;overflow:hidden;">${escapeHtml(parts.preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" class="surface" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:12px;">
<tr><td class="ink" style="padding:24px;font:16px/1.45 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1f2933;">
${parts.body}
</td></tr>
<tr><td class="muted" style="padding:0 24px 24px;font:13px/1.45 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#52606d;">${escapeHtml(parts.footer)}</td></tr>
</table>
</td></tr></table>
</body>
</html>`;
}

const styleSheet = [
  "p.text{margin:0 0 16px}",
  "ul.list,ol.list{margin:0 0 16px;padding-left:24px}",
  ".link{color:#0b5cad}",
  ".figures{font-variant-numeric:tabular-nums}",
  "@media (prefers-color-scheme:dark){",
  ".page{background:#111417!important}",
  ".surface{background:#1b2026!important}",
  ".ink,.ink td,.ink p{color:#e6e9ec!important}",
  ".muted{color:#a5afb9!important}",
  ".line{border-color:#3b444d!important}",
  ".link{color:#7cc0ff!important}",
  ".button{background:#e6e9ec!important;color:#111417!important}",
  "}",
].join("");

/** The one button style, 44 px high. */
export function button(label: string, url: string): string {
  const style =
    "display:inline-block;padding:12px 20px;border-radius:8px;background:#1f2933;color:#ffffff;font-weight:600;line-height:20px;text-decoration:none;";
  return `<p class="text"><a class="button" href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a></p>`;
}

export function card(inner: string): string {
  return `<table role="presentation" class="line" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;border:1px solid #d5dae0;border-radius:12px;border-collapse:separate;"><tr><td style="padding:16px;">${inner}</td></tr></table>`;
}
