import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createConnection } from "#widget/models/connection.ts";
import type { StreamEvent } from "#widget/protocol.ts";
import { createApi, RequestError } from "#widget/transport/api.ts";
import { backoff } from "#widget/transport/backoff.ts";
import { createEventParser } from "#widget/transport/event-stream.ts";
import { bootAnswer, message } from "./factories.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const session = { token: "secret", api: "https://app.example/widget" };

test("events are read whatever pieces they come in", () => {
  const wire = `: hello\n\nid: 4\ndata: ${JSON.stringify({ type: "message-created", message: message(4) })}\r\n\r\ndata: broken\n\ndata: {"type":"turn-started"}\n\n`;
  for (const size of [1, 7, 1_000]) {
    const parse = createEventParser();
    const pieces = wire.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? [];
    const received = pieces.flatMap(parse);
    expect(received.map(({ event, cursor }) => [event.type, cursor])).toEqual([
      ["message-created", 4],
      ["turn-started", null],
    ]);
  }
});

test("the token goes in a header and never into an address", async () => {
  const calls: { url: string; init: RequestInit }[] = [];
  const api = createApi("/apps/onethread", async (url, init) => {
    calls.push({ url: String(url), init: init ?? {} });
    return Response.json(String(url).endsWith("boot") ? bootAnswer() : {});
  });
  await api.boot({ token: "secret", locale: "en" });
  await api.send(session, { clientId: "a", text: "hi" });
  await api.poll(session, 5);
  expect(calls.map((call) => call.url)).toEqual([
    "/apps/onethread/boot",
    "https://app.example/widget/messages",
    "https://app.example/widget/messages?after=5",
  ]);
  expect(calls[0]?.init.body).toBe('{"token":"secret","locale":"en"}');
  expect(calls[1]?.init).toMatchObject({
    method: "POST",
    credentials: "omit",
    headers: { authorization: "Bearer secret", "content-type": "application/json" },
  });
});

test("no answer, a bad answer and a page in place of JSON are all told apart from success", async () => {
  const failing = (fetcher: () => Promise<Response>) => createApi("/p", fetcher).boot({});
  await expect(failing(() => Promise.reject(new TypeError("network")))).rejects.toMatchObject({ status: 0 });
  await expect(failing(async () => new Response("", { status: 429 }))).rejects.toMatchObject({ status: 429 });
  await expect(failing(async () => new Response("<html>"))).rejects.toBeInstanceOf(RequestError);
});

test("a server that never answers is given up on", async () => {
  const api = createApi(
    "/p",
    (_, init) => new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(new Error("aborted")))),
  );
  const outcome = expect(api.boot({})).rejects.toMatchObject({ status: 0 });
  await vi.advanceTimersByTimeAsync(20_000);
  await outcome;
});

test("waits grow to half a minute and are spread", () => {
  expect(backoff(1, () => 0.5)).toBe(500);
  expect(backoff(20, () => 0.5)).toBe(30_000);
  expect(backoff(2, () => 0)).toBeLessThan(backoff(2, () => 1));
});

/** A connection over a scripted server. `stream` answers each try to open one. */
function connect(stream: (after: number) => string | "fail", polls: StreamEvent[][] = []) {
  const seen: StreamEvent[] = [];
  const log: string[] = [];
  let cursor = 0;
  const connection = createConnection({
    api: {
      stream: async (_session, after) => {
        log.push(`stream ${after}`);
        const answer = stream(after);
        if (answer === "fail") throw new RequestError(502);
        return new ReadableStream({
          start(controller) {
            if (answer) controller.enqueue(new TextEncoder().encode(answer));
            controller.close();
          },
        });
      },
      poll: async (_session, after) => {
        log.push(`poll ${after}`);
        return { events: polls.shift() ?? [], cursor };
      },
    },
    session: { authorized: (call) => call(session), renew: async () => session, started: () => true },
    cursor: () => cursor,
    receive: (event, at) => {
      seen.push(event);
      cursor = Math.max(cursor, at ?? (event.type === "message-created" ? event.message.seq : 0));
    },
    advance: (to) => {
      cursor = Math.max(cursor, to);
    },
    hasThread: () => true,
  });
  return { connection, seen, log };
}

const created = (seq: number): StreamEvent => ({ type: "message-created", message: message(seq) });
const wire = (seq: number) => `id: ${seq}\ndata: ${JSON.stringify(created(seq))}\n\n`;

test("after a break the stream goes on where it stopped", async () => {
  const { connection, seen, log } = connect((after) => (after < 3 ? wire(after + 1) : "fail"));
  connection.start();
  await vi.advanceTimersByTimeAsync(1_500);
  connection.stop();
  expect(seen.map((event) => event.type === "message-created" && event.message.seq)).toEqual([1, 2, 3]);
  expect(log.slice(0, 4)).toEqual(["stream 0", "stream 1", "stream 2", "stream 3"]);
});

test("a stream that keeps failing gives way to polling, and is tried again later", async () => {
  const { connection, seen, log } = connect(() => "fail", [[created(1)], [created(2)]]);
  connection.start();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(log.filter((one) => one.startsWith("stream"))).toHaveLength(3);
  expect(seen).toHaveLength(2);
  expect(connection.state.value).toBe("polling");
  await vi.advanceTimersByTimeAsync(80_000);
  expect(log.filter((one) => one.startsWith("stream")).length).toBeGreaterThan(3);
  connection.stop();
});

test("a stream that opens and says nothing counts as failed", async () => {
  const { connection, log } = connect(() => "");
  connection.start();
  await vi.advanceTimersByTimeAsync(12_000);
  connection.stop();
  expect(log.some((one) => one.startsWith("poll"))).toBe(true);
});

test("nothing is asked once it is stopped", async () => {
  const { connection, log } = connect(() => "fail");
  connection.start();
  await vi.advanceTimersByTimeAsync(100);
  connection.stop();
  const before = log.length;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(log).toHaveLength(before);
});
