const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
let codes: Map<string, string> | undefined;

/** The two letters of a country given by them or by its English name; "EU" for the European Union; null for what is none. */
export function countryCode(text: string): string | null {
  const folded = text.trim().toLowerCase();
  codes ??= known();
  return codes.get(folded) ?? null;
}

function known(): Map<string, string> {
  const found = new Map<string, string>([
    ["eu", "EU"],
    ["the eu", "EU"],
    ["european union", "EU"],
    ["uk", "GB"],
    ["usa", "US"],
  ]);
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      const name = names.of(code);
      // East Germany and others that have gone over into another.
      const isPast = Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`;
      if (!name || isPast || found.has(code.toLowerCase())) continue;
      found.set(code.toLowerCase(), code);
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), code);
    }
  }
  return found;
}
