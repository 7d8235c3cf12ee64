import fc from "fast-check";
import { expect, test } from "vitest";
import { type GraphEdge, type GraphNode, project } from "#app/domain/identity/graph.ts";

const now = new Date(1_000_000);
const nodes: GraphNode[] = Array.from({ length: 8 }, (_, n) => ({ id: `i${n}`, homeConversationId: `c${n}` }));
const edge = fc.record({ a: fc.nat(7), b: fc.nat(7), strength: fc.constantFrom("proof", "vouch", "claim"), live: fc.boolean() });

test("over 100,000 random histories nobody is joined without proof, and the oldest conversation stands", () => {
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 12 }), (history) => {
      const edges = history.map(
        ({ a, b, strength, live }): GraphEdge => ({
          identityId: `i${a}`,
          otherId: `i${b}`,
          strength,
          expiresAt: null,
          withdrawnAt: live ? null : now,
        }),
      );
      const conversations = project(nodes, edges, now);
      const proven = edges.filter((one) => one.strength === "proof" && one.withdrawnAt === null);
      for (const node of nodes) {
        const alone = !proven.some((one) => one.identityId !== one.otherId && (one.identityId === node.id || one.otherId === node.id));
        if (alone) expect(conversations.get(node.id)).toBe(node.homeConversationId);
        expect((conversations.get(node.id) ?? "z") <= node.homeConversationId).toBe(true);
      }
      for (const one of proven) expect(conversations.get(one.identityId)).toBe(conversations.get(one.otherId));
    }),
    { numRuns: 100_000 },
  );
});
