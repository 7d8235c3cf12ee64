import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { escapeHtml } from "#app/channels/email/html.ts";
import { stillPagePolicy } from "#app/platform/content-policy.ts";

const style = `body{font:16px/1.45 system-ui,sans-serif;margin:0;background:#f6f5f2;color:#22252a}main{max-width:28rem;margin:12vh auto;padding:32px 24px;background:#fff;border-radius:12px}
h1{font-size:20px;line-height:1.2;margin:0 0 16px}button{font:inherit;font-weight:600;min-height:44px;padding:0 20px;border:0;border-radius:8px;background:#22252a;color:#fff;cursor:pointer;margin:8px 8px 0 0}
button.plain{background:none;color:inherit;box-shadow:inset 0 0 0 1px #b9bcc2}button:focus-visible{outline:2px solid #1f6feb;outline-offset:2px}
@media(prefers-color-scheme:dark){body{background:#16181b;color:#e9eaec}main{background:#22252a}button{background:#e9eaec;color:#16181b}}`;

const policy = stillPagePolicy(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);

/** A page of ours outside the admin: plain HTML, no script, nothing loaded, not to be framed or cached. */
export function answerPage(
  response: ServerResponse,
  status: number,
  language: string,
  title: string,
  body: string,
  headers: Record<string, string | string[]> = {},
): void {
  response.writeHead(status, {
    ...headers,
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": policy,
  });
  response.end(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`,
  );
}
