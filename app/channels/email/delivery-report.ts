import type { DeliveryReport } from "./parsed-mail.ts";

type Fields = Map<string, string>;
const actions = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

/** Reads a `message/delivery-status` part (RFC 3464). With several recipients the worst news counts. */
export function readDeliveryReport(statusPart: string, original: string): DeliveryReport | null {
  const recipients = statusPart
    .replace(/\r\n?/g, "\n")
    .slice(0, 50_000)
    .split(/\n[ \t]*\n/)
    .map(readFields);
  const reports = recipients.flatMap((fields) => {
    const action = actions.find((one) => one === fields.get("action")?.toLowerCase().split(/[\s(]/)[0]);
    return action ? [reportOf(fields, action, original)] : [];
  });
  return actions.flatMap((action) => reports.filter((report) => report.action === action))[0] ?? null;
}

function reportOf(fields: Fields, action: DeliveryReport["action"], original: string): DeliveryReport {
  const afterType = (name: string) => (fields.get(name) ?? "").replace(/^[\w-]+\s*;\s*/, "");
  return {
    action,
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get("status") ?? "")?.[0] ?? "",
    detail: afterType("diagnostic-code").slice(0, 500),
    recipient: (afterType("final-recipient") || afterType("original-recipient")).toLowerCase().slice(0, 254),
    originalMessageId: originalMessageId(original),
  };
}

/** The third part holds our mail or its headers; a folded Message-ID is legal. */
function originalMessageId(original: string): string | null {
  return /^Message-ID:\s*(<[^<>\s]{1,250}>)/im.exec(original.slice(0, 100_000))?.[1] ?? null;
}

function readFields(group: string): Fields {
  const unfolded = group.replace(/\n[ \t]+/g, " ");
  const fields: Fields = new Map();
  for (const line of unfolded.split("\n")) {
    const field = /^([!-9;-~]{1,80}):(.*)$/.exec(line);
    if (field?.[1]) fields.set(field[1].toLowerCase(), (field[2] ?? "").trim());
  }
  return fields;
}
