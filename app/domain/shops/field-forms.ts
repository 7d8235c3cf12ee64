/** How one field of a policy form is read; a comma counts as the point of a decimal. */

/** "a, b" or one a line; each once. */
export function readList(text: string): string[] {
  const parts = text.split(/[,\n]/).map((one) => one.trim());
  return [...new Set(parts.filter(Boolean))];
}

export function isCount(text: string, most: number, least = 0): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) <= most && Number(text) >= least;
}

export function isPercentage(text: string): boolean {
  return /^\d{1,3}([.,]\d{1,2})?$/.test(text) && Number(text.replace(",", ".")) <= 100;
}

export function isAmount(text: string): boolean {
  return /^\d{1,6}([.,]\d{1,2})?$/.test(text);
}

/** "4,9" → "4.90" */
export function toAmount(text: string): string {
  const [whole = "0", cents = ""] = text.replace(",", ".").split(".");
  return `${Number(whole)}.${cents.padEnd(2, "0")}`;
}

/** "2026-12-24", a day that there is. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
