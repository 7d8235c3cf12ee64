import type { IncomingMessage, ServerResponse } from "node:http";
import { readThread, readThreadMessage } from "#app/domain/conversations/widget-thread.server.ts";
import { findIdentity } from "#app/domain/identity/identity.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Notice } from "#app/platform/db/writes.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { recordOpenStream } from "#app/platform/metrics/metrics.server.ts";
import type { StreamEvent } from "#widget/protocol.ts";
import { limit, takeStream } from "./limits.server.ts";
import { cursorOf } from "./widget-api.server.ts";
import { requireWidgetSession } from "./widget-session.server.ts";

const heartbeatMilliseconds = 20_000;
/** Bytes that may wait for a reader that does not read. */
const mostUnread = 1_000_000;

/**
 * Server-sent events for one open widget: first what came after the cursor, then what comes. `id:` carries the sequence
 * number to resume from. The stream listens before it reads, so nothing falls between.
 */
export async function streamWidget(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { identity } = await requireWidgetSession(request, response);
  await limit("identity.stream", identity.id);
  let cursor = cursorOf(url);
  const giveBack = takeStream(identity.id, request);
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  const send = (event: StreamEvent, seq?: number): void => {
    if (response.writableLength > mostUnread) return void response.destroy();
    response.write(`${seq === undefined ? "" : `id: ${seq}\n`}data: ${JSON.stringify(event)}\n\n`);
  };

  let viewer = identity;
  const deliver = async (notice: Notice): Promise<void> => {
    if (notice.topic === "session") {
      await requireWidgetSession(request).catch(() => response.end());
    } else if (notice.topic === "identity") {
      await follow();
      send({ type: "reset" });
    } else if (notice.topic === "turn") {
      send({ type: notice.state === "started" ? "turn-started" : "turn-ended" });
    } else if (notice.topic === "message") {
      const message = await readThreadMessage(viewer, notice.messageId);
      if (!message || (notice.change === "created" && message.seq <= cursor)) return;
      cursor = Math.max(cursor, message.seq);
      send({ type: notice.change === "created" ? "message-created" : "message-updated", message }, message.seq);
    }
  };

  // One notice after the other, so that events keep the order of their commits.
  let work: Promise<void> = Promise.resolve();
  const later = (task: () => Promise<void>): void => {
    work = work.then(task).catch((error) => {
      log.warn("widget-stream-failed", { shopId: identity.shopId, ...errorFields(error) });
      response.end();
    });
  };
  const listen = (subjectId: string): (() => void) => database().onNotice(subjectId, (notice) => later(() => deliver(notice)));
  const leave = listen(identity.id);
  let unfollow = listen(viewer.conversationId);
  let closed = false;
  /** Follows the conversation that the visitor belongs to now: a join or its undoing moves him to another one. */
  const follow = async (): Promise<void> => {
    viewer = (await findIdentity(identity.shopId, identity.id)) ?? viewer;
    unfollow();
    if (!closed) unfollow = listen(viewer.conversationId);
  };
  later(async () => {
    await follow();
    for (const message of await readThread(viewer, cursor)) {
      cursor = message.seq;
      send({ type: "message-created", message }, message.seq);
    }
  });
  const heartbeat = setInterval(() => response.write(": still here\n\n"), heartbeatMilliseconds);
  response.write(": welcome\n\n");
  const streamClosed = recordOpenStream();
  request.on("close", () => {
    closed = true;
    streamClosed();
    giveBack();
    leave();
    unfollow();
    clearInterval(heartbeat);
  });
}
