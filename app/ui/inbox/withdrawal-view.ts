import type { WithdrawalTerm } from "#app/domain/returns/statute.ts";
import type { Statement } from "#app/domain/withdrawals/statement.ts";
import { channelName } from "#app/ui/words.ts";

export type WithdrawalSource = {
  id: string;
  reference: string;
  orderName: string;
  contact: string;
  channel: string;
  proven: boolean;
  statements: unknown;
  stated: number;
  receipted: number;
  facts: unknown;
  noticedAt: Date | null;
  statedAt: Date;
};

/** A withdrawal as staff read it: what was stated, when, and what code knows of the order and the term. */
export type WithdrawalView = { id: string; title: string; statements: string[]; lines: { text: string; doubtful: boolean }[] };

export function withdrawalView(row: WithdrawalSource, timeZone: string): WithdrawalView {
  const facts = row.facts as { order: string; fits: boolean; left: boolean; cancelled: boolean; term?: WithdrawalTerm } | null;
  const line = (text: string, doubtful = false) => ({ text, doubtful });
  const receipt =
    row.receipted >= row.stated
      ? line(`Receipt sent to ${row.contact}`)
      : line(`Receipt to ${row.contact} not sent yet. If this stays so, send it yourself.`, true);
  const found = facts?.order === "found";
  return {
    id: row.id,
    title: `Withdrawal ${row.reference}, order ${row.orderName}`,
    statements: (row.statements as Statement[]).map((one) => {
      const where = one.channel === "page" ? "the shop’s page" : channelName(one.channel);
      return [
        `Received ${sayMoment(one.at, timeZone)} on ${where}`,
        one.name && `name: ${one.name}`,
        `items: ${one.items || "the whole order"}`,
      ]
        .filter(Boolean)
        .join("; ");
    }),
    lines: [
      receipt,
      row.proven ? line("Proven: the order is theirs") : line("Not proven: anybody can type an order number", true),
      ...(!facts ? [line("The order has not been looked up yet", true)] : []),
      ...(facts && !found ? [line("The store has no order of this number", true)] : []),
      ...(found ? [facts.fits ? line("The address is the one on the order") : line("The address is not the one on the order", true)] : []),
      ...(row.noticedAt ? [line("The address on the order was told")] : []),
      ...(found && facts.cancelled ? [line("The order was cancelled already")] : []),
      ...(found && !facts.left ? [line("Nothing of it had left")] : []),
      ...(facts?.term ? [termLine(facts.term)] : []),
    ],
  };
}

function termLine(term: WithdrawalTerm): { text: string; doubtful: boolean } {
  if (!("lastDay" in term)) {
    if (term.standing === "outside-eu") return { text: "Not sent to the EU: this right may not apply", doubtful: true };
    return { text: "In time: not all had arrived, so the 14 days had not begun", doubtful: false };
  }
  const [last, uninformed] = [sayDay(term.lastDay), sayDay(term.lastDayUninformed)];
  if (term.standing === "within") return { text: `In time: the 14 days ran until ${last}`, doubtful: false };
  if (term.standing === "over")
    return {
      text: `After the 14 days (until ${last}). If the shopper was never told of the right, it lasts until ${uninformed}.`,
      doubtful: true,
    };
  return { text: `Late: even without being told of the right it ended on ${uninformed}`, doubtful: true };
}

const sayDay = (day: number) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day * 86_400_000 + 43_200_000));

const sayMoment = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone }).format(new Date(at));
