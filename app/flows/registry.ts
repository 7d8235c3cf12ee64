import type { Intent } from "#app/pipeline/assistant/model.ts";
import { cancelOrderFlow } from "./cancel-order/flow.ts";
import { changeAddressFlow } from "./change-address/flow.ts";
import { editOrderFlow } from "./edit-order/flow.ts";
import type { Flow, FlowName } from "./engine.ts";
import { giftCardFlow } from "./gift-card/flow.ts";
import { privacyFlow } from "./privacy/flow.ts";
import { resendFlow } from "./resend/flow.ts";
import { returnFlow } from "./return/flow.ts";
import { trackOrderFlow } from "./track-order/flow.ts";
import { withdrawFlow } from "./withdraw/flow.ts";

/** Every flow by its name. The state of a case is read back by the flow that wrote it. */
export const flows: { [Name in FlowName]: Flow<unknown> } = {
  "track-order": trackOrderFlow,
  return: returnFlow,
  "cancel-order": cancelOrderFlow,
  "change-address": changeAddressFlow,
  "edit-order": editOrderFlow,
  resend: resendFlow,
  privacy: privacyFlow,
  "gift-card": giftCardFlow,
  withdraw: withdrawFlow,
};

const startedBy: Partial<Record<Intent, FlowName>> = {
  order_status: "track-order",
  return_start: "return",
  refund_status: "return",
  exchange: "return",
  cancel_order: "cancel-order",
  change_address: "change-address",
  change_order: "edit-order",
  invoice: "resend",
};

/** The wish that a flow is opened with when nobody has said one: by a button, or from another flow. */
export const wishOf: Record<FlowName, Intent> = {
  "track-order": "order_status",
  return: "return_start",
  "cancel-order": "cancel_order",
  "change-address": "change_address",
  "edit-order": "change_order",
  resend: "invoice",
  privacy: "account",
  "gift-card": "promotion",
  withdraw: "cancel_order",
};

/** The flow a wish starts; null when no flow serves it. */
export function flowForIntent(intent: Intent): FlowName | null {
  return startedBy[intent] ?? null;
}
