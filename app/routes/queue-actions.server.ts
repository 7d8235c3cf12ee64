import { readOutcome } from "#app/domain/cases/outcome.ts";
import { peopleToGive } from "#app/domain/routing/members.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { actOnMany, type ChosenRow, type QueueAct } from "#app/domain/staff/many.server.ts";
import { readSnooze } from "#app/domain/staff/snooze.ts";
import { now } from "#app/platform/clock.ts";
import type { QueueAnswer } from "#app/ui/inbox/queue-answer.ts";
import { sayBack } from "#app/ui/when.ts";

/** As many as two pages of the queue hold. */
const mostRows = 60;

/** What the bar over the queue and its keys do to the rows that were chosen, one a line: conversation, revision, case. */
export async function runQueueAct(shop: Shop, form: Record<string, string>, by: string): Promise<QueueAnswer> {
  const rows = readRows(form.rows ?? "");
  if (rows.length === 0) return { ok: false, problem: "Choose a conversation first." };
  if (rows.length > mostRows) return { ok: false, problem: `Choose at most ${mostRows} at once.` };
  const act = await readAct(shop, form, by);
  if ("problem" in act) return { ok: false, problem: act.problem };
  const words = {
    ...(act.kind === "assign" && { to: act.to }),
    ...(act.kind === "close" && act.outcome && { outcome: act.outcome }),
    ...(act.kind === "snooze" && { until: sayBack(act.until, now(), shop.timeZone) }),
  };
  return { ok: true, act: act.kind, ...words, rows: await actOnMany(shop.id, rows, act, by) };
}

async function readAct(shop: Shop, form: Record<string, string>, by: string): Promise<QueueAct | { problem: string }> {
  switch (form.act) {
    case "close":
      return { kind: "close", outcome: readOutcome(form.outcome) };
    case "reopen":
      return { kind: "reopen" };
    case "wake":
      return { kind: "wake" };
    case "take":
      return { kind: "assign", to: by };
    case "assign": {
      const to = (form.to ?? "").replace(/\s+/g, " ").trim().slice(0, 60);
      if (!to) return { problem: "Write a name first." };
      const people = await peopleToGive(shop.id);
      if (people.length === 0 || people.some((one) => one.name === to)) return { kind: "assign", to };
      return { problem: `Nobody is called ${to} under Routing. Choose somebody of the list.` };
    }
    case "snooze": {
      const time = readSnooze(form.until ?? "", now(), shop.timeZone);
      return time.ok ? { kind: "snooze", until: time.until } : { problem: time.problem };
    }
    default:
      return { problem: "This button is not known here. Load the page again." };
  }
}

function readRows(text: string): ChosenRow[] {
  return text.split("\n").flatMap((line) => {
    const [conversationId = "", revision = "", caseId = ""] = line.trim().split(" ");
    return conversationId && /^\d{1,15}$/.test(revision) ? [{ conversationId, revision: Number(revision), caseId: caseId || null }] : [];
  });
}
