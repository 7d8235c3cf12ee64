/** Reading vendors' JSON without trusting any of it: a wrong kind is simply absent, nothing throws. */
export type Json = Record<string, unknown>;

export function record(value: unknown): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A non-empty string; ids that come as numbers become text. Halves of broken emoji and NUL are made storable. */
export function text(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string" || value === "") return undefined;
  return (
    value.replaceAll("\0", "").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd") || undefined
  );
}

/** Meta writes instants as seconds, milliseconds or ISO text, as number or string. */
export function instant(value: unknown): Date | undefined {
  const raw = text(value);
  if (!raw) return undefined;
  const number = Number(raw);
  const milliseconds = Number.isNaN(number) ? Date.parse(raw) : number < 100_000_000_000 ? number * 1000 : number;
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) || milliseconds < 0 || milliseconds > 8_000_000_000_000 ? undefined : date;
}
