import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { BootResponse, ContinueResponse, SendRequest, StreamEvent, WidgetMessage } from "#widget/protocol.ts";

type Seen = { method: string; path: string; authorization?: string; body: unknown };
type Answer = (request: SendRequest, server: FakeServer) => void;

/** A shop page with the widget on it, and the server side of the widget's protocol, in one small process. */
export type FakeServer = Awaited<ReturnType<typeof startFakeServer>>;

export type PageOptions = { head?: string; body?: string; script?: string; embed?: string };

/** Starts it with built assets from `assets`. `answer` is what happens after a message was taken. */
export async function startFakeServer(assets: string, answer: Answer = () => {}) {
  const thread: WidgetMessage[] = [];
  const requests: Seen[] = [];
  const streams = new Set<ServerResponse>();
  const options: ContinueResponse["options"] = [];
  const state = {
    token: "token-1",
    /** Every API request fails as if the server were gone. */
    down: false,
    streamBroken: false,
    /** The reply to the next message is lost after it was taken. */
    loseReply: false,
    restarted: false,
    language: "en",
    paused: false,
    page: {} as PageOptions,
    headers: {} as Record<string, string>,
    respond: answer,
  };
  let sequence = 0;

  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    requests.push({
      method: request.method ?? "GET",
      path: url.pathname + url.search,
      authorization: request.headers.authorization,
      body: text ? JSON.parse(text) : undefined,
    });
    if (url.pathname === "/") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...state.headers }).end(page());
      return;
    }
    if (url.pathname.startsWith("/assets/")) {
      const file = await readFile(path.join(assets, path.basename(url.pathname)));
      response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" }).end(file);
      return;
    }
    if (url.pathname !== "/apps/onethread/boot" && !url.pathname.startsWith("/api/")) {
      response.writeHead(404).end();
      return;
    }
    if (state.down) {
      request.socket.destroy();
      return;
    }
    if (url.pathname === "/apps/onethread/boot") {
      json(response, 200, boot());
      return;
    }
    if (request.headers.authorization !== `Bearer ${state.token}`) {
      json(response, 401, { error: "token" });
      return;
    }
    api(url, JSON.parse(text || "{}"), request, response);
  }

  function api(url: URL, body: unknown, request: IncomingMessage, response: ServerResponse): void {
    const name = `${request.method} ${url.pathname}`;
    const after = Number(url.searchParams.get("after") ?? 0);
    const newer = () =>
      thread.filter((message) => message.seq > after).map((message): StreamEvent => ({ type: "message-created", message }));
    if (name === "POST /api/messages") {
      take(body as SendRequest);
      if (state.loseReply) {
        state.loseReply = false;
        request.socket.destroy();
      } else json(response, 202, { accepted: true });
    } else if (name === "GET /api/stream") {
      if (state.streamBroken) {
        json(response, 502, {});
        return;
      }
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": here\n\n");
      streams.add(response);
      response.on("close", () => streams.delete(response));
      for (const event of newer()) write(response, event);
    } else if (name === "GET /api/messages") json(response, 200, { events: newer(), cursor: sequence });
    else if (name === "POST /api/continue") json(response, 200, { options });
    else if (name === "POST /api/draft") json(response, 200, { kept: true });
    else if (name === "POST /api/end") json(response, 200, { ended: true });
    else json(response, 404, {});
  }

  function boot(): BootResponse {
    return {
      token: state.token,
      api: `${origin}/api`,
      shop: { name: "Linden & Loom", assistantName: "Linden", brandColor: "#24564a" },
      language: state.language,
      paused: state.paused,
      restarted: state.restarted,
      messages: [...thread],
      cursor: sequence,
    };
  }

  /** Takes a message once, however often it comes. */
  function take(request: SendRequest): void {
    if (thread.some((message) => message.clientId === request.clientId)) return;
    const text =
      request.text ??
      (request.items?.length ? request.items.map((item) => `${item.quantity} × ${item.id}`).join(", ") : request.choice?.title);
    say({ author: "shopper", clientId: request.clientId, blocks: [{ kind: "text", text: text ?? "" }] });
    state.respond(request, server);
  }

  function say(message: Partial<WidgetMessage>): WidgetMessage {
    sequence += 1;
    const whole: WidgetMessage = {
      id: `m${sequence}`,
      seq: sequence,
      author: "assistant",
      channel: "widget",
      at: Date.now(),
      blocks: [],
      ...message,
    };
    thread.push(whole);
    send({ type: "message-created", message: whole });
    return whole;
  }

  function send(event: StreamEvent): void {
    for (const stream of streams) write(stream, event);
  }

  function write(stream: ServerResponse, event: StreamEvent): void {
    const id = event.type === "message-created" ? `id: ${event.message.seq}\n` : "";
    stream.write(`${id}data: ${JSON.stringify(event)}\n\n`);
  }

  function page(): string {
    const { head = "", body = "", script = "", embed = "" } = state.page;
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Linden &amp; Loom</title>${head}</head><body>${body}${embed}<script src="/assets/onethread-loader.js" defer data-shop="linden-loom.myshopify.com" data-proxy="/apps/onethread" ${script}></script></body></html>`;
  }

  const server = {
    origin,
    thread,
    requests,
    state,
    options,
    say,
    send,
    streams,
    /** Messages the server took, without those it recognised as sent before. */
    taken: () => thread.filter((message) => message.author === "shopper"),
    called: (name: string) => requests.filter((one) => `${one.method} ${one.path}`.startsWith(name)),
    breakStreams(): void {
      for (const stream of streams) stream.destroy();
    },
    close(): Promise<void> {
      http.closeAllConnections();
      return new Promise((resolve) => http.close(() => resolve()));
    },
  };
  return server;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
