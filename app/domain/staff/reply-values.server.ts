import { bestNameFirst } from "#app/domain/conversations/inbox.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { orderOfCase } from "./case-order.server.ts";
import { firstNameOf, type VariableValues } from "./reply-variables.ts";

/**
 * What the variables of a saved reply stand for with this shopper: the name the channel shows, the order of the newest case, and
 * that order's tracking link as Shopify has it now. Null for what nobody knows, and the whole for another shop's conversation.
 */
export async function replyValues(
  shop: { id: string; domain: string; name: string },
  conversationId: string,
): Promise<VariableValues | null> {
  const { prisma } = database();
  const people = await prisma.identity.findMany({ where: { shopId: shop.id, conversationId } });
  if (people.length === 0) return null;
  const row = await prisma.case.findFirst({
    where: { shopId: shop.id, identityId: { in: people.map((one) => one.id) }, orderName: { not: null } },
    // What is not over comes first.
    orderBy: [{ closedAt: { sort: "asc", nulls: "first" } }, { openedAt: "desc" }],
  });
  return {
    first_name: firstNameOf(bestNameFirst(people).map((one) => one.label)),
    order: row?.orderName ?? null,
    tracking_link: row?.orderId ? await trackingLink(shop, row.id) : null,
    shop: shop.name,
  };
}

/** Null where there is none, or where Shopify does not answer. */
async function trackingLink(shop: { id: string; domain: string }, caseId: string): Promise<string | null> {
  try {
    const found = await orderOfCase(shop, caseId);
    if (!found.found) return null;
    const urls = found.order.fulfillments.flatMap((parcel) => parcel.tracking.flatMap(({ url }) => url ?? []));
    return urls.find((url) => /^https:\/\/\S+$/.test(url)) ?? null;
  } catch (error) {
    log.warn("case-order-unavailable", { shopId: shop.id, ...errorFields(error) });
    return null;
  }
}
