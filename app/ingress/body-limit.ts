import type { IncomingMessage, ServerResponse } from "node:http";
import { answerText } from "./http.ts";

/**
 * Lets at most so many bytes of a body through to whoever reads it, declared or not. False when the request was answered
 * already. Node hands a body to its reader by `push`, which is where it can be counted without being read here.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse, most: number): boolean {
  if (Number(request.headers["content-length"] ?? 0) > most) {
    refuse(request, response);
    return false;
  }
  const push = request.push.bind(request);
  let size = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    size += chunk?.length ?? 0;
    if (size <= most) return push(chunk, encoding);
    refuse(request, response);
    return false;
  };
  return true;
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) return void request.destroy();
  response.setHeader("Connection", "close");
  response.once("finish", () => request.destroy());
  answerText(response, 413, "The body is too large.");
}
