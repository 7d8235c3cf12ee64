import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { moneyOut } from "#app/domain/returns/back-office.ts";
import { deskOfCase, hashOfBooking, isReturnCase } from "#app/domain/staff/return-desk.server.ts";
import { exchangeFacts } from "#app/domain/staff/return-exchange.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { notFound, requireStaff } from "#app/routes/require-shop.server.ts";
import { readWanted } from "#app/routes/return-actions.server.ts";
import { type ReturnCard, returnCard } from "#app/ui/returns/return-card.ts";

/** The return of a case as it is in the store now, what may be done to it, and what a booking of `lines` would pay. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, reader } = await requireStaff(request);
  const asked = new URL(request.url).searchParams;
  const wanted = readWanted(asked.get("lines") ?? "", asked.get("sent") ?? "");
  try {
    const found = await deskOfCase(shop, params.caseId ?? "", wanted);
    if (!found && (await isReturnCase(shop.id, params.caseId ?? "")))
      return Response.json({ state: "none", words: "There is no return in Shopify for this yet." } satisfies ReturnCard);
    if (!found) throw notFound();
    recordAccess(reader, "order", [found.conversationId]);
    const hashes = {
      original: hashOfBooking(found, moneyOut(found.suggested, "original", null)),
      "store-credit": hashOfBooking(found, moneyOut(found.suggested, "store-credit", found.agreed)),
      "gift-card": hashOfBooking(found, moneyOut(found.suggested, "gift-card", null)),
      none: hashOfBooking(found, null),
    };
    return Response.json(returnCard(found, hashes, await exchangeFacts(shop, found.desk)));
  } catch (error) {
    if (error instanceof Response) throw error;
    log.warn("return-desk-unavailable", { shopId: shop.id, ...errorFields(error) });
    return Response.json({ state: "none", words: "Shopify did not answer. The return could not be shown." } satisfies ReturnCard);
  }
}
