import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Double } from "./double.ts";

const lostReplyHeader = "x-sandbox-lost-reply";

/** All vendors behind one loopback port; the real host stands in `x-sandbox-host`. */
export class VendorServer {
  readonly #doubles: Double[];
  readonly #server: Server;

  constructor(doubles: Double[]) {
    this.#doubles = doubles;
    this.#server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        console.error("A double failed:", error);
        response.writeHead(500).end();
      });
    });
  }

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = String(incoming.headers["x-sandbox-host"] ?? "");
    const double = this.#doubles.find((one) => one.hosts.some((known) => (typeof known === "string" ? known === host : known.test(host))));
    if (!double) {
      response.writeHead(421).end(`No double answers for ${host}.`);
      return;
    }
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const answer = await double.handle(await toRequest(incoming, host, gone.signal));
    if (answer.headers.has(lostReplyHeader)) {
      incoming.socket.destroy();
      return;
    }
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  }
}

async function toRequest(incoming: IncomingMessage, host: string, signal: AbortSignal): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined && name !== "connection" && name !== "transfer-encoding")
      headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  return new Request(`https://${host}${incoming.url}`, {
    method: incoming.method,
    headers,
    body: hasBody ? Buffer.concat(chunks) : undefined,
    signal,
  });
}
