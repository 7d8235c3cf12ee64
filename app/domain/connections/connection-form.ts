import { slackAddress } from "#app/integrations/slack/address.ts";
import { zendeskSubdomain } from "#app/integrations/zendesk/subdomain.ts";

/** What a merchant fills in to connect a tool of the shop's own, pure, so that the page and the server say the same. */
export const connectionKinds = ["webhook", "email", "slack", "zendesk"] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

/** Those that people read: a hand-over is told once, and many at once together. */
export type AlertKind = "email" | "slack";
export const isAlertKind = (kind: string): kind is AlertKind => kind === "email" || kind === "slack";

export type ConnectionField = { name: string; label: string; help?: string; secret?: true; optional?: true };

export const connectionFields: Record<ConnectionKind, ConnectionField[]> = {
  webhook: [
    {
      name: "url",
      label: "Address",
      help: "An https address of yours that takes a POST. It is stored encrypted, and only its host is shown.",
      secret: true,
    },
  ],
  email: [
    {
      name: "addresses",
      label: "Staff addresses",
      help: "Up to five, with commas between them. Mails leave from the shop's own mailbox, which has to be connected under Channels.",
    },
  ],
  slack: [
    {
      name: "url",
      label: "Webhook address",
      help: "From Slack: your app, Incoming webhooks, Add to workspace. It begins with https://hooks.slack.com/services/.",
      secret: true,
    },
  ],
  zendesk: [
    { name: "subdomain", label: "Subdomain", help: "What stands before .zendesk.com in the address of your account." },
    { name: "email", label: "Agent's address", help: "Of the agent in whose name tickets are made." },
    { name: "apiToken", label: "API token", help: "Admin Center, Apps and integrations, Zendesk API.", secret: true },
    {
      name: "signingSecret",
      label: "Signing secret of the webhook",
      help: "For answers to come back: make a webhook in Zendesk to the address that is shown here after saving, and copy its secret.",
      secret: true,
      optional: true,
    },
  ],
};

export type ConnectionProblems = Record<string, string>;
export type ReadConnection =
  | { ok: true; label: string; credentials: Record<string, string>; config: Record<string, string> }
  | { ok: false; problems: ConnectionProblems };

/** Checks the form. A secret left empty means the stored one. */
export function readConnectionForm(
  kind: ConnectionKind,
  input: Record<string, string>,
  stored: Record<string, string> = {},
): ReadConnection {
  const values: Record<string, string> = {};
  const problems: ConnectionProblems = {};
  for (const { name, label, secret, optional } of connectionFields[kind]) {
    const value = (input[name] ?? "").trim() || (secret ? (stored[name] ?? "") : "");
    const problem = value === "" ? (optional ? undefined : `Enter the ${label.toLowerCase()}.`) : problemOf(kind, name, value);
    if (problem) problems[name] = problem;
    values[name] = value;
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const ofKind = (wanted: boolean) =>
    Object.fromEntries(
      connectionFields[kind].filter((field) => (field.secret ?? false) === wanted).map(({ name }) => [name, values[name] ?? ""]),
    );
  return { ok: true, label: labelOf(kind, values), credentials: ofKind(true), config: ofKind(false) };
}

const mostAddresses = 5;
const mailAddress = /^[^\s@<>",;:]{1,64}@[^\s@<>",;:]+\.[^\s@<>",;:]+$/;
const addressesIn = (value: string) =>
  value
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

function problemOf(kind: ConnectionKind, name: string, value: string): string | undefined {
  if (name === "addresses") {
    const all = addressesIn(value);
    if (all.length > mostAddresses) return `Enter at most ${mostAddresses} addresses. A group address reaches more people.`;
    return all.every((one) => mailAddress.test(one))
      ? undefined
      : "Enter mail addresses with commas between them, such as sam@example.com.";
  }
  if (value.length > 2000 || /[\s\p{Cc}]/u.test(value)) return "This is too long or holds spaces that cannot be part of it.";
  if (kind === "slack")
    return slackAddress.test(value)
      ? undefined
      : "Enter the address that Slack gave you. It begins with https://hooks.slack.com/services/.";
  if (name === "url") return addressProblem(value);
  if (name === "subdomain" && !zendeskSubdomain.test(value)) return "Enter only what stands before .zendesk.com, in small letters.";
  if (name === "email" && !mailAddress.test(value)) return "Enter a mail address, such as sam@example.com.";
  return undefined;
}

/** As far as it can be told without asking: where the name leads is looked at before each delivery. */
function addressProblem(address: string): string | undefined {
  const url = URL.parse(address);
  if (url?.protocol !== "https:") return "Enter an address that begins with https://.";
  if (url.username !== "" || url.password !== "") return "The address must not hold a user name or password.";
  if (url.port !== "") return "The address must not name a port. Deliveries go to the usual one of https.";
  if (
    !/^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(url.hostname) ||
    /\.(?:local|internal|localhost|lan|home|corp)$/.test(url.hostname)
  )
    return "The address must have a name on the public internet.";
  return undefined;
}

function labelOf(kind: ConnectionKind, values: Record<string, string>): string {
  if (kind === "zendesk") return `${values.subdomain}.zendesk.com`;
  if (kind === "email") return addressesIn(values.addresses ?? "").join(", ");
  return URL.parse(values.url ?? "")?.hostname ?? "";
}
