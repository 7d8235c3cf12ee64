import { signal } from "@preact/signals";
import type { SendRequest, WidgetMessage } from "../protocol.ts";
import { RequestError } from "../transport/api.ts";
import { backoff } from "../transport/backoff.ts";
import type { Keeper, Queued } from "./storage.ts";

/** `failed` is tried again by itself and by a tap; `refused` (the server said no) only by a tap. */
export type Pending = Queued & { state: "sending" | "sent" | "failed" | "refused" };

/**
 * What the shopper wrote and the thread does not show yet. Sent one after the other so that the order holds, kept in the
 * browser until the server has it; the client id makes a second sending of the same message harmless.
 */
export function createOutbox(keeper: Keeper, deliver: (request: SendRequest) => Promise<void>) {
  const restored = keeper.read().outbox ?? [];
  const pending = signal<Pending[]>(restored.map((one) => ({ ...one, state: "failed" })));
  // Every message this tab ever had: what else is in the browser's list belongs to another tab and stays.
  const mine = new Set(restored.map((one) => one.request.clientId));
  let running = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keep(next: Pending[]): void {
    pending.value = next;
    const others = (keeper.read().outbox ?? []).filter((one) => !mine.has(one.request.clientId));
    const unsent = next.filter((one) => one.state !== "sent").map(({ request, label, at }) => ({ request, label, at }));
    keeper.write({ outbox: [...others, ...unsent] });
  }

  function mark(clientId: string, state: Pending["state"]): void {
    keep(pending.value.map((one) => (one.request.clientId === clientId ? { ...one, state } : one)));
  }

  /** Sends all that waits, oldest first. Stops at the first failure and tries again later. */
  async function flush(): Promise<void> {
    if (running) return;
    running = true;
    clearTimeout(timer);
    try {
      for (;;) {
        const next = pending.value.find((one) => one.state === "failed" || one.state === "sending");
        if (!next) return;
        mark(next.request.clientId, "sending");
        try {
          await deliver(next.request);
          failures = 0;
          mark(next.request.clientId, "sent");
        } catch (error) {
          if (isFinal(error)) mark(next.request.clientId, "refused");
          else {
            keep(pending.value.map((one) => (one.state === "sending" ? { ...one, state: "failed" } : one)));
            failures += 1;
            timer = setTimeout(flush, backoff(failures + 1));
            return;
          }
        }
      }
    } finally {
      running = false;
    }
  }

  return {
    pending,
    flush,
    add(request: SendRequest, label: string): void {
      mine.add(request.clientId);
      keep([...pending.value, { request, label, at: Date.now(), state: "sending" }]);
      void flush();
    },
    retry(clientId: string): void {
      mark(clientId, "failed");
      void flush();
    },
    /** Drops what the thread shows by now. */
    settle(thread: WidgetMessage[]): void {
      const shown = new Set(thread.map((message) => message.clientId));
      if (pending.value.some((one) => shown.has(one.request.clientId)))
        keep(pending.value.filter((one) => !shown.has(one.request.clientId)));
    },
    /** Drops what the server has taken: it comes back with the thread. */
    dropSent: () => keep(pending.value.filter((one) => one.state !== "sent")),
    /** Drops everything, other tabs' messages too. */
    clear(): void {
      clearTimeout(timer);
      pending.value = [];
      keeper.write({ outbox: [] });
    },
  };
}

/** The server understood and said no: the same words will get the same answer. */
function isFinal(error: unknown): boolean {
  const status = error instanceof RequestError ? error.status : 0;
  return status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);
}
