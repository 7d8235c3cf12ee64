import type { IncomingMessage, ServerResponse } from "node:http";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { sendRequestSchema, type WidgetEvent } from "#app/channels/widget/adapter.ts";
import { offerContinueNow } from "#app/domain/cases/continue-here.server.ts";
import { readThread } from "#app/domain/conversations/widget-thread.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { ContinueResponse, EndResponse, StreamEvent } from "#widget/protocol.ts";
import { answerJson, parseJson, Refusal, readBody } from "./http.ts";
import { storeRawEvent } from "./raw-events.server.ts";
import { endWidgetSession, requireWidgetSession } from "./widget-session.server.ts";

/** A person types; more than this is a machine. */
const posts = new RateLimiterMemory({ points: 20, duration: 10 });

/**
 * The storefront lies on the shop's own domain, so every origin may ask; nothing is given without the bearer token,
 * and no cookie is ever read.
 */
export const corsHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
  "Access-Control-Allow-Headers": "Authorization, Content-Type",
  "Access-Control-Max-Age": "86400",
};

export async function receiveWidgetMessage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request);
  await posts.consume(identity.id).catch(() => {
    throw new Refusal(429, "That was a lot at once. Please wait a few seconds.");
  });
  const parsed = sendRequestSchema.safeParse(parseJson(await readBody(request, 100_000)));
  if (!parsed.success) throw new Refusal(400, parsed.error.issues[0]?.message ?? "The message is malformed.");
  const { shopId } = identity;
  const account = await database().prisma.channelAccount.findFirst({ where: { shopId, channel: "widget" } });
  if (!account) throw new Refusal(404, "The widget is not switched on for this shop.");
  const event: WidgetEvent = { account: account.externalId, visitor: identity.externalId, at: now().getTime(), message: parsed.data };
  await storeRawEvent({
    owner: { channel: "widget", account: account.externalId },
    channel: "widget",
    account: account.externalId,
    correspondent: identity.externalId,
    externalId: `${identity.externalId}:${parsed.data.clientId}`,
    body: JSON.stringify(event),
    task: "intake.channel",
  });
  answerJson(response, 202, { accepted: true }, corsHeaders);
}

/** For browsers and proxies that cannot hold a stream. */
export async function pollWidget(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request);
  const messages = await readThread(identity, cursorOf(url));
  const events: StreamEvent[] = messages.map((message) => ({ type: "message-created", message }));
  answerJson(response, 200, { events, cursor: messages.at(-1)?.seq ?? cursorOf(url) }, corsHeaders);
}

export async function offerContinue(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request);
  await posts.consume(`continue:${identity.id}`, 5).catch(() => {
    throw new Refusal(429, "That was a lot at once. Please wait a few seconds.");
  });
  const answer: ContinueResponse = { options: await offerContinueNow(identity) };
  answerJson(response, 200, answer, corsHeaders);
}

export async function endWidget(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request);
  await endWidgetSession(identity);
  const answer: EndResponse = { ended: true };
  answerJson(response, 200, answer, corsHeaders);
}

export function cursorOf(url: URL): number {
  const after = Number(url.searchParams.get("after") ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) throw new Refusal(400, "The cursor is malformed.");
  return after;
}
