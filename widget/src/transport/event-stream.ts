import type { StreamEvent } from "../protocol.ts";

export type Received = { event: StreamEvent; cursor: number | null };

/** Reads server-sent events out of text that comes in arbitrary pieces. Comments and broken events give nothing. */
export function createEventParser(): (piece: string) => Received[] {
  let rest = "";
  let id: number | null = null;
  let data: string[] = [];
  return (piece) => {
    const received: Received[] = [];
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const raw of lines) {
      const line = raw.replace(/\r$/, "");
      if (line.startsWith("data:")) data.push(line.slice(5));
      else if (line.startsWith("id:")) id = Number.parseInt(line.slice(3), 10);
      else if (line === "") {
        const event = readEvent(data.join("\n"));
        if (event) received.push({ event, cursor: id !== null && id >= 0 ? id : null });
        id = null;
        data = [];
      }
    }
    return received;
  };
}

function readEvent(data: string): StreamEvent | null {
  try {
    const event: unknown = JSON.parse(data);
    return event && typeof event === "object" && "type" in event ? (event as StreamEvent) : null;
  } catch {
    return null;
  }
}

/**
 * Reads a stream to its end; every piece that comes is reported, even when no event is complete in it. Ends early when nothing, not even a comment, came for `silence` milliseconds: a dead
 * connection behind a proxy otherwise looks alive for ever.
 */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  silence: number,
  receive: (received: Received[]) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = createEventParser();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    for (;;) {
      clearTimeout(timer);
      timer = setTimeout(() => reader.cancel().catch(() => {}), silence);
      const { value, done } = await reader.read();
      if (done) return;
      receive(parse(decoder.decode(value, { stream: true })));
    }
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => {});
  }
}
