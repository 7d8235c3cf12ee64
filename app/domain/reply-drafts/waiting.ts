/** Why a case is with staff although the assistant has it: its reply is written and waits for a person. */
export const draftReason = "draft-to-approve";

/** A case that waits for a draft to be approved. It keeps nobody silent: the assistant has it until a person takes it. */
export function waitsForApproval(row: { status: string; owner: string; escalation: string | null }): boolean {
  return row.status === "escalated" && row.owner === "assistant" && row.escalation === draftReason;
}
