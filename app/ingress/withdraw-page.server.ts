import type { IncomingMessage, ServerResponse } from "node:http";
import { escapeHtml } from "#app/channels/email/html.ts";
import { type Language, languages } from "#app/channels/message.ts";
import { stateOnPage } from "#app/domain/withdrawals/on-page.server.ts";
import { canonicalOrder } from "#app/domain/withdrawals/statement.ts";
import { say } from "#app/flows/texts.ts";
import { sayWhen } from "#app/flows/withdraw/after.ts";
import { verifyAppProxy } from "#app/integrations/shopify-admin/verify.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";
import { header, Refusal, readBody } from "./http.ts";
import { type LimitName, limit, networkBehindShopify } from "./limits.server.ts";
import { answerPage } from "./plain-page.ts";
import { type Field, type Filled, fields, type Problems, readForm } from "./withdraw-form.ts";
import { type WithdrawKey, withdrawTexts } from "./withdraw-texts.ts";

type Page = { shop: { id: string; name: string; timeZone: string }; language: Language; response: ServerResponse };

/**
 * The function by which a contract is withdrawn from, as the law wants it: two steps, for everybody, without an account. Nothing is
 * looked up for it, so an order that exists and one that does not are answered alike.
 */
export async function showWithdrawPage(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = await openPage(url, request, response);
  answerForm(page, 200, { name: "", order: "", contact: "", items: "" }, {});
}

export async function takeWithdrawPage(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = await openPage(url, request, response);
  const form = new URLSearchParams((await readBody(request, 20_000)).toString("utf8"));
  const { filled, problems } = readForm(form);
  if (Object.keys(problems).length > 0) return answerForm(page, 422, filled, problems);
  if (form.get("step") === "change") return answerForm(page, 200, filled, {});
  if (form.get("step") !== "confirm") return answerReview(page, filled);
  const wait = await tooMany(page.shop.id, filled, request);
  if (wait) return answer(page, 429, "title", `<p>${escapeHtml(words(page)("wait"))}</p>`, wait);
  const { name, order: orderName, contact, items } = filled;
  const at = now().toISOString();
  const { reference } = await stateOnPage(page.shop.id, { at, name, orderName, contact, items, language: page.language });
  const text = words(page);
  const when = sayWhen(at, { language: page.language, timeZone: page.shop.timeZone });
  const told = [text("done", { when, reference }), text("doneMail", { address: contact })];
  answer(page, 200, "doneTitle", told.map((one) => `<p>${escapeHtml(one)}</p>`).join("") + list(page, filled));
}

async function openPage(url: URL, request: IncomingMessage, response: ServerResponse): Promise<Page> {
  const secrets = [env.shopifyApiSecret, env.shopifyPreviousApiSecret].filter((secret) => secret !== undefined);
  const verified = verifyAppProxy(url, secrets, now());
  if (!verified.ok) throw new Refusal(verified.status, verified.reason);
  await limit("address.withdraw", networkBehindShopify(request));
  const shop = await database().prisma.shop.findFirst({ where: { domain: verified.shop, uninstalledAt: null } });
  if (!shop) throw new Refusal(404, "This shop has not installed the app.");
  const wanted = [url.searchParams.get("locale"), header(request, "accept-language"), shop.language];
  const language = wanted.flatMap((one) => languages.find((known) => known === one?.slice(0, 2).toLowerCase()) ?? [])[0] ?? "en";
  return { shop, language, response };
}

/** The headers of a refusal, where this was too much for the network, the address or the order. */
async function tooMany(shopId: string, { contact, order }: Filled, request: IncomingMessage): Promise<Record<string, string> | null> {
  const keys: [LimitName, string | null][] = [
    ["address.withdrawals", networkBehindShopify(request)],
    ["contact.withdrawals", `${shopId}:${contact}`],
    ["order.withdrawals", `${shopId}:${canonicalOrder(order)}`],
    ["shop.withdrawals", shopId],
  ];
  try {
    for (const [name, key] of keys) await limit(name, key);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.headers;
    throw error;
  }
}

const words =
  ({ language, shop }: Page) =>
  (key: WithdrawKey, params: Record<string, string | number> = {}) =>
    say(language, withdrawTexts, key, { shop: shop.name, ...params });

function answer(page: Page, status: number, title: WithdrawKey, body: string, headers: Record<string, string> = {}): void {
  answerPage(page.response, status, page.language, words(page)(title), body, headers);
}

/** Step one. A field that keeps the statement from being made says so beside it. */
function answerForm(page: Page, status: number, filled: Filled, problems: Problems): void {
  const text = words(page);
  const first = fields.find((field) => problems[field]);
  const inputs = fields.map((field) => input(page, field, filled[field], problems[field], field === first)).join("");
  const body = `<p class="steps">${escapeHtml(text("step1"))}</p><p>${escapeHtml(text("intro"))}</p><form method="post" novalidate>${inputs}<p><button name="step" value="review">${escapeHtml(text("next"))}</button></p></form>`;
  answer(page, status, "title", body);
}

const hints: Partial<Record<Field, WithdrawKey>> = { order: "orderHint", items: "itemsHint" };
const kinds: Record<Field, string> = {
  name: 'autocomplete="name"',
  order: 'autocomplete="off"',
  contact: 'type="email" inputmode="email" autocomplete="email"',
  items: "",
};

function input(page: Page, field: Field, value: string, problem: Problems[Field], focus: boolean): string {
  const text = words(page);
  const hint = hints[field];
  const label = `<label for="${field}">${escapeHtml(text(field))}${hint ? `<small>${escapeHtml(text(hint))}</small>` : ""}</label>`;
  const state = problem ? ` aria-invalid="true" aria-describedby="${field}-problem"${focus ? " autofocus" : ""}` : "";
  const of = `id="${field}" name="${field}" ${kinds[field]}${field === "items" ? "" : " required"}${state}`;
  const shown = field === "items" ? `<textarea ${of}>\n${escapeHtml(value)}</textarea>` : `<input ${of} value="${escapeHtml(value)}">`;
  const wrong = problem ? `<p class="problem" id="${field}-problem">${escapeHtml(text(problem.key, { most: problem.most ?? 0 }))}</p>` : "";
  return label + shown + wrong;
}

/** Step two: everything read back, and one button. */
function answerReview(page: Page, filled: Filled): void {
  const text = words(page);
  const hidden = fields.map((field) => `<input type="hidden" name="${field}" value="${escapeHtml(filled[field])}">`).join("");
  const statement = escapeHtml(text("statement", { order: filled.order }));
  const buttons = `<button name="step" value="confirm">${escapeHtml(text("confirm"))}</button><button class="plain" name="step" value="change">${escapeHtml(text("change"))}</button>`;
  answer(
    page,
    200,
    "title",
    `<p class="steps">${escapeHtml(text("step2"))}</p><p>${statement}</p>${list(page, filled)}<form method="post">${hidden}<p>${buttons}</p></form>`,
  );
}

function list(page: Page, filled: Filled): string {
  const text = words(page);
  const row = (field: Field, value: string) => `<dt>${escapeHtml(text(field))}</dt><dd>${escapeHtml(value)}</dd>`;
  return `<dl>${fields.map((field) => row(field, filled[field] || text("allItems"))).join("")}</dl>`;
}
