import { expect, test } from "vitest";
import { readEnvironment } from "#app/platform/env.ts";

const good = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "secret",
  SHOPIFY_APP_URL: "https://app.example.com",
  SCOPES: "read_orders",
  ENCRYPTION_KEYS: `first:${Buffer.alloc(32).toString("base64")}`,
};

test.each<[Record<string, string | undefined>, string]>([
  [{ SHOPIFY_API_KEY: "" }, "The environment variable SHOPIFY_API_KEY is not set;"],
  [{ META_VERIFY_TOKEN: "short" }, "The environment variable META_VERIFY_TOKEN must have 8 characters or more;"],
  [{ PORT: "70000" }, "The environment variable PORT must be 65535 or less;"],
  [{ BACKUP_KEEP: "0" }, "The environment variable BACKUP_KEEP must be 1 or more;"],
  [{ SHOPIFY_APP_URL: "nowhere" }, "The environment variable SHOPIFY_APP_URL is an invalid URL;"],
  [{ ENCRYPTION_KEYS: "first:abc" }, "The environment variable ENCRYPTION_KEYS must be a list of name:key"],
])("%j is told in one sentence", (change, sentence) => {
  expect(() => readEnvironment({ ...good, ...change })).toThrow(sentence);
});

test("what is empty is taken as not set", () => {
  expect(readEnvironment({ ...good, META_VERIFY_TOKEN: "" })).toMatchObject({ port: 3000 });
});
