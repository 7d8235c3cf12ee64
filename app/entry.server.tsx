import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { contentPolicy, shopThatFrames } from "#app/platform/content-policy.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { addDocumentResponseHeaders } from "#app/shopify.server.ts";
import { Nonce } from "#app/ui/nonce.ts";

/** Milliseconds until slow parts of a page are given up. */
export const streamTimeout = 5000;

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  addDocumentResponseHeaders(request, headers);
  // The library says only who may frame us, and allows hosts of Shopify's own development too; what it checked goes into the whole policy.
  const shop = shopThatFrames(headers.get("content-security-policy"));
  const nonce = randomBytes(16).toString("base64");
  headers.set("content-security-policy", contentPolicy({ nonce, shop, appBridge: process.env.APP_BRIDGE_URL }));
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("cache-control", "no-store");
  const ready = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";

  const page = (
    <Nonce.Provider value={nonce}>
      <RemixServer context={context} url={request.url} nonce={nonce} />
    </Nonce.Provider>
  );
  return new Promise((resolve, reject) => {
    let code = status;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [ready]() {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        code = 500;
        log.error("render-failed", errorFields(error));
      },
    });
    setTimeout(abort, streamTimeout + 1000);
  });
}

/** Loaders' and actions' unexpected errors. A request that was given up is none. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) log.error("page-failed", { path: new URL(request.url).pathname, ...errorFields(error) });
}
