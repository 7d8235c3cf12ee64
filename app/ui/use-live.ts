import { useNavigate, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { type Told, tellHere } from "./browser-alerts.ts";

const pollEvery = 10_000;
/** Several things happen in one turn: they are shown together. */
const gather = 150;
/** A stream that ended by itself is opened again after so long. */
const again = 250;

/** What the server knows this page by, for as long as it is open. */
export const tabId = globalThis.crypto?.randomUUID?.() ?? String(Math.random());

/** Who else of the shop has the conversation of this page open. */
export type Other = { name: string; writing: boolean };
type Listener = { opened(): void; others(others: Other[]): void };
const listeners = new Set<Listener>();
let isOpen = false;

/** Told of each time the stream opens (at once where it is open), and of who else is there. Returns how to stop. */
export function onPresence(listener: Listener): () => void {
  listeners.add(listener);
  if (isOpen) listener.opened();
  return () => listeners.delete(listener);
}

/**
 * Keeps the page's data fresh: the stream says that something changed, the loaders read it again. Inside the admin
 * App Bridge adds the session token to every fetch. While there is no stream the page asks every 10 seconds.
 */
export function useLive(): void {
  const revalidator = useRevalidator();
  const current = useRef(revalidator);
  current.current = revalidator;
  const navigate = useRef(useNavigate());
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const read = () => {
      last = performance.now();
      if (current.current.state === "idle") current.current.revalidate();
      else refresh();
    };
    // The first word is followed at once, what comes right behind it together.
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(read, performance.now() - last > 2 * gather ? 0 : gather);
    };
    void follow(refresh, (conversationId) => navigate.current(`/app/inbox/${conversationId}`), stop.signal);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
}

/** Opens a conversation. */
type Open = (conversationId: string) => void;

async function follow(refresh: () => void, open: Open, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let ended = false;
    try {
      const response = await fetch(`/app/stream?tab=${tabId}`, { signal, headers: { accept: "text/event-stream" } });
      if (response.ok && response.body) await readEvents(response.body, refresh, open);
      ended = response.ok;
    } catch {
      // Offline, or the server restarts: ask again below.
    }
    isOpen = false;
    if (signal.aborted) return;
    await pause(ended ? again : pollEvery, signal);
    if (!signal.aborted && document.visibilityState === "visible") refresh();
  }
}

/** Returns when the stream ends. Lines that begin with a colon only keep the connection open. */
async function readEvents(body: ReadableStream<Uint8Array>, refresh: () => void, open: Open): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (let rest = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data === undefined) continue;
      if (event.startsWith("event: presence")) {
        const { others } = JSON.parse(data) as { others: Other[] };
        for (const listener of listeners) listener.others(others);
        continue;
      }
      if (!isOpen) for (const listener of listeners) listener.opened();
      isOpen = true;
      tellHere(JSON.parse(data) as Told, open);
      refresh();
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
