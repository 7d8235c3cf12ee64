import type { Language } from "#app/channels/message.ts";
import { sourcesOf } from "#app/domain/knowledge/sources.server.ts";
import { type Proposal, proposalFrom, type TextPoint, withPoint } from "#app/domain/returns/proposal.ts";
import { type Saved, savePolicies } from "#app/domain/shops/policy-versions.server.ts";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import type { PolicyReading } from "#app/pipeline/assistant/model.ts";
import { database } from "#app/platform/db/database.server.ts";
import { heldToText } from "./held-to-text.ts";
import { keptReading, modelReading } from "./model-reading.server.ts";
import { type ReadableText, readPolicyText } from "./read-text.ts";

/** No page of a shop is longer; what lies behind is not read. */
const mostPassages = 200;

type RefundText = { title: string; url: string | null; updatedAt: Date; texts: ReadableText[] };

/** The shop's own refund policy as it was last read from the store; null where it has none. */
async function refundText(shopId: string): Promise<RefundText | null> {
  const source = (await sourcesOf(shopId, ["policy"])).find(({ title, url }) => isOfReturns(title, url));
  if (!source) return null;
  const passages = await database().prisma.knowledgePassage.findMany({
    where: { shopId, sourceId: source.id },
    orderBy: { position: "asc" },
    take: mostPassages,
    select: { heading: true, text: true },
  });
  const texts = passages.map((passage) => ({ ...passage, language: source.language as Language }));
  return { title: source.title, url: source.url, updatedAt: source.updatedAt, texts };
}

/** Shopify gives that policy one address in every shop; the title is for where it shows none. */
function isOfReturns(title: string, url: string | null): boolean {
  return /\/refund-policy\b/.test(url ?? "") || (!url && /refund|return|erstattung|retour|reembolso|rimborso/i.test(title));
}

export type ReadProposal = { title: string; url: string | null; updatedAt: Date; byModel: boolean; proposal: Proposal };

/** What the shop's refund policy would change in its present rules; null where there is no such text. */
export async function readProposal(shop: Shop): Promise<ReadProposal | null> {
  const source = await refundText(shop.id);
  if (!source) return null;
  const { texts, ...place } = source;
  const read = await modelReading(shop, texts);
  const points = pointsOf(texts, read, shop.currencyCode);
  return { ...place, byModel: read !== null, proposal: proposalFrom(points, shop.returnPolicy, shop.currencyCode) };
}

/**
 * What our own reader is sure of stands; a model adds the points that it left out, as far as they hold against the text.
 */
function pointsOf(texts: readonly ReadableText[], read: PolicyReading[] | null, currencyCode: string): TextPoint[] {
  const sure = readPolicyText(texts, currencyCode);
  const settled = new Set(sure.map(({ key }) => key));
  return [...sure, ...heldToText(read ?? [], texts, currencyCode).filter(({ key }) => !settled.has(key))];
}

/**
 * Takes over the points that a member of staff approved, as `key=value`. The text is read once more: only what still stands in it
 * is taken over. "gone": some of it does not.
 */
export async function approveProposal(shop: Shop, opened: number, approved: readonly string[], by: string): Promise<Saved | "gone"> {
  const source = await refundText(shop.id);
  const texts = source?.texts ?? [];
  const found = new Map(
    pointsOf(texts, keptReading(shop, texts), shop.currencyCode).map((point): [string, TextPoint] => [
      `${point.key}=${point.value}`,
      point,
    ]),
  );
  let policy = shop.returnPolicy;
  for (const id of approved) {
    const point = found.get(id);
    if (!point) return "gone";
    policy = withPoint(policy, point.key, point.value);
  }
  return savePolicies(shop.id, opened, policy, shop.orderPolicy, by, "From your refund policy.");
}
