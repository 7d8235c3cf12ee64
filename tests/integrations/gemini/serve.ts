import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { createGeminiModel } from "#app/integrations/gemini/gemini-model.server.ts";
import { History, SandboxClock } from "#sandbox/double.ts";
import { GeminiDouble } from "#sandbox/gemini/gemini-double.ts";

export const apiKey = "test-gemini-key";
export const modelName = "gemini-3.8-flash";

/** The double behind a real socket, a model that talks to it, and how many requests arrived. */
export async function startGemini(key = apiKey, secondModel?: string) {
  const history = new History();
  const double = new GeminiDouble({ apiKey, history, clock: new SandboxClock() });
  const traffic = { requests: 0, headers: {} as Record<string, unknown>, body: "" };
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    Object.assign(traffic, { requests: traffic.requests + 1, headers: incoming.headers, body: body.toString() });
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const headers = { "x-goog-api-key": String(incoming.headers["x-goog-api-key"] ?? "") };
    const request = new Request(`https://generativelanguage.googleapis.com${incoming.url}`, {
      method: incoming.method,
      headers,
      body,
      signal: gone.signal,
    });
    const answer = await double.handle(request);
    if (answer.headers.has("x-sandbox-lost-reply")) return void incoming.socket.destroy();
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { double, history, traffic, baseUrl, model: createGeminiModel({ apiKey: key, model: modelName, secondModel, baseUrl }) };
}
