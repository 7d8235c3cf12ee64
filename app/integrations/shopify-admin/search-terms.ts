import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";

/**
 * The only way from a shopper's words into Shopify's `query:` language. Each parser lets a closed alphabet through and
 * returns null for all else; the term is quoted on top, so that no text can bring an operator, a field or a wildcard.
 */
export type SearchTerm = { query: string; canonical: string };

const orderName = /^#?[A-Za-z0-9-]{1,20}$/;
/** A plain address; quotes, spaces, brackets, `*` and `\` are left out on purpose. */
const email =
  /^[A-Za-z0-9!#$%&'+/=?^_{|}~-]+(?:\.[A-Za-z0-9!#$%&'+/=?^_{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
const digits = /^\d{1,20}$/;
const orderId = /^gid:\/\/shopify\/Order\/\d{1,20}$/;

/** "#1001" and "1001" are the same order. */
export function orderNameTerm(input: string): SearchTerm | null {
  const text = input.trim();
  if (!orderName.test(text)) return null;
  const canonical = canonicalOrderName(text);
  return canonical ? { query: `name:"${canonical}"`, canonical } : null;
}

export function canonicalOrderName(name: string): string {
  return name.replace(/^#/, "").toUpperCase();
}

export function emailTerm(input: string): SearchTerm | null {
  const canonical = input.trim().toLowerCase();
  if (canonical.length > 254 || !email.test(canonical)) return null;
  return { query: `email:"${canonical}"`, canonical };
}

/** A number with its country code ("+49 …"), as WhatsApp and our own identities carry it. */
export function phoneTerm(input: string): SearchTerm | null {
  const canonical = canonicalPhone(input);
  return canonical ? { query: `"${canonical}"`, canonical } : null;
}

/** E.164, or null. `country` reads numbers written without their country code. */
export function canonicalPhone(input: string, country?: string): string | null {
  if (!/^\+?[\d\s().\-/]{5,30}$/.test(input.trim())) return null;
  const known: CountryCode | undefined = country && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(input, known);
  return parsed?.isPossible() ? parsed.number : null;
}

/** Shopify's numeric customer id, alone or in a global id. */
export function customerTerm(input: string): SearchTerm | null {
  const number = input.replace(/^gid:\/\/shopify\/Customer\//, "");
  if (!digits.test(number)) return null;
  return { query: `customer_id:${number}`, canonical: `gid://shopify/Customer/${number}` };
}

/** Everything that changed at this instant or later. */
export function changedSinceTerm(since: Date): string {
  return `updated_at:>='${since.toISOString()}'`;
}

export function isOrderId(input: string): boolean {
  return orderId.test(input);
}
