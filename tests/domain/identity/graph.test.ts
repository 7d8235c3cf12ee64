import fc from "fast-check";
import { expect, test } from "vitest";
import { componentOf, type GraphEdge, type GraphNode, project } from "#app/domain/identity/graph.ts";

const people = 12;
const nodes: GraphNode[] = Array.from({ length: people }, (_, n) => ({
  id: `i${n}`,
  homeConversationId: `c${String(n).padStart(2, "0")}`,
}));
const now = new Date(1_000_000);

type Step = { a: number; b: number; strength: "proof" | "vouch" | "claim"; act: "add" | "withdraw" | "expire" };
const steps = fc.array(
  fc.record({
    a: fc.nat(people - 1),
    b: fc.nat(people - 1),
    strength: fc.constantFrom("proof" as const, "vouch" as const, "claim" as const),
    act: fc.constantFrom("add" as const, "add" as const, "withdraw" as const, "expire" as const),
  }),
  { maxLength: 40 },
);

function play(list: Step[]): GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (const { a, b, strength, act } of list) {
    const edge = edges[(a * people + b) % Math.max(1, edges.length)];
    if (act === "add") edges.push({ identityId: `i${a}`, otherId: `i${b}`, strength, expiresAt: null, withdrawnAt: null });
    else if (edge && act === "withdraw") edge.withdrawnAt = now;
    else if (edge) edge.expiresAt = new Date(now.getTime() - 1);
  }
  return edges;
}

/** An independent reading: two are one shopper when a path of live proofs leads from one to the other. */
function reachable(edges: GraphEdge[]): boolean[][] {
  const reach = nodes.map((one) => nodes.map((other) => one.id === other.id));
  const live = edges.filter((edge) => edge.strength === "proof" && !edge.withdrawnAt && !edge.expiresAt);
  for (let round = 0; round < people; round += 1) {
    for (const edge of live) {
      const [a, b] = [Number(edge.identityId.slice(1)), Number(edge.otherId.slice(1))];
      for (const row of reach) {
        if (row[a]) row[b] = true;
        if (row[b]) row[a] = true;
      }
    }
  }
  return reach;
}

test("two people with no shared proof are never one shopper, two with it always are", () => {
  fc.assert(
    fc.property(steps, (list) => {
      const edges = play(list);
      const conversations = project(nodes, edges, now);
      const reach = reachable(edges);
      nodes.forEach((one, a) => {
        nodes.forEach((other, b) => {
          expect(conversations.get(one.id) === conversations.get(other.id)).toBe(reach[a]?.[b]);
        });
      });
    }),
    { numRuns: 2000 },
  );
});

test("taking the last proof back restores the exact partition from before it", () => {
  fc.assert(
    fc.property(steps, fc.nat(people - 1), fc.nat(people - 1), (list, a, b) => {
      const edges = play(list);
      const before = project(nodes, edges, now);
      const joined = { identityId: `i${a}`, otherId: `i${b}`, strength: "proof", expiresAt: null, withdrawnAt: null as Date | null };
      project(nodes, [...edges, joined], now);
      expect(project(nodes, [...edges, { ...joined, withdrawnAt: now }], now)).toEqual(before);
    }),
    { numRuns: 2000 },
  );
});

test("claims and a channel's word join nobody", () => {
  const edges: GraphEdge[] = ["claim", "vouch"].map((strength) => ({
    identityId: "i0",
    otherId: "i1",
    strength,
    expiresAt: null,
    withdrawnAt: null,
  }));
  expect(componentOf("i0", edges, now)).toEqual(new Set(["i0"]));
});
