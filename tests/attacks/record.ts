import { appendFileSync } from "node:fs";

/** The threats of the threat model, by number; `npm run attacks` wants every one of them played. */
export const threats = {
  T1: "order numbers guessed",
  T2: "search syntax in what is looked up",
  T3: "the model asked for another customer's data",
  T4: "forged senders of mail",
  T5: "reply tokens in other hands",
  T6: "handles, numbers and accounts that changed hands",
  T7: "joining with somebody else",
  T8: "instructions in a message",
  T9: "instructions in data that is read",
  T10: "data sent out through links and recipients",
  T11: "prompts and other people's context disclosed",
  T12: "knowledge of another shop",
  T13: "one-time codes guessed, flooded, reused",
  T14: "webhooks forged, swapped, replayed",
  T15: "app proxy parameters polluted",
  T16: "widget sessions stolen or kept",
  T17: "requests into the inner network",
  T18: "scripts in the staff inbox",
  T19: "scripts in the storefront widget",
  T20: "another shop's ids",
  T21: "secrets and personal data in logs",
  T22: "refresh tokens lost",
  T23: "returns without end",
  T24: "cost without end",
  T25: "invented facts",
  T26: "erasing and exporting by halves",
  T27: "the supply chain",
  T28: "staff reading unseen",
} as const;
export type Threat = keyof typeof threats;

/** `npm run attacks` plays everything, `npm test` a part of each that fits its budget. */
export const playsAll = process.env.ATTACKS === "full";

/** How many attempts to make: all of them, or the few of an everyday test. */
export function howMany(all: number, everyday: number): number {
  return playsAll ? all : everyday;
}

/** Notes how an attack went. The test still has to assert that nothing succeeded. */
export function record(threat: Threat, attempts: number, successes: number): void {
  const file = process.env.ATTACKS_RECORD;
  if (file) appendFileSync(file, `${JSON.stringify({ threat, attempts, successes })}\n`);
}
