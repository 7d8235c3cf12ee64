import type { IncomingMessage, ServerResponse } from "node:http";
import { escapeHtml } from "#app/channels/email/html.ts";
import { type Language, languages } from "#app/channels/message.ts";
import { findIdentity, type IdentityRow } from "#app/domain/identity/identity.server.ts";
import { readRateLink } from "#app/domain/identity/rate-link.server.ts";
import { ratingWrites } from "#app/domain/satisfaction/answer.server.ts";
import { answersIn, languageOf } from "#app/domain/satisfaction/ask.server.ts";
import { longestComment, scoreOf } from "#app/domain/satisfaction/score.ts";
import { satisfactionTexts } from "#app/domain/satisfaction/texts.ts";
import { hashToken } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { readBody } from "./http.ts";
import { limit, networkFrom } from "./limits.server.ts";
import { answerPage } from "./plain-page.ts";

type Page = { identity: IdentityRow; caseId: string; shopName: string; language: Language };

/** The three answers, the one of the pressed link marked. Opening it keeps nothing: mail scanners open links too. */
export async function showRatePage(token: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = await pageOf(token, request);
  if (!page) return answerOver(request, response);
  const { language, shopName } = page;
  const text = satisfactionTexts[language];
  const wanted = scoreOf(url.searchParams.get("answer")) ? url.searchParams.get("answer") : null;
  const answers = answersIn(language)
    .map(
      ({ name, title }) =>
        `<label><input type="radio" name="answer" value="${name}" required${name === wanted ? " checked" : ""} style="width:auto;min-height:0;margin:0 8px 0 0">${escapeHtml(title)}</label>`,
    )
    .join("");
  const form = `<p>${escapeHtml(text.question(shopName, null))}</p><form method="post">${answers}<label for="comment">${escapeHtml(text.comment)}</label><textarea id="comment" name="comment" maxlength="${longestComment}"></textarea><p><button>${escapeHtml(text.send)}</button></p></form>`;
  answerPage(response, 200, language, text.title, form);
}

/** The person pressed the button. Pressed again with another answer, that one counts. */
export async function takeRating(token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = await pageOf(token, request);
  const form = new URLSearchParams((await readBody(request, 20_000)).toString("utf8"));
  const score = scoreOf(form.get("answer"));
  if (!page) return answerOver(request, response);
  const { language, identity, caseId } = page;
  const text = satisfactionTexts[language];
  if (!score) return showRatePage(token, new URL("http://front-door/"), request, response);
  const rate = () => ratingWrites(identity, "email", { caseId, score, comment: (form.get("comment") ?? "").trim() });
  const writes = await rate();
  if (writes.length === 0) return answerOver(request, response);
  // Pressed twice at once, the second finds that there is an answer already.
  await database()
    .commit(writes)
    .catch(async () => database().commit(await rate()));
  answerPage(response, 200, language, text.title, `<p>${escapeHtml(text.thanks)}</p>`);
}

async function pageOf(token: string, request: IncomingMessage): Promise<Page | null> {
  await limit("address.prove", networkFrom(request));
  await limit("link.prove", hashToken(token));
  const link = await readRateLink(token);
  const identity = link && (await findIdentity(link.shopId, link.identityId));
  const shop = link && (await database().prisma.shop.findFirst({ where: { id: link.shopId, uninstalledAt: null } }));
  return identity && shop ? { identity, caseId: link.caseId, shopName: shop.name, language: languageOf(identity, shop) } : null;
}

function answerOver(request: IncomingMessage, response: ServerResponse): void {
  const accepted = (request.headers["accept-language"] ?? "").slice(0, 2).toLowerCase();
  const language = languages.find((one) => one === accepted) ?? "en";
  const text = satisfactionTexts[language];
  answerPage(response, 410, language, text.title, `<p>${escapeHtml(text.over)}</p>`);
}
