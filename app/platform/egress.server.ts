import dns from "node:dns";
import { BlockList, isIP } from "node:net";

/** The host is, or its name leads to, an address that is not of the public network. */
export class PrivateAddressError extends Error {
  override name = "PrivateAddressError";
  readonly code = "EPRIVATE";
}

/**
 * The one address to connect to for a host that a merchant typed in: looked up once, checked, and handed out as numbers,
 * so that a name which answers differently the second time reaches nothing. TLS still has to be told the name.
 * Hosts of the operator's own network (PRIVATE_MAIL_HOSTS) may be private; every other must have public addresses only.
 */
export async function publicAddress(host: string): Promise<string> {
  const addresses = await lookUp(host);
  const [first] = addresses;
  if (!first) throw Object.assign(new Error("The host has no address."), { code: "ENOTFOUND" });
  if (!isTrusted(host) && !addresses.every(isPublic)) throw new PrivateAddressError("The host is not of the public network.");
  return first;
}

/** Not from `env`: a script that asks one mail server has none of the app's other variables. */
function isTrusted(host: string): boolean {
  const trusted = (process.env.PRIVATE_MAIL_HOSTS ?? "").toLowerCase().split(",");
  return trusted.some((one) => one.trim() === host.toLowerCase());
}

function lookUp(host: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    dns.lookup(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found.map((one) => one.address))));
  });
}

/** By IANA's registries of special addresses. Of IPv6 only global unicast counts, so mapped and translated forms are out. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, "ipv4");
  return isIP(address) === 6 && !address.includes("%") && globalUnicast.check(address, "ipv6") && !special.check(address, "ipv6");
}

const special = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  special.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  special.addSubnet(network, bits, "ipv6");

const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");
