import { staffPage } from "./people.ts";
import type { Stage } from "./stage.ts";

/** So long staff may take back what they pressed, and a little more; milliseconds. */
export const mayStop = 11_000;

type Card = { hash: string; lines: { id: string; open: number }[]; booking: { seen: Record<string, string | null> } | null };

/** The newest conversation of the inbox with one case of it, as staff have it open. */
export async function openCase(stage: Stage): Promise<{ page: string; html: string; caseId: string }> {
  const inbox = await stage.world.merchant.openApp("/app/inbox?view=all");
  const page = /\/app\/inbox\/[0-9a-z]{26}/.exec(inbox)?.[0];
  const html = await staffPage(stage);
  const caseId = /name="caseId" value="([0-9a-z]{26})"/.exec(html)?.[1];
  stage.demand(page !== undefined && caseId !== undefined, "Staff see no case to decide.");
  return { page: page ?? "", html, caseId: caseId ?? "" };
}

/** Kim of the shop presses a button of the return's panel, with what the panel shows; it is carried out when nobody stops it. */
export async function decide(stage: Stage, intent: string, fields: Record<string, string> = {}): Promise<void> {
  const { page, caseId } = await openCase(stage);
  const { hash, lines } = await returnCard(stage, caseId);
  const all = lines.map((line) => `${line.id}*${line.open}*RESTOCKED`).join(",");
  const money = fields.money ?? "original";
  const booked = intent === "return-process" ? (await returnCard(stage, caseId, all)).booking : null;
  const seen: Record<string, string> = booked ? { seen: booked.seen[money] ?? "", lines: all, money } : { seen: hash };
  stage.aside(`Kim of the shop presses: ${said[intent] ?? intent}${fields.note ? `, “${fields.note}”` : ""}`);
  await stage.world.merchant.submit(page, { intent, caseId, name: "Kim", ...fields, ...seen });
  await stage.world.advance(mayStop);
}

const said: Record<string, string> = {
  "return-approve": "Approve return",
  "return-decline": "Decline return",
  "return-process": "Book and pay back",
};

async function returnCard(stage: Stage, caseId: string, lines = ""): Promise<Card> {
  const response = await stage.world.merchant.request(`/app/cases/${caseId}/return?lines=${encodeURIComponent(lines)}`);
  const card = (await response.json()) as Card & { state: string };
  stage.demand(card.state === "return", "The return is not shown to staff.");
  return card;
}
