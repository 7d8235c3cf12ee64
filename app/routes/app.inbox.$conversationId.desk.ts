import type { ActionFunctionArgs } from "@remix-run/node";
import { hasConversation } from "#app/domain/staff/conversation.server.ts";
import { type DraftKind, saveDraft } from "#app/domain/staff/drafts.server.ts";
import { readMentions } from "#app/domain/staff/mentions.server.ts";
import { beAt, leave, othersAt } from "#app/domain/staff/presence.server.ts";
import { longestReply } from "#app/domain/staff/reply.server.ts";
import { fileIdsIn, notFound, readForm, requireStaff, staffName } from "#app/routes/require-shop.server.ts";

/** What an open page of a conversation tells while somebody works in it: what they have begun to write, that they are there, and that they have seen where notes name them. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const { shop, reader } = await requireStaff(request);
  const form = await readForm(request);
  const { staffId } = reader;
  const conversationId = params.conversationId ?? "";
  if (!(await hasConversation(shop.id, conversationId))) throw notFound();
  if (form.intent === "draft") {
    const kind: DraftKind = form.kind === "note" ? "note" : "reply";
    const text = form.text?.slice(0, longestReply);
    const fileIds = form.files === undefined || kind === "note" ? undefined : fileIdsIn(form.files);
    await saveDraft(shop.id, conversationId, staffId, { kind, ...(text !== undefined && { text }), ...(fileIds && { fileIds }) });
    return Response.json({ ok: true });
  }
  const name = staffName(form, shop);
  if (form.intent === "read-mentions") {
    await readMentions(shop.id, conversationId, name);
    return Response.json({ ok: true });
  }
  const tab = (form.tab ?? "").slice(0, 64);
  if (form.intent === "leave") leave(shop.id, tab, { staffId, name, conversationId });
  else beAt(shop.id, tab, { staffId, name, conversationId, writing: form.writing === "true" });
  return Response.json({ others: othersAt(shop.id, conversationId, { staffId, name }) });
}
