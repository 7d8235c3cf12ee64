/** How an outbound message fared, in words, from its parts. The worst part speaks for the whole. */
export type DeliveryLine = { text: string; tone: "quiet" | "warn" | "bad" };
type Part = { state: string; status: string | null; error?: string | null };

const reasons: Record<string, string> = {
  "window-closed": "the time for free text is over, no template could be used and no email address is known",
  "opted-out": "the shopper wants no messages that we begin",
  "not-connected": "the channel is not connected",
  // WhatsApp's own codes, of templates.
  "132000": "the template was changed in WhatsApp Manager",
  "132001": "WhatsApp has no approved template of this name any more",
  "132005": "the template is too long with these values",
  "132012": "the template was changed in WhatsApp Manager",
  "132015": "WhatsApp has paused the template",
  "132016": "WhatsApp has disabled the template",
  "131049": "WhatsApp holds back more marketing messages to this shopper",
  "131050": "the shopper wants no marketing messages on WhatsApp",
};

export function deliveryLine(channel: string, author: string, parts: Part[]): DeliveryLine | null {
  if (author === "shopper" || author === "system") return null;
  if (parts.length === 0) return channel === "widget" ? null : { text: "Waiting to be sent", tone: "quiet" };
  const some = (matches: (part: Part) => boolean) => parts.some(matches);
  const every = (matches: (part: Part) => boolean) => parts.every(matches);
  if (some((part) => part.state === "failed" || part.status === "failed")) {
    const why = parts.flatMap((part) => (part.error && reasons[part.error]) || []).at(-1);
    const text = parts.length > 1 ? "Not delivered in full" : "Not delivered";
    return { text: why ? `${text}: ${why}` : text, tone: "bad" };
  }
  if (some((part) => part.state === "unknown")) return { text: "Waiting for the outcome", tone: "warn" };
  if (some((part) => part.state !== "accepted")) return { text: "Sending", tone: "quiet" };
  if (every((part) => part.status === "read")) return { text: "Read", tone: "quiet" };
  if (every((part) => part.status === "read" || part.status === "delivered")) return { text: "Delivered", tone: "quiet" };
  return { text: "Sent", tone: "quiet" };
}
