import { test } from "vitest";
import { neverOneWithoutProof, undoIsExact } from "#tests/domain/identity/histories.ts";
import { storedAsProjected } from "#tests/domain/identity/stored-histories.ts";
import { databaseWithShop } from "#tests/setup/database.ts";

const minutes = 60_000;

test("over 200,000 random histories nobody is one shopper without proof", { timeout: 10 * minutes }, () => neverOneWithoutProof(200_000));

test("over 100,000 random histories undoing a join restores the exact partition", { timeout: 10 * minutes }, () => undoIsExact(100_000));

test("over 600 random histories the database holds what the graph says", { timeout: 10 * minutes }, async () => {
  const database = await databaseWithShop();
  await storedAsProjected(database, "shop", 600);
  await database.close();
});
