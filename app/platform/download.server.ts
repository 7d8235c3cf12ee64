/** How a fetch of somebody else's file ended. `refused`: not from there, and never will be. `gone`: no longer there. */
export type Download =
  | { ok: true; bytes: Buffer }
  | { ok: false; problem: "refused" | "gone" | "size" | "unauthorized" }
  | { ok: false; problem: "unavailable"; code: string };

export type DownloadRules = {
  /** A host's name, or ".example.com" for all below it. Our own list, never the sender's. */
  hosts: string[];
  maxBytes: number;
  headers?: Record<string, string>;
};

const timeoutMs = 20_000;
const mostRedirects = 2;

/**
 * Fetches a file whose address came from outside. Only from the hosts that the vendor keeps its files on, by https on its own
 * port, without credentials in the address; a redirect is followed only to where one might have begun, and without the token.
 */
export async function download(address: string, rules: DownloadRules): Promise<Download> {
  let url = allowedUrl(address, rules.hosts);
  let headers = rules.headers;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    for (let hops = 0; url && hops <= mostRedirects; hops += 1) {
      const response = await fetch(url, { headers, redirect: "manual", signal });
      if (response.status < 300 || response.status > 399) return await read(response, rules.maxBytes);
      await response.body?.cancel();
      url = allowedUrl(response.headers.get("location") ?? "", rules.hosts, url);
      headers = undefined;
    }
    return { ok: false, problem: "refused" };
  } catch (error) {
    return { ok: false, problem: "unavailable", code: error instanceof Error ? error.name : "network" };
  }
}

/** Null for every address that does not lead to one of the hosts. */
export function allowedUrl(address: string, hosts: string[], base?: URL): URL | null {
  const url = URL.parse(address, base);
  if (url?.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") return null;
  const isAllowed = hosts.some((host) => (host.startsWith(".") ? url.hostname.endsWith(host) : url.hostname === host));
  return isAllowed ? url : null;
}

async function read(response: Response, maxBytes: number): Promise<Download> {
  const { status } = response;
  if (status !== 200) await response.body?.cancel();
  if (status === 401) return { ok: false, problem: "unauthorized" };
  if (status === 429 || status >= 500) return { ok: false, problem: "unavailable", code: `http-${status}` };
  if (status !== 200) return { ok: false, problem: "gone" };
  const declared = Number(response.headers.get("content-length") ?? 0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // Leaving the loop ends the stream and with it the transfer.
    if (declared > maxBytes || size > maxBytes) return { ok: false, problem: "size" };
    chunks.push(chunk);
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}
