import { readOutcome } from "#app/domain/cases/outcome.ts";
import { markWrong } from "#app/domain/knowledge/lessons.server.ts";
import { isReturnDeed } from "#app/domain/returns/back-office.ts";
import { assignByHand } from "#app/domain/routing/by-hand.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { decideHeld } from "#app/domain/staff/held-exchange.server.ts";
import { mergeCases } from "#app/domain/staff/same-matter.server.ts";
import { closeCase, handBack, takeOver } from "#app/domain/staff/take-over.server.ts";
import { StaleWrite } from "#app/platform/db/writes.ts";
import { runDraftAction } from "#app/routes/draft-actions.server.ts";
import { runDeed, runStop } from "#app/routes/return-actions.server.ts";

export type StaffAnswer = { ok: true; did: string } | { ok: false; problem: string };
const notMerged = {
  over: "One of the two cases is over already. Load the page again.",
  "not-one-shopper": "It is not proven that both cases are the same shopper's, so they stay apart.",
  "under-way": "Something is being done in the store for this case. Wait until it has ended.",
  "to-approve": "One of the two cases waits for a decision of yours. Approve or decline it first.",
  changed: "Somebody has changed one of the two meanwhile. Load the page again.",
};

const nothingHeld = "Nothing waits for a decision here any more. Load the page again.";

const changedSince = "Somebody has changed this meanwhile, so nothing was done. Look at it again.";

/** What the buttons of one conversation do; what somebody else changed in the same moment is said. Null for another shop's conversation. */
export async function runStaffAction(...pressed: Parameters<typeof carryOut>): Promise<StaffAnswer | null> {
  try {
    return await carryOut(...pressed);
  } catch (error) {
    if (error instanceof StaleWrite) return { ok: false, problem: changedSince };
    throw error;
  }
}

async function carryOut(shop: Shop, conversationId: string, form: Record<string, string>, name: string): Promise<StaffAnswer | null> {
  const shopId = shop.id;
  const done = (found: boolean): StaffAnswer | null => (found ? { ok: true, did: form.intent ?? "" } : null);
  // Two may press at once, and a page may be old: what is decided already is said, not done again.
  const decided = (found: boolean | null): StaffAnswer | null => {
    if (found === null) return null;
    return found ? { ok: true, did: form.intent ?? "" } : { ok: false, problem: nothingHeld };
  };
  switch (form.intent) {
    case "wrong":
      if (!form.text?.trim()) return { ok: false, problem: "Write what would have been right." };
      return done(await markWrong(shopId, conversationId, form.messageId ?? "", form.text, name));
    case "take-over":
      return done(await takeOver(shopId, conversationId, name));
    case "assign":
      return done(await assignByHand(shopId, conversationId, form.memberId ?? "", name));
    case "hand-back":
      return done(await handBack(shopId, conversationId, name));
    case "close":
      return done(await closeCase(shopId, form.caseId ?? "", name, readOutcome(form.outcome), readVersion(form.version)));
    case "same-matter": {
      const merged = await mergeCases(shopId, conversationId, form.caseId ?? "", form.intoId ?? "", name);
      if (merged.ok) return done(true);
      return merged.because === "not-found" ? null : { ok: false, problem: notMerged[merged.because] };
    }
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

/** The case as its page saw it; a page of before says nothing. */
const readVersion = (sent = ""): number | undefined => (/^\d{1,15}$/.test(sent) ? Number(sent) : undefined);
