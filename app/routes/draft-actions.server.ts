import { askForDraft } from "#app/domain/reply-drafts/ask.server.ts";
import { type Approval, type Decided, type Refusal, rejectDraft, sendDraft } from "#app/domain/reply-drafts/decide.server.ts";
import { draftText, findWaiting } from "#app/domain/reply-drafts/draft.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { exampleOf } from "#app/pipeline/assistant/voice-example.ts";
import type { StaffAnswer } from "#app/routes/staff-actions.server.ts";

export const refusals: Record<Refusal, string> = {
  gone: "This draft is no longer there: somebody has decided it, or the shopper has written again.",
  outdated: "The shopper has written since. The assistant reads it and writes anew.",
  empty: "Write something first.",
  "too-long": "This is longer than 4,000 characters. Shorten it.",
  "not-connected": "The channel they wrote on is no longer connected.",
  "window-closed": "The channel no longer allows free text to this shopper.",
};

/** What the buttons of a draft do; null for another button. */
export async function runDraftAction(
  shop: Shop,
  form: Record<string, string>,
  by: string,
  conversationId = "",
): Promise<StaffAnswer | null> {
  const draftId = form.draftId ?? "";
  switch (form.intent) {
    case "accept-draft":
      return answer(form.intent, await sendDraft(shop.id, { draftId, by }));
    case "edit-draft":
      return answer(form.intent, await sendDraft(shop.id, await edit(shop.id, draftId, by, form.text ?? "")));
    case "reject-draft":
      return answer(form.intent, await rejectDraft(shop.id, draftId, by, form.reason ?? ""));
    case "suggest-reply":
      return (await askForDraft(shop.id, conversationId))
        ? { ok: true, did: form.intent }
        : { ok: false, problem: "Nobody of you has a case here any more. Load the page again." };
    default:
      return null;
  }
}

/** What was changed is kept as an example of how the shop speaks, without whom it was about. */
async function edit(shopId: string, draftId: string, by: string, edited: string): Promise<Approval> {
  const found = await findWaiting(shopId, draftId);
  const example = found && exampleOf(draftText(found.draft), edited, [...found.names, by]);
  return { draftId, by, edited, ...(example && { example }) };
}

function answer(did: string, decided: Decided): StaffAnswer {
  return decided.outcome === "refused" ? { ok: false, problem: refusals[decided.because] } : { ok: true, did };
}
