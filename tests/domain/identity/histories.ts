import fc from "fast-check";
import { type GraphEdge, type GraphNode, project } from "#app/domain/identity/graph.ts";

/** What may happen to the graph, by the product's own words. `a` and `b` name identities, `nth` an earlier proof. */
export type Happening =
  | { kind: "login" | "code" | "link" | "continue" | "merge" | "staff-join" | "vouch" | "claim"; a: number; b: number }
  | { kind: "staff-undo"; nth: number }
  | { kind: "number-changed"; a: number }
  | { kind: "time-passes"; days: number };

export const people = 7;
const day = 86_400_000;
const start = new Date(1_790_000_000_000);
/** Days that a proof holds; the others hold until they are taken back. */
export const holds: Record<string, number> = { code: 180, link: 180, continue: 180 };
export const strengthOf = (kind: string): "proof" | "vouch" | "claim" => (kind === "vouch" || kind === "claim" ? kind : "proof");

const who = fc.nat(people - 1);
const between = fc.record({
  kind: fc.constantFrom("login", "code", "link", "continue", "merge", "staff-join", "vouch", "claim"),
  a: who,
  b: who,
});
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: between as fc.Arbitrary<Happening> },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("staff-undo" as const), nth: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("number-changed" as const), a: who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("time-passes" as const), days: fc.integer({ min: 1, max: 200 }) }) },
);

export const nodes: GraphNode[] = Array.from({ length: people }, (_, n) => ({ id: `i${n}`, homeConversationId: `c${n}` }));

type Known = GraphEdge & { of: Happening };
export type State = { edges: Known[]; now: Date };

/** Plays a history on edges alone. */
export function play(history: Happening[]): State {
  const state: State = { edges: [], now: start };
  for (const one of history) step(state, one);
  return state;
}

function step(state: State, one: Happening): void {
  switch (one.kind) {
    case "time-passes":
      state.now = new Date(state.now.getTime() + one.days * day);
      return;
    case "staff-undo": {
      const standing = state.edges.filter((edge) => edge.withdrawnAt === null);
      const edge = standing[one.nth % Math.max(1, standing.length)];
      if (edge) edge.withdrawnAt = state.now;
      return;
    }
    case "number-changed":
      for (const edge of state.edges) {
        const touches = edge.identityId === `i${one.a}` || edge.otherId === `i${one.a}`;
        if (touches && edge.strength !== "claim") edge.withdrawnAt ??= state.now;
      }
      return;
    default: {
      const days = holds[one.kind];
      const expiresAt = days === undefined ? null : new Date(state.now.getTime() + days * day);
      const strength = strengthOf(one.kind);
      state.edges.push({ of: one, identityId: `i${one.a}`, otherId: `i${one.b}`, strength, expiresAt, withdrawnAt: null });
    }
  }
}

/** Who is one with whom, read another way than the product does: sets that are poured together, edge by edge. */
export function oracle({ edges, now }: State): string {
  const leader = Array.from({ length: people }, (_, n) => n);
  for (const edge of edges) {
    const live = edge.strength === "proof" && !edge.withdrawnAt && (!edge.expiresAt || edge.expiresAt.getTime() > now.getTime());
    const [one, other] = [leader[Number(edge.identityId.slice(1))], leader[Number(edge.otherId.slice(1))]];
    if (!live || one === undefined || other === undefined) continue;
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    leader.forEach((of, n) => {
      if (of === high) leader[n] = low;
    });
  }
  return leader.map((n) => `c${n}`).join(" ");
}

/** The conversation of each identity, as the product projects it. */
export function projected({ edges, now }: State): string {
  const conversations = project(nodes, edges, now);
  return nodes.map((node) => conversations.get(node.id)).join(" ");
}

/** Over so many random histories nobody is one without a live proof between them, and everybody is with it. */
export function neverOneWithoutProof(numRuns: number): void {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 25 }), (history) => {
      const state = play(history);
      return projected(state) === oracle(state);
    }),
    { numRuns },
  );
}

/** A join that staff make at any moment and undo at any later one leaves nothing behind. */
export function undoIsExact(numRuns: number): void {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 20 }), fc.array(happening, { maxLength: 10 }), who, who, (before, after, a, b) => {
      const state = play(before);
      const partition = projected(state);
      step(state, { kind: "staff-join", a, b });
      const joined = state.edges.at(-1);
      const [withJoin, without] = [structuredClone(state), structuredClone(state)];
      without.edges.pop();
      if (joined) joined.withdrawnAt = state.now;
      if (projected(state) !== partition) return false;
      // Whatever happens in between, as long as it is not about this very proof.
      const others = after.filter((one) => one.kind !== "staff-undo");
      for (const one of others) for (const world of [withJoin, without]) step(world, one);
      const last = withJoin.edges[without.edges.length - others.filter((one) => "b" in one).length];
      if (last) last.withdrawnAt = withJoin.now;
      return projected(withJoin) === projected(without);
    }),
    { numRuns },
  );
}
