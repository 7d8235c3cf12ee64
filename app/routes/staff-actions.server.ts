import { isReturnDeed } from "#app/domain/returns/back-office.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { decideHeld } from "#app/domain/staff/held-exchange.server.ts";
import { addNote } from "#app/domain/staff/notes.server.ts";
import { type ReplyOutcome, replyAsStaff } from "#app/domain/staff/reply.server.ts";
import { closeCase, handBack, takeOver } from "#app/domain/staff/take-over.server.ts";
import { staffLanguage } from "#app/pipeline/translation/language-of.ts";
import { runDraftAction } from "#app/routes/draft-actions.server.ts";
import { runDeed, runStop } from "#app/routes/return-actions.server.ts";

export type StaffAnswer = { ok: true; did: string } | { ok: false; problem: string };
type Refusal = Extract<ReplyOutcome, { outcome: "refused" }>["because"];

const refusals: Record<Exclude<Refusal, "not-found">, string> = {
  empty: "Write something first.",
  "too-long": "This is longer than 4,000 characters. Send it in two parts.",
  "nobody-to-reach": "There is no channel to write to this shopper. Your text is kept here.",
  "not-connected": "The channel they wrote on is no longer connected. Your text is kept here.",
  "window-closed": "The channel no longer allows free text to this shopper. Your text is kept here.",
};

const nothingHeld = "Nothing waits for a decision here any more. Load the page again.";

/** What the buttons and the composer of one conversation do. Null for another shop's conversation. */
export async function runStaffAction(
  shop: Shop,
  conversationId: string,
  form: Record<string, string>,
  name: string,
): Promise<StaffAnswer | null> {
  const shopId = shop.id;
  const done = (found: boolean): StaffAnswer | null => (found ? { ok: true, did: form.intent ?? "" } : null);
  // Two may press at once, and a page may be old: what is decided already is said, not done again.
  const decided = (found: boolean | null): StaffAnswer | null => {
    if (found === null) return null;
    return found ? { ok: true, did: form.intent ?? "" } : { ok: false, problem: nothingHeld };
  };
  switch (form.intent) {
    case "reply": {
      const reply = {
        text: form.text ?? "",
        author: name,
        ...(form.clientId && { clientId: form.clientId.slice(0, 64) }),
        ...(form.original && { original: { text: form.original, language: staffLanguage(shop) } }),
      };
      const result = await replyAsStaff(shopId, conversationId, reply);
      if (result.outcome === "sent") return done(true);
      return result.because === "not-found" ? null : { ok: false, problem: refusals[result.because] };
    }
    case "note":
      if (!form.text?.trim()) return { ok: false, problem: refusals.empty };
      return done(await addNote(shopId, conversationId, { text: form.text, author: name }));
    case "take-over":
      return done(await takeOver(shopId, conversationId, name));
    case "hand-back":
      return done(await handBack(shopId, conversationId, name));
    case "close":
      return done(await closeCase(shopId, form.caseId ?? "", name));
    case "allow-held":
      return decided(await decideHeld(shopId, form.caseId ?? "", { allow: true }, name));
    case "decline-held":
      return decided(await decideHeld(shopId, form.caseId ?? "", { allow: false, note: form.note ?? "" }, name));
    case "stop-effect":
      return runStop(shopId, form.effectId ?? "", name);
    default:
      if (isReturnDeed(form.intent ?? "")) return runDeed(shop, form, name);
      return (
        (await runDraftAction(shop, form, name, conversationId)) ?? {
          ok: false,
          problem: "This button is not known here. Load the page again.",
        }
      );
  }
}
