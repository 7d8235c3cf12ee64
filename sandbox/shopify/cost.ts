import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { SandboxClock } from "#sandbox/double.ts";

export const maximumQueryCost = 1000;
const mutationCost = 10;
const connectionCost = 2;

type Fragments = Record<string, FragmentDefinitionNode>;
type Variables = Record<string, unknown>;

/**
 * The price of a query before it runs: scalars 0, objects 1, a connection 2 and as many nodes as `first` or `last`
 * allow, a mutation 10, and of alternatives (union, interface) the dearest.
 */
export class CostModel {
  private readonly schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** `variables` with their default values filled in. */
  requested(operation: OperationDefinitionNode, fragments: Fragments, variables: Variables): number {
    return this.cost(operation, fragments, variables, undefined);
  }

  /** What the answer really contained. */
  actual(operation: OperationDefinitionNode, fragments: Fragments, data: unknown): number {
    return this.cost(operation, fragments, {}, data ?? null);
  }

  private cost(operation: OperationDefinitionNode, fragments: Fragments, variables: Variables, data: unknown): number {
    const isMutation = operation.operation === "mutation";
    const root = isMutation ? this.schema.getMutationType() : this.schema.getQueryType();
    if (!root) return 0;
    const roots = operation.selectionSet.selections.length;
    const base = isMutation ? mutationCost * roots - roots : 0;
    return base + this.ofSelections(root, operation.selectionSet, fragments, variables, data);
  }

  /** `data` undefined: count what might come; otherwise count what came. */
  private ofSelections(
    type: GraphQLCompositeType,
    set: SelectionSetNode,
    fragments: Fragments,
    variables: Variables,
    data: unknown,
  ): number {
    let own = 0;
    const alternatives = new Map<string, number>();
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        own += this.ofField(type, selection, fragments, variables, data);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      const condition = fragment?.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : type;
      if (!fragment || !isCompositeType(condition)) continue;
      const cost = this.ofSelections(condition, fragment.selectionSet, fragments, variables, data);
      if (condition === type || data !== undefined) own += cost;
      else alternatives.set(condition.name, (alternatives.get(condition.name) ?? 0) + cost);
    }
    return own + Math.max(0, ...alternatives.values());
  }

  private ofField(type: GraphQLCompositeType, field: FieldNode, fragments: Fragments, variables: Variables, data: unknown): number {
    if (!field.selectionSet || !(isObjectType(type) || isInterfaceType(type))) return 0;
    const definition = type.getFields()[field.name.value];
    const result = definition && getNamedType(definition.type);
    if (!isCompositeType(result)) return 0;
    const value =
      data === undefined ? undefined : ((data as Record<string, unknown> | null)?.[field.alias?.value ?? field.name.value] ?? null);
    const inner = (one: unknown) =>
      this.ofSelections(result, field.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] }, fragments, variables, one);
    const isConnection = result.name.endsWith("Connection");
    if (data !== undefined) {
      if (value === null) return 0;
      const items = Array.isArray(value) ? value : [value];
      const each = this.isFree(type, result.name) ? 0 : isConnection ? connectionCost : 1;
      return items.reduce((total: number, one) => total + each + inner(one), 0);
    }
    const size = this.size(field, variables);
    if (isConnection) return connectionCost + (size ?? 0) * inner(undefined);
    return (size ?? 1) * ((this.isFree(type, result.name) ? 0 : 1) + inner(undefined));
  }

  /** Edges and page infos belong to their connection's price. */
  private isFree(parent: GraphQLCompositeType, name: string): boolean {
    return name.endsWith("Edge") || name === "PageInfo" || (parent.name.endsWith("Edge") && name.endsWith("Edge"));
  }

  private size(field: FieldNode, variables: Variables): number | undefined {
    const argument =
      field.arguments?.find((one) => one.name.value === "first") ?? field.arguments?.find((one) => one.name.value === "last");
    if (argument?.value.kind === Kind.INT) return Number(argument.value.value);
    if (argument?.value.kind === Kind.VARIABLE) return Number(variables[argument.value.name.value] ?? 0);
    return undefined;
  }
}

/** Shopify's leaky bucket: so many points, refilled at a steady rate. */
export class PointBucket {
  maximum = 2000;
  restoreRate = 100;
  private available = 2000;
  private at: number;
  private readonly clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.clock = clock;
    this.at = clock.now().getTime();
  }

  /** Sets how many points are left. */
  drainTo(points: number): void {
    this.refill();
    this.available = points;
  }

  take(points: number): boolean {
    this.refill();
    if (points > this.available) return false;
    this.available -= points;
    return true;
  }

  giveBack(points: number): void {
    this.available = Math.min(this.maximum, this.available + points);
  }

  status(): { maximumAvailable: number; currentlyAvailable: number; restoreRate: number } {
    this.refill();
    return { maximumAvailable: this.maximum, currentlyAvailable: Math.floor(this.available), restoreRate: this.restoreRate };
  }

  private refill(): void {
    const now = this.clock.now().getTime();
    this.available = Math.min(this.maximum, this.available + (Math.max(0, now - this.at) / 1000) * this.restoreRate);
    this.at = now;
  }
}
