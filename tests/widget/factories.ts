import { createKeeper, type Keeper } from "#widget/models/storage.ts";
import type { BootResponse, WidgetMessage } from "#widget/protocol.ts";

/** One message of the assistant, unless said otherwise. */
export function message(seq: number, change: Partial<WidgetMessage> = {}): WidgetMessage {
  return {
    id: `m${seq}`,
    seq,
    author: "assistant",
    channel: "widget",
    at: 1_700_000_000_000,
    blocks: [{ kind: "text", text: `text ${seq}` }],
    ...change,
  };
}

export function bootAnswer(change: Partial<BootResponse> = {}): BootResponse {
  return {
    token: "token-1",
    api: "https://app.example/widget",
    shop: { name: "Linden & Loom", assistantName: "Linden", brandColor: "#24564a" },
    language: "en",
    paused: false,
    messages: [],
    cursor: 0,
    ...change,
  };
}

/** A browser's storage that several tabs can share: a tab hears of what the others write. */
export function createBrowserStorage() {
  const values = new Map<string, string>();
  const tabs: EventTarget[] = [];
  return {
    values,
    openTab(shop = "linden-loom.myshopify.com"): Keeper {
      const events = new EventTarget();
      tabs.push(events);
      const storage = {
        getItem: (key: string) => values.get(key) ?? null,
        setItem(key: string, value: string) {
          if (values.get(key) === value) return;
          values.set(key, value);
          for (const tab of tabs) if (tab !== events) tab.dispatchEvent(Object.assign(new Event("storage"), { key }));
        },
      };
      return createKeeper(shop, { storage: () => storage as Storage, events });
    },
  };
}
