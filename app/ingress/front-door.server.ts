import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "#app/platform/env.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { recordAcknowledgement } from "#app/platform/metrics/metrics.server.ts";
import { setBaseHeaders } from "#app/platform/response-headers.ts";
import { bootWidget } from "./app-proxy.server.ts";
import { allowStorefronts } from "./cors.server.ts";
import { showFile } from "./file-page.server.ts";
import { answerHealth, answerReadiness } from "./health.server.ts";
import { answerJson, Refusal } from "./http.ts";
import { limit, networkFrom } from "./limits.server.ts";
import { beginLoginPage, confirmLogin, loginCallback, showLoginConfirm } from "./login-page.server.ts";
import { receiveMetaWebhook, verifyMetaWebhook } from "./meta-webhooks.server.ts";
import { showMyData, takeMyData } from "./my-data-page.server.ts";
import { answerBackup, answerMetrics } from "./operator.server.ts";
import { acceptProof, showProvePage } from "./prove-page.server.ts";
import { showRatePage, takeRating } from "./rate-page.server.ts";
import { inRequest, requestIdNow } from "./request-trace.ts";
import { receiveShopifyWebhook } from "./shopify-webhooks.server.ts";
import { endWidget, keepDraft, offerContinue, pollWidget, receiveWidgetMessage } from "./widget-api.server.ts";
import { receiveWidgetPhoto, showWidgetPhoto } from "./widget-photos.server.ts";
import { streamWidget } from "./widget-stream.server.ts";
import { showWithdrawPage, takeWithdrawPage } from "./withdraw-page.server.ts";
import { receiveZendeskWebhook } from "./zendesk-webhook.server.ts";

type Handler = (url: URL, request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** What must answer fast and whatever else happens: no Remix, no vendor call, no model. Everything else goes on to Remix. */
const routes: Record<string, Handler> = {
  "POST /webhooks/shopify": (_url, request, response) => receiveShopifyWebhook(request, response),
  "GET /webhooks/instagram": (url, _request, response) => verifyMetaWebhook(url, response),
  "GET /webhooks/whatsapp": (url, _request, response) => verifyMetaWebhook(url, response),
  "POST /webhooks/instagram": (_url, request, response) => receiveMetaWebhook("instagram", request, response),
  "POST /webhooks/whatsapp": (_url, request, response) => receiveMetaWebhook("whatsapp", request, response),
  "POST /proxy/boot": bootWidget,
  "GET /proxy/withdraw": showWithdrawPage,
  "POST /proxy/withdraw": takeWithdrawPage,
  "POST /widget/messages": (_url, request, response) => receiveWidgetMessage(request, response),
  "POST /widget/photos": receiveWidgetPhoto,
  "GET /widget/messages": pollWidget,
  "GET /widget/stream": streamWidget,
  "POST /widget/draft": (_url, request, response) => keepDraft(request, response),
  "POST /widget/continue": (_url, request, response) => offerContinue(request, response),
  "POST /widget/end": (_url, request, response) => endWidget(request, response),
  "GET /login/start": beginLoginPage,
  "GET /login/callback": loginCallback,
  "GET /login/confirm": (_url, request, response) => showLoginConfirm(request, response),
  "POST /login/confirm": (_url, request, response) => confirmLogin(request, response),
  "POST /backup": (_url, request, response) => answerBackup(request, response),
};

/** Asked every few seconds by machines: without ids and without a log line. */
const probes: Record<string, Handler> = {
  "GET /healthz": (_url, _request, response) => answerHealth(response),
  "GET /readyz": (_url, _request, response) => answerReadiness(response),
  "GET /metrics": (_url, request, response) => answerMetrics(request, response),
};

/** What a channel sends us and waits for. */
const acknowledged: Record<string, string> = {
  "POST /webhooks/shopify": "shopify",
  "POST /webhooks/instagram": "instagram",
  "POST /webhooks/whatsapp": "whatsapp",
  "POST /widget/messages": "widget",
};

/** Handles a request that is ours and returns true; false when Remix should have it. */
export async function frontDoor(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  setBaseHeaders(response, env.appUrl);
  const url = new URL(request.url ?? "/", "http://front-door");
  if (request.method === "OPTIONS" && url.pathname.startsWith("/widget/")) {
    await answered(() => void response.writeHead(204).end(), url, request, response);
    return true;
  }
  const name = `${request.method} ${url.pathname}`;
  const probe = probes[name];
  if (probe) {
    await answered(probe, url, request, response);
    return true;
  }
  const handler = routes[name] ?? pageHandler(request.method, url.pathname);
  if (!handler) return false;
  const started = performance.now();
  await inRequest(`${request.method} ${shownPath(url)}`, response, async () => {
    await answered(handler, url, request, response);
    const milliseconds = performance.now() - started;
    const channel = acknowledged[name];
    if (channel) recordAcknowledgement(channel, response.statusCode, milliseconds / 1000);
    log.debug("request-answered", { path: shownPath(url), channel, status: response.statusCode, milliseconds: Math.round(milliseconds) });
  });
  return true;
}

async function answered(handler: Handler, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (url.pathname.startsWith("/widget/")) {
      await allowStorefronts(request, response);
      await limit("address.widget", networkFrom(request));
    }
    await handler(url, request, response);
  } catch (error) {
    refuse(url, await orTooMany(error, request), response);
  }
}

/** Who is refused again and again for what he is or sends is told to wait instead. */
async function orTooMany(error: unknown, request: IncomingMessage): Promise<unknown> {
  if (!(error instanceof Refusal) || error.status < 400 || error.status > 404) return error;
  return limit("address.refused", networkFrom(request)).then(
    () => error,
    (tooMany) => tooMany,
  );
}

/** Without the token that a proof page's address carries. */
function shownPath(url: URL): string {
  return url.pathname.replace(/^\/(prove|my-data|rate|files)\/.*/, "/$1");
}

/** Pages whose address carries a token, and pictures. */
function pageHandler(method: string | undefined, path: string): Handler | undefined {
  const ticketed = /^\/webhooks\/zendesk\/([0-9a-z]{26})$/.exec(path)?.[1];
  if (ticketed && method === "POST") return (_url, request, response) => receiveZendeskWebhook(ticketed, request, response);
  const photo = /^\/widget\/photos\/([\w-]{8,64})$/.exec(path)?.[1];
  if (photo && method === "GET") return (_url, request, response) => showWidgetPhoto(photo, request, response);
  const file = /^\/files\/([\w.-]{40,90})$/.exec(path)?.[1];
  if (file && method === "GET") return (url, request, response) => showFile(file, url, request, response);
  const ownData = /^\/my-data\/([\w-]{40,120})$/.exec(path)?.[1];
  if (ownData && method === "GET") return (_url, request, response) => showMyData(ownData, request, response);
  if (ownData && method === "POST") return (_url, request, response) => takeMyData(ownData, request, response);
  const rated = /^\/rate\/([\w-]{40,60})$/.exec(path)?.[1];
  if (rated && method === "GET") return (url, request, response) => showRatePage(rated, url, request, response);
  if (rated && method === "POST") return (_url, request, response) => takeRating(rated, request, response);
  const token = /^\/prove\/([\w-]{20,100})$/.exec(path)?.[1];
  if (!token) return undefined;
  if (method === "GET") return (_url, request, response) => showProvePage(token, request, response);
  return method === "POST" ? (_url, request, response) => acceptProof(token, request, response) : undefined;
}

/** One log line without personal data, one sentence for the sender, and a status that makes vendors retry only what we failed at. */
function refuse(url: URL, error: unknown, response: ServerResponse): void {
  const refusal = error instanceof Refusal ? error : new Refusal(503, "Not stored. Please try again.");
  const fields = { path: shownPath(url), status: refusal.status, ...errorFields(error) };
  if (error instanceof Refusal) log.info("request-refused", fields);
  else log.error("request-failed", fields);
  if (response.headersSent) {
    response.end();
    return;
  }
  answerJson(response, refusal.status, { error: refusal.message, requestId: requestIdNow() }, { Connection: "close", ...refusal.headers });
}
