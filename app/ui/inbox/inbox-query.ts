/** Which part of the queue is shown, as it stands in the address. */
export type InboxAddress = { view: "waiting" | "all"; search: string; after?: { at: number; id: string } };

export function readInboxQuery(params: URLSearchParams): InboxAddress {
  const [at, id] = (params.get("after") ?? "").split("_");
  const time = Number(at);
  return {
    view: params.get("view") === "all" ? "all" : "waiting",
    search: (params.get("search") ?? "").trim().slice(0, 100),
    ...(id && Number.isSafeInteger(time) && time > 0 ? { after: { at: time, id } } : {}),
  };
}

export function inboxSearch(query: { view: string; search: string; after?: { at: number; id: string } }): string {
  const params = new URLSearchParams({ view: query.view });
  if (query.search) params.set("search", query.search);
  if (query.after) params.set("after", `${query.after.at}_${query.after.id}`);
  return `?${params}`;
}
