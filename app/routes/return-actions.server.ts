import { isReturnDeed } from "#app/domain/returns/back-office.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { type DeedAnswer, type DeedWish, planDeed, stopEffect } from "#app/domain/staff/return-deed.server.ts";
import type { WantedBooking } from "#app/domain/staff/return-desk.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import type { StaffAnswer } from "#app/routes/staff-actions.server.ts";
import { deedProblem } from "#app/ui/returns/words.ts";

/** What staff decide about a return of a case. Null for another shop's. */
export async function runDeed(shop: Shop, form: Record<string, string>, by: string): Promise<StaffAnswer | null> {
  const wish = readWish(form);
  if (!wish) return { ok: false, problem: deedProblem("incomplete") };
  let answer: DeedAnswer;
  try {
    answer = await planDeed(shop, wish, by);
  } catch (error) {
    log.warn("return-desk-unavailable", { shopId: shop.id, ...errorFields(error) });
    return { ok: false, problem: deedProblem("unreachable") };
  }
  if (answer.outcome === "planned") return { ok: true, did: wish.kind };
  return answer.because === "not-found" ? null : { ok: false, problem: deedProblem(answer.because) };
}

export async function runStop(shopId: string, effectId: string, by: string): Promise<StaffAnswer | null> {
  const outcome = await stopEffect(shopId, effectId, by);
  if (outcome === "not-found") return null;
  return outcome === "stopped" ? { ok: true, did: "stop-effect" } : { ok: false, problem: deedProblem("too-late") };
}

function readWish(form: Record<string, string>): DeedWish | null {
  const { intent = "", caseId = "", seen = "" } = form;
  if (!isReturnDeed(intent)) return null;
  const money = (["original", "store-credit", "gift-card", "none"] as const).find((one) => one === form.money);
  return {
    caseId,
    kind: intent,
    seen,
    booking: readWanted(form.lines ?? "", form.sent ?? ""),
    ...(form.reason && { reason: form.reason }),
    ...(form.declineReason && { declineReason: form.declineReason }),
    ...(form.note && { note: form.note }),
    ...(money && { money }),
    ...(form.lineId && { lineId: form.lineId, quantity: Number(form.quantity) }),
  };
}

/**
 * "gid://shopify/ReturnLineItem/1*2*RESTOCKED,…": which lines, how many of each, and what becomes of them; `sent` names what goes out in
 * exchange in the same way.
 */
export function readWanted(lines: string, sent: string): WantedBooking {
  const parts = (text: string) =>
    text
      .split(",")
      .filter(Boolean)
      .map((one) => {
        const [lineId = "", quantity, disposition = ""] = one.split("*");
        return { lineId, quantity: Number(quantity), disposition };
      });
  return { lines: parts(lines), sent: parts(sent).map(({ lineId, quantity }) => ({ lineId, quantity })) };
}
