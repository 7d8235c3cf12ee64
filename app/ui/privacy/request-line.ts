import type { RequestEntry } from "#app/domain/privacy/page.server.ts";
import { sayWhen } from "#app/ui/when.ts";

const day = 86_400_000;

/** One request in words. */
export function requestLine(entry: RequestEntry, now: Date, timeZone: string) {
  const left = Math.ceil((entry.dueAt.getTime() - now.getTime()) / day);
  const what = entry.kind === "export" ? "Wants to know what is kept" : "Wants to be forgotten";
  const who = entry.who ?? (entry.state === "done" && entry.kind === "erase" ? "Erased" : "A shopper");
  return {
    id: entry.id,
    title: `${who}: ${what.toLowerCase()}`,
    detail: `${entry.source === "shopify" ? "Through Shopify" : "Asked in the chat"}, ${sayWhen(entry.createdAt, now, timeZone).short}`,
    state: stateOf(entry, left),
    tone: entry.state === "ready" && entry.source === "shopify" ? (left <= 7 ? ("critical" as const) : ("attention" as const)) : undefined,
    exportId: entry.download?.exportId ?? null,
  };
}

function stateOf({ state, kind, source }: RequestEntry, left: number): string {
  if (state === "open") return "Under way";
  if (state === "done") return kind === "erase" ? "Erased here" : "Done";
  if (source === "shopper") return "Sent by email";
  return left >= 0 ? `Hand over within ${left} ${left === 1 ? "day" : "days"}` : "Overdue";
}

export type RequestLine = ReturnType<typeof requestLine>;
