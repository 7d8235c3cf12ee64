import type { GraphTrouble } from "./graph-error.ts";
import type { Phone } from "./phone.ts";

const hour = 3_600_000;

/** The free-text window, by the double's own record of when the person last wrote. */
export function windowOpen(phone: Phone, now: Date, hours: number): boolean {
  return phone.lastWroteAt !== undefined && now.getTime() - phone.lastWroteAt.getTime() <= hours * hour;
}

export const outsideWindow: Record<"instagram" | "whatsapp", GraphTrouble> = {
  instagram: { status: 400, code: 10, subcode: 2534022, message: "Message sent outside the allowed window" },
  whatsapp: {
    status: 400,
    code: 131047,
    message: "Re-engagement message",
    details: "More than 24 hours since the last message of this person",
  },
};

export const unknownRecipient: Record<"instagram" | "whatsapp", GraphTrouble> = {
  instagram: { status: 400, code: 100, subcode: 2018001, message: "No matching user found" },
  whatsapp: { status: 400, code: 131026, message: "Message undeliverable", details: "The recipient cannot be reached" },
};

export const throttled: Record<"instagram" | "whatsapp", GraphTrouble> = {
  instagram: { status: 400, code: 613, message: "Calls to this api have exceeded the rate limit" },
  whatsapp: { status: 429, code: 130429, message: "Rate limit hit", details: "Cloud API message throughput has been reached" },
};

export const pairThrottled: GraphTrouble = {
  status: 400,
  code: 131056,
  message: "Pair rate limit hit",
  details: "Too many messages to this person in a short time",
};

/** One message per six seconds to one person, with a burst saved up while it is quiet. */
export class PairRate {
  burst = 10;
  private readonly buckets = new Map<string, { left: number; at: number }>();

  take(recipient: string, now: Date): boolean {
    const bucket = this.buckets.get(recipient) ?? { left: this.burst, at: now.getTime() };
    const left = Math.min(this.burst, bucket.left + (now.getTime() - bucket.at) / 6000);
    const allowed = left >= 1;
    this.buckets.set(recipient, { left: allowed ? left - 1 : left, at: now.getTime() });
    return allowed;
  }
}
