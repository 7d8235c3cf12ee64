import { isLive } from "../staff/staff-cases.ts";

type SomeCase = { id: string; status: string; owner: string; updatedAt: Date; openedAt: Date };

/** So long a case that was left without a solution counts; days. */
const recentDays = 14;
/** After so long a shopper who writes again does not simply go on; milliseconds. */
const sitting = 3_600_000;

/** Is a case not solved: it goes on, or it was left not long ago? */
export function isUnresolved(row: SomeCase, at: Date): boolean {
  if (isLive(row.status)) return true;
  return row.status === "abandoned" && at.getTime() - row.updatedAt.getTime() < recentDays * 86_400_000;
}

/**
 * The case of an earlier contact that is not solved, for somebody who writes now: what they are in the middle of is none. A case
 * that was left counts only where nothing has come after it. `spokenOn`: the channel each case was last spoken of on.
 */
export function unresolvedBefore<Row extends SomeCase>(
  cases: readonly Row[],
  now: { at: Date; channel: string; spokenOn: ReadonlyMap<string, string> },
): Row | undefined {
  const newest = cases.reduce<Row | undefined>((one, other) => (one && one.openedAt >= other.openedAt ? one : other), undefined);
  return cases.find((row) => {
    if (!isUnresolved(row, now.at) || row.owner === "staff") return false;
    if (!isLive(row.status)) return row === newest;
    const elsewhere = (now.spokenOn.get(row.id) ?? now.channel) !== now.channel;
    return elsewhere || now.at.getTime() - row.updatedAt.getTime() >= sitting;
  });
}
