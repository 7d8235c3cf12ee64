import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { alertHere } from "./browser-alerts.ts";

const pollEvery = 10_000;
/** Several things happen in one turn: they are shown together. */
const gather = 150;

/**
 * Keeps the page's data fresh: the stream says that something changed, the loaders read it again. Inside the admin
 * App Bridge adds the session token to every fetch. While there is no stream the page asks every 10 seconds.
 */
export function useLive(): void {
  const revalidator = useRevalidator();
  const current = useRef(revalidator);
  current.current = revalidator;
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (current.current.state === "idle") current.current.revalidate();
        else refresh();
      }, gather);
    };
    void follow(refresh, stop.signal);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
}

async function follow(refresh: () => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await fetch("/app/stream", { signal, headers: { accept: "text/event-stream" } });
      if (response.ok && response.body) await readEvents(response.body, refresh);
    } catch {
      // Offline, or the server restarts: ask again below.
    }
    if (signal.aborted) return;
    await pause(pollEvery, signal);
    if (!signal.aborted && document.visibilityState === "visible") refresh();
  }
}

/** Returns when the stream ends. Lines that begin with a colon only keep the connection open. */
async function readEvents(body: ReadableStream<Uint8Array>, refresh: () => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (let rest = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    if (lines.some((line) => line.startsWith("data:"))) refresh();
    if (lines.some((line) => line.startsWith("data:") && line.includes('"escalated":true'))) alertHere();
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
