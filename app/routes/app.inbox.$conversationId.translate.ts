import type { ActionFunctionArgs } from "@remix-run/node";
import { recordAccess } from "#app/domain/privacy/access-log.server.ts";
import { longestReply } from "#app/domain/staff/reply.server.ts";
import { translateReply, translateThread } from "#app/pipeline/translation/thread.server.ts";
import type { NoTranslation } from "#app/pipeline/translation/translate.server.ts";
import { notFound, readForm, requireStaff } from "#app/routes/require-shop.server.ts";
import { noTranslationWords, type TranslationAnswer } from "#app/ui/inbox/translation.ts";

/** Puts a conversation into the language of staff, or a reply into the shopper's. Apart from the page, which never waits for a model. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const { shop, reader } = await requireStaff(request);
  const form = await readForm(request);
  const conversationId = params.conversationId ?? "";
  if (form.intent === "thread") {
    const result = await translateThread(shop, conversationId);
    if (!result) throw notFound();
    recordAccess(reader, "conversation", [conversationId]);
    return "because" in result ? refused(result.because) : answer({ ok: true });
  }
  const text = form.text?.trim() ?? "";
  if (text === "" || text.length > longestReply)
    return answer({ ok: false, problem: "Write something of at most 4,000 characters first." }, 422);
  const result = await translateReply(shop, conversationId, text);
  if (!result) throw notFound();
  return "because" in result ? refused(result.because) : answer({ ok: true, of: text, ...result });
}

const refused = (because: NoTranslation) => answer({ ok: false, problem: noTranslationWords[because] }, because === "failed" ? 502 : 409);
const answer = (words: TranslationAnswer, status = 200) => Response.json(words, { status });
