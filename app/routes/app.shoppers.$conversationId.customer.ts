import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { customerOfConversation } from "#app/domain/staff/customer.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { notFound, requireStaff } from "#app/routes/require-shop.server.ts";
import { customerCard } from "#app/ui/inbox/customer-card.ts";
import type { CustomerCard } from "#app/ui/inbox/live-customer.tsx";

const reasons = {
  "not-proven": "Shown once it is proven who writes.",
  "not-in-shopify": "Shopify knows no customer by this contact.",
};

/** The customer beside a conversation. Apart from the page, so that the page never waits for Shopify. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, reader } = await requireStaff(request);
  const conversationId = params.conversationId ?? "";
  try {
    const found = await customerOfConversation(shop, conversationId);
    if (found.found) {
      recordAccess(reader, "shopper", [conversationId]);
      return Response.json(customerCard(found.profile, shop));
    }
    if (found.because === "no-conversation") throw notFound();
    return none(reasons[found.because]);
  } catch (error) {
    if (error instanceof Response) throw error;
    log.warn("customer-unavailable", { shopId: shop.id, ...errorFields(error) });
    return none("Shopify did not answer. The customer could not be shown.", true);
  }
}

const none = (words: string, failed = false) => Response.json({ state: "none", words, failed } satisfies CustomerCard);
