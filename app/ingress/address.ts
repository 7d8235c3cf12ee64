import { BlockList, isIP } from "node:net";

/** Addresses of one's own machine or network: a proxy in front, a test, a container's bridge. */
const own = new BlockList();
for (const [net, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const)
  own.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  own.addSubnet(net, bits, "ipv6");

/**
 * Who stands behind so many proxies of ours: each appends the address it was called from to `X-Forwarded-For`, so only the
 * last entries are true, whatever a client wrote before them. Undefined when there are fewer entries than proxies.
 */
export function addressBehind(peer: string | undefined, forwardedFor: string | undefined, proxies: number): string | undefined {
  const chain = [...(forwardedFor ?? "").split(",").filter((part) => part.trim()), peer ?? ""].map((part) => part.trim());
  return chain.at(-1 - proxies);
}

/** What one person has: an IPv4 address, or a /64 of IPv6. Null for addresses of one's own network and for what is none. */
export function networkOf(address: string | undefined): string | null {
  const plain = (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  const version = isIP(plain);
  if (version === 0 || own.check(plain, version === 4 ? "ipv4" : "ipv6")) return null;
  if (version === 4) return plain;
  // The platform writes every form of an address in one way, with at most one `::`.
  const [head = "", tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const [left, right] = [head, tail ?? ""].map((half) => half.split(":").filter(Boolean));
  const zeros = tail === undefined ? 0 : 8 - (left?.length ?? 0) - (right?.length ?? 0);
  const groups = [...(left ?? []), ...Array<string>(zeros).fill("0"), ...(right ?? [])];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
