import { expect, test } from "vitest";
import { now } from "#app/platform/clock.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { adminRequest, args, installShop, shopperWrites } from "./admin.ts";

test("a return that is only being talked about is told as such, not as a fault", async () => {
  const database = await openDatabase(":memory:");
  const shop = await installShop();
  const { loader } = await import("#app/routes/app.cases.$caseId.return.ts");
  const { id: identityId } = await shopperWrites(shop.id, { kind: "whatsapp", address: "491700000000", label: "Ada", text: "hello" });
  const caseId = newId();
  const at = { openedAt: now(), updatedAt: now() };
  const begun = { flow: "return", intent: "return_start", state: {}, version: 0, doubts: 0, status: "escalated", owner: "staff" };
  await database.commit([insert("Case", { id: caseId, shopId: shop.id, identityId, ...begun, ...at })]);
  const card = async (id: string) => loader(args(adminRequest(`/app/cases/${id}/return`), { caseId: id }));
  expect(await (await card(caseId)).json()).toEqual({ state: "none", words: "There is no return in Shopify for this yet." });
  await expect(card(newId())).rejects.toMatchObject({ status: 404 });
});
