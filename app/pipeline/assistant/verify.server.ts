import { ensureIdentity } from "#app/domain/identity/identity.server.ts";
import { addEvidence } from "#app/domain/identity/join.server.ts";
import { auditWrite, checkCode, ownNumbers, requestCode } from "#app/domain/identity/one-time-code.server.ts";
import { newProveLink } from "#app/domain/identity/signed-link.server.ts";
import { text as giftCardWords } from "#app/flows/gift-card/texts/index.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";
import type { CodeClaim } from "#app/platform/jobs/tasks.ts";
import { offerLogin } from "./account-login.server.ts";
import type { CaseRow } from "./context.server.ts";
import { escalate } from "./escalate.ts";
import { codeWishIn } from "./local/slots/code-wish.ts";
import type { Slots, Understanding } from "./model.ts";
import { type AssistantKey, sentence } from "./texts/catalogue.ts";
import { changeCase, sayText, type Turn } from "./turn.ts";

/**
 * Where a case stands in finding out who writes. `opening` is the wish that started it, to be taken up once that is known;
 * `claim` what the last code was asked for on, so that it can be sent anew or another way.
 */
export type Verification = { step: "contact" | "code" | "link"; opening: string; claim?: CodeClaim; way?: "any" | "phone" };

const codeMinutes = 10;
/** What is written in place of a contact or a code so often in a row goes to a person. */
const mostDoubts = 3;

/** What a telephone cannot prove: whose a gift card is, see own-gift-cards.ts. */
const byMailboxOnly = (row: CaseRow): boolean => row.flow === "gift-card";

export function verificationOf(row: CaseRow): Verification | null {
  return row.verification as Verification | null;
}

/**
 * One step of verification. Returns true when the shopper has just proven it; the caller reads everything anew and goes
 * on. Otherwise the turn now asks for what is missing. Right and wrong guesses are answered alike.
 */
export async function verify(turn: Turn, row: CaseRow, slots: Slots, text: string): Promise<boolean> {
  const present = verificationOf(row) ?? underWay(turn, row, text);
  const opening = present?.opening ?? text;
  // A case that had answered is taken up again: it waits for the proof like one that never had.
  if (row.status === "done") changeCase(turn, row, { status: "open", closedAt: null });
  // Asked anew, and told why.
  if (!present && turn.context.lapsed) sayText(turn, sentence(turn.language, "proofLapsed"));
  if (present?.step === "code" && slots.code) return tryCode(turn, row, present, slots.code);
  const claim = claimIn(slots);
  if (turn.identity.kind === "email") await offerLink(turn, row, opening);
  else if (claim) await sendCode(turn, row, { step: "code", opening, claim, way: "any" });
  else if (present?.step === "code") await stillWaiting(turn, row, present, text);
  else await askForContact(turn, row, opening);
  return false;
}

/** A code is on its way to a further mailbox of somebody who has proven one already. */
export function awaitsFurtherProof(turn: Turn, row: CaseRow): boolean {
  const email = verificationOf(row)?.claim?.email;
  return email !== undefined && !isProven(turn, email);
}

const isProven = (turn: Turn, email: string): boolean => turn.context.standing.verified.some((contact) => contact.externalId === email);

/** Another address than those already proven was named: what lies behind it needs a proof of its own. */
export function namesUnprovenAddress(turn: Turn, { slots: { email } }: Understanding): boolean {
  return email !== undefined && turn.identity.kind !== "email" && !isProven(turn, email);
}

/** A code asked for in another case serves this one too: nobody is asked twice. */
function underWay(turn: Turn, row: CaseRow, text: string): Verification | null {
  const other = turn.cases.find((one) => one.id !== row.id && one.owner === "assistant" && verificationOf(one)?.step === "code");
  const theirs = other && verificationOf(other);
  return theirs ? { ...theirs, opening: text } : null;
}

function claimIn({ email, phone, orderName }: Slots): CodeClaim | null {
  return email ? { email } : orderName ? { orderName } : phone ? { phone } : null;
}

async function tryCode(turn: Turn, row: CaseRow, present: Verification, digits: string): Promise<boolean> {
  const asking = turn.cases.filter((one) => verificationOf(one)?.step === "code").map((one) => one.id);
  switch (await checkCode(turn.context.shop.id, turn.identity.id, asking, digits)) {
    case "proven":
      return true;
    case "wrong":
      sayText(turn, sentence(turn.language, "codeWrong"));
      changeCase(turn, row, { verification: present, expecting: "code" });
      return false;
    case "none":
      // Too late for that one: the next is on its way already.
      await sendCode(turn, row, present, "codeOver");
      return false;
    case "locked":
      sayText(turn, sentence(turn.language, "codeLocked"));
      await handToPerson(turn, row, "code.locked");
      return false;
  }
}

async function handToPerson(turn: Turn, row: CaseRow, action: string): Promise<void> {
  turn.writes.push(auditWrite(turn.context.shop.id, action, turn.identity.id, { caseId: row.id }));
  await escalate(turn, row, "high-risk");
}

async function sendCode(turn: Turn, row: CaseRow, wanted: Verification, first?: AssistantKey): Promise<void> {
  const { shop } = turn.context;
  const { claim = {}, way = "any" } = wanted;
  const byPhone = phoneConnected(turn) && !byMailboxOnly(row);
  if (!byPhone && (way === "phone" || !connected(turn, "email"))) return handToPerson(turn, row, "code.no-way");
  const request = await requestCode(shop.id, turn.identity.id, row.id, claim, way);
  if (!request.ok) {
    sayText(turn, sentence(turn.language, "codeTooMany"));
    await handToPerson(turn, row, "code.too-many");
    return;
  }
  if (claim.email) await noteClaim(turn, claim.email);
  turn.writes.push(...request.writes);
  if (first) sayText(turn, sentence(turn.language, first));
  sayText(turn, sentWords(turn, row, way));
  changeCase(turn, row, { verification: { ...wanted, step: "code" }, expecting: "code", doubts: 0 });
}

/** Said of right and wrong guesses alike: it depends on the shop and the wish, never on what was found. */
function sentWords(turn: Turn, row: CaseRow, way: "any" | "phone"): string {
  const { language, context } = turn;
  if (byMailboxOnly(row)) return giftCardWords(language, "codeSent", { shop: context.shop.name, minutes: codeMinutes });
  const key = way === "phone" ? "codeSentPhone" : phoneConnected(turn) ? "codeSentEither" : "codeSent";
  return sentence(language, key, { minutes: codeMinutes });
}

/** Neither a code nor a new contact: a new code, another way, or the same question once more. */
async function stillWaiting(turn: Turn, row: CaseRow, present: Verification, text: string): Promise<void> {
  const wish = codeWishIn(text);
  if (wish === "phone" && present.way === "phone") return handToPerson(turn, row, "code.no-way");
  if (wish) return sendCode(turn, row, { ...present, way: wish === "phone" ? "phone" : present.way });
  if (row.doubts + 1 >= mostDoubts) return escalate(turn, row, "low-confidence");
  sayText(turn, sentence(turn.language, "codeWaiting"));
  changeCase(turn, row, { verification: present, expecting: "code", doubts: verificationOf(row) ? row.doubts + 1 : 0 });
}

function connected(turn: Turn, channel: string): boolean {
  return turn.context.accounts.some((account) => account.channel === channel);
}

function phoneConnected(turn: Turn): boolean {
  const whatsapp = turn.context.accounts.find((account) => account.channel === "whatsapp");
  return connected(turn, "sms") || Boolean((whatsapp?.config as Record<string, string> | undefined)?.codeTemplate);
}

/** What was typed is kept as a claim: staff see it, it unlocks nothing. */
async function noteClaim(turn: Turn, email: string): Promise<void> {
  const shopId = turn.context.shop.id;
  const claimed = await ensureIdentity(shopId, "email", email);
  const known = await database().prisma.evidence.findFirst({
    where: { shopId, identityId: turn.identity.id, otherId: claimed.id, kind: "typed", withdrawnAt: null },
  });
  if (!known)
    await addEvidence(shopId, { identityId: turn.identity.id, otherId: claimed.id, kind: "typed", strength: "claim", by: "shopper" });
}

/** The channel already shows a contact that stands on an order: the code can go to another one there without asking. */
async function askForContact(turn: Turn, row: CaseRow, opening: string): Promise<void> {
  if (verificationOf(row) === null) {
    const shown = await turn.orders.at("channel");
    const byMail = shown.find((order) => order.email && connected(turn, "email"));
    const reachable = byMail ?? (byMailboxOnly(row) ? undefined : await byPhone(turn, shown));
    if (reachable) return sendCode(turn, row, { step: "code", opening, claim: { orderName: reachable.name }, way: "any" });
    if (shown.length > 0 && !byMailboxOnly(row)) return handToPerson(turn, row, "code.no-way");
  } else if (row.doubts + 1 >= mostDoubts) return escalate(turn, row, "low-confidence");
  sayText(turn, byMailboxOnly(row) ? giftCardWords(turn.language, "askContact") : sentence(turn.language, "askContact"));
  offerLogin(turn);
  const doubts = verificationOf(row) === null ? 0 : row.doubts + 1;
  changeCase(turn, row, { verification: { step: "contact", opening }, expecting: "contact", doubts });
}

/** An order whose phone can get a code that says more than the channel does: by SMS, or another number than the one that writes. */
async function byPhone(turn: Turn, orders: { name: string; phone?: string }[]) {
  if (!phoneConnected(turn)) return undefined;
  const own = connected(turn, "sms") ? [] : await ownNumbers(turn.context.shop.id, turn.identity.id);
  return orders.find((order) => order.phone && !own.includes(order.phone));
}

/** To a mailbox the proof goes by itself: whoever presses the button reads that mailbox. */
async function offerLink(turn: Turn, row: CaseRow, opening: string): Promise<void> {
  const { shopId, id, externalId } = turn.identity;
  const address = externalId.replace(/^unverified:/, "");
  const mailbox = address === externalId ? turn.identity : await ensureIdentity(shopId, "email", address);
  const claim = await database().prisma.evidence.findFirst({
    where: { shopId, otherId: mailbox.id, kind: "typed", withdrawnAt: null },
    orderBy: { createdAt: "desc" },
  });
  const { token, writes } = newProveLink(shopId, mailbox.id, mailbox.id === id ? (claim?.identityId ?? null) : id);
  turn.writes.push(...writes);
  sayText(turn, sentence(turn.language, "proveByLink"));
  turn.blocks.push({ kind: "link", label: sentence(turn.language, "proveButton"), url: `${env.appUrl}/prove/${token}` });
  changeCase(turn, row, { verification: { step: "link", opening }, expecting: null });
}
