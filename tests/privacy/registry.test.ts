import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type RegisteredTable, registry } from "#app/domain/privacy/registry.ts";
import { readRetentionForm, retentionKinds, retentionOf } from "#app/domain/privacy/retention.ts";

/** Tables and their columns as prisma/schema.prisma has them. */
function schemaTables(): Record<string, string[]> {
  const schema = readFileSync(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  return Object.fromEntries(
    models.map(([, name = "", body = ""]) => [
      name,
      body
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("//") && !line.startsWith("@@"))
        .map((line) => line.split(/\s+/)[0] ?? ""),
    ]),
  );
}

test("every table and every column of the schema is registered: what it holds, whose it is, how it goes", () => {
  const schema = schemaTables();
  const known = Object.fromEntries(Object.entries(registry).map(([table, { fields }]) => [table, Object.keys(fields).sort()]));
  expect(known).toEqual(Object.fromEntries(Object.entries(schema).map(([table, columns]) => [table, columns.sort()])));
});

test("whatever belongs to a shopper is in the export and goes with an erasure, or says why not", () => {
  for (const [table, entry] of Object.entries(registry) as [string, RegisteredTable][]) {
    const columns = Object.keys(entry.fields);
    for (const { column } of entry.belongs) expect([table, columns]).toEqual([table, expect.arrayContaining([column])]);
    if (entry.belongs.length === 0) continue;
    expect([table, entry.section !== undefined]).toEqual([table, true]);
    // The log of reads holds ids only, which mean nobody once the shopper is gone.
    if (table !== "AccessLog") expect([table, ["removed", "blanked"]]).toEqual([table, expect.arrayContaining([entry.erased])]);
  }
});

test("periods outside their bounds are refused, and a stored one that is out of bounds counts as ours", () => {
  const form = Object.fromEntries(Object.entries(retentionKinds).map(([kind, { days }]) => [kind, String(days)]));
  expect(readRetentionForm(form).ok).toBe(true);
  for (const days of ["0", "29", "3651", "1.5", "-40", "abc", ""])
    expect(readRetentionForm({ ...form, conversations: days })).toMatchObject({
      ok: false,
      problems: { conversations: expect.any(String) },
    });
  expect(retentionOf({ conversations: 1, deliveries: 60, unknown: 3 })).toMatchObject({ conversations: 730, deliveries: 60 });
  expect(retentionOf(null).exports).toBe(30);
});
