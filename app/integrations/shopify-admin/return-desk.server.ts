import type { Money } from "#app/channels/message.ts";
import { plainName } from "#app/channels/plain-name.ts";
import type {
  BookingMoney,
  DeclineInput,
  DeskExchange,
  DeskReturn,
  MoneyOut,
  ProcessInput,
  RemoveInput,
} from "#app/domain/returns/back-office.ts";
import type { AdminClient } from "./client.server.ts";
import { addDecimals, inCurrency } from "./decimal.ts";
import { earlyNote } from "./keep.server.ts";
import * as operations from "./operations/index.ts";
import { effectReference } from "./own-return.ts";
import type { ReturnDeskNode, ReturnPayload } from "./responses.ts";
import { VendorError } from "./vendor-error.ts";

type Answer = { ok: true } | { ok: false; error: string };

/** A return as staff work on it now; null when it is gone. */
export async function readDesk(client: AdminClient, returnId: string): Promise<DeskReturn | null> {
  if (!/^gid:\/\/shopify\/Return\/\d+$/.test(returnId)) return null;
  const { return: node } = await client.query(operations.returnDesk, { id: returnId });
  return node ? toDesk(node) : null;
}

function toDesk(node: ReturnDeskNode): DeskReturn {
  const early = node.order.refunds.filter(({ note }) => note?.includes(earlyNote(node.id)));
  const reverse = node.reverseFulfillmentOrders.nodes.flatMap((order) => order.lineItems.nodes);
  return {
    id: node.id,
    name: node.name,
    status: node.status,
    orderId: node.order.id,
    orderName: node.order.name,
    ...(node.decline && { decline: node.decline }),
    lines: node.returnLineItems.nodes.map((line) => {
      const { fulfillmentLineItem: sent } = line;
      return {
        id: line.id,
        title: plainName(sent?.lineItem.title ?? ""),
        variantTitle: sent?.lineItem.variantTitle && plainName(sent.lineItem.variantTitle),
        quantity: line.quantity,
        processed: line.processedQuantity,
        reason: line.returnReasonDefinition?.name,
        note: (line.customerNote ?? line.returnReasonNote)?.replace(/\s*\[ref [0-9a-f]{8}\]/, "") || undefined,
        reverseLineId: sent ? reverse.find((one) => one.fulfillmentLineItem?.id === sent.id)?.id : undefined,
      };
    }),
    refunds: [...node.refunds.nodes, ...early].map(({ id, note, totalRefundedSet }) => ({
      id,
      note,
      total: totalRefundedSet.presentmentMoney,
    })),
    exchange: node.exchangeLineItems.nodes.map(toExchange),
    cutShort: node.returnLineItems.pageInfo.hasNextPage || node.exchangeLineItems.pageInfo.hasNextPage,
  };
}

function toExchange(line: ReturnDeskNode["exchangeLineItems"]["nodes"][number]): DeskExchange {
  const { id, title, variantTitle, productId, variantId, processedQuantity: processed } = line;
  const [first, ...more] = (line.lineItems ?? []).map(({ discountedTotalSet }) => discountedTotalSet.presentmentMoney);
  const onOrder = first && {
    ...first,
    amount: inCurrency(addDecimals(first.amount, ...more.map((one) => one.amount)), first.currencyCode),
  };
  return {
    id,
    title: plainName(title ?? ""),
    variantTitle: variantTitle && plainName(variantTitle),
    ...(productId && { productId }),
    ...(variantId && { variantId }),
    quantity: processed + line.unprocessedQuantity,
    processed,
    ...(onOrder && { onOrder }),
  };
}

/**
 * What Shopify would pay back for these lines when `sent` is sent in exchange; null for nothing, `owed` where the shopper would owe.
 * An `error` where it would not calculate.
 */
export async function readBookingMoney(
  client: AdminClient,
  returnId: string,
  lines: { id: string; quantity: number }[],
  sent: { lineId: string; quantity: number }[] = [],
): Promise<BookingMoney | { owed: Money } | { error: string }> {
  if (lines.length + sent.length === 0) return null;
  try {
    const exchange = sent.map(({ lineId: id, quantity }) => ({ id, quantity }));
    const { return: node } = await client.query(operations.returnMoney, { id: returnId, lines, sent: exchange });
    const transfer = node?.suggestedFinancialOutcome?.financialTransfer;
    if (!transfer) return null;
    if (transfer.__typename === "InvoiceReturnOutcome") return { owed: transfer.amount.presentmentMoney };
    return {
      amount: transfer.amount.presentmentMoney,
      payments: transfer.suggestedTransactions.flatMap((part) =>
        part.parentTransaction ? [{ parentId: part.parentTransaction.id, amount: part.amountSet.presentmentMoney }] : [],
      ),
    };
  } catch (error) {
    if (error instanceof VendorError && error.refusal && !error.codes.includes("ACCESS_DENIED")) return { error: "refused" };
    throw error;
  }
}

/** Throws VendorError, as all that follows; with outcome "unknown", read back before trying again. */
export async function approveReturn(client: AdminClient, id: string): Promise<Answer> {
  return answerOf((await client.query(operations.returnApprove, { id })).returnApproveRequest);
}

export async function declineReturn(client: AdminClient, { returnId, declineReason, note }: DeclineInput): Promise<Answer> {
  const input = { id: returnId, declineReason, declineNote: note || null, notifyCustomer: false as const };
  return answerOf((await client.query(operations.returnDecline, { input })).returnDeclineRequest);
}

export async function cancelReturn(client: AdminClient, id: string): Promise<Answer> {
  return answerOf((await client.query(operations.returnCancel, { id })).returnCancel);
}

export async function closeReturn(client: AdminClient, id: string): Promise<Answer> {
  return answerOf((await client.query(operations.returnClose, { id })).returnClose);
}

export async function reopenReturn(client: AdminClient, id: string): Promise<Answer> {
  return answerOf((await client.query(operations.returnReopen, { id })).returnReopen);
}

export async function removeLine(client: AdminClient, { returnId: id, lineId, quantity, isExchange }: RemoveInput): Promise<Answer> {
  const what = isExchange ? { sent: [{ exchangeLineItemId: lineId, quantity }] } : { lines: [{ returnLineItemId: lineId, quantity }] };
  return answerOf((await client.query(operations.removeFromReturn, { id, ...what })).removeFromReturn);
}

/** Books what came back, with the new items that go out for it, and pays what is due back, with the effect's mark in the note. */
export async function processReturn(
  client: AdminClient,
  { booking, sent, money }: ProcessInput,
  desk: DeskReturn,
  suggested: BookingMoney,
  effectId: string,
): Promise<Answer> {
  const returnLineItems = booking.map(({ lineId, quantity, disposition }) => {
    const reverseLineId = desk.lines.find((line) => line.id === lineId)?.reverseLineId;
    const written = reverseLineId ? [{ reverseFulfillmentOrderLineItemId: reverseLineId, quantity, dispositionType: disposition }] : [];
    return { id: lineId, quantity, dispositions: written };
  });
  // Of what was given a card is made apart, and the store pays nothing.
  const issueRefund = money && money.to !== "gift-card" ? refundOf(money, suggested) : null;
  const input = {
    returnId: desk.id,
    returnLineItems,
    ...(sent && sent.lines.length > 0 && { exchangeLineItems: sent.lines.map(({ lineId: id, quantity }) => ({ id, quantity })) }),
    ...(issueRefund && { financialTransfer: { issueRefund } }),
    note: `Booked by staff ${effectReference(effectId)}`,
    notifyCustomer: false as const,
  };
  return answerOf((await client.query(operations.returnProcess, { input })).returnProcess);
}

function refundOf(money: MoneyOut, suggested: BookingMoney) {
  const { currencyCode } = money.amount;
  if (money.to === "original") {
    const orderTransactions = (suggested?.payments ?? []).map(({ parentId, amount }) => ({ parentId, transactionAmount: amount }));
    return { orderTransactions, allowOverRefunding: false };
  }
  const amount = inCurrency(addDecimals(money.amount.amount, money.bonus?.amount ?? "0"), currencyCode);
  const storeCreditRefund = { amount: { amount, currencyCode }, ...(money.expiresAt && { expiresAt: money.expiresAt }) };
  // A bonus is more than the items cost, and only then may more go out.
  return { orderTransactions: [], refundMethods: [{ storeCreditRefund }], allowOverRefunding: money.bonus !== undefined };
}

/** Whether a refund of this return says that this effect has paid it. */
export function isOwnBooking({ refunds }: Pick<DeskReturn, "refunds">, effectId: string): boolean {
  return refunds.some((refund) => refund.note?.includes(effectReference(effectId)));
}

function answerOf(payload: ReturnPayload): Answer {
  if (payload.userErrors.length > 0) return { ok: false, error: payload.userErrors.map((one) => one.code ?? "refused").join(",") };
  if (payload.return) return { ok: true };
  throw new VendorError("Shopify answered with neither a return nor a reason.", { status: 200, retryable: false, outcome: "unknown" });
}
