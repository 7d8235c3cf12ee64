/**
 * What a merchant fills in to connect a channel, pure: which fields there are, what each must look like,
 * and how they become an account. Used by the page and by the server, so that both say the same.
 */
export const connectableChannels = ["instagram", "whatsapp", "email", "sms"] as const;
export type ConnectableChannel = (typeof connectableChannels)[number];

export type ChannelField = {
  name: string;
  label: string;
  help?: string;
  kind: "text" | "secret" | "port" | "security";
  /** May stay empty. */
  optional?: boolean;
};

export const channelFields: Record<ConnectableChannel, ChannelField[]> = {
  instagram: [
    {
      name: "externalId",
      label: "Instagram account ID",
      kind: "text",
      help: "The long number of your professional account, from the Meta app dashboard.",
    },
    {
      name: "username",
      label: "Instagram user name",
      kind: "text",
      optional: true,
      help: "For links that open a chat with you, without the @.",
    },
    { name: "accessToken", label: "Access token", kind: "secret", help: "A long-lived token that may read and send messages." },
  ],
  whatsapp: [
    { name: "externalId", label: "Phone number ID", kind: "text", help: "WhatsApp Manager, API setup. It is not the phone number itself." },
    { name: "wabaId", label: "WhatsApp Business account ID", kind: "text", help: "On the same page, below the phone number ID." },
    {
      name: "displayPhone",
      label: "Phone number",
      kind: "text",
      optional: true,
      help: "As shoppers see it, with country code. For links that open a chat with you.",
    },
    { name: "accessToken", label: "Access token", kind: "secret", help: "A system user's permanent token for this account." },
    {
      name: "codeTemplate",
      label: "Template for codes",
      kind: "text",
      optional: true,
      help: "Name of an approved authentication template with a copy-code button. With it, codes can go to the phone of an order by WhatsApp.",
    },
    {
      name: "codeTemplateLanguages",
      label: "Languages of that template",
      kind: "text",
      optional: true,
      help: "As WhatsApp Manager shows them, such as en, de, pt_BR. Without a word here: en.",
    },
    {
      name: "updateTemplate",
      label: "Template for updates",
      kind: "text",
      optional: true,
      help: "Name of an approved utility template. With it, news reaches shoppers who last wrote more than 24 hours ago. Without it, news goes by email.",
    },
    {
      name: "updateTemplateLanguages",
      label: "Languages of the template for updates",
      kind: "text",
      optional: true,
      help: "With commas between them, such as en, de, pt_BR. Who is spoken to in another language gets the news by email.",
    },
    {
      name: "updateTemplateVariables",
      label: "Variables of the template for updates",
      kind: "text",
      optional: true,
      help: "What its {{1}}, {{2}} stand for, in their order: order, news, shop. Without a word here: order, news.",
    },
  ],
  sms: [
    {
      name: "externalId",
      label: "Sender number",
      kind: "text",
      help: "A number of your Twilio account that may send SMS, such as +49 30 901820.",
    },
    { name: "accountSid", label: "Account SID", kind: "text", help: "On the first page of the Twilio console. It begins with AC." },
    { name: "authToken", label: "Auth token", kind: "secret", help: "Below the account SID." },
  ],
  email: [
    { name: "externalId", label: "Support address", kind: "text", help: "Mail to this address is answered here, from this address." },
    {
      name: "fromName",
      label: "Sender name",
      kind: "text",
      optional: true,
      help: "What shoppers see beside the address. Without it, your shop's name.",
    },
    { name: "imapHost", label: "Incoming mail server (IMAP)", kind: "text" },
    { name: "imapPort", label: "IMAP port", kind: "port" },
    { name: "imapSecure", label: "IMAP security", kind: "security" },
    { name: "imapUser", label: "IMAP user name", kind: "text" },
    { name: "imapPassword", label: "IMAP password", kind: "secret" },
    { name: "smtpHost", label: "Outgoing mail server (SMTP)", kind: "text" },
    { name: "smtpPort", label: "SMTP port", kind: "port" },
    { name: "smtpSecure", label: "SMTP security", kind: "security" },
    { name: "smtpUser", label: "SMTP user name", kind: "text" },
    { name: "smtpPassword", label: "SMTP password", kind: "secret" },
    {
      name: "trustedAuthServer",
      label: "Server that checks senders",
      kind: "text",
      optional: true,
      help: "The name your mail provider writes in Authentication-Results, such as mx.google.com. Without it no sender address is trusted.",
    },
  ],
};

export type ChannelProblems = Record<string, string>;
export type ReadChannelForm =
  | { ok: true; externalId: string; label: string; credentials: Record<string, string>; config: Record<string, string> }
  | { ok: false; problems: ChannelProblems };

export type StoredAccount = { credentials: Record<string, string>; config: Record<string, string> };

/**
 * Checks the form. A secret left empty means the stored one, except when it would go to another server than before.
 * `privateHosts` are mail servers of the operator's own network; no other private address is reachable through this form.
 */
export function readChannelForm(
  channel: ConnectableChannel,
  input: Record<string, string>,
  stored?: StoredAccount | null,
  privateHosts: string[] = [],
): ReadChannelForm {
  const problems: ChannelProblems = {};
  const credentials: Record<string, string> = {};
  const config: Record<string, string> = {};
  let externalId = "";
  for (const field of channelFields[channel]) {
    const typed = (input[field.name] ?? "").trim();
    const value = typed === "" && field.kind === "secret" ? keptSecret(field.name, input, stored) : typed;
    const isPrivateHost = /Host$/.test(field.name) && privateHosts.includes(value.toLowerCase());
    const problem = isPrivateHost ? undefined : problemOf(channel, field, value);
    if (problem) problems[field.name] = problem;
    if (field.name === "externalId")
      externalId = channel === "email" ? value.toLowerCase() : channel === "sms" ? withoutSpaces(value) : value;
    else (field.kind === "secret" ? credentials : config)[field.name] = value;
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, externalId, label: externalId, credentials, config };
}

function keptSecret(name: string, input: Record<string, string>, stored: StoredAccount | null | undefined): string {
  const hostField = name.replace("Password", "Host");
  const sameServer = hostField === name || (input[hostField] ?? "").trim() === stored?.config[hostField];
  return (sameServer && stored?.credentials[name]) || "";
}

function problemOf(channel: ConnectableChannel, field: ChannelField, value: string): string | undefined {
  if (value === "") return field.optional ? undefined : `Enter the ${lowerFirst(field.label)}.`;
  if (value.length > 4000 || hasControlCharacters(value)) return "This is too long or holds characters that cannot be part of it.";
  if (field.kind === "port" && !(/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535)) {
    return "Enter a port between 1 and 65535, usually 993 for IMAP and 465 or 587 for SMTP.";
  }
  if (field.kind === "security" && value !== "true" && value !== "false") return "Choose how the connection is secured.";
  if (field.name === "externalId" && channel === "email") {
    return /^[^\s@,<>"]+@[^\s@,<>"]+\.[^\s@,<>"]+$/.test(value) ? undefined : "Enter a mail address, such as help@example.com.";
  }
  if (field.name === "externalId" && channel === "sms")
    return /^\+[1-9]\d{7,14}$/.test(withoutSpaces(value)) ? undefined : "Enter the number with its country code, such as +49 30 901820.";
  if (field.name === "accountSid" && !/^AC[0-9a-f]{32}$/i.test(value)) return "An account SID is AC and 32 letters and digits.";
  if (field.name === "updateTemplateVariables" && !/^(order|news|shop)(\s*,\s*(order|news|shop))*$/.test(value))
    return "Enter the words order, news and shop with commas between them, in the order of the variables.";
  if (/^(code|update)Template$/.test(field.name) && !/^[a-z0-9_]{1,512}$/.test(value))
    return "A template's name has small letters, digits and underscores only.";
  if (/^(code|update)TemplateLanguages$/.test(field.name) && !/^[a-z]{2}(_[A-Z]{2})?(\s*,\s*[a-z]{2}(_[A-Z]{2})?)*$/.test(value))
    return "Enter language codes with commas between them, such as en, de, pt_BR.";
  if (field.name === "externalId" || field.name === "wabaId") {
    return /^\d{5,25}$/.test(value) ? undefined : `${field.label} is a long number without spaces or other signs.`;
  }
  if (/Host$|Server$/.test(field.name)) return hostProblem(value);
  if (field.name === "username" && !/^[\w.]{1,30}$/.test(value)) return "Enter the user name as in your profile's address, without the @.";
  if (field.name === "displayPhone" && !/^\+[\d ()-]{7,20}$/.test(value))
    return "Enter the number with its country code, such as +49 30 901820.";
  if ((field.name === "accessToken" || field.name === "authToken") && /\s/.test(value))
    return "The token holds a space or a line break. Copy it again, whole.";
  return undefined;
}

/** Only names of the public network: an address of our own network must not be reachable through this form. */
function hostProblem(host: string): string | undefined {
  const isName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(host);
  const isInternal = /\.(local|localhost|internal|lan|home|corp)$/i.test(host);
  return isName && !isInternal ? undefined : "Enter the server's full name, such as imap.example.com.";
}

function withoutSpaces(value: string): string {
  return value.replace(/[\s().-]/g, "");
}

function hasControlCharacters(value: string): boolean {
  return [...value].some((character) => character < " " || character === "\u007f");
}

/** "IMAP port" stays, "Support address" becomes "support address". */
function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) && !label.startsWith("Instagram") && !label.startsWith("WhatsApp")
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}
