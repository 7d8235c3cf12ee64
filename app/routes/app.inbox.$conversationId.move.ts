import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { hasConversation } from "#app/domain/staff/conversation.server.ts";
import { moveOptions } from "#app/domain/staff/move.server.ts";
import { notFound, requireStaff } from "#app/routes/require-shop.server.ts";
import { type MoveAnswer, moveProblems } from "#app/ui/inbox/move-words.ts";

/** On which other channels the shopper is proven to be reached, and how they would be asked. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, reader } = await requireStaff(request);
  const conversationId = params.conversationId ?? "";
  if (!(await hasConversation(shop.id, conversationId))) throw notFound();
  const options = (await moveOptions(shop.id, conversationId)) ?? [];
  recordAccess(reader, "conversation", [conversationId]);
  const answer: MoveAnswer = {
    options: options.map(({ because, ...one }) => ({ ...one, problem: because && moveProblems[because] })),
  };
  return Response.json(answer);
}
