/**
 * The addresses a shopper may be sent to. Everything else (javascript:, data:, app schemes) is shown as plain words.
 * Plain http is let through only on a page that is itself plain http: a local development store.
 */
export function safeUrl(address: string | undefined, pageProtocol = globalThis.location?.protocol ?? "https:"): string | null {
  const url = parse(address);
  if (!url) return null;
  const web = url.protocol === "https:" || (url.protocol === "http:" && pageProtocol === "http:");
  if (web) return url.username || url.password ? null : url.href;
  return url.protocol === "mailto:" ? url.href : null;
}

/** Pictures come over the web only. */
export function safeImage(address: string | undefined, pageProtocol?: string): string | null {
  const url = safeUrl(address, pageProtocol);
  return url?.startsWith("http") ? url : null;
}

function parse(address: string | undefined): URL | null {
  try {
    return new URL(address ?? "");
  } catch {
    return null;
  }
}
