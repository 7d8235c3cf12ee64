import { presenceOf } from "#app/domain/routing/members.ts";
import { findPersonFor, loadStaff } from "#app/domain/routing/staff.server.ts";
import { readAfterCases } from "#app/domain/satisfaction/settings.ts";
import { watchDue } from "#app/domain/staff/due.server.ts";
import { flowForIntent } from "#app/flows/registry.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { CaseRow } from "./context.server.ts";
import { sayExpectation } from "./expectation.ts";
import type { Understanding } from "./model.ts";
import { isThanks } from "./side-answers.ts";
import { sentence } from "./texts/catalogue.ts";
import { activeCases, changeCase, dueFrom, sayText, type Turn } from "./turn.ts";

const day = 86_400_000;

/**
 * What a person closed lately opens again when the shopper writes about it, for whoever had it, or where they are not there for
 * whoever is found. Thanks, a wish of its own and words about another order open nothing. True when it did.
 */
export async function reopen(turn: Turn, text: string, understanding: Understanding): Promise<boolean> {
  const row = closedLately(turn);
  if (!row || !isAbout(row, text, understanding)) return false;
  const { shop, conversation } = turn.context;
  // The reason of old goes: nothing of this case is ever handed over by what was written before it was closed.
  const assignee = await stillThere(shop.id, row.heldBy);
  const back = { status: "open", owner: "staff", assignee, heldBy: null, outcome: null, closedAt: null, escalation: null };
  const dueAt = dueFrom(turn);
  changeCase(turn, row, { ...back, expecting: null, verification: null, dueAt });
  turn.writes.push(
    ...(assignee === null ? [findPersonFor(shop.id, row.id)] : []),
    ...watchDue(shop, row.id, dueAt),
    insert("Audit", {
      id: newId(),
      shopId: shop.id,
      at: turn.now,
      actor: "shopper",
      action: "reopened-case",
      subject: conversation.id,
      detail: { caseId: row.id },
    }),
  );
  sayText(turn, [sentence(turn.language, "withStaff"), sayExpectation(turn)].filter(Boolean).join(" "));
  return true;
}

/** Whoever has a shopper is given more even with as much as they may have, but not while away or off hours. Where nobody is named it stays theirs. */
async function stillThere(shopId: string, name: string | null): Promise<string | null> {
  const staff = await loadStaff(shopId);
  if (!staff || staff.members.length === 0) return name;
  const member = staff.members.find((one) => one.name === name);
  return member && ["here", "full"].includes(presenceOf(member, staff.clock)) ? name : null;
}

/** The newest of the shopper's cases, if a person had and closed it within the shop's days and nothing else is going on. */
function closedLately(turn: Turn): CaseRow | undefined {
  if (activeCases(turn).length > 0) return undefined;
  const since = turn.now.getTime() - readAfterCases(turn.context.shop.afterCases).reopenDays * day;
  const [newest] = turn.cases
    .filter((row) => row.status !== "superseded")
    .sort((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime());
  return newest?.heldBy && newest.outcome !== "no-matter" && (newest.closedAt?.getTime() ?? 0) > since ? newest : undefined;
}

/** "It still does not work": said of what was spoken of before, whatever it sounds like alone. */
const goesOn =
  /\b(?:still|again|same (?:problem|issue|thing)|as i (?:said|wrote)|you (?:said|told me|promised)|immer noch|noch immer|schon wieder|wieder nicht|das ?selbe problem|toujours|encore une fois|de nouveau|meme probleme|todavia|aun no|otra vez|mismo problema|sigue sin|ainda|de novo|outra vez|mesmo problema|continua sem|ancora|di nuovo|stesso problema|nog steeds|nog altijd|weer niet|opnieuw|zelfde probleem)\b/u;

/** A guess that is no ground to act on is one to leave a closed case closed. */
const likely = 0.5;

function isAbout(row: CaseRow, text: string, { intents, slots }: Understanding): boolean {
  if (slots.orderName && row.orderName && slots.orderName !== row.orderName) return false;
  const wish = intents.find(({ confidence }) => confidence >= likely)?.intent;
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  if (wish === "smalltalk" || (isThanks(text) && wish !== "complaint" && !goesOn.test(folded))) return false;
  if (goesOn.test(folded) || wish === undefined || wish === "complaint" || wish === "speak_to_human") return true;
  return wish === row.intent || (flowForIntent(wish) !== null && flowForIntent(wish) === row.flow);
}
