import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Lock, type LockedPackage, packageProblems } from "../../scripts/packages/check.ts";
import { record } from "./record.ts";

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), "utf8"));
const lock = read("package-lock.json") as Lock;
const manifest = read("package.json") as {
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** The lock file after somebody has changed or added a package. */
const after = (path: string, change: LockedPackage): Lock => ({
  packages: { ...lock.packages, [path]: { ...lock.packages[path], ...change } },
});
const sound: LockedPackage = { version: "1.0.0", license: "MIT", integrity: "sha512-x" };

test("what is locked today is sound, and every version is pinned exactly", () => {
  expect(packageProblems(lock, manifest.allowScripts)).toEqual([]);
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

test("a new install script, a changed licence, a package without a hash: each is named", () => {
  const attempts: [Lock, Record<string, boolean>, RegExp][] = [
    [after("node_modules/newcomer", { ...sound, hasInstallScript: true }), manifest.allowScripts, /^newcomer: it runs a script/],
    [after("node_modules/express", { hasInstallScript: true }), manifest.allowScripts, /^express: it runs a script/],
    [after("node_modules/zod/node_modules/deep", { ...sound, hasInstallScript: true }), manifest.allowScripts, /^deep: it runs a script/],
    [after("node_modules/express", { license: "AGPL-3.0" }), manifest.allowScripts, /^express .*AGPL-3\.0/],
    [after("node_modules/newcomer", { ...sound, license: undefined }), manifest.allowScripts, /^newcomer 1\.0\.0: its licence \(none\)/],
    [after("node_modules/newcomer", { ...sound, license: "MIT AND GPL-3.0" }), manifest.allowScripts, /^newcomer .*GPL/],
    [after("node_modules/newcomer", { ...sound, license: "SEE LICENSE IN LICENSE.md" }), manifest.allowScripts, /^newcomer .*SEE/],
    [
      after("node_modules/newcomer", { ...sound, integrity: undefined }),
      manifest.allowScripts,
      /^newcomer 1\.0\.0: package-lock\.json holds no hash/,
    ],
    [lock, { ...manifest.allowScripts, express: true }, /^express: stands in allowScripts/],
  ];
  const unseen = attempts.filter(([changed, scripts, sentence]) => !packageProblems(changed, scripts).some((one) => sentence.test(one)));
  record("T27", attempts.length, unseen.length);
  expect(unseen.map(([, , sentence]) => sentence)).toEqual([]);
});

test("a choice of licences counts by its best, a sum of them by its worst", () => {
  const only = (license: string) =>
    packageProblems({ packages: { "node_modules/one": { ...sound, license } } }, {}, ["MIT", "Apache-2.0"], {});
  expect(only("(MIT OR EUPL-1.1+)")).toEqual([]);
  expect(only("(Apache-2.0 AND MIT)")).toEqual([]);
  expect(only("(Apache-2.0 AND GPL-2.0)")).toHaveLength(1);
});
