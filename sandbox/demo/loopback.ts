import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Handler = (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** One listening server on loopback, with the address that a browser uses. */
export class Loopback {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** With a port: that one or the next that is free. Without: any. */
  static async listen(handler: Handler, port = 0): Promise<Loopback> {
    const server = createServer((request, response) => void answer(handler, request, response));
    for (let wanted = port; ; wanted += 1) {
      try {
        await new Promise<void>((resolve, reject) => {
          server.once("error", reject);
          server.listen(wanted, "127.0.0.1", () => {
            server.off("error", reject);
            resolve();
          });
        });
        return new Loopback(server);
      } catch (error) {
        const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
        if (!taken || wanted >= port + 50) throw error;
      }
    }
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await handler(new URL(request.url ?? "/", "http://127.0.0.1"), request, response);
  } catch (error) {
    if (response.destroyed) return;
    const words = error instanceof Error ? error.message : String(error);
    if (response.headersSent) response.destroy();
    else send(response, 502, "text/plain", `The demo could not answer: ${words}\n`);
  }
}

export function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  const charset = /^(text\/|image\/svg|application\/json)/.test(type) ? "; charset=utf-8" : "";
  response.writeHead(status, { "content-type": `${type}${charset}`, "cache-control": "no-store" }).end(body);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, "application/json", JSON.stringify(body));
}

/** The whole body; refuses what no page of the demo would send. */
export async function readBody(request: IncomingMessage, limit = 1_000_000): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) throw new Error("The request is too large.");
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Server-sent events that stay open. Returns the function that writes one. */
export function openEvents(response: ServerResponse): (event: unknown) => void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" });
  response.write("retry: 1000\n\n");
  return (event) => void response.write(`data: ${JSON.stringify(event)}\n\n`);
}
