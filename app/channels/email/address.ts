/** What one From header names. `exact` is set only when no two readers could understand it differently. */
export type FromAddress = { address: string; exact: boolean };

const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** Lower-cases an address and checks it; null for anything but plain ASCII `local@domain`. */
export function normalAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  const at = address.indexOf("@");
  if (at < 1 || address.length > 254 || at > 64) return null;
  const valid = dotAtom.test(address.slice(0, at)) && hostName.test(address.slice(at + 1)) && !address.includes("=?");
  return valid ? address : null;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** `ada+shop@example.com` → `ada@example.com`: for recognising ourselves, never for granting access. */
export function withoutTag(address: string): string {
  return address.replace(/\+[^@]*@/, "@");
}

/**
 * Reads a From header strictly (RFC 5322). Quoted names and comments are set aside first; what remains must be one
 * address, bare or in angle brackets, written as it is meant. Two addresses, groups, or an unquoted "@" in the name are not exact: a receiving
 * server may have checked a different one than we would read.
 */
export function readFrom(value: string): FromAddress | null {
  const bare = withoutCommentsAndQuotes(value);
  if (bare === null) return loosely(value);
  const bracketed = /^([^<>]*)<([^<>]*)>\s*$/.exec(bare);
  const name = bracketed?.[1] ?? "";
  const address = normalAddress(bracketed ? (bracketed[2] ?? "") : bare);
  const literal = address !== null && value.toLowerCase().includes(bracketed ? `<${address}>` : address);
  const clear = literal && !/[@,;:]/.test(name) && (bracketed !== null || !value.includes('"'));
  return clear && !hasControlCharacter(value) ? { address, exact: true } : loosely(value);
}

function hasControlCharacter(value: string): boolean {
  return [...value].some((sign) => (sign < " " && sign !== "\t") || sign === "\u007f");
}

function loosely(value: string): FromAddress | null {
  const inBrackets = [...value.matchAll(/<([^<>\s]{3,254})>/g)].map((match) => match[1] ?? "");
  const anywhere = value.match(/[^\s<>,;:"()]{1,64}@[^\s<>,;:"()]{1,190}/g) ?? [];
  for (const candidate of [...inBrackets, ...anywhere]) {
    const address = normalAddress(candidate);
    if (address) return { address, exact: false };
  }
  return null;
}

function withoutCommentsAndQuotes(value: string): string | null {
  let depth = 0;
  let quoted = false;
  let bare = "";
  for (let index = 0; index < value.length; index += 1) {
    const sign = value.charAt(index);
    if (sign === "\\" && (quoted || depth > 0)) index += 1;
    else if (sign === '"' && depth === 0) {
      quoted = !quoted;
      bare += " ";
    } else if (quoted) continue;
    else if (sign === "(") depth += 1;
    else if (sign === ")" && depth > 0) depth -= 1;
    else if (depth === 0) bare += sign;
  }
  return quoted || depth > 0 ? null : bare;
}
