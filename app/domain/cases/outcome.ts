/** How a case ended, as whoever closed it says. */
export const caseOutcomes = ["solved", "not-solved", "no-answer", "no-matter"] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

export const readOutcome = (text: string | undefined): CaseOutcome | null => caseOutcomes.find((one) => one === text) ?? null;

/** Only who was helped, or was not, is asked how it went. */
export const wasWorkedOn = (outcome: CaseOutcome | null): boolean => outcome === "solved" || outcome === "not-solved";
