import { readPhotoFile } from "#app/domain/photos/files.server.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, update, type Write } from "#app/platform/db/writes.ts";
import { note } from "#app/platform/tracing/context.ts";
import { bookUsage, mayAskModel } from "../assistant/budget.server.ts";
import { Mask } from "../assistant/mask.ts";
import { type Model, ModelError, seesPictures } from "../assistant/model.ts";

const patience = 20_000;

/**
 * Asks the model what it sees in one picture of a case. Its answer stands beside the picture for staff, as the model's words;
 * nothing is decided by it. Without a model, a budget or an answer staff look by themselves, as they do anyway.
 */
export async function describePhoto(shopId: string, photoId: string, model: Model | null, lastAttempt: boolean): Promise<Write[]> {
  const { prisma } = database();
  const photo = await prisma.photo.findFirst({ where: { shopId, id: photoId, state: "kept" } });
  const row = photo?.caseId ? await prisma.case.findFirst({ where: { shopId, id: photo.caseId } }) : null;
  const identity = photo && (await prisma.identity.findFirst({ where: { shopId, id: photo.identityId } }));
  const shop = await prisma.shop.findUnique({ where: { id: shopId } });
  if (!photo?.file || photo.verdict !== null || !row || !identity || !shop || shop.withoutModel || !seesPictures(model)) return [];
  const conversation = await prisma.conversation.findFirst({ where: { shopId, id: identity.conversationId } });
  const jpeg = await readPhotoFile(shopId, photo.file, "whole");
  if (!conversation || !jpeg) return [];
  note({ conversationId: conversation.id });
  if (!mayAskModel({ conversation, shop })) return [];
  try {
    const asked = await model.describeImage({ jpeg, ...aboutCase(row.state, identity.label) }, AbortSignal.timeout(patience));
    await bookUsage({ conversation, shop }, asked.usage);
    return [
      update("Photo", { shopId, id: photoId }, { verdict: { ...asked.value, model: asked.usage.model } }),
      notify({ topic: "message", shopId, conversationId: conversation.id, messageId: photo.messageId, change: "updated" }),
    ];
  } catch (error) {
    if (!(error instanceof ModelError) || (error.retryable && !lastAttempt)) throw error;
    return [];
  }
}

/** What the case says of the items and the reason, without names and addresses. */
function aboutCase(state: unknown, name: string | null): { products: string; reason: string } {
  const { picks = [], reason, note: said } = (state ?? {}) as Partial<ReturnState>;
  const mask = new Mask(name ? [name] : []);
  const products = picks.map((pick) => [pick.title, pick.variantTitle].filter(Boolean).join(", ")).join("\n");
  return { products, reason: mask.hide([reason, said].filter(Boolean).join(": ")) };
}
