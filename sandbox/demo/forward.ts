import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "./loopback.ts";

export type Forwarding = {
  request: IncomingMessage;
  response: ServerResponse;
  /** Makes the outgoing request; its signal ends when the browser goes away. */
  send: (init: {
    method: string;
    headers: Record<string, string>;
    body: Uint8Array<ArrayBuffer> | null;
    signal: AbortSignal;
  }) => Promise<Response>;
  /** Changes text on its way back, line by line. */
  rewrite?: (text: string) => string;
  headers?: (headers: Headers) => void;
};

/** Of one connection only, or not true any more once text was decoded or changed. */
const ownHeaders = ["connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding"];
const readable = /^(text\/|application\/(json|javascript))/;

/** Passes a request on and streams the answer back as it comes. */
export async function forward({ request, response, send, rewrite, headers: change }: Forwarding): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const method = request.method ?? "GET";
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== "host" && name !== "accept-encoding" && !ownHeaders.includes(name))
      sent[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const body = method === "GET" || method === "HEAD" ? null : await readBody(request);
  const answer = await send({ method, headers: sent, body, signal: gone.signal });
  const headers = new Headers(answer.headers);
  for (const name of ownHeaders) headers.delete(name);
  change?.(headers);
  response.writeHead(answer.status, Object.fromEntries(headers));
  response.flushHeaders();
  try {
    const edit = rewrite && readable.test(headers.get("content-type") ?? "") ? rewrite : undefined;
    const chunks = answer.body ? chunksOf(answer.body) : [];
    for await (const chunk of edit ? byLine(chunks, edit) : chunks) response.write(chunk);
    response.end();
  } catch {
    // One of the two ends went away in the middle: the other learns it by the broken connection.
    response.destroy();
  }
}

/** The parts of a body as they come. */
export async function* chunksOf<Chunk>(body: ReadableStream<Chunk>): AsyncGenerator<Chunk> {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/** Whole lines only, so that no word to be changed is cut in two; an event of a stream ends with a line. */
async function* byLine(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  rewrite: (text: string) => string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    const end = rest.lastIndexOf("\n") + 1;
    if (end === 0) continue;
    yield rewrite(rest.slice(0, end));
    rest = rest.slice(end);
  }
  yield rewrite(rest + decoder.decode());
}
