import type { IncomingMessage, ServerResponse } from "node:http";
import { draftSchema, sendRequestSchema, type WidgetEvent } from "#app/channels/widget/adapter.ts";
import { offerContinueNow } from "#app/domain/cases/continue-here.server.ts";
import { saveDraft } from "#app/domain/conversations/draft.server.ts";
import { readThread } from "#app/domain/conversations/widget-thread.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { ContinueResponse, EndResponse, StreamEvent } from "#widget/protocol.ts";
import { answerJson, parseJson, Refusal, readBody } from "./http.ts";
import { limit } from "./limits.server.ts";
import { storeRawEvent } from "./raw-events.server.ts";
import { endWidgetSession, requireWidgetSession } from "./widget-session.server.ts";

/** Bytes of a body that says nothing. */
const smallest = 1_000;

export async function receiveWidgetMessage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request, response);
  await limit("identity.messages", identity.id);
  await limit("shop.messages", identity.shopId);
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
  answerJson(response, 202, { accepted: true });
}

/** For browsers and proxies that cannot hold a stream. */
export async function pollWidget(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request, response);
  await limit("identity.poll", identity.id);
  const messages = await readThread(identity, cursorOf(url));
  const events: StreamEvent[] = messages.map((message) => ({ type: "message-created", message }));
  answerJson(response, 200, { events, cursor: messages.at(-1)?.seq ?? cursorOf(url) });
}

/** What is begun and not sent comes along when the shopper goes on elsewhere. */
export async function keepDraft(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request, response);
  await limit("identity.draft", identity.id);
  const parsed = draftSchema.safeParse(parseJson(await readBody(request, 100_000)));
  if (!parsed.success) throw new Refusal(400, "The draft is malformed.");
  await saveDraft(identity, parsed.data);
  answerJson(response, 200, { kept: true });
}

export async function offerContinue(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request, response);
  await limit("identity.continue", identity.id);
  await readBody(request, smallest);
  const answer: ContinueResponse = { options: await offerContinueNow(identity) };
  answerJson(response, 200, answer);
}

export async function endWidget(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request, response);
  await readBody(request, smallest);
  await endWidgetSession(identity);
  const answer: EndResponse = { ended: true };
  answerJson(response, 200, answer);
}

export function cursorOf(url: URL): number {
  const after = Number(url.searchParams.get("after") ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) throw new Refusal(400, "The cursor is malformed.");
  return after;
}
