import type { IncomingMessage, ServerResponse } from "node:http";
import { escapeHtml } from "#app/channels/email/html.ts";
import { type Language, languages } from "#app/channels/message.ts";
import { exportByToken, takeExport } from "#app/domain/privacy/export.server.ts";
import { say } from "#app/flows/texts.ts";
import { myDataTexts } from "./my-data-texts.ts";
import { answerPage } from "./plain-page.ts";

/** Shows that there is something to take. Opening it changes nothing: mail scanners open links too. */
export async function showMyData(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const there = await exportByToken(token);
  const text = textsFor(request);
  const form = `<p>${text("body")}</p><form method="post"><button>${text("button")}</button></form>`;
  answerPage(response, there ? 200 : 410, languageOf(request), text("title"), there ? form : `<p>${text("over")}</p>`);
}

/** The person pressed the button: the file comes once. */
export async function takeMyData(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const html = await takeExport(token);
  const text = textsFor(request);
  if (html === null) return answerPage(response, 410, languageOf(request), text("title"), `<p>${text("over")}</p>`);
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Disposition": `attachment; filename="my-data.html"`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(html);
}

function languageOf(request: IncomingMessage): Language {
  const accepted = (request.headers["accept-language"] ?? "").slice(0, 2).toLowerCase();
  return languages.find((one) => one === accepted) ?? "en";
}

function textsFor(request: IncomingMessage) {
  return (key: keyof (typeof myDataTexts)["en"]) => escapeHtml(say(languageOf(request), myDataTexts, key));
}
