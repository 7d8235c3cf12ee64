/**
 * The identity graph, pure. Identities are nodes, evidence is edges; a shopper is what live proof connects,
 * and the shopper's conversation is the oldest home conversation of the component. So joining and undoing
 * are exact: the projection depends on nothing but the edges that stand.
 */
export type GraphNode = { id: string; homeConversationId: string };
export type GraphEdge = {
  identityId: string;
  otherId: string;
  strength: string;
  expiresAt: Date | null;
  withdrawnAt: Date | null;
};

export function isLive(edge: GraphEdge, now: Date): boolean {
  return edge.withdrawnAt === null && (edge.expiresAt === null || edge.expiresAt > now);
}

/** The identities that live proof connects with `start`, itself included. */
export function componentOf(start: string, edges: GraphEdge[], now: Date): Set<string> {
  const proofs = edges.filter((edge) => edge.strength === "proof" && isLive(edge, now));
  const found = new Set([start]);
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const edge of proofs) {
      const next = edge.identityId === id ? edge.otherId : edge.otherId === id ? edge.identityId : undefined;
      if (next !== undefined && !found.has(next)) {
        found.add(next);
        open.push(next);
      }
    }
  }
  return found;
}

/** Which conversation each identity belongs to. Ids sort by time, so the smallest is the oldest. */
export function project(nodes: GraphNode[], edges: GraphEdge[], now: Date): Map<string, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const result = new Map<string, string>();
  for (const node of nodes) {
    if (result.has(node.id)) continue;
    const members = [...componentOf(node.id, edges, now)].flatMap((id) => byId.get(id) ?? []);
    const conversationId = members.map((member) => member.homeConversationId).sort()[0] ?? node.homeConversationId;
    for (const member of members) result.set(member.id, conversationId);
  }
  return result;
}
