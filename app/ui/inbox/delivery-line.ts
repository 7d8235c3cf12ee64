/** How an outbound message fared, in words, from its parts. The worst part speaks for the whole. */
export type DeliveryLine = { text: string; tone: "quiet" | "warn" | "bad" };
type Part = { state: string; status: string | null; error?: string | null };

const reasons: Record<string, string> = {
  "window-closed": "the time for free text is over, no template could be used and no email address is known",
  "opted-out": "the shopper wants no messages that we begin",
  "not-connected": "the channel is not connected",
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
