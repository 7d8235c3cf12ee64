import type { ReturnPolicy } from "#app/domain/returns/policy-types.ts";
import { now } from "#app/platform/clock.ts";
import { hashCode } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { capsFor, nextPlaces, numberOf, placesOf, shopPrefix, shopperPrefix } from "./allowance.ts";
import { calendarDay } from "./calendar.ts";

/**
 * The places that one more change of this kind would take today for this customer; null when the day's allowance is used up. They hold
 * once they are written to the effect: the database lets no two effects have the same.
 */
export async function freePlaces(shop: { id: string; timeZone: string; returnPolicy: unknown }, customer: string, kind: string) {
  const places = placesOf(kind);
  const day = calendarDay(now(), shop.timeZone);
  // The place outlives the order's data: it must not name anybody.
  const shopper = hashCode(shop.id, customer).slice(0, 32);
  const { effect } = database().prisma;
  // The highest, not how many: an erased return leaves its number behind.
  const [ofShopper, ofShop] = await Promise.all([
    effect.findFirst({
      where: { shopId: shop.id, shopperPlace: { startsWith: shopperPrefix(places, shopper, day) } },
      orderBy: { shopperPlace: "desc" },
      select: { shopperPlace: true },
    }),
    effect.findFirst({
      where: { shopId: shop.id, shopPlace: { startsWith: shopPrefix(places, day) } },
      orderBy: { shopPlace: "desc" },
      select: { shopPlace: true },
    }),
  ]);
  const taken = { byShopper: numberOf(ofShopper?.shopperPlace), byShop: numberOf(ofShop?.shopPlace) };
  return nextPlaces(taken, { places, shopper, day, caps: capsFor(kind, shop.returnPolicy as ReturnPolicy) });
}
