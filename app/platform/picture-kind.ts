const begins = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** Told by the first bytes alone; what somebody says that it is does not count. `heic`: a picture, but one we cannot open. */
export function pictureKind(bytes: Uint8Array): "jpeg" | "png" | "webp" | "avif" | "heic" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (bytes[0] === 0x89 && begins(bytes, 1, "PNG\r\n\x1a\n")) return "png";
  if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) return "webp";
  if (!begins(bytes, 4, "ftyp")) return null;
  if (begins(bytes, 8, "avif")) return "avif";
  return ["heic", "heix", "heif", "hevc", "hevx", "heim", "heis", "mif1", "msf1"].some((brand) => begins(bytes, 8, brand)) ? "heic" : null;
}
