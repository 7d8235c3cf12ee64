import { readFileSync } from "node:fs";
import { beyondOneShop, type Query, queriesOfShops } from "#tests/attacks/isolation/queries.ts";
import type { Guard } from "./guards.ts";

/**
 * Each condition on the shop in a query, found in the source. One that is part of a unique key cannot be left out. Some
 * queries ask by ids that were read under the shop just before, so no answer differs without their condition: for those
 * the test that reads every query is the one that notices.
 */
export function tenantGuards(root: string): Guard[] {
  const seen = new Set<string>();
  return queriesOfShops().flatMap((query) => {
    const { file, filter } = query;
    const key = `${file} ${filter?.start}`;
    if (!filter || filter.wholeKey || seen.has(key) || query.within in beyondOneShop) return [];
    seen.add(key);
    return [withoutFilter(root, query, filter)];
  });
}

function withoutFilter(root: string, { file, line, within, table }: Query, filter: { start: number; end: number }): Guard {
  const source = readFileSync(`${root}/${file}`, "utf8");
  const end = /^\s*,/.exec(source.slice(filter.end))?.[0].length ?? 0;
  // The whole file is the place: the same words stand in many queries.
  const replace = source.slice(0, filter.start) + source.slice(filter.end + end);
  return {
    name: `the shop of ${table} in ${within} (${file}:${line})`,
    patches: [{ file, find: source, replace }],
    tests: ["tests/attacks/t20-functions-and-jobs", "tests/attacks/t20-queries"],
  };
}
