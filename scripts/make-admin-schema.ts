/**
 * Makes sandbox/shopify/admin-2026-10.graphql, the part of Shopify's Admin API that Onethread uses, from the full
 * published SDL:  node scripts/make-admin-schema.ts <full.graphql or full.graphql.gz>
 *
 * What stays is what the lists below name. The double answers every field that stays, so an operation that is valid
 * against the trimmed schema also works against the double; a new field belongs into both.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type NamedTypeNode,
  parse,
  print,
  type TypeNode,
  visit,
} from "graphql";

const target = new URL("../sandbox/shopify/admin-2026-10.graphql", import.meta.url);

/** Object types and interfaces with the fields that stay. Connections, edges and mutation payloads stay whole. */
const fieldsOf: Record<string, string> = {
  QueryRoot: `shop order orders returnableFulfillments returnCalculate return returnReasonDefinitions customer customerByIdentifier
    customerMergeJobStatus currentAppInstallation job nodes pages articles products product giftCards`,
  Mutation:
    "returnRequest returnCreate returnApproveRequest returnDeclineRequest returnCancel returnClose returnReopen removeFromReturn returnProcess reverseDeliveryCreateWithShipping reverseDeliveryShippingUpdate refundCreate orderCancel orderUpdate orderEditBegin orderEditAddVariant orderEditSetQuantity orderEditCommit orderInvoiceSend giftCardCreate",
  Node: "id",
  PageInfo: "endCursor hasNextPage hasPreviousPage startCursor",
  DisplayableError: "field message",
  UserError: "field message",
  ReturnUserError: "code field message",
  OrderCancelUserError: "code field message",
  Job: "id done",
  MoneyV2: "amount currencyCode",
  MoneyBag: "presentmentMoney shopMoney",
  Image: "id url altText width height",
  Shop: "id name email contactEmail ianaTimezone currencyCode primaryDomain myshopifyDomain url billingAddress shopAddress shopPolicies customerAccountsV2",
  ShopAddress: "id address1 address2 city zip province provinceCode country countryCodeV2 phone company",
  ShopPolicy: "id type title body url createdAt updatedAt",
  Domain: "id host url sslEnabled",
  CustomerAccountsV2: "customerAccountsVersion loginLinksVisibleOnStorefrontAndCheckout loginRequiredAtCheckout url",
  AppInstallation: "id accessScopes",
  AccessScope: "handle description",
  Attribute: "key value",
  Customer:
    "id legacyResourceId displayName firstName lastName locale state tags note verifiedEmail amountSpent numberOfOrders createdAt updatedAt defaultEmailAddress defaultPhoneNumber defaultAddress email phone orders",
  CustomerEmailAddress: "emailAddress validFormat marketingState",
  CustomerPhoneNumber: "phoneNumber",
  CustomerMergeRequest: "customerMergeErrors jobId resultingCustomerId status",
  CustomerMergeError: "errorFields message",
  GiftCard:
    "id balance initialValue createdAt updatedAt deactivatedAt enabled expiresOn lastCharacters maskedCode note customer recipientAttributes",
  GiftCardUserError: "code field message",
  GiftCardRecipient: "message preferredName recipient sendNotificationAt",
  MailingAddress:
    "id firstName lastName name company address1 address2 city zip province provinceCode country countryCodeV2 phone formatted",
  Order: `id legacyResourceId name number confirmationNumber createdAt processedAt updatedAt cancelledAt cancelReason cancellation closed
    closedAt confirmed email phone note tags test customAttributes customerLocale currencyCode presentmentCurrencyCode taxesIncluded
    displayFinancialStatus displayFulfillmentStatus returnStatus statusPageUrl canNotifyCustomer fullyPaid unpaid refundable
    customer shippingAddress billingAddress shippingLine lineItems fulfillments fulfillmentOrders returns refunds transactions risk
    discountCode discountCodes edited merchantEditable paymentGatewayNames paymentCollectionDetails subtotalLineItemsQuantity totalPriceSet currentTotalPriceSet subtotalPriceSet
    totalTaxSet totalDiscountsSet totalShippingPriceSet totalRefundedSet totalReceivedSet netPaymentSet totalOutstandingSet`,
  OrderEditSession: "id",
  CalculatedOrder: "id originalOrder lineItems addedLineItems subtotalLineItemsQuantity subtotalPriceSet totalOutstandingSet totalPriceSet",
  CalculatedLineItem: `id title variantTitle sku quantity editableQuantity editableQuantityBeforeChanges restockable restocking variant
    originalUnitPriceSet discountedUnitPriceSet editableSubtotalSet uneditableSubtotalSet`,
  OrderInvoiceSendUserError: "code field message",
  OrderCancellation: "staffNote",
  OrderRiskSummary: "recommendation",
  OrderPaymentCollectionDetails: "additionalPaymentCollectionUrl",
  ShippingLine: "id title code originalPriceSet discountedPriceSet",
  LineItem: `id name title variantTitle sku vendor quantity currentQuantity refundableQuantity unfulfilledQuantity requiresShipping taxable
    isGiftCard image product variant originalUnitPriceSet originalTotalSet discountedUnitPriceSet discountedUnitPriceAfterAllDiscountsSet
    discountedTotalSet totalDiscountSet taxLines suggestedReturnReasonDefinitions`,
  TaxLine: "title rate ratePercentage priceSet",
  Collection: "id title handle",
  Page: "id title handle body isPublished updatedAt",
  Article: "id title handle body isPublished updatedAt blog",
  Blog: "id title handle",
  Product:
    "id legacyResourceId title handle productType vendor tags description descriptionHtml status updatedAt onlineStoreUrl featuredImage isGiftCard variants collections",
  ProductVariant:
    "id legacyResourceId title displayName sku price availableForSale inventoryQuantity inventoryPolicy selectedOptions image product inventoryItem",
  InventoryItem: "id tracked inventoryLevels",
  InventoryLevel: "id location quantities",
  InventoryQuantity: "id name quantity",
  Location: "id name localPickupSettingsV2",
  DeliveryLocalPickupSettings: "pickupTime instructions",
  SelectedOption: "name value",
  Fulfillment: `id legacyResourceId name status displayStatus createdAt updatedAt inTransitAt estimatedDeliveryAt deliveredAt requiresShipping
    totalQuantity trackingInfo events fulfillmentLineItems order`,
  FulfillmentTrackingInfo: "company number url",
  FulfillmentEvent: "id status happenedAt createdAt estimatedDeliveryAt city province country zip address1 message",
  FulfillmentLineItem: "id quantity lineItem discountedTotalSet originalTotalSet",
  FulfillmentOrder: "id status requestStatus createdAt updatedAt orderId orderName fulfillmentHolds",
  FulfillmentHold: "id reason displayReason reasonNotes",
  ReturnableFulfillment: "id fulfillment returnableFulfillmentLineItems",
  ReturnableFulfillmentLineItem: "quantity fulfillmentLineItem",
  ReturnReasonDefinition: "id handle name deleted",
  Return: `id name status createdAt closedAt requestApprovedAt totalQuantity decline order returnLineItems exchangeLineItems returnShippingFees
    reverseFulfillmentOrders refunds transactions suggestedFinancialOutcome`,
  ReturnDecline: "reason note",
  ReturnLineItemType:
    "id quantity processableQuantity processedQuantity unprocessedQuantity refundableQuantity refundedQuantity customerNote returnReason returnReasonDefinition returnReasonNote",
  ReturnLineItem: `id quantity processableQuantity processedQuantity unprocessedQuantity refundableQuantity refundedQuantity customerNote
    returnReason returnReasonDefinition returnReasonNote restockingFee fulfillmentLineItem withCodeDiscountedTotalPriceSet`,
  ExchangeLineItem:
    "id lineItems processableQuantity processedQuantity productId quantity title unprocessedQuantity variantId variantSku variantTitle",
  RestockingFee: "id percentage amountSet",
  ReturnShippingFee: "id amountSet",
  ReverseFulfillmentOrder: "id status lineItems order reverseDeliveries",
  ReverseDelivery: "id deliverable reverseDeliveryLineItems reverseFulfillmentOrder",
  ReverseDeliveryLineItem: "id quantity reverseFulfillmentOrderLineItem",
  ReverseDeliveryShippingDeliverable: "label tracking",
  ReverseDeliveryLabelV2: "publicFileUrl createdAt updatedAt",
  ReverseDeliveryTrackingV2: "carrierName number url",
  ReverseFulfillmentOrderLineItem: "id totalQuantity fulfillmentLineItem dispositions",
  ReverseFulfillmentOrderDisposition: "id type quantity createdAt",
  CalculatedReturn: "id returnLineItems exchangeLineItems returnShippingFee",
  CalculatedExchangeLineItem: "id quantity variant originalUnitPriceSet discountedUnitPriceSet subtotalSet totalTaxSet",
  CalculatedReturnLineItem: "id quantity fulfillmentLineItem subtotalBeforeOrderDiscountsSet subtotalSet totalTaxSet restockingFee",
  CalculatedRestockingFee: "id percentage amountSet",
  CalculatedReturnShippingFee: "id amountSet",
  SuggestedReturnFinancialOutcome: "discountedSubtotal totalTax maximumRefundable financialTransfer",
  RefundReturnOutcome: "amount suggestedTransactions",
  InvoiceReturnOutcome: "amount",
  SuggestedOrderTransaction: "amountSet gateway formattedGateway kind maximumRefundableSet parentTransaction",
  Refund: "id legacyResourceId createdAt processedAt updatedAt note totalRefundedSet refundLineItems transactions order return",
  RefundLineItem: "id lineItem quantity restockType restocked priceSet subtotalSet totalTaxSet",
  OrderTransaction: "id kind status gateway formattedGateway amountSet createdAt processedAt test parentTransaction maximumRefundableV2",
};

/** Unions keep the members that stay; these are the unions that stay. */
const unions = new Set(["ReturnOutcomeFinancialTransfer", "ReverseDeliveryDeliverable"]);

/** Input types stay whole except for these fields, which the double could only ignore. */
const inputsWithout: Record<string, string> = {
  OrderInput: "localizationExtensions localizedFields metafields poNumber",
  ReturnInput: "requestedAt unprocessed",
  ReturnApproveRequestInput: "unprocessed",
  ExchangeLineItemInput: "appliedDiscount giftCardCodes",
  CalculateExchangeLineItemInput: "appliedDiscount",
  ReturnProcessInput: "refundDuties tipLineId",
  RefundInput: "refundDuties refundMethods",
  GiftCardCreateInput: "crossCurrencyRedemptionStrategy templateSuffix",
  OrderCancelRefundMethodInput: "storeCreditRefund",
  CustomerIdentifierInput: "customId",
};

/** Arguments that go, because their input types would drag in what we do not use. */
const argumentsDropped = new Set(["savedSearchId", "refundDuties", "tipLineId", "transform", "crop", "refundMethodAllocation"]);

const words = (list: string): Set<string> => new Set(list.split(/\s+/).filter(Boolean));
const isAutomatic = (name: string): boolean => /(Connection|Edge|Payload)$/.test(name);

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** Returns the trimmed SDL as text. */
export function trimSchema(fullSdl: string): string {
  const withoutDescriptions = visit(parse(fullSdl, { noLocation: true }), {
    enter: (node) => ("description" in node ? { ...node, description: undefined } : undefined),
  });
  const types = new Map<string, DefinitionNode>();
  for (const definition of withoutDescriptions.definitions)
    if ("name" in definition && definition.name) types.set(definition.name.value, definition);

  const isKept = (name: string): boolean => {
    const definition = types.get(name);
    if (!definition) return ["String", "Int", "Float", "Boolean", "ID"].includes(name);
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION)
      return name in fieldsOf || isAutomatic(name);
    return definition.kind !== Kind.UNION_TYPE_DEFINITION || unions.has(name);
  };
  const trimArguments = (field: FieldDefinitionNode): FieldDefinitionNode => ({
    ...field,
    arguments: (field.arguments ?? []).filter((argument) => !argumentsDropped.has(argument.name.value)),
  });
  const keptFields = (name: string, fields: readonly FieldDefinitionNode[] = []): FieldDefinitionNode[] => {
    const listed = name in fieldsOf ? words(fieldsOf[name] ?? "") : undefined;
    const missing = [...(listed ?? [])].filter((field) => !fields.some((one) => one.name.value === field));
    if (missing.length > 0) throw new Error(`${name} has no ${missing.join(", ")} in the published schema`);
    return fields.filter((field) => (listed ? listed.has(field.name.value) : isKept(namedType(field.type)))).map(trimArguments);
  };
  const keptInterfaces = (list: readonly NamedTypeNode[] = []): NamedTypeNode[] => list.filter((one) => isKept(one.name.value));

  const trimmed = new Map<string, DefinitionNode>();
  const visitInputs = (values: readonly InputValueDefinitionNode[] = []): void => {
    for (const value of values) reach(namedType(value.type));
  };
  function reach(name: string): void {
    const definition = types.get(name);
    if (!definition || trimmed.has(name)) return;
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      if (!isKept(name)) throw new Error(`${name} is reached but not listed`);
      const fields = keptFields(name, definition.fields);
      const interfaces = keptInterfaces(definition.interfaces);
      trimmed.set(name, { ...definition, fields, interfaces });
      for (const one of interfaces) reach(one.name.value);
      for (const field of fields) {
        reach(namedType(field.type));
        visitInputs(field.arguments);
      }
    } else if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      const dropped = words(inputsWithout[name] ?? "");
      const fields = (definition.fields ?? []).filter((field) => !dropped.has(field.name.value));
      trimmed.set(name, { ...definition, fields });
      visitInputs(fields);
    } else if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      const members = (definition.types ?? []).filter((member) => isKept(member.name.value));
      trimmed.set(name, { ...definition, types: members });
      for (const member of members) reach(member.name.value);
    } else trimmed.set(name, definition);
  }
  for (const name of ["QueryRoot", "Mutation", "ReturnLineItem", ...Object.keys(fieldsOf)]) reach(name);

  const body = [...trimmed.values()].map((definition) => print(definition)).sort();
  return [
    "# Part of Shopify's Admin API 2026-10, made by scripts/make-admin-schema.ts. Do not edit by hand.",
    "schema {\n  query: QueryRoot\n  mutation: Mutation\n}",
    "directive @idempotent(key: String!) on FIELD",
    ...body,
    "",
  ].join("\n\n");
}

if (import.meta.main) {
  const source = process.argv[2];
  if (!source) throw new Error("usage: node scripts/make-admin-schema.ts <full published SDL, plain or .gz>");
  const bytes = readFileSync(source);
  const sdl = trimSchema((source.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  writeFileSync(target, sdl);
  console.log(`${target.pathname}: ${Math.round(sdl.length / 1024)} KB`);
}
