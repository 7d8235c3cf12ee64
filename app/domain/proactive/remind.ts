/**
 * How long after the shopper was last there a case is recalled, in hours: as the merchant has set, but while free text may
 * still be sent, since a window of 24 hours has just closed when 24 hours are over.
 */
export function hoursToRemind(set: number, freeTextWindowHours: number | null): number {
  return freeTextWindowHours === null ? set : Math.min(set, freeTextWindowHours - 1);
}

export const reminderKey = (caseId: string): string => `return-reminder:${caseId}`;
