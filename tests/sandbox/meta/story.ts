import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished, vi } from "vitest";
import type { InboundItem, SendRequest } from "#app/channels/channel.ts";
import { instagramAdapter } from "#app/channels/instagram/adapter.ts";
import type { Block } from "#app/channels/message.ts";
import { whatsAppAdapter } from "#app/channels/whatsapp/adapter.ts";
import { verifySignature } from "#app/integrations/meta/signature.ts";
import { History, SandboxClock } from "#sandbox/double.ts";
import { MetaDouble } from "#sandbox/meta/meta-double.ts";

const instagram = { accountId: "17841400000000001", appSecret: "instagram-secret", token: "instagram-token" };
const whatsapp = {
  wabaId: "102000000000001",
  phoneNumberId: "106500000000001",
  displayPhone: "4930100000",
  appSecret: "whatsapp-secret",
  token: "whatsapp-token",
};
const adapters = { instagram: instagramAdapter, whatsapp: whatsAppAdapter };

/**
 * The double with a small app behind it that checks signatures, keeps what it parsed and refuses when told to.
 * Calls to Meta's hosts go to the double as they do in the sandbox; a lost reply is a reset connection.
 */
export async function startMetaStory() {
  const items: InboundItem[] = [];
  const bodies: string[] = [];
  const app = { items, bodies, refuse: 0 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks);
      const channel = request.url === "/webhooks/instagram" ? "instagram" : "whatsapp";
      const secret = channel === "instagram" ? instagram.appSecret : whatsapp.appSecret;
      const signed = verifySignature(raw, String(request.headers["x-hub-signature-256"]), [secret]);
      response.statusCode = !signed ? 401 : app.refuse > 0 ? 503 : 200;
      if (app.refuse > 0) app.refuse -= 1;
      else if (signed) {
        bodies.push(raw.toString());
        items.push(...adapters[channel].parse(JSON.parse(raw.toString())));
      }
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const history = new History();
  const clock = new SandboxClock();
  const appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const meta = new MetaDouble({ appUrl, history, clock, instagram, whatsapp });
  meta.courier.manner.retryDelayMs = 10;
  vi.stubGlobal("fetch", routeTo(meta));
  onTestFinished(async () => {
    await meta.settled();
    vi.unstubAllGlobals();
    await new Promise((resolve) => server.close(resolve));
  });
  return { meta, app, history, clock };
}

function routeTo(meta: MetaDouble): typeof fetch {
  const real = globalThis.fetch;
  return async (input, init) => {
    const request = new Request(input, init);
    if (!meta.hosts.includes(new URL(request.url).host)) return real(request);
    const response = await meta.handle(request);
    if (!response.headers.has("x-sandbox-lost-reply")) return response;
    throw new TypeError("fetch failed", { cause: Object.assign(new Error("socket hang up"), { code: "ECONNRESET" }) });
  };
}

/** What the delivery step hands to a sender, for the first part of these blocks. */
export function sendRequest(
  channel: "instagram" | "whatsapp",
  recipient: string,
  blocks: Block[],
  rest: Partial<SendRequest> = {},
): SendRequest {
  const part = adapters[channel].render(blocks, { language: "en", shopName: "Linden & Loom" })[0];
  if (!part) throw new Error("nothing to send");
  const account =
    channel === "instagram"
      ? { externalId: instagram.accountId, credentials: { accessToken: instagram.token }, config: {} }
      : { externalId: whatsapp.phoneNumberId, credentials: { accessToken: whatsapp.token }, config: {} };
  return { account, recipient: { kind: channel, externalId: recipient }, part, deliveryId: "delivery-1", author: "assistant", ...rest };
}

export const say = (text: string): Block[] => [{ kind: "text", text }];
