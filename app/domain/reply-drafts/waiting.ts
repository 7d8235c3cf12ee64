/** Why a case is with staff although the assistant has it: its reply is written and waits for a person. */
export const draftReason = "draft-to-approve";

/** A case that waits for a draft to be approved. It keeps nobody silent: the assistant has it until a person takes it. */
export function waitsForApproval(row: { status: string; owner: string; escalation: string | null }): boolean {
  return row.status === "escalated" && row.owner === "assistant" && row.escalation === draftReason;
}

/** What is said of a message that a turn of its own has answered, that was a rating, or a word to our question where to go on: no draft is to answer it. */
const answeredElsewhere = ["turn", "rating", "move"];

type Said = { author: string; seq: number; answeredBy: string | null; deletedAt: Date | null };

/** The shopper has written something since that the draft should answer, too: then it is not sent as it stands. */
export function outdates({ author, seq, answeredBy, deletedAt }: Said, { throughSeq }: { throughSeq: number }): boolean {
  return author === "shopper" && seq > throughSeq && deletedAt === null && !answeredElsewhere.some((one) => one === answeredBy);
}
