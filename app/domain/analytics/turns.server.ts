import { database } from "#app/platform/db/database.server.ts";

/** What the assistant made of messages since a day, by channel and intent. */
export type TurnCount = { channel: string; intent: string; turns: number; handedOver: number; askedAgain: number };
export type TurnStatistics = { counts: TurnCount[]; turns: number; byModel: number; microDollars: number };

/** Counts the turns of a shop since `since`; an answer to a question of ours has the intent "answer". */
export async function turnStatistics(shopId: string, since: Date): Promise<TurnStatistics> {
  const where = { shopId, at: { gte: since } };
  const [groups, models] = await Promise.all([
    database().prisma.turnRecord.groupBy({ by: ["channel", "intent", "outcome"], where, _count: { _all: true } }),
    database().prisma.turnRecord.groupBy({ by: ["decidedBy"], where, _count: { _all: true }, _sum: { microDollars: true } }),
  ]);
  const counts = new Map<string, TurnCount>();
  for (const { channel, intent, outcome, _count } of groups) {
    const key = `${intent}@${channel}`;
    const count = counts.get(key) ?? { channel, intent: intent ?? "answer", turns: 0, handedOver: 0, askedAgain: 0 };
    count.turns += _count._all;
    if (outcome === "handed-over") count.handedOver += _count._all;
    if (outcome === "asked-again") count.askedAgain += _count._all;
    counts.set(key, count);
  }
  return {
    counts: [...counts.values()].sort((a, b) => b.turns - a.turns),
    turns: models.reduce((sum, { _count }) => sum + _count._all, 0),
    byModel: models.filter(({ decidedBy }) => decidedBy === "gemini").reduce((sum, { _count }) => sum + _count._all, 0),
    microDollars: models.reduce((sum, { _sum }) => sum + (_sum.microDollars ?? 0), 0),
  };
}
