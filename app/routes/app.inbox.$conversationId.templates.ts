import type { LoaderFunctionArgs } from "@remix-run/node";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { templateOffer } from "#app/pipeline/delivery/staff-templates.server.ts";
import { notFound, requireStaff } from "#app/routes/require-shop.server.ts";
import { type TemplatesAnswer, templateProblems } from "#app/ui/inbox/template-words.ts";

/** The templates that staff may send here, with what is known put in. Apart from the page, which never waits for WhatsApp. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, reader } = await requireStaff(request);
  const conversationId = params.conversationId ?? "";
  const by = new URL(request.url).searchParams.get("name")?.slice(0, 60) ?? "";
  const offer = await templateOffer(shop, conversationId, by);
  if (!offer) throw notFound();
  recordAccess(reader, "conversation", [conversationId]);
  const answer: TemplatesAnswer = offer.state === "ready" ? offer : { state: "none", problem: templateProblems[offer.because] };
  return Response.json(answer);
}
