export const inboxViews = ["waiting", "mine", "unassigned", "late", "drafts", "all"] as const;
export type InboxView = (typeof inboxViews)[number];
export const viewLabels: Record<InboxView, string> = {
  waiting: "Waiting",
  mine: "Mine",
  unassigned: "Unassigned",
  late: "Late",
  drafts: "Drafts",
  all: "All",
};

/** Which part of the queue is shown, as it stands in the address. `name`: whose cases "mine" are. */
export type InboxAddress = { view: InboxView; name?: string; search: string; after?: { at: number; id: string } };

export function readInboxQuery(params: URLSearchParams): InboxAddress {
  const [at, id] = (params.get("after") ?? "").split("_");
  const time = Number(at);
  const view = inboxViews.find((one) => one === params.get("view")) ?? "waiting";
  const name = view === "mine" ? (params.get("name") ?? "").replace(/\s+/g, " ").trim().slice(0, 60) : "";
  return {
    view,
    ...(name && { name }),
    search: (params.get("search") ?? "").trim().slice(0, 100),
    ...(id && Number.isSafeInteger(time) && time > 0 ? { after: { at: time, id } } : {}),
  };
}

export function inboxSearch(query: InboxAddress): string {
  const params = new URLSearchParams({ view: query.view });
  if (query.view === "mine" && query.name) params.set("name", query.name);
  if (query.search) params.set("search", query.search);
  if (query.after) params.set("after", `${query.after.at}_${query.after.id}`);
  return `?${params}`;
}
