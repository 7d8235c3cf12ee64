import type { LoaderFunctionArgs } from "@remix-run/node";
import { photoFile } from "#app/domain/photos/staff-view.server.ts";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { notFound, requireStaff } from "#app/routes/require-shop.server.ts";

/** One picture that a shopper sent, for staff. Written anew by us, so it is a JPEG and nothing else. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, reader } = await requireStaff(request);
  const size = new URL(request.url).searchParams.get("size") === "small" ? "small" : "whole";
  const found = await photoFile(shop.id, params.photoId ?? "", size);
  if (!found) throw notFound();
  if (size === "whole") recordAccess(reader, "conversation", [found.conversationId]);
  return new Response(new Uint8Array(found.bytes), {
    headers: { "content-type": "image/jpeg", "x-content-type-options": "nosniff", "cache-control": "private, no-store" },
  });
}
