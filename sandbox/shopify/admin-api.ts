import { readFileSync } from "node:fs";
import {
  buildSchema,
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { missingScope } from "./access.ts";
import { CostModel, maximumQueryCost, PointBucket } from "./cost.ts";
import { IdempotencyKeys } from "./idempotency.ts";
import { type RootContext, rootValue } from "./root.ts";
import type { ShopifyStore } from "./store.ts";

export const adminApiVersion = "2026-10";

let cachedSchema: GraphQLSchema | undefined;

/** The trimmed Admin schema of sandbox/shopify/admin-2026-10.graphql. */
export function adminSchema(): GraphQLSchema {
  cachedSchema ??= buildSchema(readFileSync(new URL("./admin-2026-10.graphql", import.meta.url), "utf8"));
  return cachedSchema;
}

type GraphqlBody = { query: string; variables: Record<string, unknown>; operationName?: string };
type Prepared = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  operationName?: string;
};

/** Answers GraphQL requests as the Admin API does: validation, cost, throttling, then execution over the store. */
export class AdminApi {
  readonly bucket: PointBucket;
  refundMilliseconds = 0;
  private readonly store: ShopifyStore;
  private readonly scopes: string[];
  private readonly record: RootContext["record"];
  private readonly keys: IdempotencyKeys;
  private readonly costs = new CostModel(adminSchema());
  private readonly documents = new Map<string, DocumentNode | GraphQLError[]>();

  constructor(options: { store: ShopifyStore; scopes: string[]; record: RootContext["record"] }) {
    this.store = options.store;
    this.scopes = options.scopes;
    this.record = options.record;
    this.bucket = new PointBucket(options.store.clock);
    this.keys = new IdempotencyKeys(options.store.clock);
  }

  /** Reads a request body; a Response when it cannot be answered. */
  prepare(text: string): Prepared | Response {
    const body = readBody(text);
    if (!body) return Response.json({ errors: { query: "Required parameter missing or invalid" } }, { status: 400 });
    const document = this.check(body.query);
    if (Array.isArray(document)) return Response.json({ errors: document.map((error) => error.toJSON()) });
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    const operation = body.operationName
      ? operations.find((one) => one.name?.value === body.operationName)
      : operations.length === 1
        ? operations[0]
        : undefined;
    if (!operation) return Response.json({ errors: [{ message: "An operation name is required" }] });
    const fragments = Object.fromEntries(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
    );
    return { document, operation, fragments, variables: body.variables, operationName: body.operationName };
  }

  /** Names of the root fields, not their aliases. */
  rootFields(prepared: Prepared): string[] {
    return prepared.operation.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
  }

  async run(prepared: Prepared): Promise<Response> {
    const { document, operation, fragments, variables, operationName } = prepared;
    const requested = this.requestedCost(prepared);
    if (requested > maximumQueryCost) {
      const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${maximumQueryCost}).`;
      return Response.json({
        errors: [{ message, extensions: { code: "MAX_COST_EXCEEDED", cost: requested, maxCost: maximumQueryCost } }],
      });
    }
    if (!this.bucket.take(requested)) return this.throttled(requested);
    for (const field of this.rootFields(prepared)) {
      const scope = missingScope(field, this.scopes);
      if (scope) return accessDenied(field, scope);
    }
    const context: RootContext = {
      store: this.store,
      scopes: this.scopes,
      keys: this.keys,
      refundMilliseconds: this.refundMilliseconds,
      record: this.record,
      searches: [],
    };
    const result = await execute({
      schema: adminSchema(),
      document,
      rootValue,
      contextValue: context,
      variableValues: variables,
      operationName,
    });
    const actual = Math.min(requested, this.costs.actual(operation, fragments, result.data));
    this.bucket.giveBack(requested - actual);
    const search = context.searches.map(({ field, query, warnings }) => ({ path: [field], query, warnings }));
    return Response.json({
      ...(result.data === undefined ? {} : { data: result.data }),
      ...(result.errors ? { errors: result.errors.map((error) => error.toJSON()) } : {}),
      extensions: {
        cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: this.bucket.status() },
        ...(search.length > 0 ? { search } : {}),
      },
    });
  }

  /** HTTP 200 with an error inside, as Shopify throttles GraphQL. */
  throttled(requested: number): Response {
    return Response.json({
      errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" } }],
      extensions: { cost: { requestedQueryCost: requested, actualQueryCost: null, throttleStatus: this.bucket.status() } },
    });
  }

  requestedCost(prepared: Prepared): number {
    const { operation, fragments, variables } = prepared;
    const { coerced } = getVariableValues(adminSchema(), operation.variableDefinitions ?? [], variables);
    return this.costs.requested(operation, fragments, coerced ?? variables);
  }

  private check(query: string): DocumentNode | GraphQLError[] {
    const known = this.documents.get(query);
    if (known) return known;
    let checked: DocumentNode | GraphQLError[];
    try {
      const document = parse(query);
      const errors = validate(adminSchema(), document);
      checked = errors.length > 0 ? [...errors] : document;
    } catch (error) {
      checked = [error instanceof GraphQLError ? error : new GraphQLError(String(error))];
    }
    this.documents.set(query, checked);
    return checked;
  }
}

function accessDenied(field: string, scope: string): Response {
  const requiredAccess = `\`${scope}\` access scope.`;
  const message = `Access denied for ${field} field. Required access: ${requiredAccess}`;
  return Response.json({ data: null, errors: [{ message, path: [field], extensions: { code: "ACCESS_DENIED", requiredAccess } }] });
}

function readBody(text: string): GraphqlBody | undefined {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== "object" || body === null || !("query" in body) || typeof body.query !== "string") return undefined;
    const variables = "variables" in body && typeof body.variables === "object" && body.variables !== null ? { ...body.variables } : {};
    const operationName = "operationName" in body && typeof body.operationName === "string" ? body.operationName : undefined;
    return { query: body.query, variables, operationName };
  } catch {
    return undefined;
  }
}
