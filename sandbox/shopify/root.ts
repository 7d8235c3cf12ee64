import { type FieldNode, type GraphQLResolveInfo, Kind } from "graphql";
import { createGiftCard, type GiftCardInput } from "./create-gift-card.ts";
import type { IdempotencyKeys } from "./idempotency.ts";
import type { MergeRecord, OrderRecord, RefundRecord } from "./model.ts";
import * as edits from "./order-edits.ts";
import { cancelOrderLater, type OrderCancelInput, type OrderUpdateInput, updateOrder } from "./orders.ts";
import { connection, type PageArguments } from "./paging.ts";
import type { Problem } from "./problems.ts";
import { processReturn, type ReturnProcessInput } from "./process-return.ts";
import { createRefund, type RefundInput } from "./refunds.ts";
import * as returns from "./returns.ts";
import { type AttachInput, attachDelivery, changeDelivery, type DeliveryOutcome } from "./reverse-deliveries.ts";
import { searchOrders } from "./search-orders.ts";
import { calculatedLineView, calculatedOrderView } from "./views/calculated-order.ts";
import { type CalculateReturnInput, calculatedReturnView } from "./views/calculated-return.ts";
import { type ContentArguments, nodeView, pageConnection, productConnection, productView } from "./views/content.ts";
import { siblingId, type ViewContext } from "./views/context.ts";
import { returnableConnection } from "./views/fulfillment.ts";
import { giftCardConnection, giftCardView } from "./views/gift-card.ts";
import { invoiceText } from "./views/invoice.ts";
import { orderView } from "./views/order.ts";
import { refundView } from "./views/refund.ts";
import { returnView, reverseDeliveryView } from "./views/return.ts";
import { customerView, reasonConnection, shopView } from "./views/shop.ts";

export type RootContext = ViewContext & {
  keys: IdempotencyKeys;
  scopes: string[];
  /** How long a refund takes; a second request with the same key in that time is told so. */
  refundMilliseconds: number;
  record: (operation: string, detail: Record<string, unknown>) => void;
};

const queries = {
  shop: (_: unknown, context: RootContext) => shopView(context),
  order: ({ id }: { id: string }, context: RootContext) => {
    const order = context.store.orders.get(id);
    return order ? orderView(context, order) : null;
  },
  orders: (args: PageArguments & { query?: string | null; sortKey?: string | null }, context: RootContext) => {
    const found = searchOrders(context.store, args);
    if (found.warnings.length > 0) context.searches.push({ field: "orders", query: args.query ?? "", warnings: found.warnings });
    return connection(
      found.orders,
      args,
      (order) => order.id,
      (order) => orderView(context, order),
    );
  },
  returnableFulfillments: (args: PageArguments & { orderId: string }, context: RootContext) => returnableConnection(context, args),
  returnCalculate: ({ input }: { input: CalculateReturnInput }, context: RootContext) => calculatedReturnView(context, input),
  return: ({ id }: { id: string }, context: RootContext) => {
    const found = context.store.findReturn(id);
    return found ? returnView(context, found.order, found.record) : null;
  },
  returnReasonDefinitions: (args: Parameters<typeof reasonConnection>[1], context: RootContext) => reasonConnection(context, args),
  customer: ({ id }: { id: string }, context: RootContext) => {
    const customer = context.store.customers.get(id);
    return customer ? customerView(context, customer) : null;
  },
  customerByIdentifier: (
    { identifier }: { identifier: { id?: string; emailAddress?: string; phoneNumber?: string } },
    context: RootContext,
  ) => {
    const customer = [...context.store.customers.values()].find(
      (one) =>
        one.id === identifier.id ||
        (identifier.emailAddress !== undefined && one.email?.toLowerCase() === identifier.emailAddress.toLowerCase()) ||
        (identifier.phoneNumber !== undefined && one.phone === identifier.phoneNumber),
    );
    return customer ? customerView(context, customer) : null;
  },
  job: ({ id }: { id: string }, { store }: RootContext) => (store.jobs.has(id) ? { id, done: store.jobs.get(id) } : null),
  nodes: ({ ids }: { ids: string[] }, context: RootContext) => ids.map((id) => nodeView(context, id)),
  pages: (args: ContentArguments, context: RootContext) => pageConnection(context, args, "page"),
  articles: (args: ContentArguments, context: RootContext) => pageConnection(context, args, "article"),
  products: (args: ContentArguments, context: RootContext) => productConnection(context, args),
  product: ({ id }: { id: string }, context: RootContext) => {
    const product = context.store.products.get(id);
    return product ? productView(context, product) : null;
  },
  giftCards: (args: ContentArguments, context: RootContext) => giftCardConnection(context, args),
  customerMergeJobStatus: ({ jobId }: { jobId: string }, { store }: RootContext) => {
    const merge = store.merges.find((one) => one.jobId === jobId);
    return merge ? { jobId, resultingCustomerId: merge.keptId, status: merge.status, customerMergeErrors: mergeErrors(merge) } : null;
  },
  currentAppInstallation: (_: unknown, { scopes }: RootContext) => ({
    id: "gid://shopify/AppInstallation/1",
    accessScopes: scopes.map((handle) => ({ handle, description: handle.replaceAll("_", " ") })),
  }),
};

function mergeErrors({ status }: MergeRecord) {
  return status === "FAILED" ? [{ errorFields: ["SUBSCRIPTIONS"], message: "The customer has subscriptions and can't be merged." }] : [];
}

/** Answers for a return mutation, writing it into the history when it was accepted. */
function answerReturn(context: RootContext, operation: string, input: Record<string, unknown>, outcome: returns.ReturnOutcome) {
  const done = outcome.return;
  if (done) context.record(operation, { ...input, orderName: done.order.name, returnId: done.record.id, returnName: done.record.name });
  return { return: done ? returnView(context, done.order, done.record) : null, userErrors: outcome.userErrors };
}

function answerDelivery(context: RootContext, operation: string, input: Record<string, unknown>, { found, userErrors }: DeliveryOutcome) {
  if (found) context.record(operation, { ...input, orderName: found.order.name, returnId: found.record.id, deliveryId: found.delivery.id });
  return { reverseDelivery: found ? reverseDeliveryView(context, found.order, found.record, found.delivery) : null, userErrors };
}

type InvoiceMail = { to?: string | null; subject?: string | null; customMessage?: string | null };

function answerEdit(context: RootContext, { edit, line, userErrors }: edits.EditOutcome) {
  return {
    calculatedOrder: edit ? calculatedOrderView(context, edit) : null,
    calculatedLineItem: edit && line ? calculatedLineView(context, edit, line) : null,
    orderEditSession: edit ? { id: siblingId(edit.id, "OrderEditSession") } : null,
    userErrors,
  };
}

function idempotencyKey(info: GraphQLResolveInfo): string | undefined {
  const field: FieldNode | undefined = info.fieldNodes[0];
  const value = field?.directives
    ?.find((one) => one.name.value === "idempotent")
    ?.arguments?.find((one) => one.name.value === "key")?.value;
  if (value?.kind === Kind.STRING) return value.value;
  if (value?.kind === Kind.VARIABLE) return String(info.variableValues[value.name.value] ?? "");
  return undefined;
}

type Booked = { order: OrderRecord | null; refund: RefundRecord | null; userErrors: Problem[] };

const mutations = {
  returnRequest: ({ input }: { input: returns.NewReturnInput }, context: RootContext) =>
    answerReturn(context, "returnRequest", { input }, returns.requestReturn(context.store, input)),
  returnCreate: ({ returnInput }: { returnInput: returns.NewReturnInput }, context: RootContext) =>
    answerReturn(context, "returnCreate", { input: returnInput }, returns.createReturn(context.store, returnInput)),
  returnApproveRequest: ({ input }: { input: { id: string } }, context: RootContext) =>
    answerReturn(context, "returnApproveRequest", { input }, returns.approveRequest(context.store, input)),
  returnDeclineRequest: ({ input }: { input: { id: string; declineReason: string; declineNote?: string | null } }, context: RootContext) =>
    answerReturn(context, "returnDeclineRequest", { input }, returns.declineRequest(context.store, input)),
  returnCancel: ({ id }: { id: string }, context: RootContext) =>
    answerReturn(context, "returnCancel", { id }, returns.cancelReturn(context.store, id)),
  returnClose: ({ id }: { id: string }, context: RootContext) =>
    answerReturn(context, "returnClose", { id }, returns.closeReturn(context.store, id)),
  returnReopen: ({ id }: { id: string }, context: RootContext) =>
    answerReturn(context, "returnReopen", { id }, returns.reopenReturn(context.store, id)),
  removeFromReturn: (
    { returnId: id, returnLineItems, exchangeLineItems }: { returnId: string } & returns.Removal,
    context: RootContext,
  ) => {
    const outcome = returns.removeFromReturn(context.store, id, { returnLineItems, exchangeLineItems });
    return answerReturn(context, "removeFromReturn", { id, returnLineItems, exchangeLineItems }, outcome);
  },
  returnProcess: ({ input }: { input: ReturnProcessInput }, context: RootContext) =>
    answerReturn(context, "returnProcess", { input }, processReturn(context.store, input)),
  reverseDeliveryCreateWithShipping: (input: AttachInput, context: RootContext) =>
    answerDelivery(context, "reverseDeliveryCreateWithShipping", input, attachDelivery(context.store, input)),
  reverseDeliveryShippingUpdate: (input: Parameters<typeof changeDelivery>[1], context: RootContext) =>
    answerDelivery(context, "reverseDeliveryShippingUpdate", input, changeDelivery(context.store, input)),
  refundCreate: async ({ input }: { input: RefundInput }, context: RootContext, info: GraphQLResolveInfo) => {
    const key = idempotencyKey(info);
    const done: Booked = await context.keys.run(key, input, async () => {
      if (context.refundMilliseconds > 0) await new Promise((resolve) => setTimeout(resolve, context.refundMilliseconds));
      const booked = createRefund(context.store, input);
      if (booked.order && booked.refund) {
        context.record("refundCreate", { input, idempotencyKey: key, orderName: booked.order.name, refundId: booked.refund.id });
      }
      return booked;
    });
    return {
      order: done.order ? orderView(context, done.order) : null,
      refund: done.order && done.refund ? refundView(context, done.order, done.refund) : null,
      userErrors: done.userErrors,
    };
  },
  giftCardCreate: ({ input }: { input: GiftCardInput }, context: RootContext) => {
    const { card, userErrors } = createGiftCard(context.store, input);
    // Whoever reads the history is not to spend the card.
    if (card)
      context.record("giftCardCreate", {
        input: { ...input, code: `••••${card.code.slice(-4)}` },
        giftCardId: card.id,
        orderName: /(#\S+)-R\d+/.exec(input.note ?? "")?.[1],
      });
    return { giftCard: card ? giftCardView(context, card) : null, giftCardCode: card?.code ?? null, userErrors };
  },
  orderCancel: (args: OrderCancelInput, context: RootContext) => {
    const { job, problems } = cancelOrderLater(context.store, args);
    if (job) context.record("orderCancel", { ...args, orderName: context.store.orders.get(args.orderId)?.name });
    return { job, orderCancelUserErrors: problems, userErrors: problems };
  },
  orderUpdate: ({ input }: { input: OrderUpdateInput }, context: RootContext) => {
    const { order, userErrors } = updateOrder(context.store, input);
    if (order) context.record("orderUpdate", { input, orderName: order.name });
    return { order: order ? orderView(context, order) : null, userErrors };
  },
  orderEditBegin: ({ id }: { id: string }, context: RootContext) => answerEdit(context, edits.beginEdit(context.store, id)),
  orderEditAddVariant: (args: edits.AddVariantArguments, context: RootContext) =>
    answerEdit(context, edits.addVariant(context.store, args)),
  orderEditSetQuantity: (args: edits.SetQuantityArguments, context: RootContext) =>
    answerEdit(context, edits.setQuantity(context.store, args)),
  orderEditCommit: (args: { id: string; notifyCustomer?: boolean | null; staffNote?: string | null }, context: RootContext) => {
    const { order, userErrors } = edits.commitEdit(context.store, args);
    if (order) context.record("orderEditCommit", { ...args, orderName: order.name });
    return { order: order ? orderView(context, order) : null, successMessages: order ? ["Order updated"] : [], userErrors };
  },
  orderInvoiceSend: ({ id, email }: { id: string; email?: InvoiceMail | null }, context: RootContext) => {
    const order = context.store.orders.get(id);
    const to = email?.to ?? order?.email;
    if (!order || !to) {
      const code = "ORDER_INVOICE_SEND_UNSUCCESSFUL";
      return {
        order: null,
        userErrors: [{ field: ["id"], message: order ? "The order has no email address." : "Order does not exist", code }],
      };
    }
    context.record("orderInvoiceSend", { id, email, orderName: order.name });
    const subject = email?.subject ?? `Invoice ${order.name}`;
    context.store.sendMail({ to, subject, text: invoiceText(context.store, order, email?.customMessage ?? undefined) });
    return { order: orderView(context, order), userErrors: [] };
  },
};

/** graphql-js calls these with (arguments, context, info). */
export const rootValue = { ...queries, ...mutations };
