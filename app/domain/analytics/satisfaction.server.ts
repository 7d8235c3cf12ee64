import { database } from "#app/platform/db/database.server.ts";

/** What shoppers answered to how it went since then, by channel; `average` from 1 (bad) to 3 (good). */
export type SatisfactionByChannel = { channel: string; answers: number; average: number; bad: number };

export async function satisfactionSince(shopId: string, since: Date): Promise<SatisfactionByChannel[]> {
  const groups = await database().prisma.satisfaction.groupBy({
    by: ["channel", "score"],
    where: { shopId, at: { gte: since } },
    _count: { _all: true },
  });
  const channels = [...new Set(groups.map((group) => group.channel))].sort();
  return channels.map((channel) => {
    const own = groups.filter((group) => group.channel === channel);
    const answers = own.reduce((sum, { _count }) => sum + _count._all, 0);
    const total = own.reduce((sum, { score, _count }) => sum + score * _count._all, 0);
    return { channel, answers, average: total / answers, bad: own.find(({ score }) => score === 1)?._count._all ?? 0 };
  });
}

/** How cases that people closed have ended since then. */
export async function outcomesSince(shopId: string, since: Date): Promise<{ outcome: string; cases: number }[]> {
  const groups = await database().prisma.case.groupBy({
    by: ["outcome"],
    where: { shopId, status: "done", updatedAt: { gte: since }, closedAt: { gte: since }, outcome: { not: null } },
    _count: { _all: true },
  });
  return groups.flatMap(({ outcome, _count }) => (outcome ? [{ outcome, cases: _count._all }] : [])).sort((a, b) => b.cases - a.cases);
}
