import type { IncomingMessage, ServerResponse } from "node:http";
import { escapeHtml } from "#app/channels/email/html.ts";
import { type Language, languages } from "#app/channels/message.ts";
import { findIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { connectAccount, loginMinutes, readLoginLink } from "#app/domain/identity/login-link.server.ts";
import { say } from "#app/flows/texts.ts";
import {
  beginLogin,
  finishLogin,
  type LoginAttempt,
  offersLogin,
  type SignedIn,
} from "#app/integrations/shopify-customer-account/login.server.ts";
import { now } from "#app/platform/clock.ts";
import { decrypt, encrypt } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";
import { header, readBody } from "./http.ts";
import { type LoginKey, loginTexts } from "./login-texts.ts";
import { answerPage } from "./plain-page.ts";

/**
 * The browser that opened the link must be the one that comes back, so this one cookie ties the steps together: sealed,
 * for these pages only, gone after a quarter of an hour. It says nothing of the shopper once the page is left.
 */
const cookieName = "onethread_login";
type Kept = { linkId: string; until: number } & ({ step: "away"; attempt: LoginAttempt } | { step: "back"; who: SignedIn });

/** The link out of a chat: straight on to Shopify's own page. */
export async function beginLoginPage(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const link = offersLogin() ? await readLoginLink({ token: url.searchParams.get("token") ?? "" }) : null;
  const chat = link && (await chatOf(link));
  if (!link || !chat) return answerProblem(response, 410, languageOf(request), "over");
  const { url: away, attempt } = await beginLogin(chat.shop.domain, chat.language(request));
  const kept: Kept = { linkId: link.id, until: link.expiresAt.getTime(), step: "away", attempt };
  response.writeHead(303, {
    Location: away.href,
    "Set-Cookie": cookie(kept),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
  });
  response.end();
}

/** Shopify's page has answered. What it says counts only in the browser that asked, once. */
export async function loginCallback(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const kept = readCookie(request);
  if (kept?.step !== "away" || kept.attempt.state !== url.searchParams.get("state")) {
    return answerProblem(response, 400, languageOf(request), "otherBrowser");
  }
  const link = await readLoginLink({ id: kept.linkId });
  const chat = link && (await chatOf(link));
  if (!link || !chat) return answerProblem(response, 410, languageOf(request), "over", forgetCookie());
  const who = await finishLogin(chat.shop.domain, url.searchParams, kept.attempt);
  if (!who) return answerProblem(response, 400, chat.language(request), "denied", forgetCookie());
  const next: Kept = { linkId: link.id, until: link.expiresAt.getTime(), step: "back", who };
  response.writeHead(303, {
    Location: "/login/confirm",
    "Set-Cookie": cookie(next),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
  });
  response.end();
}

/** Whoever was sent somebody else's link sees here whose chat it is: nothing is connected without a press. */
export async function showLoginConfirm(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const present = await readReturned(request);
  if (!present) return answerProblem(response, 410, languageOf(request), "over");
  const { chat, who } = present;
  const language = chat.language(request);
  const place = say(language, loginTexts, places[chat.asker.kind] ?? "onWidget");
  const where = chat.asker.label ? `${place} (${chat.asker.label.slice(0, 40)})` : place;
  const question = say(language, loginTexts, "question", { account: who.email ?? chat.shop.name, shop: chat.shop.name, where });
  const button = (value: string, key: LoginKey, plain: boolean) =>
    `<button${plain ? ' class="plain"' : ""} name="connect" value="${value}">${escapeHtml(say(language, loginTexts, key))}</button>`;
  const form = `<form method="post">${button("yes", "yes", false)}${button("no", "no", true)}</form>`;
  answerPage(response, 200, language, say(language, loginTexts, "title"), `<p>${escapeHtml(question)}</p>${form}`);
}

export async function confirmLogin(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams((await readBody(request, 2_000)).toString("utf8"));
  const present = await readReturned(request);
  if (!present) return answerProblem(response, 410, languageOf(request), "over", forgetCookie());
  const { linkId, chat, who } = present;
  const language = chat.language(request);
  if (form.get("connect") !== "yes") return answerProblem(response, 200, language, "left", forgetCookie());
  await connectAccount(chat.shop.id, linkId, chat.asker, who.customerId);
  answerProblem(response, 200, language, "done", forgetCookie());
}

async function readReturned(request: IncomingMessage) {
  const kept = readCookie(request);
  const link = kept?.step === "back" ? await readLoginLink({ id: kept.linkId }) : null;
  const chat = link && (await chatOf(link));
  return chat && kept?.step === "back" ? { linkId: kept.linkId, who: kept.who, chat } : null;
}

async function chatOf(link: { shopId: string; identityId: string }) {
  const asker = await findIdentity(link.shopId, link.identityId);
  const shop = await database().prisma.shop.findFirst({ where: { id: link.shopId, uninstalledAt: null } });
  return asker && shop ? { asker, shop, language: (request: IncomingMessage) => languageOf(request, asker) } : null;
}

function languageOf(request: IncomingMessage, asker?: IdentityRow): Language {
  const accepted = (header(request, "accept-language") ?? "").slice(0, 2).toLowerCase();
  return languages.find((one) => one === asker?.language) ?? languages.find((one) => one === accepted) ?? "en";
}

const places: Record<string, LoginKey> = { instagram: "onInstagram", whatsapp: "onWhatsApp", widget: "onWidget", email: "onEmail" };

/** One sentence that says what happened and what to do. */
function answerProblem(response: ServerResponse, status: number, language: Language, key: LoginKey, headers = {}): void {
  const text = say(language, loginTexts, key);
  answerPage(response, status, language, say(language, loginTexts, "title"), `<p>${escapeHtml(text)}</p>`, headers);
}

function cookie(kept: Kept): string {
  return `${cookieName}=${encodeURIComponent(encrypt(JSON.stringify(kept)))}; Path=/login; Max-Age=${loginMinutes * 60}; HttpOnly; SameSite=Lax${secure()}`;
}

const forgetCookie = () => ({ "Set-Cookie": `${cookieName}=; Path=/login; Max-Age=0; HttpOnly; SameSite=Lax${secure()}` });
const secure = () => (env.appUrl.startsWith("https:") ? "; Secure" : "");

function readCookie(request: IncomingMessage): Kept | null {
  const sealed = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]+)`).exec(header(request, "cookie") ?? "")?.[1];
  if (!sealed) return null;
  const kept = unseal(sealed);
  return kept && kept.until > now().getTime() ? kept : null;
}

function unseal(sealed: string): Kept | null {
  try {
    return JSON.parse(decrypt(decodeURIComponent(sealed))) as Kept;
  } catch {
    // Made up, or under a key that is gone: as if there were none.
    return null;
  }
}
