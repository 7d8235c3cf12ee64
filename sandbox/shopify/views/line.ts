import { currentQuantity, refundableUnits, unfulfilledUnits } from "../derive.ts";
import type { LineRecord, OrderRecord } from "../model.ts";
import { scale } from "../money.ts";
import { connection, firstOf, type PageArguments } from "../paging.ts";
import { lineBeforeOrderDiscounts, lineOriginal, lineTotal, taxOf } from "../totals.ts";
import { productView, variantView } from "./content.ts";
import type { ViewContext } from "./context.ts";
import { moneyBag, pictureView } from "./parts.ts";
import { reasonView } from "./shop.ts";

export const taxLine = (context: ViewContext, order: OrderRecord, cents: number) => ({
  title: "VAT",
  rate: order.taxPercent / 100,
  ratePercentage: order.taxPercent,
  priceSet: moneyBag(context, order, cents),
});

export function lineView(context: ViewContext, order: OrderRecord, line: LineRecord): object {
  const product = context.store.products.get(line.productId);
  const variant = context.store.variants.get(line.variantId);
  return {
    id: line.id,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    title: line.title,
    variantTitle: line.variantTitle || null,
    sku: line.sku,
    vendor: product?.vendor ?? null,
    quantity: line.quantity,
    currentQuantity: () => currentQuantity(order, line),
    refundableQuantity: () => refundableUnits(order, line).length,
    unfulfilledQuantity: () => unfulfilledUnits(order, line).length,
    requiresShipping: true,
    taxable: true,
    isGiftCard: false,
    image: () => (variant ? pictureView(context, variant.picture) : null),
    product: () => (product ? productView(context, product) : null),
    variant: () => (variant ? variantView(context, variant) : null),
    originalUnitPriceSet: moneyBag(context, order, line.unitPrice),
    originalTotalSet: moneyBag(context, order, lineOriginal(line)),
    discountedUnitPriceSet: moneyBag(context, order, scale(lineBeforeOrderDiscounts(line), 1, line.quantity)),
    discountedUnitPriceAfterAllDiscountsSet: moneyBag(context, order, scale(lineTotal(line), 1, line.quantity)),
    discountedTotalSet: ({ withCodeDiscounts }: { withCodeDiscounts?: boolean }) =>
      moneyBag(context, order, withCodeDiscounts ? lineTotal(line) : lineBeforeOrderDiscounts(line)),
    totalDiscountSet: moneyBag(context, order, line.lineDiscount),
    taxLines: (args: { first?: number | null }) => firstOf([taxLine(context, order, taxOf(order, lineTotal(line)))], args),
    suggestedReturnReasonDefinitions: (args: PageArguments) =>
      connection(
        context.store.reasons.filter((reason) => !reason.deleted),
        args,
        (reason) => reason.id,
        reasonView,
      ),
  };
}
