/** How many of the 64 bits may differ between two pictures that look the same: cut, made smaller and pressed by a messenger. */
const mostApart = 5;
/** A picture in which so few neighbours differ is one colour, and like every other one. */
const leastTold = 6;

/** Grey values, nine to a row in eight rows: whether each is brighter than its right neighbour, as 16 hex digits. */
export function fingerprintOf(greys: Uint8Array): string | null {
  let bits = 0n;
  let told = 0;
  for (let row = 0; row < 8; row += 1)
    for (let column = 0; column < 8; column += 1) {
      const [left = 0, right = 0] = [greys[row * 9 + column], greys[row * 9 + column + 1]];
      bits = (bits << 1n) | (left > right ? 1n : 0n);
      if (left !== right) told += 1;
    }
  return told < leastTold ? null : bits.toString(16).padStart(16, "0");
}

export function looksTheSame(one: string, other: string): boolean {
  return onesIn(half(one, 0) ^ half(other, 0)) + onesIn(half(one, 8) ^ half(other, 8)) <= mostApart;
}

const half = (fingerprint: string, from: number): number => Number.parseInt(fingerprint.slice(from, from + 8), 16);

function onesIn(bits: number): number {
  let [rest, ones] = [bits >>> 0, 0];
  for (; rest !== 0; rest = (rest & (rest - 1)) >>> 0) ones += 1;
  return ones;
}
