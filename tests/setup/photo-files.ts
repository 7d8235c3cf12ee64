import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { env } from "#app/platform/env.ts";

/** Where a kept picture lies; undefined when it lies nowhere. */
export function photoPath({ shopId, file }: { shopId: string; file: string | null }, size: "" | ".small" = ""): string | undefined {
  const path = join(env.photosFolder, shopId, file?.slice(0, 2) ?? "", `${file}${size}.jpg`);
  return file && existsSync(path) ? path : undefined;
}

/** Every file that is kept for a shop. */
export function photoFiles(shopId: string): string[] {
  const folder = join(env.photosFolder, shopId);
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.includes(".") || /^incoming\/./.test(name))
    : [];
}
