import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every named fault point in the source. The runner's own points carry each task's name. */
export function namedPoints(root: string): string[] {
  const tasks = tasksIn(readFileSync(join(root, "app/platform/jobs/tasks.ts"), "utf8"));
  const names = globSync("app/**/*.ts", { cwd: root }).flatMap((path) => {
    const source = readFileSync(join(root, path), "utf8");
    return [...source.matchAll(/\bfault\([`"]([^`"]+)[`"]\)/g)].map((match) => match[1] ?? "");
  });
  const spelled = names.flatMap((name) => (name.includes("${") ? tasks.map((task) => name.replace(/\$\{[^}]+\}/, task)) : [name]));
  return [...new Set(spelled)].sort();
}

function tasksIn(source: string): string[] {
  const list = /export type Tasks = \{\n([\s\S]*?)\n\};/.exec(source)?.[1] ?? "";
  return [...list.matchAll(/^ {2}"?([a-z]+(?:[.-][a-z]+)*)"?: \{/gm)].map((match) => match[1] ?? "");
}
