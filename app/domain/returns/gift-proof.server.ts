import { timingSafeEqual } from "node:crypto";
import { now } from "#app/platform/clock.ts";
import { hashCode } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, remove } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { OrderFacts } from "../orders/facts.ts";
import { giftTries, plainPostcode, shortPostcode } from "./gift-proof.ts";

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Whether this is the postcode of the address to which the order of this number was sent. The store is asked once whatever is named. A try
 * is written down before anything is compared, and only then are all of them counted, so that guesses made at once cannot share one; a
 * right one is taken away again. "locked": too many of this person, for this order or in this shop.
 */
export async function provenGift(
  shopId: string,
  identityId: string,
  named: { orderName: string; postcode: string },
  orderByName: (name: string) => Promise<OrderFacts | null>,
): Promise<OrderFacts | "no-match" | "locked"> {
  const orderKey = hashCode(shopId, named.orderName.replace(/^#/, "").toUpperCase());
  const id = newId();
  const at = now();
  await database().commit([insert("GiftTry", { id, shopId, identityId, orderKey, createdAt: at })]);
  const tries = (who: { identityId?: string; orderKey?: string }, within: number) =>
    database().prisma.giftTry.count({ where: { shopId, ...who, createdAt: { gt: new Date(at.getTime() - within) } } });
  const [byPerson, forOrder, inShop] = await Promise.all([tries({ identityId }, hour), tries({ orderKey }, day), tries({}, day)]);
  if (byPerson > giftTries.perPerson || forOrder > giftTries.perOrder || inShop > giftTries.perShop) return "locked";
  const order = await orderByName(named.orderName);
  const { zip = "", countryCodeV2: country } = order?.shippingAddress ?? {};
  const [said, written] = [named.postcode, zip ?? ""].map((text) => shortPostcode(plainPostcode(text), country));
  if (!order || !written || !isSame(shopId, said ?? "", written)) return "no-match";
  await database().commit([remove("GiftTry", { id, shopId })]);
  return order;
}

/** By keyed hashes of one length, so that the time tells nothing. */
function isSame(scope: string, one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashCode(scope, one)), Buffer.from(hashCode(scope, other)));
}
