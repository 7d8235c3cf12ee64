import { componentOf, type GraphEdge } from "./graph.ts";

/**
 * What a person of the shop says joins two sides for staff only. Nothing that is told to a shopper, and no standing, rests on
 * it: for that the shopper proves it.
 */
export function withoutStaff<T extends { kind: string }>(edges: T[]): T[] {
  return edges.filter((edge) => edge.kind !== "staff");
}

/** The identities that the shopper has proven to be one with `id`, itself included. */
export function provenWith(id: string, edges: (GraphEdge & { kind: string })[], now: Date): Set<string> {
  return componentOf(id, withoutStaff(edges), now);
}
