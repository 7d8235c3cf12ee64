import { encode } from "uqr";
import type { QrCode } from "#widget/protocol.ts";

/** Light modules around the code, without which scanners do not find it. */
const quietZone = 4;

/** A link as a QR code: the dark modules as one SVG path on a square of `size` units, so that a page draws it without markup of ours. */
export function drawQr(link: string): QrCode {
  const { data, size } = encode(link, { ecc: "M", border: quietZone });
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      const length = (end === -1 ? row.length : end) - x;
      return [`M${x} ${y}h${length}v1h-${length}z`];
    }),
  );
  return { size, path: runs.join("") };
}
