import { signal } from "@preact/signals";
import type { StreamEvent } from "../protocol.ts";
import type { Api } from "../transport/api.ts";
import { backoff, createPause } from "../transport/backoff.ts";
import { readEvents } from "../transport/event-stream.ts";
import type { SessionModel } from "./session.ts";

/** `idle`: nothing to follow yet. `lost`: no way to the server just now, trying. */
export type ConnectionState = "idle" | "connecting" | "live" | "polling" | "lost";

/** Stream failures in a row before polling; after so many polls the stream gets another chance. */
const streamTries = 3;
const pollsPerRound = 20;
/** Milliseconds. */
const pollEvery = 3_000;
/** The server comments every 30 s at the latest. */
const silence = 50_000;

type Wiring = {
  api: Pick<Api, "poll" | "stream">;
  session: Pick<SessionModel, "authorized" | "renew" | "started">;
  cursor: () => number;
  receive: (event: StreamEvent, cursor: number | null) => void;
  advance: (cursor: number) => void;
  /** Whether there is a thread to follow; without one a boot is enough and no connection stays open. */
  hasThread: () => boolean;
};

/** Keeps the thread up to date: boots, follows the stream, falls back to polling, never gives up while it is wanted. */
export function createConnection({ api, session, cursor, receive, advance, hasThread }: Wiring) {
  const state = signal<ConnectionState>("idle");
  const pause = createPause();
  let current: AbortController | null = null;

  async function follow(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        if (!session.started()) await session.renew();
        if (signal.aborted) return;
        if (!hasThread()) return stop();
        if (failures >= streamTries) {
          await pollRound(signal);
          failures = streamTries - 1;
        }
        // A stream that opens and brings nothing is held back by something on the way: that is a failure too.
        failures = (await stream(signal)) ? 0 : failures + 1;
      } catch {
        failures += 1;
        if (!signal.aborted) state.value = "lost";
      }
      if (!signal.aborted) await pause.wait(backoff(failures));
    }
  }

  /** True when anything at all came. */
  async function stream(signal: AbortSignal): Promise<boolean> {
    const body = await session.authorized((one) => api.stream(one, cursor(), signal));
    let alive = false;
    await readEvents(body, silence, (received) => {
      if (signal.aborted) return;
      alive = true;
      state.value = "live";
      for (const { event, cursor } of received) if (!signal.aborted) receive(event, cursor);
    });
    return alive;
  }

  async function pollRound(signal: AbortSignal): Promise<void> {
    let failures = 0;
    for (let round = 0; round < pollsPerRound && !signal.aborted; ) {
      try {
        const page = await session.authorized((one) => api.poll(one, cursor(), signal));
        for (const event of page.events) if (!signal.aborted) receive(event, null);
        if (signal.aborted) return;
        advance(page.cursor);
        state.value = "polling";
        failures = 0;
        round += 1;
        await pause.wait(pollEvery);
      } catch {
        if (signal.aborted) return;
        failures += 1;
        state.value = "lost";
        await pause.wait(backoff(failures + 2));
      }
    }
  }

  function stop(): void {
    current?.abort();
    current = null;
    pause.wake();
    state.value = "idle";
  }

  return {
    state,
    /** Starts, or tries at once when it was waiting to try again. */
    start(): void {
      if (current) pause.wake();
      else {
        current = new AbortController();
        state.value = "connecting";
        void follow(current.signal);
      }
    },
    stop,
  };
}
