import type { CalculatedEdit, EditFacts, EditLine, OrderChange, VariantFacts } from "#app/domain/orders/facts.ts";
import { mostTransactions, paymentsLeft } from "./cancel-quote.ts";
import type { AdminClient } from "./client.server.ts";
import { addDecimals, inCurrency, negateDecimal } from "./decimal.ts";
import * as operations from "./operations/index.ts";
import { effectReference } from "./own-return.ts";
import type { OrderContentsNode } from "./responses.ts";
import { isOrderId } from "./search-terms.ts";
import { VendorError } from "./vendor-error.ts";

/** What an order holds now; null when it is gone. */
export async function readEditFacts(client: AdminClient, orderId: string): Promise<EditFacts | null> {
  if (!isOrderId(orderId)) return null;
  const { order } = await client.query(operations.orderContents, { id: orderId });
  return order ? factsOf(order) : null;
}

function factsOf(node: OrderContentsNode): EditFacts {
  const { presentmentMoney: total, shopMoney: shopTotal } = node.currentTotalPriceSet;
  const { currencyCode } = total;
  const done = node.transactions.filter((one) => one.status === "SUCCESS");
  const isWhole = !node.lineItems.pageInfo.hasNextPage && node.transactions.length < mostTransactions;
  return {
    cancelledAt: node.cancelledAt,
    fulfillmentStatus: node.displayFulfillmentStatus,
    returnStatus: node.returnStatus,
    editable: node.merchantEditable && isWhole,
    hasParcel: node.fulfillments.some((parcel) => parcel.status !== "CANCELLED"),
    total,
    shopTotal,
    lines: node.lineItems.nodes.map(({ id, title, variantTitle, currentQuantity, variant, product }) => ({
      lineItemId: id,
      title,
      variantTitle,
      quantity: currentQuantity,
      ...(variant && { variantId: variant.id }),
      ...(product && { productId: product.id }),
    })),
    outstanding: minus(total, node.netPaymentSet.presentmentMoney.amount),
    paymentUrl: node.paymentCollectionDetails.additionalPaymentCollectionUrl,
    payments: paymentsLeft(done, currencyCode).map((payment) => ({
      ...payment,
      gateway: done.find((one) => one.id === payment.id)?.gateway ?? "",
    })),
    refundNotes: node.refunds.flatMap((refund) => refund.note ?? []),
  };
}

const minus = ({ amount, currencyCode }: { amount: string; currencyCode: string }, taken: string) => ({
  amount: inCurrency(addDecimals(amount, negateDecimal(taken)), currencyCode),
  currencyCode,
});

/** The kinds of a product that is still sold; none when it is not. */
export async function readVariants(client: AdminClient, productId: string): Promise<VariantFacts[]> {
  const { product } = await client.query(operations.productVariants, { id: productId });
  if (product?.status !== "ACTIVE" && product?.status !== "UNLISTED") return [];
  return product.variants.nodes.map(({ id, title, selectedOptions, availableForSale, inventoryQuantity, inventoryItem }) => {
    const counted = inventoryItem?.tracked ? (inventoryQuantity ?? null) : null;
    // Sold although there is none: the shop sells on.
    const stock = availableForSale && counted !== null && counted <= 0 ? null : counted;
    return { id, title, options: selectedOptions, forSale: availableForSale, stock };
  });
}

/** Has Shopify calculate a change without making it. Throws VendorError. */
export async function calculateEdit(
  client: AdminClient,
  orderId: string,
  change: OrderChange,
): Promise<CalculatedEdit | { error: string }> {
  const facts = await readEditFacts(client, orderId);
  if (!facts) return { error: "gone" };
  try {
    return await calculate(client, orderId, facts, change);
  } catch (error) {
    // Shops from before the app asked for it have not let it edit orders.
    if (error instanceof VendorError && error.codes.includes("ACCESS_DENIED")) return { error: "not-allowed" };
    throw error;
  }
}

async function calculate(
  client: AdminClient,
  orderId: string,
  facts: EditFacts,
  change: OrderChange,
): Promise<CalculatedEdit | { error: string }> {
  const { orderEditBegin: begun } = await client.query(operations.orderEditBegin, { id: orderId });
  const edit = begun.calculatedOrder;
  if (!edit) return { error: "refused" };
  let calculated:
    | { totalPriceSet: OrderContentsNode["currentTotalPriceSet"]; totalOutstandingSet: OrderContentsNode["netPaymentSet"] }
    | undefined;
  const taken = new Set<string>();
  for (const { lineItemId, quantity } of change.set) {
    const line = facts.lines.find((one) => one.lineItemId === lineItemId);
    const own = edit.lineItems.nodes.find((one) => !taken.has(one.id) && line !== undefined && isSameLine(one, line));
    if (!own) return { error: "refused" };
    taken.add(own.id);
    const { orderEditSetQuantity: step } = await client.query(operations.orderEditSetQuantity, {
      id: edit.id,
      lineItemId: own.id,
      quantity,
    });
    if (step.userErrors.length > 0 || !step.calculatedOrder) return { error: "refused" };
    calculated = step.calculatedOrder;
  }
  for (const { variantId, quantity } of change.add) {
    const { orderEditAddVariant: step } = await client.query(operations.orderEditAddVariant, { id: edit.id, variantId, quantity });
    if (step.userErrors.length > 0 || !step.calculatedOrder) return { error: "refused" };
    calculated = step.calculatedOrder;
  }
  if (!calculated) return { error: "refused" };
  const { presentmentMoney: total, shopMoney } = calculated.totalPriceSet;
  const difference = minus(total, facts.total.amount);
  // What is open afterwards is what was open and the difference: else something is under way that we do not see.
  const open = minus(calculated.totalOutstandingSet.presentmentMoney, facts.outstanding.amount);
  if (total.currencyCode !== facts.total.currencyCode || open.amount !== difference.amount) return { error: "unclear" };
  return { edit: edit.id, lines: facts.lines, before: facts.total, total, shopTotal: shopMoney, difference };
}

/** A line has another id in an edit than on its order. */
function isSameLine(one: { title: string; quantity: number; variant?: { id: string } | null }, line: EditLine): boolean {
  return one.variant?.id === line.variantId && one.title === line.title && one.quantity === line.quantity;
}

type Answer = { ok: true } | { ok: false; error: string };

/** Makes a calculated edit real. Throws VendorError; with outcome "unknown", read back before trying again. */
export async function commitEdit(client: AdminClient, edit: string, effectId: string): Promise<Answer> {
  const staffNote = `Asked for by the shopper ${effectReference(effectId)}`;
  const { orderEditCommit } = await client.query(operations.orderEditCommit, { id: edit, staffNote });
  return orderEditCommit.userErrors.length > 0 ? { ok: false, error: "refused" } : { ok: true };
}

/** Pays back so much of what was paid, the newest payment last. Throws VendorError. */
export async function refund(client: AdminClient, orderId: string, amount: string, facts: EditFacts, effectId: string): Promise<Answer> {
  const transactions: { orderId: string; parentId: string; gateway: string; kind: "REFUND"; amount: string }[] = [];
  const { currencyCode } = facts.total;
  let open = amount;
  for (const { id, gateway, left } of facts.payments) {
    const rest = addDecimals(open, negateDecimal(left.amount));
    const part = rest.startsWith("-") ? open : left.amount;
    if (/[1-9]/.test(part)) transactions.push({ orderId, parentId: id, gateway, kind: "REFUND", amount: inCurrency(part, currencyCode) });
    open = addDecimals(open, negateDecimal(part));
  }
  if (/[1-9]/.test(open)) return { ok: false, error: "not-enough" };
  const input = {
    orderId,
    note: `Paid too much after a change ${effectReference(effectId)}`,
    notify: false,
    currency: currencyCode,
    transactions,
  };
  const { refundCreate } = await client.query(operations.refundCreate, { input, key: effectId });
  return refundCreate.userErrors.length > 0 ? { ok: false, error: "refused" } : { ok: true };
}

/** Whether a refund's remark says that this effect has made it. */
export function isOwnRefund({ refundNotes }: Pick<EditFacts, "refundNotes">, effectId: string): boolean {
  return refundNotes.some((note) => note.includes(effectReference(effectId)));
}
