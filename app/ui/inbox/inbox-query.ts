import { type InboxView, inboxViews, isOwn } from "#app/domain/conversations/inbox-views.ts";

export const viewLabels: Record<InboxView, string> = {
  waiting: "With staff",
  mine: "Mine",
  mentions: "Mentions",
  unassigned: "Unassigned",
  late: "Late",
  shopper: "Waiting for shopper",
  snoozed: "Snoozed",
  drafts: "Drafts",
  closed: "Closed",
  all: "All",
};

/** By what a view is narrowed. */
export const narrowings = ["channel", "language", "reason"] as const;
export type Narrowing = (typeof narrowings)[number];

/** Which part of the queue is shown, as it stands in the address. `name`: whose cases "mine" are, and whom "mentions" name. */
export type InboxAddress = { view: InboxView; name?: string; search: string; after?: { at: number; id: string } } & Partial<
  Record<Narrowing, string>
>;

export function readInboxQuery(params: URLSearchParams): InboxAddress {
  const [at, id] = (params.get("after") ?? "").split("_");
  const time = Number(at);
  const view = inboxViews.find((one) => one === params.get("view")) ?? "waiting";
  const name = isOwn(view) ? (params.get("name") ?? "").replace(/\s+/g, " ").trim().slice(0, 60) : "";
  const narrowed = narrowings.flatMap((one) => {
    const value = params.get(one) ?? "";
    return /^[a-z-]{1,30}$/.test(value) ? [[one, value] as const] : [];
  });
  return {
    view,
    ...(name && { name }),
    ...Object.fromEntries(narrowed),
    search: (params.get("search") ?? "").trim().slice(0, 100),
    ...(id && Number.isSafeInteger(time) && time > 0 ? { after: { at: time, id } } : {}),
  };
}

export function inboxSearch(query: InboxAddress): string {
  const params = new URLSearchParams({ view: query.view });
  if (isOwn(query.view) && query.name) params.set("name", query.name);
  for (const one of narrowings) if (query[one]) params.set(one, query[one]);
  if (query.search) params.set("search", query.search);
  if (query.after) params.set("after", `${query.after.at}_${query.after.id}`);
  return `?${params}`;
}
