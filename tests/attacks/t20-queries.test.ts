import { expect, test } from "vitest";
import { queriesOfShops } from "./isolation/queries.ts";
import { record } from "./record.ts";

/** Who may look at the rows of every shop, and why. */
const beyondOneShop: Record<string, string> = {
  requireWidgetSession: "the secret token itself says whose it is",
  readLink: "the secret token itself says whose it is",
  channelAccountByExternalId: "finds the shop of a signed event",
  channelAccountsOf: "the process follows every mailbox",
  connectChannel: "looks whether another shop has this account",
  beginReconciling: "the process looks after every shop",
  watch: "an account that the process itself follows",
};

test("every query of a table of shops names its shop", () => {
  const queries = queriesOfShops();
  expect(queries.length).toBeGreaterThan(60);
  const without = queries.filter((one) => !one.filter && !(one.within in beyondOneShop));
  const sentence = `add shopId to "where", or the function to "beyondOneShop" of this test with its reason`;
  expect(without.map(({ file, line, within, table }) => `${file}:${line} ${within} asks ${table}: ${sentence}`)).toEqual([]);
  record("T20", queries.length, 0);
});
