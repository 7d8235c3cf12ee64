import { type Json, record } from "#app/integrations/meta/payload.ts";
import type { BatchPart } from "./channel.ts";

/** One item of a batch in an entry of its own. */
export type Piece = { account: string; correspondent: string; entry: Json };

/** Puts the items of each account and person together again, in their order. A batch about one person stays as it came. */
export function groupBy(pieces: Piece[], body: unknown): BatchPart[] {
  const parts = new Map<string, BatchPart & { entries: Json[] }>();
  for (const { account, correspondent, entry } of pieces) {
    const key = `${account} ${correspondent}`;
    const part = parts.get(key) ?? { account, correspondent, body: null, entries: [] };
    part.entries.push(entry);
    parts.set(key, part);
  }
  if (parts.size === 1) return [...parts.values()].map(({ account, correspondent }) => ({ account, correspondent, body }));
  return [...parts.values()].map(({ account, correspondent, entries }) => ({
    account,
    correspondent,
    body: { ...record(body), entry: entries },
  }));
}
