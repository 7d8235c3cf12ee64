import sharp from "sharp";

type PictureOptions = { width?: number; height?: number; format?: "jpeg" | "png" | "webp" | "avif" | "gif" };

/** A photograph as far as a machine can tell: coloured fields that differ with the seed. Carries a place and a device, as phones write them. */
export async function picture(seed: number, { width = 1200, height = 900, format = "jpeg" }: PictureOptions = {}): Promise<Buffer> {
  const [across, down] = [12, 9];
  let state = seed * 2_654_435_761 + 1;
  const fields = Buffer.alloc(across * down * 3).map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  const image = sharp(fields, { raw: { width: across, height: down, channels: 3 } }).resize(width, height, {
    kernel: "cubic",
    fit: "fill",
  });
  const place = { IFD0: { Make: "Phone", Model: "Nine" }, IFD3: { GPSLatitude: "52/1 31/1 12/1", GPSLongitude: "13/1 24/1 18/1" } };
  return image.withExif(place).toFormat(format).toBuffer();
}
