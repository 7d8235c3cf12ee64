import { readFileSync } from "node:fs";
import {
  buildSchema,
  type FieldNode,
  GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  Kind,
  NoDeprecatedCustomRule,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from "graphql";
import { expect, test } from "vitest";
import { profileByEmail, profileById, profileByOrder } from "#app/integrations/shopify-admin/customer-profile.server.ts";
import { customerEmail, customersThere, mergeStatus } from "#app/integrations/shopify-admin/customers.server.ts";
import * as named from "#app/integrations/shopify-admin/operations/index.ts";
import { pastOrder, pastOrders } from "#app/integrations/shopify-admin/past-orders.ts";

const operations = [
  ...Object.values(named).filter((one) => "text" in one),
  pastOrder,
  pastOrders,
  customerEmail,
  customersThere,
  mergeStatus,
  profileById,
  profileByEmail,
  profileByOrder,
];
const schema = buildSchema(readFileSync(new URL("../../../sandbox/shopify/admin-2026-10.graphql", import.meta.url), "utf8"));

test.each(operations)("$name is valid against the Admin schema 2026-10 and uses nothing deprecated", ({ text, kind, name }) => {
  const document = parse(text);
  expect(validate(schema, document, [...specifiedRules, NoDeprecatedCustomRule]).map((error) => error.message)).toEqual([]);
  const definition = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  expect(definition).toMatchObject({ operation: kind, name: { value: name } });
});

test.each(operations)("$name stays well below the limit of 1,000 points even if every page is full", ({ text }) => {
  expect(pessimisticCost(text)).toBeLessThan(700);
});

/** One point per object, each list times its `first`: dearer than Shopify's own rules, which discount pages. */
function pessimisticCost(text: string): number {
  const document = parse(text);
  const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  if (!operation) throw new Error("No operation.");
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map((one) => [
      one.variable.name.value,
      one.defaultValue?.kind === Kind.INT ? Number(one.defaultValue.value) : 0,
    ]),
  );
  const first = (field: FieldNode): number | undefined => {
    const value = field.arguments?.find((argument) => argument.name.value === "first")?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    return value?.kind === Kind.VARIABLE ? defaults.get(value.name.value) : undefined;
  };
  const costOf = (selections: SelectionSetNode, typeName: string, size: number): number =>
    selections.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        return sum + (fragment ? costOf(fragment.selectionSet, typeName, size) : 0);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return sum + costOf(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, size);
      const type = schema.getType(typeName);
      const field = type instanceof GraphQLObjectType || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      if (!field || !selection.selectionSet) return sum;
      const named = getNamedType(field.type);
      if (!isCompositeType(named)) return sum;
      const bare = isNonNullType(field.type) ? field.type.ofType : field.type;
      const asked = first(selection);
      // A connection passes its size on to `nodes`; a plain list is multiplied where it stands.
      const times = isListType(bare) ? (asked ?? (selection.name.value === "nodes" ? size : 1)) : 1;
      const own = isListType(bare) || !named.name.endsWith("Connection") ? 1 : 0;
      return sum + times * (own + costOf(selection.selectionSet, named.name, asked ?? size));
    }, 0);
  return costOf(operation.selectionSet, operation.operation === "mutation" ? "Mutation" : "QueryRoot", 1);
}
