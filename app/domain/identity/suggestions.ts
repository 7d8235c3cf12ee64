import type { Trait, TraitRole } from "./traits.ts";

/**
 * Which two shoppers may be one person, pure. The weights say how sure staff would be by that reason alone, in percent; they
 * order a queue and hide what is not worth a look. Nothing else reads them.
 */
export type ReasonKind =
  | "typed-their-contact"
  | "named-their-order"
  | "contact-on-order"
  | "same-contact"
  | "near-email"
  | "same-order"
  | "same-name"
  | "same-browser"
  | "same-address";
export type AgainstKind = "different-names" | "two-accounts" | "many-share" | "gift";
/** `about`: what is shared, as staff may read it; an address is not repeated. */
export type Reason = { kind: ReasonKind; about: string | null };
export type Likeness = { score: number; reasons: Reason[]; against: AgainstKind[] };

/** One shopper as the rules see them: all identities that proof connects. `shared`: how many shoppers have a trait. */
export type Candidate = { traits: Trait[]; names: string[]; accounts: string[] };

const weights: Record<ReasonKind, number> = {
  "same-contact": 70,
  "typed-their-contact": 60,
  "contact-on-order": 55,
  "named-their-order": 50,
  "near-email": 55,
  "same-browser": 45,
  "same-order": 40,
  "same-name": 40,
  "same-address": 35,
};
const doubts: Record<AgainstKind, number> = { "different-names": 25, "two-accounts": 20, "many-share": 15, gift: 10 };

/** Below this nothing is shown. */
export const shownFrom = 35;
/** A trait that so many shoppers have says nothing: a shop's own number, a name like a word. */
export const tooMany = 12;

/** Null when nothing speaks for it, or too much against it. `holders`: how many shoppers have each trait value. */
export function likeness(one: Candidate, other: Candidate, holders: Map<string, number>, near: boolean): Likeness | null {
  const reasons = new Map<ReasonKind, Reason>();
  const add = (kind: ReasonKind, about: string | null) => reasons.set(kind, reasons.get(kind) ?? { kind, about });
  const shared = sharedValues(one, other).filter((value) => (holders.get(value) ?? 0) <= tooMany);
  for (const value of shared) {
    const kind = reasonFor(value, rolesOf(one, value), rolesOf(other, value));
    if (kind) add(kind, value.startsWith("order:") ? `#${value.slice(6)}` : null);
  }
  if (near) add("near-email", null);
  if (reasons.size === 0) return null;
  const against = speaksAgainst(one, other, reasons, Math.max(0, ...shared.map((value) => holders.get(value) ?? 0)));
  const doubt = against.reduce((sum, kind) => sum + doubts[kind], 0);
  // Independent reasons together: what is left of the doubt after each.
  const sure = 1 - [...reasons.keys()].reduce((rest, kind) => rest * (1 - weights[kind] / 100), 1);
  const score = Math.round(sure * 100 - doubt);
  const strongestFirst = [...reasons.values()].sort((a, b) => weights[b.kind] - weights[a.kind]);
  return score >= shownFrom ? { score, reasons: strongestFirst, against } : null;
}

function reasonFor(value: string, one: Set<TraitRole>, other: Set<TraitRole>): ReasonKind | null {
  if (value.startsWith("name:")) return "same-name";
  if (value.startsWith("order:")) return "same-order";
  if (value.startsWith("device:")) return "same-browser";
  if (value.startsWith("postal:")) return "same-address";
  const between = (role: TraitRole) => (one.has("own") && other.has(role)) || (other.has("own") && one.has(role));
  if ((one.has("own") || one.has("shown")) && (other.has("own") || other.has("shown"))) return "same-contact";
  if (between("typed")) return "typed-their-contact";
  if (between("order")) return "contact-on-order";
  if (between("named")) return "named-their-order";
  // Two that merely point to the same contact.
  return one.has("typed") || other.has("typed") ? "typed-their-contact" : "same-order";
}

function speaksAgainst(one: Candidate, other: Candidate, reasons: Map<ReasonKind, Reason>, most: number): AgainstKind[] {
  const against: AgainstKind[] = [];
  const names = differentNames(one.names, other.names);
  if (names) against.push("different-names");
  if (one.accounts.some((account) => !other.accounts.includes(account)) && other.accounts.length > 0) against.push("two-accounts");
  if (most > 3) against.push("many-share");
  // An order two people speak of is often a present, or one parcel of a couple.
  if (names && (reasons.has("same-order") || reasons.has("contact-on-order") || reasons.has("named-their-order"))) against.push("gift");
  return against;
}

/** Full names on both sides, and no word but perhaps a family's in common: "Ada Berg" and "Jo Berg" differ. */
export function differentNames(one: string[], other: string[]): boolean {
  const full = (names: string[]) => names.map((name) => name.split(" ")).filter((words) => words.length >= 2);
  const [left, right] = [full(one), full(other)];
  if (left.length === 0 || right.length === 0) return false;
  const alike = (a: string[], b: string[]) => a.filter((word) => b.includes(word)).length >= Math.min(a.length, b.length);
  return !left.some((a) => right.some((b) => alike(a, b)));
}

function sharedValues(one: Candidate, other: Candidate): string[] {
  const theirs = new Set(other.traits.map((trait) => trait.value));
  return [...new Set(one.traits.map((trait) => trait.value).filter((value) => theirs.has(value)))];
}

function rolesOf(candidate: Candidate, value: string): Set<TraitRole> {
  return new Set(candidate.traits.filter((trait) => trait.value === value).map((trait) => trait.role));
}
