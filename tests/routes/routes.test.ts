import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";

test("every page has its address", () => {
  const listed = [...JSON.stringify(routes).matchAll(/"routes\/([^"]+)"/g)].map((match) => match[1]);
  const pages = readdirSync(new URL("../../app/routes/", import.meta.url)).filter((file) => !file.includes(".server."));
  expect([...listed].sort()).toEqual(pages.sort());
});
