import { GraphQLError } from "graphql";
import { inOrder } from "../currency.ts";
import { checkExchange, type ExchangeLineInput, moneyOfExchange } from "../exchange-lines.ts";
import type { Problem } from "../problems.ts";
import { checkShippingFee, checkUnits, type ReturnLineInput, type ShippingFeeInput } from "../return-lines.ts";
import { requireLine } from "../store.ts";
import { moneyOfUnits, restockingFee } from "../totals.ts";
import { variantView } from "./content.ts";
import { siblingId, type ViewContext } from "./context.ts";
import { fulfillmentLineView } from "./fulfillment.ts";
import { moneyBag } from "./parts.ts";

export type CalculateReturnInput = {
  orderId: string;
  returnLineItems?: ReturnLineInput[] | null;
  returnShippingFee?: ShippingFeeInput | null;
  exchangeLineItems?: ExchangeLineInput[] | null;
};

/** returnCalculate has no userErrors: wrong input is an error of the whole query. Unknown orders are null. */
export function calculatedReturnView(context: ViewContext, input: CalculateReturnInput): object | null {
  const { store } = context;
  const order = store.orders.get(input.orderId);
  if (!order) return null;
  const problems: Problem[] = [];
  const lines = input.returnLineItems ?? [];
  const checked = lines.length > 0 ? checkUnits(store, order, lines, ["input"], problems) : [];
  const fee = checkShippingFee(store, order, input.returnShippingFee, ["input"], problems);
  const exchange = checkExchange(store, input.exchangeLineItems, ["input"], problems);
  const [first] = problems;
  if (first) throw new GraphQLError(first.message, { extensions: { code: first.code ?? "BAD_REQUEST", field: first.field } });
  return {
    id: siblingId(order.id, "CalculatedReturn"),
    returnShippingFee:
      fee === undefined ? null : { id: siblingId(order.id, "CalculatedReturnShippingFee"), amountSet: moneyBag(context, order, fee) },
    exchangeLineItems: exchange.map(({ variant, quantity }) => {
      const { subtotal, tax } = moneyOfExchange(order, inOrder(store, order, variant.price), quantity);
      return {
        id: siblingId(variant.id, "CalculatedExchangeLineItem"),
        quantity,
        variant: () => variantView(context, variant),
        originalUnitPriceSet: moneyBag(context, order, inOrder(store, order, variant.price)),
        discountedUnitPriceSet: moneyBag(context, order, inOrder(store, order, variant.price)),
        subtotalSet: moneyBag(context, order, subtotal),
        totalTaxSet: moneyBag(context, order, tax),
      };
    }),
    returnLineItems: checked.map(({ input: line, lineItemId, units }) => {
      const found = store.findFulfillmentLine(line.fulfillmentLineItemId);
      const amounts = moneyOfUnits(order, requireLine(order, lineItemId), units);
      const percentage = line.restockingFee?.percentage;
      return {
        id: siblingId(line.fulfillmentLineItemId, "CalculatedReturnLineItem"),
        quantity: units.length,
        fulfillmentLineItem: () => found && fulfillmentLineView(context, order, found.line),
        subtotalBeforeOrderDiscountsSet: moneyBag(context, order, amounts.beforeOrderDiscounts),
        subtotalSet: moneyBag(context, order, amounts.subtotal),
        totalTaxSet: moneyBag(context, order, amounts.tax),
        restockingFee:
          percentage === undefined
            ? null
            : {
                id: siblingId(line.fulfillmentLineItemId, "CalculatedRestockingFee"),
                percentage,
                amountSet: moneyBag(context, order, restockingFee(amounts.subtotal, percentage)),
              },
      };
    }),
  };
}
