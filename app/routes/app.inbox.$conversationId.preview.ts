import type { ActionFunctionArgs } from "@remix-run/node";
import { longestReply } from "#app/domain/staff/reply.server.ts";
import { previewReply } from "#app/pipeline/delivery/preview.server.ts";
import { notFound, readForm, requireShop } from "#app/routes/require-shop.server.ts";

/** What stands in the composer, as the shopper will get it. Keeps nothing. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const preview = await previewReply(shop, params.conversationId ?? "", (form.text ?? "").slice(0, longestReply));
  if (!preview) throw notFound();
  return Response.json(preview);
}
