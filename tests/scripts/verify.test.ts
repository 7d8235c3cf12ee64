import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("without credentials each vendor's checks say that they were not run, and nothing else is needed", () => {
  const said = execFileSync(process.execPath, ["scripts/verify.ts"], { env: { PATH: process.env.PATH, NODE_ENV: "test" } }).toString();
  for (const vendor of ["shopify", "meta", "mail", "gemini", "stripe"]) expect(said).toMatch(new RegExp(`^${vendor}: not run`, "m"));
  expect(said).toMatch(/0 passed, 0 failed, 5 not run\s*$/);
});
