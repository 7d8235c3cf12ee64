import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { escapeHtml } from "#app/channels/email/html.ts";
import { type Language, languages } from "#app/channels/message.ts";
import { findIdentity } from "#app/domain/identity/identity.server.ts";
import { readLink, redeemProveLink } from "#app/domain/identity/signed-link.server.ts";
import { sayDay } from "#app/flows/dates.ts";
import { say } from "#app/flows/texts.ts";
import { now } from "#app/platform/clock.ts";
import { stillPagePolicy } from "#app/platform/content-policy.ts";
import { hashToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { readBody } from "./http.ts";
import { limit, networkFrom } from "./limits.server.ts";
import { proveTexts } from "./prove-texts.ts";

const names: Record<string, string> = { widget: "Website", instagram: "Instagram", whatsapp: "WhatsApp", email: "E-Mail" };

/** Shows what the link would prove. Opening it changes nothing: mail scanners open links too. */
export async function showProvePage(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await limitProof(token, request);
  const page = await pageFor(token, request);
  const body = page.link
    ? `<p>${escapeHtml(page.question)}</p><form method="post"><button name="connect" value="yes">${escapeHtml(page.text("yes"))}</button>${
        page.claimed ? `<button class="plain" name="connect" value="no">${escapeHtml(page.text("onlyMail"))}</button>` : ""
      }</form>`
    : `<p>${escapeHtml(page.text("over"))}</p>`;
  answerPage(response, page.link ? 200 : 410, page.language, page.text("title"), body);
}

/** The person pressed the button: the link is used up, and the conversation goes on where it stopped. */
export async function acceptProof(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await limitProof(token, request);
  const form = new URLSearchParams((await readBody(request, 2_000)).toString("utf8"));
  const page = await pageFor(token, request);
  const identity = page.link && (await findIdentity(page.link.shopId, page.link.identityId));
  const goOn = identity
    ? [
        enqueue(
          identity.shopId,
          "turn",
          { identityId: identity.id, trigger: { kind: "proven" } },
          { runAt: now(), queue: `conversation:${identity.conversationId}` },
        ),
      ]
    : [];
  if (!page.link || !(await redeemProveLink(token, form.get("connect") !== "no", goOn))) {
    return answerPage(response, 410, page.language, page.text("title"), `<p>${escapeHtml(page.text("over"))}</p>`);
  }
  answerPage(response, 200, page.language, page.text("title"), `<p>${escapeHtml(page.text("done"))}</p>`);
}

async function limitProof(token: string, request: IncomingMessage): Promise<void> {
  await limit("address.prove", networkFrom(request));
  await limit("link.prove", hashToken(token));
}

async function pageFor(token: string, request: IncomingMessage) {
  const link = await readLink(token, "prove");
  const identity = link ? await findIdentity(link.shopId, link.identityId) : null;
  const accepted = (request.headers["accept-language"] ?? "").slice(0, 2).toLowerCase();
  const language =
    languages.find((one): one is Language => one === identity?.language) ?? languages.find((one) => one === accepted) ?? "en";
  const text = (key: keyof (typeof proveTexts)["en"], params = {}) => say(language, proveTexts, key, params);
  if (!link || !identity) return { link: null, language, text, question: "", claimed: false };
  const shop = await database().prisma.shop.findUniqueOrThrow({ where: { id: link.shopId } });
  const other = link.otherId ? await findIdentity(link.shopId, link.otherId) : null;
  const claimed = other !== null && other.kind !== "email";
  const when = sayDay(other?.lastInboundAt ?? link.createdAt, { language, now: now(), timeZone: shop.timeZone });
  const params = { shop: shop.name, address: identity.externalId, channel: names[other?.kind ?? ""] ?? "", when };
  return { link, language, text, claimed, question: text(claimed ? "claimed" : "alone", params) };
}

const style = `body{font:16px/1.45 system-ui,sans-serif;margin:0;background:#f6f5f2;color:#22252a}main{max-width:28rem;margin:12vh auto;padding:32px 24px;background:#fff;border-radius:12px}
h1{font-size:20px;line-height:1.2;margin:0 0 16px}button{font:inherit;font-weight:600;min-height:44px;padding:0 20px;border:0;border-radius:8px;background:#22252a;color:#fff;cursor:pointer;margin:8px 8px 0 0}
button.plain{background:none;color:inherit;box-shadow:inset 0 0 0 1px #b9bcc2}button:focus-visible{outline:2px solid #1f6feb;outline-offset:2px}
@media(prefers-color-scheme:dark){body{background:#16181b;color:#e9eaec}main{background:#22252a}button{background:#e9eaec;color:#16181b}}`;

const policy = stillPagePolicy(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);

function answerPage(response: ServerResponse, status: number, language: string, title: string, body: string): void {
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": policy,
  });
  response.end(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`,
  );
}
