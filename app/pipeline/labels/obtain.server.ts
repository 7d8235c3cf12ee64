import { labelChange, labelKeyOf, labelRow } from "#app/domain/returns/label-rows.server.ts";
import { daysAfter, type LabelSettings, pickRate, planLabel } from "#app/domain/returns/labels.ts";
import { buyShipment, createReturnShipment, EasyPostError, findShipment, type Shipment } from "#app/integrations/easypost/client.server.ts";
import type { ReturnWay } from "#app/integrations/shopify-admin/labels.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { enqueue } from "#app/platform/jobs/tasks.ts";
import { errorFields, log } from "#app/platform/log.ts";
import type { ReturnLabel } from "../../../prisma/generated/client.ts";
import { forStaff, type LabelStore, labelSettings, openReturn, type Whose, whoseReturn } from "./shared.server.ts";
import { tellLabel } from "./tell.server.ts";

/**
 * Gets the label of a return that is open at Shopify, once; writes it to the return there and tells the shopper. What was bought or
 * written by a try whose answer was lost is looked for before anything is done a second time.
 */
export async function obtainLabel(
  shopId: string,
  caseId: string,
  storeFor: (domain: string) => LabelStore,
  lastAttempt: boolean,
): Promise<Write[]> {
  const whose = await whoseReturn(shopId, caseId);
  if (!whose) return [];
  const settings = await labelSettings(whose.shop, caseId);
  if (settings.method === "none") return [];
  const store = storeFor(whose.shop.domain);
  let row: ReturnLabel | undefined;
  try {
    const way = await openReturn(store, whose.returnId);
    if (!way) return [];
    const { order } = way;
    const about = { returnId: way.returnId, returnName: way.name, orderId: order.id, orderName: order.name };
    row = await labelRow(shopId, { ...about, caseId, identityId: whose.identity.id, method: settings.method });
    if (row.state !== "planned" && row.state !== "obtained") return [];
    // Who has sent it already needs no label.
    if (row.ownNumber) return [labelChange(shopId, row.id, { state: "recorded" })];
    fault("label.after-row");
    if (row.state === "planned") {
      const got = await obtain(whose, row, way, settings);
      if ("because" in got) return failed(row, got.because);
      const change = { state: "obtained", obtainedAt: now(), ...got };
      await database().commit([labelChange(shopId, row.id, change)]);
      row = { ...row, ...change };
      fault("label.after-obtained");
    }
    const written = await record(store, way, row);
    if (!written.ok) return failed(row, written.error);
    return [
      labelChange(shopId, row.id, { state: "recorded", recordedAt: now(), error: null }),
      ...(await tellLabel(whose, row, settings)),
      // Of a gift the buyer, whose mailbox that is, hears nothing.
      ...(way.order.email && !whose.state.gift
        ? [enqueue(shopId, "label.mail", { labelId: row.id }, { runAt: now(), key: `label-mail:${row.id}` })]
        : []),
      ...laterJobs(shopId, row, settings),
    ];
  } catch (error) {
    log.warn("label-not-obtained", { shopId, caseId, ...errorFields(error) });
    const again = !(error instanceof EasyPostError) || error.again;
    if (row && (!again || lastAttempt)) return failed(row, error instanceof EasyPostError ? error.code : "unreachable");
    throw error;
  }
}

type Got = Partial<Pick<ReturnLabel, "url" | "code" | "shipmentId" | "trackingNumber" | "trackingUrl">>;

async function obtain(
  { shop: { id: shopId }, state }: Whose,
  row: ReturnLabel,
  way: ReturnWay,
  settings: LabelSettings,
): Promise<Got | { because: string }> {
  const country = way.from?.country ?? "";
  const plan = planLabel(settings, { reference: row.id, returnName: way.name, orderName: way.order.name, country });
  if (plan.kind === "none") return plan;
  if (plan.kind === "link") return { url: plan.url };
  if (plan.kind === "code") return { code: plan.code };
  if (state.gift) return { because: "gift" };
  const apiKey = await labelKeyOf(shopId);
  if (!apiKey) return { because: "no-key" };
  if (!way.from?.street1) return { because: "no-address" };
  return bought(shopId, apiKey, row, way.from, settings);
}

/** Planned under the return's own reference and found by it again, so that it is paid for once. */
async function bought(
  shopId: string,
  apiKey: string,
  row: ReturnLabel,
  shopper: NonNullable<ReturnWay["from"]>,
  { place: shop, parcel, mostCost }: LabelSettings,
): Promise<Got | { because: string }> {
  fault("label.before-shipment");
  const planned =
    (await findShipment(apiKey, row.shipmentId ?? row.id)) ??
    (await createReturnShipment(apiKey, { reference: row.id, shopper, shop, parcel }));
  fault("label.after-shipment");
  if (row.shipmentId !== planned.id) await database().commit([labelChange(shopId, row.id, { shipmentId: planned.id })]);
  let shipment: Shipment = planned;
  if (!shipment.label) {
    if (shipment.rates.length === 0) return { because: "no-rates" };
    const rate = pickRate(shipment.rates, mostCost);
    if (!rate) return { because: "too-dear" };
    fault("label.before-buy");
    shipment = await buyShipment(apiKey, shipment.id, rate.id);
    fault("label.after-buy");
  }
  if (!shipment.label) return { because: "no-label" };
  const { url, trackingNumber = null, trackingUrl = null } = shipment.label;
  return { url, trackingNumber, trackingUrl, shipmentId: shipment.id };
}

/** A way back that stands on the return already is ours or the team's: nothing is added to it. */
async function record(store: LabelStore, way: ReturnWay, row: ReturnLabel) {
  if (way.delivery) return { ok: true as const };
  if (!way.reverseOrder) return { ok: false as const, error: "no-reverse-order" };
  fault("label.before-record");
  const written = await store.attach(way.reverseOrder, {
    labelUrl: row.url ?? undefined,
    trackingNumber: row.trackingNumber ?? row.code ?? undefined,
    trackingUrl: row.trackingUrl ?? undefined,
  });
  fault("label.after-record");
  // A request of ours that was given up may have come through meanwhile: then this one was refused for it.
  return written.ok || !(await store.way(row.returnId))?.delivery ? written : { ok: true as const };
}

function failed(row: ReturnLabel, error: string): Promise<Write[]> {
  return forStaff(row, [labelChange(row.shopId, row.id, { state: "failed", error })], error);
}

/** When an unused label is recalled, and when its return is cancelled. */
function laterJobs(shopId: string, { id, obtainedAt }: ReturnLabel, settings: LabelSettings): Write[] {
  const from = obtainedAt ?? now();
  const [remindAt, cancelAt] = [daysAfter(from, settings.remindAfterDays), daysAfter(from, settings.cancelAfterDays)];
  return [
    ...(remindAt ? [enqueue(shopId, "label.remind", { labelId: id }, { runAt: remindAt, key: `label-remind:${id}` })] : []),
    ...(cancelAt ? [enqueue(shopId, "label.cancel", { labelId: id }, { runAt: cancelAt, key: `label-cancel:${id}` })] : []),
  ];
}
