import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A change of one file; `find` must stand in it exactly once. */
export type Patch = { file: string; find: string; replace: string };

/** What of the tree the app and its build need. */
export const productPaths = ["app", "prisma", "sandbox", "widget/src", "build", "package.json", "shopify.app.toml"];

/** A part of the source tree as it is, in a folder of its own. */
export function copyOfTree(root: string, paths: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "onethread-broken-"));
  for (const path of paths) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Breaks a copy. A patch that does not apply is an error. Returns how to mend it. */
export function breakCopy(folder: string, name: string, patches: Patch[]): () => void {
  const whole = new Map<string, string>();
  for (const { file, find, replace } of patches) {
    const path = join(folder, file);
    const source = readFileSync(path, "utf8");
    if (source.split(find).length !== 2) throw new Error(`The patch for "${name}" does not apply to ${file}.`);
    if (!whole.has(path)) whole.set(path, source);
    writeFileSync(
      path,
      source.replace(find, () => replace),
    );
  }
  return () => {
    for (const [path, source] of whole) writeFileSync(path, source);
  };
}
