import { GraphQLError } from "graphql";

export type PageArguments = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
};

const cursorOf = (id: string): string => Buffer.from(JSON.stringify({ last_id: id })).toString("base64url");

function checkSize(size: number | null | undefined, name: string): void {
  if (size == null) return;
  if (size < 0) throw new GraphQLError(`${name} cannot be negative`, { extensions: { code: "BAD_REQUEST" } });
  if (size > 250) throw new GraphQLError(`${name} cannot exceed 250`, { extensions: { code: "BAD_REQUEST" } });
}

/** One page of a connection, by Shopify's rules: `first` or `last` is required, 250 at most. */
export function connection<Item, Node>(
  items: readonly Item[],
  args: PageArguments,
  idOf: (item: Item) => string,
  toNode: (item: Item) => Node,
) {
  if (args.first == null && args.last == null) {
    throw new GraphQLError("you must provide one of first or last", { extensions: { code: "BAD_REQUEST" } });
  }
  checkSize(args.first, "first");
  checkSize(args.last, "last");
  const all = (args.reverse ? items.toReversed() : [...items]).map((item) => ({ item, cursor: cursorOf(idOf(item)) }));
  const place = (cursor: string | null | undefined, otherwise: number): number => {
    if (!cursor) return otherwise;
    const index = all.findIndex((one) => one.cursor === cursor);
    if (index < 0) throw new GraphQLError("Invalid cursor for current pagination sort.", { extensions: { code: "BAD_REQUEST" } });
    return index;
  };
  const start = place(args.after, -1) + 1;
  const end = place(args.before, all.length);
  const within = all.slice(start, end);
  const page = args.first != null ? within.slice(0, args.first) : within.slice(Math.max(0, within.length - (args.last ?? 0)));
  const nodes = page.map((one) => toNode(one.item));
  const firstIndex = page[0] ? all.indexOf(page[0]) : start;
  return {
    nodes,
    edges: page.map((one, index) => ({ cursor: one.cursor, node: nodes[index] })),
    pageInfo: {
      hasPreviousPage: firstIndex > 0,
      hasNextPage: firstIndex + page.length < all.length,
      startCursor: page[0]?.cursor ?? null,
      endCursor: page.at(-1)?.cursor ?? null,
    },
  };
}

/** A plain list field with an optional `first`. */
export function firstOf<Item>(items: readonly Item[], args: { first?: number | null }): Item[] {
  return args.first == null ? [...items] : items.slice(0, args.first);
}
