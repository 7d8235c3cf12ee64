import { allowedLicences, licenceExceptions } from "./licences.ts";

export type LockedPackage = {
  version?: string;
  license?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optional?: boolean;
  link?: boolean;
};
export type Lock = { packages: Record<string, LockedPackage> };
type Exceptions = Record<string, { licence: string; why: string }>;

/**
 * What is wrong with the locked packages, one sentence each: licences, install scripts, hashes. Optional packages are builds for
 * other platforms, which npm locks without having fetched them; they have no hash.
 */
export function packageProblems(
  lock: Lock,
  allowScripts: Record<string, boolean>,
  allowed: string[] = allowedLicences,
  exceptions: Exceptions = licenceExceptions,
): string[] {
  const packages = Object.entries(lock.packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => ({ ...entry, name: path.replace(/^.*node_modules\//, "") }));
  const names = new Set(packages.map(({ name }) => name));
  const withScript = new Set(packages.filter((one) => one.hasInstallScript).map(({ name }) => name));
  return [
    ...packages
      .filter((one) => !isAllowed(one, allowed, exceptions))
      .map((one) => `${one.name} ${one.version}: its licence (${stated(one)}) is not on the list in scripts/packages/licences.ts.`),
    ...packages
      .filter((one) => !one.link && !one.optional && !one.integrity)
      .map((one) => `${one.name} ${one.version}: package-lock.json holds no hash of it.`),
    ...[...withScript]
      .filter((name) => !(name in allowScripts))
      .map((name) => `${name}: it runs a script when it is installed; say in allowScripts of package.json whether it may.`),
    ...Object.keys(allowScripts)
      .filter((name) => !withScript.has(name))
      .map((name) => `${name}: stands in allowScripts of package.json and has no install script.`),
    ...Object.keys(exceptions)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: stands among the exceptions in scripts/packages/licences.ts and is not installed.`),
  ];
}

function stated(one: LockedPackage): string {
  return one.license ?? "none";
}

function isAllowed(one: LockedPackage & { name: string }, allowed: string[], exceptions: Exceptions): boolean {
  return exceptions[one.name]?.licence === stated(one) || satisfies(stated(one), allowed);
}

/** An SPDX expression without nesting, which is all that packages use: any side of an OR will do, every part of an AND is needed. */
function satisfies(expression: string, allowed: string[]): boolean {
  const parts = expression.replace(/^\(|\)$/g, "").split(" OR ");
  return parts.some((part) => part.split(" AND ").every((licence) => allowed.includes(licence.replace(/[()]/g, "").trim())));
}
