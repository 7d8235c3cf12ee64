import type { PickedItem, SendRequest } from "../protocol.ts";

/** What this browser keeps per shop. The thread itself stays on the server: a shared computer must not show it to the next person. */
export type Kept = {
  token?: string;
  /** A conversation exists, so the next page may load the panel at once. */
  live?: boolean;
  /** Brand colour from the last boot, so that the next page paints the launcher right. */
  color?: string;
  /** Messages that the server has not taken yet, in order. */
  outbox?: Queued[];
  draft?: string;
  /** What is ticked in an item picker and was not sent. */
  picks?: { choiceId: string; items: PickedItem[] };
  /** The newest message the shopper has seen. */
  seen?: number;
  greeted?: boolean;
};

/** A message on its way; `label` is what its bubble says. */
export type Queued = { request: SendRequest; label: string; at: number };

export type Keeper = {
  read(): Kept;
  /** Changes some fields and leaves what other tabs wrote in the others. */
  write(change: Partial<Kept>): void;
  clear(): void;
  /** Calls back when another tab changed something. */
  watch(changed: (kept: Kept) => void): () => void;
};

/** Where `shop` keeps its record. The loader reads the same key. */
export function storageKey(shop: string): string {
  return `onethread:${shop}`;
}

/** Reads a record; blocked storage and broken text count as empty. */
export function readKept(key: string, storage: () => Storage): Kept {
  try {
    const value = JSON.parse(storage().getItem(key) ?? "{}") as Kept | null;
    return value && Array.isArray(value.outbox ?? []) ? value : {};
  } catch {
    return {};
  }
}

/** Keeps the record in localStorage, or in memory for this page when the browser forbids storage. */
export function createKeeper(
  shop: string,
  page: { storage: () => Storage; events: Pick<EventTarget, "addEventListener" | "removeEventListener"> },
): Keeper {
  const key = storageKey(shop);
  let memory: Kept | null = null;
  const read = () => memory ?? readKept(key, page.storage);
  const write = (kept: Kept) => {
    try {
      page.storage().setItem(key, JSON.stringify(kept));
      memory = null;
    } catch {
      memory = kept;
    }
  };
  return {
    read,
    write: (change) => write({ ...read(), ...change }),
    // The greeting was shown to this browser, whoever wrote in it.
    clear: () => write({ greeted: read().greeted }),
    watch(changed) {
      const listen = (event: Event) => {
        if ((event as StorageEvent).key === key) changed(read());
      };
      page.events.addEventListener("storage", listen);
      return () => page.events.removeEventListener("storage", listen);
    },
  };
}
