import { list, record, text } from "#app/integrations/meta/payload.ts";
import type { BatchPart } from "../channel.ts";
import { groupBy } from "../parts.ts";
import { instagramAccountId } from "./ids.ts";

const lists = ["messaging", "changes", "standby"] as const;

/** A webhook body by our account and the person it is about, each part a body of its own that holds the rest unchanged. */
export function instagramParts(body: unknown): BatchPart[] {
  const pieces = list(record(body)?.entry).flatMap((one) => {
    const entry = record(one);
    const account = instagramAccountId(entry?.id);
    if (!entry || account === undefined) return [];
    const items = lists.flatMap((name) => list(entry[name]).map((item) => ({ name, item })));
    if (items.length === 0) return [{ account, correspondent: "", entry }];
    const rest = Object.fromEntries(Object.entries(entry).filter(([name]) => !lists.some((own) => own === name)));
    return items.map(({ name, item }) => ({
      account,
      correspondent: correspondentOf(name === "messaging" ? item : record(item)?.value, account),
      entry: { ...rest, [name]: [item] },
    }));
  });
  return groupBy(pieces, body);
}

/** The one of sender and recipient that is not us. */
function correspondentOf(event: unknown, account: string): string {
  const ends = [record(record(event)?.sender)?.id, record(record(event)?.recipient)?.id].map(text);
  return ends.find((id) => id !== undefined && id !== account) ?? "";
}
