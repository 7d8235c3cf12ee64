import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { orderOfCase } from "#app/domain/staff/case-order.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { notFound, requireStaff } from "#app/routes/require-shop.server.ts";
import type { OrderCard } from "#app/ui/inbox/live-order.tsx";
import { orderCard } from "#app/ui/inbox/order-card.ts";

/** The live order beside a case. Apart from the page, so that the page never waits for Shopify. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, reader } = await requireStaff(request);
  try {
    const found = await orderOfCase(shop, params.caseId ?? "");
    if (found.found) recordAccess(reader, "order", [found.conversationId]);
    if (found.found) return Response.json(orderCard(found.order, shop.domain));
    if (found.because === "no-case") throw notFound();
    return none(found.because === "gone" ? "Shopify no longer shows this order to us." : "No order is known yet.");
  } catch (error) {
    if (error instanceof Response) throw error;
    log.warn("case-order-unavailable", { shopId: shop.id, ...errorFields(error) });
    return none("Shopify did not answer. The order could not be shown.");
  }
}

const none = (words: string) => Response.json({ state: "none", words } satisfies OrderCard);
