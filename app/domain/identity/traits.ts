import { canonicalPhone } from "#app/channels/whatsapp/phone.ts";

/**
 * What an identity may have in common with another one, pure. A trait is no evidence: it proves nothing, joins nothing and
 * is read by nothing but the suggestions for staff.
 */
export const traitRoles = [
  /** The identity is this contact, or is called so. */
  "own",
  /** Typed by the shopper. */
  "typed",
  /** A code went to this contact, because it stands on an order the shopper named. */
  "named",
  /** Shown by the channel itself. */
  "shown",
  /** Stands on an order that a case of the identity is about. */
  "order",
] as const;
export type TraitRole = (typeof traitRoles)[number];
export type Trait = { value: string; role: TraitRole };

const most = 200;

/** Letters and digits without accents, case or doubled spaces. */
export function foldName(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, most);
}

/** A name of at least two words, whatever their order; a first name or a nickname alone says nothing. */
export function nameTraits(label: string | null | undefined): Trait[] {
  const words = foldName(label ?? "").split(" ");
  return words.length >= 2 ? [{ value: `name:${[...words].sort().join(" ")}`, role: "own" }] : [];
}

/** "ada.berg82@…" says a name as well. */
export function mailboxName(address: string): string {
  return (address.replace(/^unverified:/, "").split("@")[0] ?? "").replace(/[._+-]+|\d+/g, " ").trim();
}

/** A contact in its one form; null for what nobody can be reached at. */
export function contactValue(kind: string, externalId: string): string | null {
  const address = externalId.replace(/^unverified:/, "").toLowerCase();
  if (kind === "email") return `contact:email:${address.slice(0, most)}`;
  if (kind === "phone") return `contact:phone:${canonicalPhone(externalId) ?? externalId}`;
  return kind === "shopify-customer" ? `contact:customer:${externalId}` : null;
}

export function orderTrait(name: string, role: TraitRole): Trait {
  return { value: `order:${name.replace(/^#/, "").toUpperCase()}`, role };
}

const withHash = /(?<![\p{L}\p{N}&/])#\s?([a-z]{0,6}-?\d{3,10}(?:-[a-z0-9]{1,6})?)(?![\p{L}\p{N}])/giu;
const bare = /(?<![\d+@.,#/€$£-])\d{4,10}(?![\d@]|[.,/-]\d)/gu;

/** Numbers by which a message may mean an order. That another one means the same by it is asked later, so a year among them does no harm. */
export function ordersMentioned(text: string): Trait[] {
  const found = [...text.slice(0, 4000).matchAll(withHash)].map((match) => match[1] ?? "");
  const numbers = text.slice(0, 4000).match(bare) ?? [];
  return [...new Set([...found, ...numbers])].slice(0, 5).map((name) => orderTrait(name, "typed"));
}

/** Street and postcode in one form, before it is hashed. */
export function foldAddress(address: { address1?: string | null; zip?: string | null; countryCodeV2?: string | null }): string | null {
  const [street, zip] = [foldName(address.address1 ?? "").replace(/\bstr\b|strasse|straße/gu, "street"), foldName(address.zip ?? "")];
  return street && zip ? `${street}|${zip}|${address.countryCodeV2 ?? ""}` : null;
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";

/** Every address one letter away: left out, doubled, added, changed or swapped with its neighbour. */
export function addressesNear(address: string): string[] {
  if (address.length > 80) return [];
  const found = new Set<string>();
  for (let at = 0; at <= address.length; at += 1) {
    const [before, after] = [address.slice(0, at), address.slice(at)];
    if (after.length > 0) found.add(before + after.slice(1));
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) {
      found.add(before + letter + after);
      if (after.length > 0) found.add(before + letter + after.slice(1));
    }
  }
  found.delete(address);
  return [...found].filter((one) => /^[^@]+@[^@]+\.[^@]+$/.test(one));
}
