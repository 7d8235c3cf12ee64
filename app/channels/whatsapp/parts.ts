import { type Json, list, record, text } from "#app/integrations/meta/payload.ts";
import type { BatchPart } from "../channel.ts";
import { groupBy } from "../parts.ts";

const lists = ["messages", "statuses", "message_echoes"] as const;

/** A webhook body by our number and the person it is about, each part a body of its own that holds the rest unchanged. */
export function whatsAppParts(body: unknown): BatchPart[] {
  const pieces = list(record(body)?.entry).flatMap((entry) =>
    list(record(entry)?.changes).flatMap((change) => {
      const value = record(record(change)?.value);
      const account = text(record(value?.metadata)?.phone_number_id);
      if (!value || account === undefined) return [];
      const items = lists.flatMap((name) => list(value[name]).map((item) => ({ name, item })));
      if (items.length === 0) return [{ account, correspondent: "", entry: withChange(entry, change, value) }];
      const rest = Object.fromEntries(Object.entries(value).filter(([name]) => !lists.some((one) => one === name)));
      return items.map(({ name, item }) => ({
        account,
        correspondent: correspondentOf(record(item)),
        entry: withChange(entry, change, { ...rest, [name]: [item] }),
      }));
    }),
  );
  return groupBy(pieces, body);
}

function withChange(entry: unknown, change: unknown, value: Json): Json {
  return { ...record(entry), changes: [{ ...record(change), value }] };
}

/** The person a message, a status or an echo is about, by the id that stays where it is there. */
function correspondentOf(item: Json | undefined): string {
  const ids = [item?.from_user_id, item?.recipient_user_id, item?.to_user_id, item?.from, item?.recipient_id, item?.to];
  return text(ids.find((id) => text(id) !== undefined)) ?? "";
}
