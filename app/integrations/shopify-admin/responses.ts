import { z } from "zod";

/**
 * The shapes of the answers that we rely on. Fields of protected customer data (name, email, phone, address) come
 * back null when the shop or Shopify's review has not granted them, so they may be missing everywhere.
 */
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const optionalText = z
  .string()
  .nullish()
  .transform((text) => text || undefined);
const optionalInstant = instant.nullish().transform((date) => date ?? undefined);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

const money = z.object({ amount: decimal, currencyCode: z.string() });
const moneySet = z.object({ presentmentMoney: money });
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const pageOf = <Node extends z.ZodType>(node: Node) => z.object({ pageInfo, nodes: z.array(node) });
const nodesOf = <Node extends z.ZodType>(node: Node) => z.object({ nodes: z.array(node) });

const image = z
  .object({ url: z.string() })
  .nullish()
  .transform((value) => value?.url);

const returnNode = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  createdAt: instant,
  decline: z.object({ reason: z.string(), note: optionalText }).nullish(),
  returnLineItems: pageOf(
    z.object({
      quantity: z.number().int(),
      /** How many of them the shop has received and booked. */
      processedQuantity: z.number().int().nullish(),
      customerNote: optionalText,
      returnReasonNote: optionalText,
      returnReasonDefinition: z.object({ handle: z.string() }).nullish(),
      /** Absent on lines that Shopify could not tie to a fulfilment. */
      fulfillmentLineItem: z.object({ id: z.string() }).optional(),
    }),
  ),
  exchangeLineItems: nodesOf(
    z.object({
      title: optionalText,
      variantTitle: optionalText,
      processedQuantity: z.number().int(),
      unprocessedQuantity: z.number().int(),
    }),
  ).nullish(),
});
export type ReturnNode = z.output<typeof returnNode>;

const orderNode = z.object({
  id: z.string(),
  name: z.string(),
  processedAt: instant,
  cancelledAt: optionalInstant,
  displayFinancialStatus: optionalText,
  displayFulfillmentStatus: z.string(),
  returnStatus: z.string(),
  email: optionalText,
  phone: optionalText,
  customer: z
    .object({
      id: z.string(),
      firstName: optionalText,
      lastName: optionalText,
      tags: z.array(z.string()),
    })
    .nullish(),
  tags: z.array(z.string()),
  discountCodes: z.array(z.string()),
  /** ACCEPT | CANCEL | INVESTIGATE | NONE */
  risk: z.object({ recommendation: optionalText }),
  totalPriceSet: moneySet.extend({ shopMoney: money }),
  shippingAddress: z.object({ countryCodeV2: optionalText, name: optionalText, address1: optionalText, zip: optionalText }).nullish(),
  lineItems: pageOf(
    z.object({
      id: z.string(),
      title: z.string(),
      variantTitle: optionalText,
      quantity: z.number().int(),
      image,
      discountedUnitPriceAfterAllDiscountsSet: moneySet,
    }),
  ),
  fulfillments: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      displayStatus: optionalText,
      createdAt: instant,
      inTransitAt: optionalInstant,
      estimatedDeliveryAt: optionalInstant,
      deliveredAt: optionalInstant,
      trackingInfo: z.array(z.object({ company: optionalText, number: optionalText, url: optionalText })),
      events: nodesOf(z.object({ status: z.string(), happenedAt: instant, city: optionalText, message: optionalText })),
      fulfillmentLineItems: pageOf(z.object({ quantity: z.number().int().nullish(), lineItem: z.object({ id: z.string() }) })),
    }),
  ),
  returns: pageOf(returnNode),
  refunds: z.array(
    z.object({
      id: z.string(),
      createdAt: optionalInstant,
      processedAt: instant,
      totalRefundedSet: moneySet,
      return: z.object({ id: z.string() }).nullish(),
      transactions: nodesOf(z.object({ gateway: optionalText })).nullish(),
    }),
  ),
});
export type OrderNode = z.output<typeof orderNode>;

const pastOrderNode = orderNode
  .pick({ id: true, name: true, processedAt: true, tags: true, discountCodes: true, risk: true, totalPriceSet: true, returns: true })
  .extend({
    customer: z.object({ tags: z.array(z.string()) }).nullish(),
    shippingAddress: z.object({ countryCodeV2: optionalText }).nullish(),
    lineItems: pageOf(
      z.object({
        id: z.string(),
        title: z.string(),
        variantTitle: optionalText,
        discountedUnitPriceAfterAllDiscountsSet: moneySet,
        originalUnitPriceSet: moneySet,
        product: z
          .object({ tags: z.array(z.string()), productType: z.string(), collections: nodesOf(z.object({ handle: z.string() })) })
          .nullish(),
      }),
    ),
    fulfillments: z.array(
      z.object({
        status: z.string(),
        createdAt: instant,
        deliveredAt: optionalInstant,
        fulfillmentLineItems: pageOf(z.object({ id: z.string(), lineItem: z.object({ id: z.string() }) })),
      }),
    ),
  });
export type PastOrderNode = z.output<typeof pastOrderNode>;

const reasonDefinition = z.object({ id: z.string(), handle: z.string(), name: z.string(), deleted: z.boolean() });

const returnableLine = z.object({
  quantity: z.number().int(),
  fulfillmentLineItem: z.object({
    id: z.string(),
    lineItem: z.object({
      id: z.string(),
      title: z.string(),
      variantTitle: optionalText,
      image,
      discountedUnitPriceAfterAllDiscountsSet: moneySet,
      originalUnitPriceSet: moneySet,
      /** Null when the product has been deleted since. */
      variant: z.object({ id: z.string() }).nullish(),
      product: z
        .object({
          id: z.string(),
          tags: z.array(z.string()),
          productType: z.string(),
          collections: nodesOf(z.object({ handle: z.string() })),
        })
        .nullish(),
      suggestedReturnReasonDefinitions: nodesOf(reasonDefinition).nullish(),
    }),
  }),
});
export type ReturnableLineNode = z.output<typeof returnableLine>;

const calculatedReturn = z.object({
  returnLineItems: z.array(
    z.object({
      quantity: z.number().int(),
      fulfillmentLineItem: z.object({ id: z.string() }),
      subtotalSet: moneySet,
      totalTaxSet: moneySet,
      restockingFee: z.object({ amountSet: moneySet }).nullish(),
    }),
  ),
  returnShippingFee: z.object({ amountSet: moneySet }).nullish(),
  exchangeLineItems: z.array(
    z.object({ quantity: z.number().int(), variant: z.object({ id: z.string() }).nullish(), subtotalSet: moneySet, totalTaxSet: moneySet }),
  ),
});
export type CalculatedReturnNode = z.output<typeof calculatedReturn>;

const userErrors = z.array(
  z.object({
    field: z
      .array(z.string())
      .nullish()
      .transform((path) => path ?? []),
    message: z.string(),
    code: optionalText,
  }),
);
export type UserError = z.output<typeof userErrors>[number];

const returnPayload = z.object({ return: z.object({ id: z.string(), name: z.string(), status: z.string() }).nullish(), userErrors });
export type ReturnPayload = z.output<typeof returnPayload>;

const returnDesk = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  decline: z.object({ reason: z.string(), note: optionalText }).nullish(),
  order: z.object({
    id: z.string(),
    name: z.string(),
    refunds: z.array(z.object({ id: z.string(), note: optionalText, totalRefundedSet: moneySet })),
  }),
  returnLineItems: pageOf(
    z.object({
      id: z.string(),
      quantity: z.number().int(),
      processedQuantity: z.number().int(),
      customerNote: optionalText,
      returnReasonNote: optionalText,
      returnReasonDefinition: z.object({ name: z.string() }).nullish(),
      fulfillmentLineItem: z.object({ id: z.string(), lineItem: z.object({ title: z.string(), variantTitle: optionalText }) }).nullish(),
    }),
  ),
  exchangeLineItems: pageOf(
    z.object({
      id: z.string(),
      title: optionalText,
      variantTitle: optionalText,
      productId: z.string().nullish(),
      variantId: z.string().nullish(),
      processedQuantity: z.number().int(),
      /** Without what was taken out; `quantity` would count that too. */
      unprocessedQuantity: z.number().int(),
      /** The lines of the order that it has become. */
      lineItems: z.array(z.object({ discountedTotalSet: moneySet })).nullish(),
    }),
  ),
  reverseFulfillmentOrders: nodesOf(
    z.object({
      lineItems: nodesOf(z.object({ id: z.string(), fulfillmentLineItem: z.object({ id: z.string() }).nullish() })),
    }),
  ),
  refunds: nodesOf(z.object({ id: z.string(), note: optionalText, totalRefundedSet: moneySet })),
});
export type ReturnDeskNode = z.output<typeof returnDesk>;

const returnMoney = z.object({
  suggestedFinancialOutcome: z
    .object({
      financialTransfer: z
        .discriminatedUnion("__typename", [
          z.object({
            __typename: z.literal("RefundReturnOutcome"),
            amount: moneySet,
            suggestedTransactions: z.array(z.object({ amountSet: moneySet, parentTransaction: z.object({ id: z.string() }).nullish() })),
          }),
          z.object({ __typename: z.literal("InvoiceReturnOutcome"), amount: moneySet }),
        ])
        .nullish(),
    })
    .nullish(),
});

const transaction = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  gateway: z.string().nullish(),
  formattedGateway: optionalText,
  amountSet: moneySet,
  parentTransaction: z.object({ id: z.string() }).nullish(),
});

const orderMoney = z.object({
  processedAt: instant,
  totalPriceSet: moneySet,
  cancelledAt: optionalInstant,
  displayFulfillmentStatus: z.string(),
  returnStatus: z.string(),
  cancellation: z.object({ staffNote: optionalText }).nullish(),
  netPaymentSet: moneySet,
  transactions: z.array(transaction),
});
export type OrderMoneyNode = z.output<typeof orderMoney>;

const orderAddress = z.object({
  cancelledAt: optionalInstant,
  displayFulfillmentStatus: z.string(),
  returnStatus: z.string(),
  shippingAddress: z
    .object({
      firstName: optionalText,
      lastName: optionalText,
      company: optionalText,
      address1: optionalText,
      address2: optionalText,
      zip: optionalText,
      city: optionalText,
      provinceCode: optionalText,
      countryCodeV2: optionalText,
      phone: optionalText,
    })
    .nullish(),
});

const calculatedOrder = z.object({ totalPriceSet: moneySet.extend({ shopMoney: money }), totalOutstandingSet: moneySet }).nullish();
const calculatedStep = z.object({ calculatedOrder, userErrors });

const orderContents = z.object({
  cancelledAt: optionalInstant,
  displayFulfillmentStatus: z.string(),
  returnStatus: z.string(),
  merchantEditable: z.boolean(),
  currentTotalPriceSet: moneySet.extend({ shopMoney: money }),
  netPaymentSet: moneySet,
  paymentCollectionDetails: z.object({ additionalPaymentCollectionUrl: optionalText }),
  lineItems: pageOf(
    z.object({
      id: z.string(),
      title: z.string(),
      variantTitle: optionalText,
      currentQuantity: z.number().int(),
      variant: z.object({ id: z.string() }).nullish(),
      product: z.object({ id: z.string() }).nullish(),
    }),
  ),
  fulfillments: z.array(z.object({ status: z.string() })),
  refunds: z.array(z.object({ note: optionalText })),
  transactions: z.array(transaction.extend({ gateway: optionalText })),
});
export type OrderContentsNode = z.output<typeof orderContents>;

const variantNode = z.object({
  id: z.string(),
  title: z.string(),
  availableForSale: z.boolean(),
  inventoryQuantity: z.number().int().nullish(),
  selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
  inventoryItem: z.object({ tracked: z.boolean() }).nullish(),
});

const shop = z.object({
  name: z.string(),
  email: optionalText,
  ianaTimezone: z.string(),
  shopAddress: z.object({ countryCodeV2: optionalText }).nullish(),
  currencyCode: z.string(),
  myshopifyDomain: z.string(),
  primaryDomain: z.object({ host: z.string() }).nullish(),
  /** Null without `read_legal_policies`. */
  shopPolicies: z
    .array(z.object({ id: z.string(), type: z.string(), title: z.string(), body: z.string(), url: z.string(), updatedAt: instant }))
    .nullish(),
});

const selectedOptions = z.array(z.object({ name: z.string(), value: z.string() }));
/** An article from long ago has no time of its last change. */
const changedSometime = instant.nullish().transform((date) => date ?? new Date(0));
const contentChange = z.object({ id: z.string(), updatedAt: changedSometime, isPublished: z.boolean() });
const content = { id: z.string(), title: z.string(), handle: z.string(), body: z.string(), isPublished: z.boolean() };
const knowledgeText = z.discriminatedUnion("__typename", [
  z.object({ __typename: z.literal("Page"), ...content, updatedAt: instant }),
  z.object({ __typename: z.literal("Article"), ...content, changedAt: changedSometime, blog: z.object({ handle: z.string() }) }),
  z.object({
    __typename: z.literal("Product"),
    id: z.string(),
    title: z.string(),
    descriptionHtml: z.string(),
    productType: z.string(),
    vendor: z.string(),
    status: z.string(),
    updatedAt: instant,
    onlineStoreUrl: optionalText,
    variants: nodesOf(z.object({ price: z.string(), selectedOptions })),
  }),
]);
export type KnowledgeText = z.output<typeof knowledgeText>;

const stockOfVariant = z.object({
  title: z.string(),
  price: z.string(),
  availableForSale: z.boolean(),
  selectedOptions,
  inventoryItem: z
    .object({
      tracked: z.boolean(),
      inventoryLevels: nodesOf(
        z.object({
          location: z.object({ name: z.string(), localPickupSettingsV2: z.object({ pickupTime: z.string() }).nullish() }),
          quantities: z.array(z.object({ quantity: z.number().int() })),
        }),
      ),
    })
    .nullish(),
});

const exchangeVariant = z.object({
  id: z.string(),
  price: decimal,
  availableForSale: z.boolean(),
  inventoryQuantity: z.number().int().nullish(),
  /** DENY | CONTINUE: whether it is sold when there is none left. */
  inventoryPolicy: z.string(),
  selectedOptions,
  inventoryItem: z.object({ tracked: z.boolean() }),
});
export type ExchangeVariantNode = z.output<typeof exchangeVariant>;

const someone = z.object({ id: z.string() }).nullish();
const giftCard = z.object({
  balance: z.object({ amount: z.string(), currencyCode: z.string() }),
  deactivatedAt: z.string().nullish(),
  enabled: z.boolean(),
  expiresOn: z.iso.date().nullish(),
  lastCharacters: z.string().regex(/^[A-Za-z0-9]{1,4}$/),
  customer: someone,
  recipientAttributes: z.object({ recipient: someone }).nullish(),
});
export type GiftCard = z.output<typeof giftCard>;
const madeGiftCard = z.object({
  id: z.string(),
  initialValue: z.object({ amount: z.string(), currencyCode: z.string() }),
  lastCharacters: z.string(),
  note: z.string().nullish(),
});

export const responses = {
  orders: z.object({ orders: pageOf(orderNode) }),
  order: z.object({ order: orderNode.nullish() }),
  pastOrders: z.object({ orders: pageOf(pastOrderNode) }),
  pastOrder: z.object({ order: pastOrderNode.nullish() }),
  changedOrders: z.object({ orders: pageOf(z.object({ id: z.string(), updatedAt: instant })) }),
  customerByPhone: z.object({ customerByIdentifier: z.object({ id: z.string() }).nullish() }),
  customerByEmail: z.object({
    customerByIdentifier: z.object({ id: z.string(), defaultEmailAddress: z.object({ emailAddress: z.string() }).nullish() }).nullish(),
  }),
  giftCards: z.object({ giftCards: pageOf(giftCard) }),
  madeGiftCards: z.object({ giftCards: pageOf(madeGiftCard) }),
  giftCardCreate: z.object({
    giftCardCreate: z.object({ giftCard: z.object({ id: z.string() }).nullish(), userErrors }),
  }),
  returnable: z.object({
    returnableFulfillments: pageOf(
      z.object({
        fulfillment: z.object({ createdAt: instant, deliveredAt: optionalInstant }),
        returnableFulfillmentLineItems: pageOf(returnableLine),
      }),
    ),
  }),
  quote: z.object({ order: z.object({ taxesIncluded: z.boolean() }).nullish(), returnCalculate: calculatedReturn.nullish() }),
  returnRequest: z.object({ returnRequest: returnPayload }),
  returnCreate: z.object({ returnCreate: returnPayload }),
  orderMoney: z.object({ order: orderMoney.nullish() }),
  orderCancel: z.object({ orderCancel: z.object({ job: z.object({ id: z.string() }).nullish(), orderCancelUserErrors: userErrors }) }),
  orderAddress: z.object({ order: orderAddress.nullish() }),
  orderUpdate: z.object({ orderUpdate: z.object({ order: z.object({ id: z.string() }).nullish(), userErrors }) }),
  orderContents: z.object({ order: orderContents.nullish() }),
  productVariants: z.object({ product: z.object({ status: z.string(), variants: nodesOf(variantNode) }).nullish() }),
  orderEditBegin: z.object({
    orderEditBegin: z.object({
      calculatedOrder: z
        .object({
          id: z.string(),
          lineItems: nodesOf(
            z.object({ id: z.string(), title: z.string(), quantity: z.number().int(), variant: z.object({ id: z.string() }).nullish() }),
          ),
        })
        .nullish(),
      userErrors,
    }),
  }),
  orderEditSetQuantity: z.object({ orderEditSetQuantity: calculatedStep }),
  orderEditAddVariant: z.object({ orderEditAddVariant: calculatedStep }),
  orderEditCommit: z.object({ orderEditCommit: z.object({ order: z.object({ id: z.string() }).nullish(), userErrors }) }),
  orderStatusPage: z.object({ order: z.object({ name: z.string(), statusPageUrl: z.string() }).nullish() }),
  orderInvoiceSend: z.object({ orderInvoiceSend: z.object({ userErrors }) }),
  refundCreate: z.object({ refundCreate: z.object({ refund: z.object({ id: z.string() }).nullish(), userErrors }) }),
  job: z.object({ job: z.object({ done: z.boolean() }).nullish() }),
  returnsOfOrder: z.object({ order: z.object({ returns: pageOf(returnNode) }).nullish() }),
  returnDesk: z.object({ return: returnDesk.nullish() }),
  returnMoney: z.object({ return: returnMoney.nullish() }),
  returnApprove: z.object({ returnApproveRequest: returnPayload }),
  returnDecline: z.object({ returnDeclineRequest: returnPayload }),
  returnCancel: z.object({ returnCancel: returnPayload }),
  returnClose: z.object({ returnClose: returnPayload }),
  returnReopen: z.object({ returnReopen: returnPayload }),
  removeFromReturn: z.object({ removeFromReturn: returnPayload }),
  returnProcess: z.object({ returnProcess: returnPayload }),
  reasonDefinitions: z.object({ returnReasonDefinitions: nodesOf(reasonDefinition) }),
  shop: z.object({ shop }),
  customerAccounts: z.object({
    shop: z.object({ customerAccountsV2: z.object({ customerAccountsVersion: z.string(), url: z.string().nullish() }) }),
  }),
  pageChanges: z.object({ pages: pageOf(contentChange) }),
  articleChanges: z.object({ articles: pageOf(contentChange) }),
  productChanges: z.object({ products: pageOf(z.object({ id: z.string(), updatedAt: instant, status: z.string() })) }),
  knowledgeTexts: z.object({ nodes: z.array(knowledgeText.nullable()) }),
  productStock: z.object({ product: z.object({ title: z.string(), status: z.string(), variants: nodesOf(stockOfVariant) }).nullish() }),
  exchangeProduct: z.object({
    product: z.object({ id: z.string(), title: z.string(), status: z.string(), variants: pageOf(exchangeVariant) }).nullish(),
  }),
  owed: z.object({
    order: z
      .object({
        totalOutstandingSet: moneySet,
        paymentCollectionDetails: z.object({ additionalPaymentCollectionUrl: z.url().nullish() }),
      })
      .nullish(),
  }),
  refundsOfOrder: z.object({
    order: z.object({ refunds: z.array(z.object({ id: z.string(), note: optionalText, totalRefundedSet: moneySet })) }).nullish(),
  }),
  installation: z.object({ currentAppInstallation: z.object({ id: z.string(), accessScopes: z.array(z.object({ handle: z.string() })) }) }),
};
