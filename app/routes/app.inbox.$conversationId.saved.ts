import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { replyValues } from "#app/domain/staff/reply-values.server.ts";
import { savedReplies } from "#app/domain/staff/saved-replies.server.ts";
import { notFound, requireStaff } from "#app/routes/require-shop.server.ts";
import type { SavedAnswer } from "#app/ui/inbox/saved-picker.tsx";

/** The saved replies and what their variables stand for here. Apart from the page, which never waits for Shopify. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, reader } = await requireStaff(request);
  const conversationId = params.conversationId ?? "";
  const [values, rows] = await Promise.all([replyValues(shop, conversationId), savedReplies(shop.id)]);
  if (!values) throw notFound();
  recordAccess(reader, "conversation", [conversationId]);
  const replies = rows.map(({ id, title, language, text }) => ({ id, title, language, text }));
  return Response.json({ values, replies } satisfies SavedAnswer);
}
