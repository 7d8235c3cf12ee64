/** In an hour, by whoever tries; in a day, for one order and in the whole shop. Beyond, a person looks. */
export const giftTries = { perPerson: 5, perOrder: 5, perShop: 50 } as const;

/** A postcode as it is compared: without gaps, signs and case, and without the letter of a country before it ("D-10405"). */
export function plainPostcode(text: string): string {
  return text
    .normalize("NFKC")
    .trim()
    .toUpperCase()
    .replace(/^[A-Z]{1,3}-(?=\d)/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The four figures that American post adds to a code stand on some labels and not on others. */
export const shortPostcode = (plain: string, country: string | null | undefined): string => (country === "US" ? plain.slice(0, 5) : plain);
