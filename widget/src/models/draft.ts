import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { DraftRequest, PickedItem, WidgetMessage } from "../protocol.ts";
import type { Keeper } from "./storage.ts";

/** So long after the last key or tick the server hears of it. Milliseconds. */
const quiet = 800;

type Outside = {
  keeper: Keeper;
  text: ReadonlySignal<string>;
  messages: ReadonlySignal<WidgetMessage[]>;
  deliver: (draft: DraftRequest) => Promise<void>;
};

/**
 * What is being written and picked and was not sent. The server keeps it while a question of the shop is open, so that it is there
 * when the shopper goes on elsewhere; otherwise it never leaves the browser.
 */
export function createDraft({ keeper, text, messages, deliver }: Outside) {
  const picks = signal(keeper.read().picks);
  let saved = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();

  const draft = (): DraftRequest => {
    const { choiceId, items = [] } = picks.value ?? {};
    return { text: text.value.trim(), ...(items.length > 0 && { choiceId }), items };
  };
  const isEmpty = (one: DraftRequest) => !one.text && one.items.length === 0;

  function save(): void {
    clearTimeout(timer);
    const now = draft();
    const words = JSON.stringify(now);
    if (words === saved || (isEmpty(now) && !saved) || !(isEmpty(now) || isAsked(messages.value))) return;
    saved = words;
    // One after the other, so that an older one never comes last.
    running = running
      .then(() => deliver(now))
      .catch(() => {
        // Not kept there: it is still here, and the next key tries again.
        if (saved === words) saved = "?";
      });
  }

  effect(() => {
    const nothing = isEmpty(draft());
    clearTimeout(timer);
    // Sent or given up: nobody is to find it elsewhere.
    if (nothing) save();
    else timer = setTimeout(save, quiet);
  });

  return {
    picks,
    save,
    pick(choiceId: string, items: PickedItem[]): void {
      picks.value = items.length > 0 ? { choiceId, items } : undefined;
      keeper.write({ picks: picks.value });
    },
  };
}

/** The shop's last words want an answer, or show how far something has come. */
function isAsked(messages: WidgetMessage[]): boolean {
  const kinds = new Set(messages.findLast((one) => one.author !== "shopper")?.blocks.map((block) => block.kind));
  return kinds.has("choices") || kinds.has("items") || kinds.has("progress");
}
