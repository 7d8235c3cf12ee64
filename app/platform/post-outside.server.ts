import https from "node:https";
import { isPublic, publicAddress } from "./egress.server.ts";

/** How a POST to an address of a merchant's choosing ended. `code`: nothing was answered, and why. */
export type Posted = { status: number; retryAfterMs?: number } | { status: null; code: string };

const timeoutMs = 10_000;
/** Of an answer nothing is used; this much is read so that the connection can end in order. */
const mostAnswered = 16_384;

/**
 * Posts to an address that a merchant typed in. Only https on its own port, without credentials in the address; the host is
 * looked up once, must be of the public network, and is connected to by that number. Redirects are not followed.
 */
export async function postOutside(address: string, headers: Record<string, string>, body: string): Promise<Posted> {
  const url = outsideUrl(address);
  if (!url) return { status: null, code: "address-refused" };
  try {
    const number = await publicAddress(url.hostname);
    // The list of trusted hosts is for mail servers; nothing of the inner network is told of cases.
    if (!isPublic(number)) return { status: null, code: "private-address" };
    return await post(url, number, headers, body);
  } catch (error) {
    return { status: null, code: codeOf(error) };
  }
}

/** Null for what is no address of a public name: other schemes and ports, credentials, and numbers in any writing. */
export function outsideUrl(address: string): URL | null {
  const url = URL.parse(address);
  if (url?.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") return null;
  const isName = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(url.hostname);
  return isName ? url : null;
}

function post(url: URL, number: string, headers: Record<string, string>, body: string): Promise<Posted> {
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        host: number,
        servername: url.hostname,
        path: `${url.pathname}${url.search}`,
        method: "POST",
        headers: { host: url.hostname, "content-length": String(Buffer.byteLength(body)), ...headers },
        agent: false,
        signal,
      },
      (response) => {
        let size = 0;
        const answered = () => resolve({ status: response.statusCode ?? 0, ...retryAfter(response.headers["retry-after"]) });
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size <= mostAnswered) return;
          answered();
          request.destroy();
        });
        response.on("end", answered);
        response.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

function retryAfter(value: string | undefined): { retryAfterMs?: number } {
  const seconds = Number(value);
  return value !== undefined && seconds > 0 ? { retryAfterMs: Math.min(seconds, 3600) * 1000 } : {};
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "network";
  if (error.name === "PrivateAddressError") return "private-address";
  if (error.name === "AbortError" || error.name === "TimeoutError") return "timeout";
  return "code" in error && typeof error.code === "string" ? error.code.toLowerCase() : "network";
}
