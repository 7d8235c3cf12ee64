/**
 * What became of one row of the queue. "already": it was so before, which is how a repeat ends. "changed": somebody was faster, `by`
 * whom, or the shopper has written; nothing was done. "nothing-open": no case is open there. "gone": not there, or another shop's.
 */
export type RowOutcome = {
  conversationId: string;
  outcome: "done" | "already" | "changed" | "nothing-open" | "gone";
  by?: string;
};
