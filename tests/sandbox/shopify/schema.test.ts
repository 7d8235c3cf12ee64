import { readFileSync } from "node:fs";
import {
  execute,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
} from "graphql";
import { expect, test } from "vitest";
import { adminSchema } from "#sandbox/shopify/admin-api.ts";
import { IdempotencyKeys } from "#sandbox/shopify/idempotency.ts";
import { mergeCustomers } from "#sandbox/shopify/merchant.ts";
import { rootValue } from "#sandbox/shopify/root.ts";
import { trimSchema } from "../../../scripts/make-admin-schema.ts";
import { openShop } from "./pretend-shop.ts";

const file = new URL("../../../sandbox/shopify/admin-2026-10.graphql", import.meta.url);
const committed = readFileSync(file, "utf8");

test("the committed schema is what the script makes of it", () => {
  expect(trimSchema(committed)).toBe(committed);
  expect(committed.length).toBeLessThan(250 * 1024);
  expect(committed).not.toContain('"""');
  expect(committed).toContain("directive @idempotent(key: String!) on FIELD");
});

test("a field that is not in the published schema stops the script", () => {
  expect(() => trimSchema(committed.replace(/\bianaTimezone\b/, "timezone"))).toThrow("Shop has no ianaTimezone");
});

/** What a field that must have arguments is asked with. */
const requiredArguments: Record<string, string> = { returnLineItems: "[]", exchangeLineItems: "[]", names: '["available"]' };

/** Selects every field of every type, each type once. */
function selectEverything(type: GraphQLObjectType, seen: Set<string>): string {
  seen.add(type.name);
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const required = field.args.filter(isRequiredArgument).map((one) => one.name);
    const isList = field.args.some((one) => one.name === "first");
    if (required.some((name) => !(name in requiredArguments))) return [];
    const args = [...(isList ? ["first: 50"] : []), ...required.map((name) => `${name}: ${requiredArguments[name]}`)].join(", ");
    const call = args ? `${field.name}(${args})` : field.name;
    const result = getNamedType(field.type);
    return isCompositeType(result) ? [`${call} ${selectComposite(result.name, seen)}`] : [call];
  });
  return `{ __typename ${fields.join(" ")} }`;
}

function selectComposite(name: string, seen: Set<string>): string {
  const schema = adminSchema();
  const type = schema.getType(name);
  if (seen.has(name)) return "{ __typename }";
  if (isObjectType(type)) return selectEverything(type, seen);
  if (!isInterfaceType(type) && !isUnionType(type)) return "{ __typename }";
  const members = schema.getPossibleTypes(type).filter((one) => !seen.has(one.name));
  return `{ __typename ${members.map((one) => `... on ${one.name} ${selectEverything(one, seen)}`).join(" ")} }`;
}

test("every field of the schema is answered from the seeded store", async () => {
  const shop = openShop();
  const asked = shop.order("#1006");
  const orderId = shop.order("#1004").id;
  const returnLine = asked.returns[0]?.lines[0]?.id;
  await shop.ask(`mutation($id: ID!) { returnApproveRequest(input: {id: $id}) { userErrors { message } } }`, { id: asked.returns[0]?.id });
  const [one, other] = [...shop.store.customers.keys()];
  const merge = mergeCustomers(shop.store, one ?? "", other ?? "", "FAILED");
  const seen = new Set<string>(["QueryRoot"]);
  const line = JSON.stringify(shop.fulfilmentLine("#1004", "SCARF-RUS-ONESIZE"));
  const query = `{
    shop ${selectComposite("Shop", seen)}
    return(id: ${JSON.stringify(asked.returns[0]?.id)}) {
      suggestedFinancialOutcome(returnLineItems: [{id: ${JSON.stringify(returnLine)}, quantity: 1}], exchangeLineItems: []) ${selectComposite("SuggestedReturnFinancialOutcome", seen)}
    }
    returnableFulfillments(orderId: ${JSON.stringify(orderId)}, first: 10) ${selectComposite("ReturnableFulfillmentConnection", seen)}
    returnCalculate(input: {orderId: ${JSON.stringify(orderId)}, returnShippingFee: {amount: {amount: "3.00", currencyCode: EUR}},
      returnLineItems: [{fulfillmentLineItemId: ${line}, quantity: 1, restockingFee: {percentage: 10}}]}) ${selectComposite("CalculatedReturn", seen)}
    orders(first: 100) ${selectComposite("OrderConnection", seen)}
    nodes(ids: ["gid://shopify/ShopPolicy/1"]) { __typename }
    pages(first: 50) ${selectComposite("PageConnection", seen)}
    articles(first: 50) ${selectComposite("ArticleConnection", seen)}
    products(first: 50) ${selectComposite("ProductConnection", seen)}
    customers: customerByIdentifier(identifier: {emailAddress: "ada@example.com"}) ${selectComposite("Customer", seen)}
    returnReasonDefinitions(first: 50) ${selectComposite("ReturnReasonDefinitionConnection", seen)}
    giftCards(first: 50) ${selectComposite("GiftCardConnection", seen)}
    customerMergeJobStatus(jobId: "${merge.jobId}") ${selectComposite("CustomerMergeRequest", seen)}
    currentAppInstallation ${selectComposite("AppInstallation", seen)}
  }`;
  const unanswered = new Set<string>();
  const resolver: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
    const value = (source as Record<string, unknown>)[info.fieldName];
    if (!(info.fieldName in (source as object))) unanswered.add(`${info.parentType.name}.${info.fieldName}`);
    return typeof value === "function" ? value.call(source, args, context, info) : value;
  };
  const contextValue = {
    store: shop.store,
    searches: [],
    keys: new IdempotencyKeys(shop.clock),
    scopes: ["read_orders"],
    refundMilliseconds: 0,
    record: () => {},
  };
  const result = await execute({ schema: adminSchema(), document: parse(query), rootValue, contextValue, fieldResolver: resolver });
  expect(result.errors ?? []).toEqual([]);
  const optional = /^(MailingAddress|ShopAddress|FulfillmentTrackingInfo|FulfillmentEvent)\./;
  expect([...unanswered].filter((field) => !optional.test(field))).toEqual([]);
  const objects = Object.values(adminSchema().getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith("__"));
  const onlyInMutations = /Payload$|^Mutation$|^Calculated(Order|LineItem)|^OrderEditSession$|UserError$|^Job$|^InvoiceReturnOutcome$/;
  expect(objects.map((type) => type.name).filter((name) => !seen.has(name) && !onlyInMutations.test(name))).toEqual([]);
});
