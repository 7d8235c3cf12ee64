import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { limitBody } from "./ingress/body-limit.ts";
import { answerText, Refusal } from "./ingress/http.ts";
import { limit, networkFrom } from "./ingress/limits.server.ts";
import { env } from "./platform/env.ts";
import { errorFields, log } from "./platform/log.ts";

export type Admin = (request: IncomingMessage, response: ServerResponse) => void;

/** The embedded admin and the pages behind links: Remix, loaded on first use so that webhooks never wait for it. */
export async function loadAdmin(): Promise<Admin> {
  const built = new URL("../build/server/index.js", import.meta.url);
  const build = await import(built.href);
  const app = express();
  app.disable("x-powered-by");
  app.use(guard);
  app.use("/assets", express.static(new URL("../build/client/assets", import.meta.url).pathname, { immutable: true, maxAge: "1y" }));
  app.use(express.static(new URL("../build/client", import.meta.url).pathname, { maxAge: "1h" }));
  app.all("*", createRequestHandler({ build }));
  app.use(failed);
  return app;
}

/** More than the longest form of ours, bytes. */
const mostBytes = 300_000;
/** A file that staff attach is a body of its own; what it may have, its route says. */
const mostFileBytes = 10_000_000;
const takesFile = (path: string) => /^\/app\/inbox\/[\w-]{1,64}\/files$/.test(path);
const { host, protocol } = new URL(env.appUrl);

/** What holds for every request of the admin: its address is the app's own whatever a header says, and its size and number are bounded. */
const guard: RequestHandler = async (request, response, next) => {
  request.headers.host = host;
  delete request.headers["x-forwarded-host"];
  Object.defineProperty(request, "protocol", { value: protocol.slice(0, -1) });
  try {
    const network = networkFrom(request);
    await limit("address.admin", network);
    if (request.path.startsWith("/auth/")) await limit("address.login", network);
  } catch (error) {
    if (!(error instanceof Refusal)) return next(error);
    for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
    return answerText(response, error.status, error.message);
  }
  if (limitBody(request, response, takesFile(request.path) ? mostFileBytes : mostBytes)) next();
};

const failed: ErrorRequestHandler = (error, _request, response, _next) => {
  log.error("request-failed", errorFields(error));
  if (response.headersSent) return void response.destroy();
  answerText(response, 500, "Something went wrong here. Please try again.");
};
