import { languages } from "#app/channels/message.ts";
import { evenPhrases, foldEvenly, wordSet } from "./line.ts";

/** Says that an address comes, or is spoken of. */
export const addressCue = evenPhrases(
  "address|addresses|live (?:at|in)|moved to|deliver (?:it |them )?to|send (?:it |them )?to|ship (?:it |them )?to|postcode|post code|zip|zip code|adresse|lieferadresse|anschrift|lieferanschrift|rechnungsadresse|wohne|wohnen|umgezogen|plz|postleitzahl|schickt es|liefert|" +
    "habite|déménagé|code postal|livrer (?:au|à)|dirección|domicilio|vivo en|mudado|código postal|endereço|morada|moro|mudei|cep|código postal|indirizzo|abito|trasferit[oa]|cap|adres|afleveradres|bezorgadres|woon|verhuisd|postcode",
);
/** Stand in front of a street and do not belong to it. */
export const leadIns = wordSet(
  "address is to at my new the delivery shipping send ship deliver live in moved adresse anschrift lieferadresse neue meine ist lautet an nach in der die wohne jetzt bitte postcode plz nouvelle est à au ma mon habite dirección nueva mi es en a la vivo por favor",
  "endereço novo meu é no na moro para morada nova indirizzo nuovo mio il abito adres nieuwe mijn naar op de het woon nu aub",
);
/** No towns, though they stand behind four or five figures. */
export const noTowns = wordSet(
  "euro euros eur dollar dollars usd gbp pounds pieces stück days tage jours días dias giorni dagen order bestellung commande pedido ordine bestelling times points punkte points puntos pontos punti people followers km kg cm mm items artikel uhr and und et y e en is ist est es was has hat on am um or oder with mit from von not",
);
export const orderBefore =
  /(?:order|orders|bestell\p{L}*|auftrag|commande|pedido|ordine|encomenda|compra|invoice|rechnung|facture|factura|fattura|factuur|number|nummer|numero|code|n[°ºo]\.?|nr\.?|#)\s{0,2}[:#]?\s{0,2}$/u;

/** In the order of their kinds, which decide what country a postcode of five figures is of. */
const suffixes =
  "strase|strasse|str\\.?|weg|allee|platz|gasse|ring|damm|ufer|chaussee|steig|pfad|promenade|laan|straat|plein|gracht|kade|singel|dreef|dijk|steeg|burgwal|markt|hof";
const french = "rue|avenue|av\\.?|boulevard|bd\\.?|place|chemin|allee|impasse|quai|route|cours|square|faubourg";
const spanish = "calle|c\\/|avenida|avda\\.?|av\\.|plaza|paseo|ronda|camino|carrer|carretera|travesia";
const portuguese = "rua|r\\.|avenida|av\\.|travessa|praca|alameda|largo|estrada|rodovia";
const italian = "via|viale|piazza|corso|vicolo|largo|strada|piazzale|lungomare";
const english =
  "street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|way|close|boulevard|blvd|place|pl|square|sq|terrace|crescent|gardens|parkway|pkwy|highway|hwy|hill|row|mews|grove";
const house = "\\d{1,4}(?:\\s?[a-z](?![\\p{L}]))?(?:\\s?[-/]\\s?\\d{1,4})?(?![\\p{L}\\d])";
const word = "\\p{L}[\\p{L}.'-]{0,30}";
const open = "(?<![\\p{L}\\p{N}])";

export type StreetKind = "german-dutch" | "french" | "spanish" | "portuguese" | "italian" | "english";
type StreetPattern = { kind: StreetKind; hint: RegExp; pattern: RegExp };
/** All are read in even text, each only where its hint is found. Lengths are bounded, so that no text can take long. */
export const streets: StreetPattern[] = [
  street("german-dutch", `(?:${suffixes}) ?\\d`, `${open}(?:${word} ){0,3}\\p{L}{0,30}-?(?:${suffixes}) ?${house}`),
  street(
    "french",
    `\\d[a-z ,]{1,10}(?:${french}) `,
    `${open}\\d{1,4}(?: ?(?:bis|ter|quater|[a-d]))?,? (?:${french}) ${word}(?:[ -]${word}){0,6}`,
  ),
  street("spanish", `(?:${spanish}) ?\\p{L}`, `${open}(?:${spanish}) ?${word}(?: ${word}){0,5},? (?:n[.º°]?[ºo]? ?)?${house}`),
  street("portuguese", `(?:${portuguese}) ?\\p{L}`, `${open}(?:${portuguese}) ?${word}(?: ${word}){0,5},? (?:n[.º°]?[ºo]? ?)?${house}`),
  street("italian", `(?:${italian}) \\p{L}`, `${open}(?:${italian}) ${word}(?: ${word}){0,4},? (?:n[.º°]? ?)?${house}`),
  street(
    "english",
    `[a-z] (?:${english})(?![a-z])`,
    `${open}\\d{1,5}[a-z]?,? (?:${word} ){1,4}?(?:${english})\\.?(?![\\p{L}])(?: (?:[nsew]|ne|nw|se|sw)(?![\\p{L}]))?`,
  ),
];

function street(kind: StreetKind, hint: string, pattern: string): StreetPattern {
  return { kind, hint: new RegExp(hint, "u"), pattern: new RegExp(pattern, "gu") };
}

export const flatBefore = /(?:flat|apartment|apt\.?|unit|suite) ?[a-z0-9]{1,4},? $/u;
/** A street of no known kind, right in front of a town: capitals and a number. */
export const plainStreet =
  /(?:(?:\p{Lu}[\p{L}.'-]{0,30}|am|an|der|den|dem|auf|im|in|unter|zum|zur|de|la|van|von|of|the|het) ){0,4}\p{Lu}[\p{L}.'-]{1,30} \d{1,4} ?[a-zA-Z]?(?:[-/]\d{1,4})?$/u;

export const states = wordSet(
  "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc",
);
export const canadian = wordSet("ab bc mb nb nl ns nt nu on pe qc sk yt");
export const brazilian = wordSet("ac al ap am ba ce df es go ma mt ms mg pa pb pr pe pi rj rn rs ro rr sc sp se to");

/** Letters in front of a postcode, as in "A-1010 Wien". */
export const postalPrefixes: Record<string, string> = {
  D: "DE",
  DE: "DE",
  A: "AT",
  AT: "AT",
  CH: "CH",
  F: "FR",
  FR: "FR",
  E: "ES",
  ES: "ES",
  I: "IT",
  IT: "IT",
  B: "BE",
  BE: "BE",
  L: "LU",
  NL: "NL",
  P: "PT",
};

const shippedTo =
  "DE AT CH LI NL BE LU FR MC ES PT IT GB IE US CA BR MX AR CL CO DK SE NO FI PL CZ SK HU SI HR RO BG GR EE LV LT CY MT AU NZ JP".split(
    " ",
  );
const alsoCalled: Record<string, string> = {
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  usa: "US",
  "u.s.a.": "US",
  us: "US",
  holland: "NL",
  "the netherlands": "NL",
  schweiz: "CH",
  "great britain": "GB",
};
let known: Map<string, string> | undefined;

/** The code of the country that a folded name means in any of our languages. */
export function countryOf(name: string): string | undefined {
  known ??= new Map([
    ...languages.flatMap((language) => {
      const names = new Intl.DisplayNames(language, { type: "region" });
      return shippedTo.map((code) => [foldEvenly(names.of(code) ?? code), code] as const);
    }),
    ...Object.entries(alsoCalled),
  ]);
  return known.get(name);
}
