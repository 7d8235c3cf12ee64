/** Part of `npm run check`: every locked package has a licence we accept, a hash, and an install script only when package.json says so. */
import { readFileSync } from "node:fs";
import { packageProblems } from "./packages/check.ts";

const read = (file: string) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), "utf8"));
const problems = packageProblems(read("package-lock.json"), read("package.json").allowScripts);
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
