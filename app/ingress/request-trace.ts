import type { ServerResponse } from "node:http";
import { currentContext } from "#app/platform/tracing/context.ts";
import { inTrace } from "#app/platform/tracing/trace.ts";

/**
 * Answers a request under an id of its own, which is told to the sender, stands in every log line of it, and goes on with
 * the jobs that it causes. Ids from outside are not taken over: anybody could send the same one twice.
 */
export function inRequest<T>(name: string, response: ServerResponse, work: () => Promise<T>): Promise<T> {
  return inTrace(name, { kind: "server" }, () => {
    const requestId = requestIdNow();
    if (requestId) response.setHeader("X-Request-Id", requestId);
    return work();
  });
}

export function requestIdNow(): string | undefined {
  return currentContext()?.fields.requestId;
}
