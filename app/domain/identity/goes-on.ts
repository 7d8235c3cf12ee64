type Moved = { id: string; movedToId: string | null; movedAt: Date | null };

/**
 * Where the shopper has agreed to go on, while they have written nothing since. `last`: their last message; `members`: those who
 * are proven to be one with its writer. What is no longer proven is not gone on with.
 */
export function goesOnAt<Identity extends Moved>(
  last: { identityId: string; receivedAt: Date } | null | undefined,
  members: Identity[],
): Identity | undefined {
  const writer = members.find((one) => one.id === last?.identityId);
  if (!last || !writer?.movedToId || !writer.movedAt || last.receivedAt > writer.movedAt) return undefined;
  return members.find((one) => one.id === writer.movedToId);
}
