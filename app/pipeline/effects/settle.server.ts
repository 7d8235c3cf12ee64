import type { OrderEffectInput } from "#app/flows/engine.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, notify, update, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { enqueue, type TurnTrigger } from "#app/platform/jobs/tasks.ts";
import { cardWrites } from "./card-due.server.ts";

export type EffectRow = {
  id: string;
  caseId: string;
  kind: string;
  input: unknown;
  result: unknown;
  attempts: number;
  actor: string | null;
  startedAt: Date | null;
  createdAt: Date;
};

type Ending = { state: "done" | "failed"; result?: Record<string, string>; error?: string };

/**
 * How an effect has ended: kept, audited, told. The assistant's own always goes back to its flow; of what staff did the shopper
 * hears only what has been done, and staff see on their page what was not.
 */
export async function settled(shopId: string, effect: EffectRow, ending: Ending): Promise<Write[]> {
  const row = await database().prisma.case.findFirstOrThrow({ where: { shopId, id: effect.caseId } });
  const identity = await database().prisma.identity.findFirstOrThrow({ where: { shopId, id: row.identityId } });
  const tell = (trigger: TurnTrigger) =>
    enqueue(shopId, "turn", { identityId: identity.id, trigger }, { runAt: now(), queue: `conversation:${identity.conversationId}` });
  const { caseId, id: effectId } = effect;
  return [
    update("Effect", { id: effect.id }, { ...ending, updatedAt: now() }),
    audit(shopId, identity.conversationId, effect, ending),
    ...(effect.actor === null ? [tell({ kind: "effect-settled", caseId })] : []),
    ...(await cardWrites(shopId, effect, ending, row, identity)),
    ...(effect.actor !== null && ending.state === "done" && effect.kind !== "gift-card"
      ? [tell({ kind: "staff-acted", caseId, effectId }), enqueue(shopId, "return.receipt", { effectId }, { runAt: now() })]
      : []),
    notify({ topic: "conversation", shopId, conversationId: identity.conversationId }),
  ];
}

/** Who changed what in the store, why, and how it ended. What it was changed to stands in the effect, which goes with the conversation. */
function audit(shopId: string, subject: string, effect: EffectRow, { state, result, error }: Ending): Write {
  const { orderId, orderName, quoteHash, returnId, returnName, reason } = effect.input as AuditedInput;
  const input = { orderId, orderName, quoteHash, ...(returnId && { returnId, returnName }) };
  const why = effect.actor === null ? "the shopper said yes" : (reason ?? "staff decided");
  const detail = { kind: effect.kind, reason: why, effectId: effect.id, caseId: effect.caseId, input };
  const values = { ...detail, ...(result && { result }), ...(error && { error }) };
  const actor = effect.actor ?? "assistant";
  return insert("Audit", { id: newId(), shopId, at: now(), actor, action: `effect.${state}`, subject, detail: values });
}

type AuditedInput = OrderEffectInput & { returnId?: string; returnName?: string; reason?: string };
