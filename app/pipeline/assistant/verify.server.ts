import { ensureIdentity } from "#app/domain/identity/identity.server.ts";
import { addEvidence } from "#app/domain/identity/join.server.ts";
import { checkCode, requestCode } from "#app/domain/identity/one-time-code.server.ts";
import { newProveLink } from "#app/domain/identity/signed-link.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";
import { offerLogin } from "./account-login.server.ts";
import type { CaseRow } from "./context.server.ts";
import { escalate } from "./escalate.ts";
import type { Slots } from "./model.ts";
import { sentence } from "./texts/catalogue.ts";
import { changeCase, sayText, type Turn } from "./turn.ts";

/** Where a case stands in finding out who writes. `opening` is the wish that started it, to be taken up once that is known. */
export type Verification = { step: "contact" | "code" | "link"; opening: string };

const codeMinutes = 10;

export function verificationOf(row: CaseRow): Verification | null {
  return row.verification as Verification | null;
}

/**
 * One step of verification. Returns true when the shopper has just proven it; the caller reads everything anew and goes
 * on. Otherwise the turn now asks for what is missing. Right and wrong guesses are answered alike.
 */
export async function verify(turn: Turn, row: CaseRow, slots: Slots, text: string): Promise<boolean> {
  const present = verificationOf(row);
  const opening = present?.opening ?? text;
  if (present?.step === "code" && slots.code) return tryCode(turn, row, slots.code);
  if (turn.identity.kind === "email") await offerLink(turn, row, opening);
  else if (slots.email || slots.orderName) await sendCode(turn, row, opening, { email: slots.email, orderName: slots.orderName });
  else await askForContact(turn, row, opening);
  return false;
}

async function tryCode(turn: Turn, row: CaseRow, digits: string): Promise<boolean> {
  switch (await checkCode(turn.context.shop.id, turn.identity.id, digits)) {
    case "proven":
      return true;
    case "wrong":
      sayText(turn, sentence(turn.language, "codeWrong"));
      changeCase(turn, row, {});
      return false;
    case "none":
      sayText(turn, sentence(turn.language, "codeOver"));
      changeCase(turn, row, { verification: { step: "contact", opening: verificationOf(row)?.opening ?? "" } });
      return false;
    case "locked":
      sayText(turn, sentence(turn.language, "codeLocked"));
      await escalate(turn, row, "high-risk");
      return false;
  }
}

async function sendCode(turn: Turn, row: CaseRow, opening: string, claimed: { email?: string; orderName?: string }): Promise<void> {
  const { shop } = turn.context;
  const request = await requestCode(shop.id, turn.identity.id, row.id, claimed);
  if (!request.ok) {
    sayText(turn, sentence(turn.language, "codeTooMany"));
    await escalate(turn, row, "high-risk");
    return;
  }
  if (claimed.email) await noteClaim(turn, claimed.email);
  turn.writes.push(...request.writes);
  sayText(turn, sentence(turn.language, "codeSent", { minutes: codeMinutes }));
  changeCase(turn, row, { verification: { step: "code", opening }, expecting: "code" });
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

/** The channel already shows a contact that stands on an order: the code can go there without asking. */
async function askForContact(turn: Turn, row: CaseRow, opening: string): Promise<void> {
  const visible = (await turn.orders.at("channel")).find((order) => order.email);
  if (visible && verificationOf(row) === null) return sendCode(turn, row, opening, { orderName: visible.name });
  sayText(turn, sentence(turn.language, "askContact"));
  offerLogin(turn);
  changeCase(turn, row, { verification: { step: "contact", opening }, expecting: "contact" });
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
