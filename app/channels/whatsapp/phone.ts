import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";

/**
 * One form per telephone, as E.164; null when it cannot be a number. Takes WhatsApp's bare digits, "00…", "+…" and,
 * with a default country, what people type at home. Three countries are known under two forms and get one here:
 * Brazil's ninth digit, Mexico's old 1 and Argentina's 9 of mobiles.
 */
export function canonicalPhone(raw: string, defaultCountry?: string): string | null {
  const country = defaultCountry?.toUpperCase();
  const typed = raw.trim().replace(/^00(?=[1-9])/, "+");
  if (!/^[+\d\s().\-/]{5,40}$/.test(typed)) return null;
  const home = country && isSupportedCountry(country) ? country : undefined;
  const readings = typed.startsWith("+") || !home ? [read(typed)] : [read(typed, home), read(typed)];
  // At home, bare digits that begin with the own country's code are read with it first.
  if (home && typed.startsWith(getCountryCallingCode(home))) readings.reverse();
  const possible = readings.filter((number) => number?.isPossible());
  return (possible.find((number) => number?.isValid()) ?? possible[0])?.number ?? null;
}

/** Whether two ways of writing mean one telephone. What cannot be read equals nothing. */
export function samePhone(one: string, other: string, defaultCountry?: string): boolean {
  const canonical = canonicalPhone(one, defaultCountry);
  return canonical !== null && canonical === canonicalPhone(other, defaultCountry);
}

function read(typed: string, home?: CountryCode): PhoneNumber | undefined {
  const number = home
    ? parsePhoneNumberFromString(typed, { defaultCountry: home, extract: false })?.number
    : `+${typed.replace(/\D/g, "")}`;
  return number ? parsePhoneNumberFromString(unify(number), { extract: false }) : undefined;
}

/** The three countries' rules, on digits with a plus. */
function unify(number: string): string {
  const brazil = /^\+55(\d{2})([6-9]\d{7})$/.exec(number);
  if (brazil) return `+55${brazil[1]}9${brazil[2]}`;
  const mexico = /^\+521(\d{10})$/.exec(number);
  if (mexico) return `+52${mexico[1]}`;
  const argentina = /^\+549?(\d{10})$/.exec(withoutFifteen(number));
  if (argentina) return `+549${argentina[1]}`;
  return number;
}

/** Argentines dial mobiles as area code, 15, number: the 15 stands where the 9 before the area code means the same. */
function withoutFifteen(number: string): string {
  if (!/^\+54\d{12}$/.test(number)) return number;
  return parsePhoneNumberFromString(`0${number.slice(3)}`, "AR")?.number ?? number;
}
