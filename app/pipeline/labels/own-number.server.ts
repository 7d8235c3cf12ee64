import type { Block } from "#app/channels/message.ts";
import { planProactive } from "#app/domain/proactive/begin.server.ts";
import { labelChange, labelRow } from "#app/domain/returns/label-rows.server.ts";
import type { ReturnWay, Written } from "#app/integrations/shopify-admin/labels.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { auditLabel, forStaff, type LabelStore, openReturn, type Whose, whoseReturn } from "./shared.server.ts";
import { languageFor } from "./tell.server.ts";
import { labelText } from "./words.ts";

/** Writes the number of a parcel that the shopper has sent by themselves to their return, once, and says that it stands there. */
export async function recordOwnNumber(
  shopId: string,
  caseId: string,
  storeFor: (domain: string) => LabelStore,
  lastAttempt: boolean,
): Promise<Write[]> {
  const whose = await whoseReturn(shopId, caseId);
  const number = whose?.state.ownParcel?.number;
  if (!whose || !number) return [];
  const store = storeFor(whose.shop.domain);
  const way = await openReturn(store, whose.returnId);
  if (!way) return [];
  const about = { returnId: way.returnId, returnName: way.name, orderId: way.order.id, orderName: way.order.name };
  const row = await labelRow(shopId, { ...about, caseId, identityId: whose.identity.id, method: "shopper" });
  if (row.ownNumber === number) return [];
  fault("label.own.before-record");
  const answer =
    way.delivery?.trackingNumber === number
      ? { ok: true as const }
      : await write(store, way, number).catch((error: unknown) => {
          if (lastAttempt) return { ok: false as const, error: "unreachable" };
          throw error;
        });
  fault("label.own.after-record");
  if (!answer.ok) {
    const note = await forStaff(row, [], answer.error, `The shopper's tracking number ${number} could not be written to the return`);
    return [...note, ...(await tell(whose, row.returnName, number, "ownRefused"))];
  }
  return [
    labelChange(shopId, row.id, { ownNumber: number, state: row.state === "planned" || row.state === "failed" ? "recorded" : row.state }),
    auditLabel(shopId, whose.identity.conversationId, "label.own-number", { returnId: row.returnId, labelId: row.id }),
    ...(await tell(whose, row.returnName, number, "ownRecorded")),
  ];
}

/** A request of ours that was given up may have come through before a second one, which is refused for it. */
async function write(store: LabelStore, way: ReturnWay, number: string): Promise<Written> {
  if (way.delivery) return store.changeTracking(way.delivery.id, number);
  if (!way.reverseOrder) return { ok: false, error: "no-reverse-order" };
  const written = await store.attach(way.reverseOrder, { trackingNumber: number });
  return written.ok || (await store.way(way.returnId))?.delivery?.trackingNumber !== number ? written : { ok: true };
}

function tell(
  { shop, identity, caseId, returnId }: Whose,
  name: string,
  number: string,
  key: "ownRecorded" | "ownRefused",
): Promise<Write[]> {
  const text = labelText(languageFor(identity, shop), key, { number, return: name });
  const blocks: Block[] = [{ kind: "text", text }];
  return planProactive(shop.id, identity.conversationId, {
    key: `label-own:${returnId}:${number}`,
    kind: "update",
    blocks,
    template: null,
    urgent: true,
    counted: false,
    ofCase: caseId,
    ifUnreachable: "wait",
    onlyInWindow: false,
  });
}
