/** The access scope each root field asks for; a write scope implies reading. */
const scopeOf: Record<string, string> = {
  order: "read_orders",
  orders: "read_orders",
  returnableFulfillments: "read_returns",
  returnCalculate: "read_returns",
  return: "read_returns",
  returnReasonDefinitions: "read_returns",
  customer: "read_customers",
  customerByIdentifier: "read_customers",
  pages: "read_content",
  articles: "read_content",
  products: "read_products",
  product: "read_products",
  giftCards: "read_gift_cards",
  customerMergeJobStatus: "read_customer_merge",
  returnRequest: "write_returns",
  returnCreate: "write_returns",
  returnApproveRequest: "write_returns",
  returnDeclineRequest: "write_returns",
  returnCancel: "write_returns",
  returnClose: "write_returns",
  returnReopen: "write_returns",
  removeFromReturn: "write_returns",
  returnProcess: "write_returns",
  giftCardCreate: "write_gift_cards",
  refundCreate: "write_orders",
  orderCancel: "write_orders",
  orderUpdate: "write_orders",
  orderInvoiceSend: "write_orders",
  orderEditBegin: "write_order_edits",
  orderEditAddVariant: "write_order_edits",
  orderEditSetQuantity: "write_order_edits",
  orderEditCommit: "write_order_edits",
};

/** The scope a root field lacks; undefined when the app may use it. */
export function missingScope(field: string, granted: readonly string[]): string | undefined {
  const needed = scopeOf[field];
  if (!needed || granted.includes(needed) || granted.includes(needed.replace(/^read_/, "write_"))) return undefined;
  return needed;
}
