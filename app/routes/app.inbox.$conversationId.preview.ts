import type { ActionFunctionArgs } from "@remix-run/node";
import { filePath } from "#app/domain/files/link.server.ts";
import { longestReply } from "#app/domain/staff/reply.server.ts";
import { previewReply } from "#app/pipeline/delivery/preview.server.ts";
import { fileIdsIn, notFound, readForm, requireShop } from "#app/routes/require-shop.server.ts";
import type { PreviewAnswer } from "#app/ui/inbox/reply-preview.tsx";

/** What stands in the composer, as the shopper will get it. Keeps nothing. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const text = (form.text ?? "").slice(0, longestReply);
  const preview = await previewReply(shop, params.conversationId ?? "", text, fileIdsIn(form.files));
  if (!preview) throw notFound();
  const parts = preview.parts.map((part) => ({ ...part, files: part.files.map((file) => ({ ...file, url: filePath(file.id) })) }));
  return Response.json({ ...preview, parts } satisfies PreviewAnswer);
}
