import { signal } from "@preact/signals";
import type { StreamEvent, WidgetMessage } from "../protocol.ts";

/** A quick answer shows no typing sign at all. Milliseconds. */
const typingDelay = 300;
/** A turn whose end got lost must not type for ever. */
const typingLimit = 60_000;

/** The thread as the server told it, in order, each message once. */
export function createConversation() {
  const messages = signal<WidgetMessage[]>([]);
  const typing = signal(false);
  let cursor = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stopTyping(): void {
    clearTimeout(timer);
    typing.value = false;
  }

  function startTyping(): void {
    stopTyping();
    timer = setTimeout(() => {
      typing.value = true;
      timer = setTimeout(stopTyping, typingLimit);
    }, typingDelay);
  }

  function put(message: WidgetMessage): void {
    const others = messages.value.filter((one) => one.id !== message.id);
    const after = others.findLastIndex((one) => one.seq <= message.seq);
    messages.value = [...others.slice(0, after + 1), message, ...others.slice(after + 1)];
  }

  function advance(to: number): void {
    cursor = Math.max(cursor, to);
  }

  return {
    messages,
    typing,
    /** Where the stream goes on. */
    cursor: () => cursor,
    /** Takes the thread of a boot in place of what is here. */
    replace(thread: WidgetMessage[], at: number): void {
      stopTyping();
      messages.value = [...thread].sort((one, other) => one.seq - other.seq);
      cursor = at;
    },
    /** Takes one event. An event that comes twice changes nothing. `reset` is for whoever owns the session. */
    apply(event: StreamEvent, at: number | null): void {
      if (event.type === "turn-started") startTyping();
      else if (event.type === "turn-ended") stopTyping();
      else if (event.type === "message-created" || event.type === "message-updated") {
        put(event.message);
        if (event.message.author !== "shopper") stopTyping();
      }
      advance(at ?? (event.type === "message-created" ? event.message.seq : 0));
    },
    stopTyping,
    /** Moves the point from which the stream goes on; never back. */
    advance,
    clear(): void {
      stopTyping();
      messages.value = [];
      cursor = 0;
    },
  };
}
