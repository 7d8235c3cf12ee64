import type { ConnectionKind } from "#app/domain/connections/connection-form.ts";

/** What each kind of connection is called, and what it is for. */
export const kindWords: Record<ConnectionKind, { name: string; hint: string; add: string }> = {
  webhook: {
    name: "Webhook",
    hint: "Each opening, hand-over, take-over, hand-back and closing of a case goes to an address of yours, signed.",
    add: "Add a webhook",
  },
  email: {
    name: "Alerts by e-mail",
    hint: "Whoever is named here hears by mail when the assistant hands a case to staff. Many at once come as one mail.",
    add: "Add e-mail alerts",
  },
  slack: {
    name: "Alerts in Slack",
    hint: "A channel of yours hears when the assistant hands a case to staff, with the reason and a link.",
    add: "Add Slack alerts",
  },
  zendesk: {
    name: "Zendesk",
    hint: "A case that is handed to staff becomes a ticket with its summary and all that was said. Public answers go back to the shopper.",
    add: "Add Zendesk",
  },
};
