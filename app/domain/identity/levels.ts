/** What an identity has proven, weakest first. What each may do stands in the README of this folder. */
export const proofLevels = ["anonymous", "claimed", "channel", "verified", "fresh"] as const;
export type ProofLevel = (typeof proofLevels)[number];

export function atLeast(level: ProofLevel, needed: ProofLevel): boolean {
  return proofLevels.indexOf(level) >= proofLevels.indexOf(needed);
}

/** What a level is asked for, with the level it needs by itself. */
const table = { "order-status": "channel", "start-return": "verified", "cancel-order": "verified" } as const satisfies Record<
  string,
  ProofLevel
>;
export type GuardedAction = keyof typeof table;

/** What a merchant may ask for instead; weakest first. */
export const levelChoices = {
  "order-status": ["channel", "verified"],
  "start-return": ["verified", "fresh"],
  "cancel-order": ["verified", "fresh"],
} as const satisfies Record<GuardedAction, readonly ProofLevel[]>;

export type ProofRules = { levels: Record<GuardedAction, ProofLevel>; trustDays: number };

/** Proof holds this long for the identity that gave it; a merchant may shorten it. */
export const trustDays = { most: 180, least: 30 } as const;
/** A proof this young counts as fresh: long enough for a return to be talked through. */
const freshMinutes = 30;

export function isFresh(provenAt: Date | null, at: Date): boolean {
  return provenAt !== null && at.getTime() - provenAt.getTime() <= freshMinutes * 60_000;
}

/** The level an action needs in this shop. `stored` may be of an older version or tampered with: it can only ask for more. */
export function requiredLevel(action: GuardedAction, stored: unknown): ProofLevel {
  return readProofRules(stored).levels[action];
}

/** The rules of a shop, whatever was stored: a level below the table's or an unknown one is the table's, a longer trust period the longest. */
export function readProofRules(stored: unknown): ProofRules {
  const { levels, trustDays: days } = fields(stored);
  return {
    levels: {
      "order-status": raised("order-status", levels),
      "start-return": raised("start-return", levels),
      "cancel-order": raised("cancel-order", levels),
    },
    trustDays:
      typeof days === "number" && Number.isInteger(days) && days >= trustDays.least && days <= trustDays.most ? days : trustDays.most,
  };
}

function raised(action: GuardedAction, levels: unknown): ProofLevel {
  const wanted = fields(levels)[action];
  const choices: readonly ProofLevel[] = levelChoices[action];
  return choices.find((level) => level === wanted) ?? table[action];
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
