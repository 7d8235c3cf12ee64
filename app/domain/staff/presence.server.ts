import { database } from "#app/platform/db/database.server.ts";

/**
 * Who has a conversation open, and who is writing in it. Kept in this process only, which holds every stream: nothing of it is
 * stored, and whoever closes the tab is gone with the stream.
 */
type Tab = { staffId: string; name: string; conversationId: string | null; writing: boolean; timer?: NodeJS.Timeout };
export type Present = { name: string; writing: boolean };
export type Member = { staffId: string; name: string };

/** Who has stopped pressing keys for so long no longer writes; milliseconds. */
const writesFor = 6_000;

const tabsByShop = new Map<string, Map<string, Tab>>();
const tabsOf = (shopId: string) => tabsByShop.get(shopId) ?? new Map<string, Tab>();

/**
 * A stream has opened. `tab` is the page's own id. Returns what to call when this stream ends: a page whose line was cut opens
 * another one before the end of the first is noticed, and is still there then.
 */
export function openTab(shopId: string, tab: string, staffId: string): () => void {
  const before = tabsOf(shopId).get(tab);
  if (before) closeTab(shopId, tab, before);
  const opened: Tab = { staffId, name: "", conversationId: null, writing: false };
  const tabs = tabsOf(shopId);
  tabsByShop.set(shopId, tabs.set(tab, opened));
  return () => closeTab(shopId, tab, opened);
}

function closeTab(shopId: string, tab: string, gone: Tab): void {
  const tabs = tabsOf(shopId);
  if (tabs.get(tab) !== gone) return;
  clearTimeout(gone.timer);
  tabs.delete(tab);
  if (tabs.size === 0) tabsByShop.delete(shopId);
  tell(shopId, gone.conversationId);
}

/** What a page says of itself. Only pages that follow the stream are present, and only under their own session. */
export function beAt(shopId: string, tab: string, at: Member & { conversationId: string; writing: boolean }): void {
  const known = tabsOf(shopId).get(tab);
  if (!known || known.staffId !== at.staffId) return;
  const changed = known.conversationId !== at.conversationId || known.writing !== at.writing || known.name !== at.name;
  const left = known.conversationId === at.conversationId ? null : known.conversationId;
  clearTimeout(known.timer);
  Object.assign(known, { name: at.name, conversationId: at.conversationId, writing: at.writing });
  if (at.writing) {
    known.timer = setTimeout(() => {
      known.writing = false;
      tell(shopId, known.conversationId);
    }, writesFor);
    known.timer.unref();
  }
  if (left) tell(shopId, left);
  if (changed) tell(shopId, at.conversationId);
}

/** The page shows another one now. */
export function leave(shopId: string, tab: string, from: Member & { conversationId: string }): void {
  const known = tabsOf(shopId).get(tab);
  if (known?.staffId !== from.staffId || known.conversationId !== from.conversationId) return;
  clearTimeout(known.timer);
  Object.assign(known, { conversationId: null, writing: false });
  tell(shopId, from.conversationId);
}

/** Everybody else at a conversation, each once; whoever has it open in two windows is one. */
export function othersAt(shopId: string, conversationId: string, own: Member | undefined): Present[] {
  const people = new Map<string, Present>();
  for (const one of tabsOf(shopId).values()) {
    if (one.conversationId !== conversationId || (one.staffId === own?.staffId && one.name === own.name)) continue;
    const key = `${one.staffId} ${one.name}`;
    people.set(key, { name: one.name, writing: one.writing || (people.get(key)?.writing ?? false) });
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/** Whose page this is, by the name it goes by. */
export function memberOf(shopId: string, tab: string): (Member & { conversationId: string | null }) | undefined {
  return tabsOf(shopId).get(tab);
}

function tell(shopId: string, conversationId: string | null): void {
  if (conversationId) database().tell({ topic: "presence", shopId, conversationId });
}
