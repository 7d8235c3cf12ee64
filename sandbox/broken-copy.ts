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

/** What the files of a tree become, by their paths in it. A patch that does not apply, or to more than one place, is an error. */
export function brokenSources(folder: string, name: string, patches: Patch[]): Map<string, string> {
  const broken = new Map<string, string>();
  for (const { file, find, replace } of patches) {
    const source = broken.get(file) ?? readFileSync(join(folder, file), "utf8");
    if (source.split(find).length !== 2) throw new Error(`The patch for "${name}" does not apply to ${file}.`);
    broken.set(
      file,
      source.replace(find, () => replace),
    );
  }
  return broken;
}

/** Breaks a copy. Returns how to mend it. */
export function breakCopy(folder: string, name: string, patches: Patch[]): () => void {
  const broken = [...brokenSources(folder, name, patches)];
  const whole = broken.map(([file]) => [file, readFileSync(join(folder, file), "utf8")] as const);
  for (const [file, source] of broken) writeFileSync(join(folder, file), source);
  return () => {
    for (const [file, source] of whole) writeFileSync(join(folder, file), source);
  };
}
