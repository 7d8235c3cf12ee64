/** What an identity has proven, weakest first. What each may do stands in the README of this folder. */
export const proofLevels = ["anonymous", "claimed", "channel", "verified", "fresh"] as const;
export type ProofLevel = (typeof proofLevels)[number];

export function atLeast(level: ProofLevel, needed: ProofLevel): boolean {
  return proofLevels.indexOf(level) >= proofLevels.indexOf(needed);
}
