import type { ConnectionKind } from "#app/domain/connections/connection-form.ts";

/** What each kind of connection is called, and what it is for. */
export const kindWords: Record<ConnectionKind, { name: string; hint: string; add: string }> = {
  webhook: {
    name: "Webhook",
    hint: "Each opening, hand-over, take-over, hand-back and closing of a case goes to an address of yours, signed.",
    add: "Add a webhook",
  },
};
