import type { EscalationReason } from "#app/flows/engine.ts";

/** For staff, in plain words. */
export const reasonLabels: Record<EscalationReason, string> = {
  "low-confidence": "the assistant was not sure what was meant",
  emotion: "the shopper is upset",
  "policy-exception": "the rules leave this to a person",
  asked: "the shopper asked for a person",
  "high-risk": "the proof of who is writing failed",
  "tool-failure": "a system did not answer",
  "daily-cap": "so many changes in one day are for a person to decide",
  "damage-claim": "a person is to look at the damage",
  "promise-due": "something was promised that is not done yet",
  withdrawal: "a withdrawal by law is for a person to carry out",
  stopped: "a person stopped what the assistant was about to do",
  rule: "a rule of the shop sends this straight to people",
  vip: "an important customer has something that is not solved",
  "left-to-people": "such questions are for people to answer",
  "draft-to-approve": "a reply is written and waits to be approved",
  "draft-rejected": "the assistant's draft was not right",
};

const intentLabels: Record<string, string> = {
  order_status: "where an order is",
  return_start: "a return",
  refund_status: "a refund",
  return_policy: "the return rules",
  exchange: "an exchange",
  cancel_order: "cancelling an order",
  withdrawal: "withdrawing from a contract",
  change_order: "changing an order",
  change_address: "changing the delivery address",
  shipping_policy: "shipping",
  product_question: "a product",
  promotion: "a discount or voucher",
  payment: "a payment",
  invoice: "an invoice",
  account: "their account or data",
  complaint: "a complaint",
  speak_to_human: "talking to a person",
  smalltalk: "a greeting",
  out_of_scope: "something outside the shop",
};

export function intentLabel(intent: string): string {
  return intentLabels[intent] ?? "a question";
}
