import { readFileSync } from "node:fs";
import type { TableName } from "#app/platform/db/writes.ts";

export type Field = { name: string; type: string; optional: boolean; automatic: boolean };

/** Every table that holds rows of shops, read from the schema, so that a new one is filled and watched too. */
export function tenantTables(): { table: TableName; fields: Field[] }[] {
  const schema = readFileSync(new URL("../../../prisma/schema.prisma", import.meta.url), "utf8");
  return [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(([, table = "", body = ""]) => {
    const fields = [...body.matchAll(/^ {2}(\w+) +(\w+)(\??)(.*)$/gm)].map(([, name = "", type = "", mark, rest = ""]) => ({
      name,
      type,
      optional: mark === "?",
      automatic: /@default/.test(rest),
    }));
    return fields.some((field) => field.name === "shopId") ? [{ table: table as TableName, fields }] : [];
  });
}
