import { holdsLink, longest, oneLine, readAddress, someLines } from "#app/domain/withdrawals/statement.ts";
import type { WithdrawKey } from "./withdraw-texts.ts";

export const fields = ["name", "order", "contact", "items"] as const;
export type Field = (typeof fields)[number];
export type Filled = Record<Field, string>;
export type Problems = Partial<Record<Field, { key: WithdrawKey; most?: number }>>;

const most: Record<Field, number> = { name: longest.name, order: longest.orderName, contact: longest.contact, items: longest.items };

/** What was filled in, as it will be stated, and what keeps it from that. Whether there is such an order is nobody's business here. */
export function readForm(form: URLSearchParams): { filled: Filled; problems: Problems } {
  const given = (field: Field) => (form.get(field) ?? "").slice(0, 5_000);
  const typed = {
    name: oneLine(given("name")),
    order: oneLine(given("order")),
    contact: oneLine(given("contact")),
    items: someLines(given("items")),
  };
  const problems: Problems = {};
  if (typed.name === "") problems.name = { key: "noName" };
  if (!/[\p{L}\p{N}]/u.test(typed.order)) problems.order = { key: "noOrder" };
  const contact = readAddress(typed.contact);
  if (!contact) problems.contact = { key: "noContact" };
  for (const field of fields) {
    if (typed[field].length > most[field]) problems[field] = { key: "tooLong", most: most[field] };
    else if (field !== "contact" && holdsLink(typed[field])) problems[field] = { key: "link" };
  }
  return { filled: { ...typed, contact: contact ?? typed.contact }, problems };
}
