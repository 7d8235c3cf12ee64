import { labelJob, ownNumberJob } from "#app/domain/returns/label-rows.server.ts";
import { readLabels } from "#app/domain/returns/labels.ts";
import { returnFlow } from "#app/flows/return/flow.ts";
import type { ReturnState } from "#app/flows/return/state.ts";
import { withdrawFlow } from "#app/flows/withdraw/flow.ts";
import type { Write } from "#app/platform/db/writes.ts";
import type { Turn } from "./turn.ts";

/** Where the case of a return, or of a withdrawal that has become one, stands once the return exists. */
const phases: Record<string, string> = { [returnFlow.name]: "registered", [withdrawFlow.name]: "carried-out" };

/**
 * A return that this turn has seen open gets its label, by a job that looks at Shopify itself and does it once; and a number that the
 * shopper has given of their own parcel is written to it. Whichever way the turn came (our own change, a webhook, the round of looks).
 */
export function labelsDue(turn: Turn): Write[] {
  const { shop } = turn.context;
  return turn.cases
    .filter((row) => row.flow in phases && (turn.changed.has(row.id) || turn.opened.has(row.id)))
    .flatMap((row) => {
      // A case of another version's shape is on its way to a person here, and must get there.
      const { phase, returnId, told, ownParcel } = (row.state ?? {}) as { phase?: string } & Partial<
        Pick<ReturnState, "returnId" | "told" | "ownParcel">
      >;
      if (phase !== phases[row.flow] || !returnId || !told?.includes("OPEN")) return [];
      const label = readLabels(shop.labels).method === "none" ? [] : [labelJob(shop.id, row.id)];
      return ownParcel ? [...label, ownNumberJob(shop.id, row.id)] : label;
    });
}
