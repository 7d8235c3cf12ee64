import type { Fault } from "../double.ts";
import { sleep } from "./courier.ts";
import { throttled } from "./delivery-rules.ts";
import { graphError } from "./graph-error.ts";
import type { MetaChannel } from "./phone.ts";

export type Body = Record<string, unknown>;

/** The name by which faults and the history know a call. */
export function operationOf(host: string, method: string, body: Body, path = ""): string {
  if (host === "lookaside.fbsbx.com") return "media.download";
  if (method === "GET" && path.endsWith("/message_templates")) return "templates.read";
  if (method === "GET") return "media.read";
  if (path.endsWith("/media")) return "media.upload";
  if (host === "graph.instagram.com") return body.sender_action === undefined ? "instagram.send" : "instagram.typing";
  return body.status === undefined ? "whatsapp.send" : "whatsapp.typing";
}

/** A fault that answers in the double's place; nothing when the call goes on. */
export async function answerEarly(fault: Fault, channel: MetaChannel): Promise<Response | undefined> {
  switch (fault.kind) {
    case "status":
      return Response.json(fault.body ?? {}, { status: fault.status, headers: fault.headers });
    case "throttle":
      return graphError(throttled[channel]);
    case "reset":
      return lostReply();
    case "hang":
      await sleep(fault.ms);
      return lostReply();
    case "delay":
      await sleep(fault.ms);
      return undefined;
    case "lost-reply":
      return undefined;
  }
}

/** The sandbox's HTTP server destroys the socket when it sees this header. */
export function lostReply(): Response {
  return new Response(null, { status: 502, headers: { "x-sandbox-lost-reply": "1" } });
}

/** A multipart body as its fields; nothing where it cannot be read as one. */
export function readForm(request: Request): Promise<FormData | undefined> {
  return request.formData().catch(() => undefined);
}

/** An empty body is an empty object; anything but an object is none. */
export function parseBody(raw: string): Body | undefined {
  if (raw === "") return {};
  try {
    const body: unknown = JSON.parse(raw);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Body) : undefined;
  } catch {
    return undefined;
  }
}
