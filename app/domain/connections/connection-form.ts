/** What a merchant fills in to connect a tool of the shop's own, pure, so that the page and the server say the same. */
export const connectionKinds = ["webhook"] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

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

function problemOf(_kind: ConnectionKind, name: string, value: string): string | undefined {
  if (value.length > 2000 || /[\s\p{Cc}]/u.test(value)) return "This is too long or holds spaces that cannot be part of it.";
  if (name === "url") return addressProblem(value);
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

function labelOf(_kind: ConnectionKind, values: Record<string, string>): string {
  return URL.parse(values.url ?? "")?.hostname ?? "";
}
