import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { escapeHtml } from "#app/channels/email/html.ts";
import { stillPagePolicy } from "#app/platform/content-policy.ts";

const style = `body{font:16px/1.45 system-ui,sans-serif;margin:0;background:#f6f5f2;color:#22252a}main{max-width:28rem;margin:12vh auto;padding:32px 24px;background:#fff;border-radius:12px}
h1{font-size:20px;line-height:1.2;margin:0 0 16px}button{font:inherit;font-weight:600;min-height:44px;padding:0 20px;border:0;border-radius:8px;background:#22252a;color:#fff;cursor:pointer;margin:8px 8px 0 0}
button.plain{background:none;color:inherit;box-shadow:inset 0 0 0 1px #b9bcc2}button:focus-visible{outline:2px solid #1f6feb;outline-offset:2px}
label{display:block;font-weight:600;margin:16px 0 4px}label small,.hint{display:block;font-weight:400;font-size:14px;color:#5b6068}input,textarea{font:inherit;box-sizing:border-box;width:100%;min-height:44px;padding:10px 12px;border:1px solid #8a8f98;border-radius:8px;background:#fff;color:inherit}
textarea{min-height:88px;resize:vertical}input:focus-visible,textarea:focus-visible{outline:2px solid #1f6feb;outline-offset:1px}input[aria-invalid=true],textarea[aria-invalid=true]{border-color:#b3261e}.problem{color:#b3261e;font-size:14px;margin:4px 0 0}
dl{margin:16px 0}dt{font-size:14px;color:#5b6068;margin-top:12px}dd{margin:2px 0 0;overflow-wrap:anywhere;white-space:pre-line}form>p:last-child{margin:16px 0 0}p.steps{font-size:14px;color:#5b6068;margin:0 0 8px}
@media(max-width:480px){main{margin:0;min-height:100vh;box-sizing:border-box;border-radius:0;padding:24px 16px}}
@media(prefers-color-scheme:dark){body{background:#16181b;color:#e9eaec}main{background:#22252a}button{background:#e9eaec;color:#16181b}input,textarea{background:#16181b;border-color:#7b808a}label small,.hint,dt,p.steps{color:#b4b8bf}.problem{color:#ff9c94}input[aria-invalid=true],textarea[aria-invalid=true]{border-color:#ff9c94}}`;

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
