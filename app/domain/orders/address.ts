import { createHash } from "node:crypto";

/** Where an order goes, as Shopify keeps it. */
export type PostalAddress = {
  firstName?: string;
  lastName?: string;
  company?: string;
  address1?: string;
  address2?: string;
  zip?: string;
  city?: string;
  provinceCode?: string;
  /** ISO 3166, two letters. */
  countryCode?: string;
  phone?: string;
};

const parts = ["firstName", "lastName", "company", "address1", "address2", "zip", "city", "provinceCode", "countryCode", "phone"] as const;

/** The same place for the same person, however it is spaced or capitalised: Shopify tidies what it stores. */
export function sameAddress(one: PostalAddress, other: PostalAddress): boolean {
  return canonical(one) === canonical(other);
}

/** Binds a yes to the order, where it would have gone, and where it goes then. */
export function hashChange(orderId: string, from: PostalAddress, to: PostalAddress): string {
  return createHash("sha256")
    .update(JSON.stringify([orderId, canonical(from), canonical(to)]))
    .digest("hex");
}

function canonical(address: PostalAddress): string {
  const plain = (text: string | undefined) =>
    (text ?? "")
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}+]/gu, "");
  return JSON.stringify(parts.map((part) => plain(address[part])));
}

/** Parts of a country with taxes or carriage of their own, by the beginning of their postcodes. */
const zones: Record<string, string[]> = {
  DE: ["27498", "78266"],
  ES: ["35", "38", "51", "52", "07"],
  FR: ["20", "97", "98"],
  GB: ["BT", "IM", "JE", "GY", "ZE", "HS", "KW"],
  IT: ["22061", "23041"],
  PT: ["90", "91", "92", "93", "94", "95", "96", "97", "98", "99"],
  GR: ["63086"],
  FI: ["22"],
};

function zoneOf({ countryCode = "", zip = "" }: PostalAddress): string {
  const code = zip.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return zones[countryCode]?.find((prefix) => code.startsWith(prefix)) ?? "";
}

/** Whether an address names its state, where those of its country do. */
export function namesState(from: PostalAddress, to: PostalAddress): boolean {
  return from.provinceCode === undefined || to.provinceCode !== undefined;
}

/**
 * What another place may change about tax or carriage: the country; else a state or a part of the country with rules of its
 * own. Where the old address names a state and the new one does not, only the same town is surely in it.
 */
export function crosses(from: PostalAddress, to: PostalAddress): "country" | "zone" | null {
  if (from.countryCode !== to.countryCode) return "country";
  if ((from.provinceCode ?? "") !== (to.provinceCode ?? "")) return "zone";
  return zoneOf(from) === zoneOf(to) ? null : "zone";
}
