import { expect, test } from "vitest";
import { componentOf, type GraphEdge } from "#app/domain/identity/graph.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { neverOneWithoutProof, undoIsExact } from "./histories.ts";
import { storedAsProjected } from "./stored-histories.ts";

test("two people with no shared proof are never one shopper, two with it always are", () => neverOneWithoutProof(3000));

test("taking a join back restores the exact partition, whatever happened in between", () => undoIsExact(2000));

test("the database holds what the graph says, over random histories", async () => {
  const database = await databaseWithShop();
  await storedAsProjected(database, "shop", 30);
  await database.close();
});

test("claims and a channel's word join nobody", () => {
  const edges: GraphEdge[] = ["claim", "vouch"].map((strength) => ({
    identityId: "i0",
    otherId: "i1",
    strength,
    expiresAt: null,
    withdrawnAt: null,
  }));
  expect(componentOf("i0", edges, new Date())).toEqual(new Set(["i0"]));
});
