import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";

/** Names of pretend receivers. They resolve to an address of the public network that nobody uses. */
export const receiverHosts = /^[a-z0-9-]+\.receiver\.example$/;
const publicNumber = "192.31.196.10";

/**
 * Lets the app reach the receivers of the sandbox: their names resolve, and what goes to them by TLS arrives, with the name that TLS
 * was told in `x-sandbox-host`, at the sandbox's port. Returns what undoes it.
 */
export function divertReceivers(port: number): () => void {
  const { lookup } = dns;
  const { request } = https;
  dns.lookup = ((host: string, ...rest: unknown[]) => {
    if (!receiverHosts.test(host)) return Reflect.apply(lookup, dns, [host, ...rest]);
    const callback = rest.at(-1) as (error: null, found: { address: string; family: number }[]) => void;
    process.nextTick(callback, null, [{ address: publicNumber, family: 4 }]);
  }) as typeof dns.lookup;
  https.request = ((options: https.RequestOptions, ...rest: unknown[]) => {
    const { servername = "", path, method, headers, signal } = options;
    if (options.host !== publicNumber || !receiverHosts.test(servername)) return Reflect.apply(request, https, [options, ...rest]);
    const diverted = { host: "127.0.0.1", port, path, method, signal, agent: false, headers: { ...headers, "x-sandbox-host": servername } };
    return Reflect.apply(http.request, http, [diverted, ...rest]);
  }) as typeof https.request;
  syncBuiltinESMExports();
  return () => {
    dns.lookup = lookup;
    https.request = request;
    syncBuiltinESMExports();
  };
}
