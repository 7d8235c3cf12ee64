import { isOfGift } from "#app/domain/returns/gift-order.ts";
import { provenGift } from "#app/domain/returns/gift-proof.server.ts";
import type { FlowFacts } from "#app/flows/engine.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import type { CaseRow } from "./context.server.ts";
import type { GiftRun } from "./run-flow.ts";
import type { Turn } from "./turn.ts";

/** A return of something that the shopper was given. */
export function isGiftReturn({ flow, state }: Pick<CaseRow, "flow" | "state">): boolean {
  return flow === returnFlow.name && isOfGift(state);
}

/** What the flow of such a return may find out. The right to it is the case's own and opens nothing anywhere else. */
export async function giftRun(turn: Turn, row: CaseRow, effect: FlowFacts["effect"]): Promise<GiftRun> {
  const { gift, returnId } = row.state as unknown as ReturnState;
  const order = gift?.orderId ? await turn.store.order(gift.orderId) : null;
  const own = returnId ?? effect?.result?.id;
  const { shop } = turn.context;
  return {
    order,
    ...(own && { returnId: own }),
    show: (named) => provenGift(shop.id, turn.identity.id, named, (name) => turn.store.orderByName(name)),
  };
}
