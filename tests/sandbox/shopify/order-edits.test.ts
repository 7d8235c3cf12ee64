import { expect, test } from "vitest";
import { openShop, type Problems, type Shop } from "./pretend-shop.ts";

const money = "{ presentmentMoney { amount } shopMoney { amount } }";
const line = `id title variantTitle sku quantity editableQuantity editableQuantityBeforeChanges restockable restocking variant { id }
  originalUnitPriceSet ${money} discountedUnitPriceSet ${money} editableSubtotalSet ${money} uneditableSubtotalSet ${money}`;
const calculated = `orderEditSession { id } userErrors { field message } calculatedOrder { id originalOrder { name edited merchantEditable }
  lineItems(first: 5) { edges { cursor node { ${line} } } pageInfo { hasNextPage } } addedLineItems(first: 5) { nodes { ${line} } }
  subtotalLineItemsQuantity subtotalPriceSet ${money} totalOutstandingSet ${money} totalPriceSet ${money} }`;
type Line = { id: string; quantity: number };
type Reply = {
  orderEditSession: { id: string } | null;
  calculatedOrder: { id: string; lineItems: { edges: { node: Line }[] }; addedLineItems: { nodes: Line[] }; totalOutstandingSet: object };
  userErrors: Problems;
};
const begin = (shop: Shop) =>
  shop.get<Reply>("orderEditBegin", `mutation($id: ID!) { orderEditBegin(id: $id) { ${calculated} } }`, { id: shop.order("#4472").id });
const setQuantity = (shop: Shop, id: string, lineItemId: string, quantity: number) =>
  shop.get<Reply>(
    "orderEditSetQuantity",
    `mutation($id: ID!, $line: ID!, $n: Int!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $n, restock: true) { ${calculated} } }`,
    { id, line: lineItemId, n: quantity },
  );
const commit = (shop: Shop, id: string) =>
  shop.get<{ order: { edited: boolean } | null; userErrors: Problems }>(
    "orderEditCommit",
    "mutation($id: ID!) { orderEditCommit(id: $id, notifyCustomer: false) { order { edited } userErrors { field message } } }",
    { id },
  );

test("nothing is changed before an edit is committed, which happens once", async () => {
  const shop = openShop();
  const { calculatedOrder: edit } = await begin(shop);
  const [first] = edit.lineItems.edges;
  const more = await setQuantity(shop, edit.id, first?.node.id ?? "", (first?.node.quantity ?? 0) + 1);
  expect(more.userErrors).toEqual([]);
  expect(shop.order("#4472").edited).toBeUndefined();
  expect(await commit(shop, edit.id)).toMatchObject({ order: { edited: true }, userErrors: [] });
  expect((await commit(shop, edit.id)).userErrors).toHaveLength(1);
});

test("an edit that was begun on another state of the order is refused", async () => {
  const shop = openShop();
  const [one, other] = [(await begin(shop)).calculatedOrder, (await begin(shop)).calculatedOrder];
  for (const { id, lineItems } of [one, other]) await setQuantity(shop, id, lineItems.edges[0]?.node.id ?? "", 3);
  expect((await commit(shop, one.id)).userErrors).toEqual([]);
  expect((await commit(shop, other.id)).userErrors).toHaveLength(1);
});
