import { namedCouriers, type Service, services } from "./couriers.ts";
import { phrases, type SlotText } from "./text.ts";

export type TrackingNumber = { number: string; courier: string };

/** What makes digits a parcel's number rather than a telephone's or an order's. */
const cue = phrases(
  "track\\w*|parcels?|packages?|shipments?|shipping|courier|carrier|consignment|waybill|sendung\\w*|paket\\w*|packchen|lieferung|" +
    "suivi|colis|envoi|paquete|seguimiento|rastreo|envio|guia|rastreamento|rastreio|encomenda|pacote|objeto|" +
    "tracciamento|spedizione|pacco|corriere|volgnummer|pakket\\w*|zending|track en trace",
);
const couriers = Object.entries(namedCouriers).map(([courier, names]) => ({ courier, name: phrases(names) }));

const order = phrases("orders?|purchases?|bestellung|bestellnummer|commande|pedido|compra|encomenda|ordine|bestelling|auftrag");

const shortest = 8;
const longest = 40;
const fewestDigits = 4;
/** Digits of this length with a right check digit are no telephone number; beside "order" they may be an order's. */
const tellingLength = 12;

/**
 * A courier's number and whose it is: of a known shape with the right check digit, in groups or whole. Where only the courier's
 * name tells ("GLS 1234 5678 901"), what stands beside it. Undefined when a number has a known shape and a wrong check digit.
 */
export function trackingNumberIn({ original, folded, words }: SlotText): TrackingNumber | undefined {
  const named = couriers.find(({ name }) => name.test(folded))?.courier;
  const isAlone = words.every((word) => /\d/.test(word) || word.length <= 2);
  const trusted = named !== undefined || isAlone || cue.test(folded);
  const isOrder = order.test(folded);
  for (const number of candidates(original)) {
    const shaped = services.filter(({ shape }) => shape.test(number));
    const right = shaped.filter((service) => {
      if (service.isRight && !service.isRight(number)) return false;
      return !service.weak || trusted || (service.isRight !== undefined && number.length >= tellingLength && !isOrder);
    });
    const best = right.find(({ courier }) => courier === named) ?? mostCertain(right);
    // What only looks like a courier's number is that of the courier who was named.
    if (best) return { number, courier: best.isRight || !named ? best.courier : named };
    if (named && shaped.length === 0 && number.length <= 24 && /\d{7}/.test(number)) return { number, courier: named };
  }
  return undefined;
}

/** A check digit that is right says more than a shape that has none. */
function mostCertain(services: Service[]): Service | undefined {
  return services.find((service) => service.isRight !== undefined) ?? services[0];
}

/** Everything that may be one number, compact and in upper case, the longest first. Groups of digits that stand together belong together. */
function candidates(original: string): string[] {
  const found = new Set<string>();
  for (const part of original.toUpperCase().split(/[,;:!?()"'«»\n]+|\.(?=\s|$)/)) {
    const groups = part.split(/\s+/).filter(Boolean);
    for (let start = 0; start < groups.length; start += 1) {
      let joined = "";
      for (let end = start; end < groups.length; end += 1) {
        const group = groups[end] ?? "";
        if (!/^[A-Z0-9-]+$/.test(group)) break;
        joined += group.replaceAll("-", "");
        if (joined.length > longest) break;
        if (joined.length >= shortest && digitsIn(joined) >= fewestDigits && isWhole(groups, start, end) && !/^(.)\1+$/.test(joined))
          found.add(joined);
      }
    }
  }
  return [...found].sort((a, b) => b.length - a.length);
}

const hasDigit = (group: string | undefined): boolean => group !== undefined && /^[A-Z0-9-]*\d[A-Z0-9-]*$/.test(group);

/**
 * Words are no part of a number: all groups have a digit, but for a few letters in front ("LX 176 350 35") and a single letter
 * between or behind ("45 327 276 N"). A number does not end where the next group goes on with digits.
 */
function isWhole(groups: readonly string[], start: number, end: number): boolean {
  if (hasDigit(groups[start - 1]) || hasDigit(groups[end + 1])) return false;
  return groups.slice(start, end + 1).every((group, at) => hasDigit(group) || group.length === 1 || (at === 0 && group.length <= 4));
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, "").length;
}
