import { beforeAll, expect, test } from "vitest";
import { labelJob, labelKeyOf } from "#app/domain/returns/label-rows.server.ts";
import { type Shop, shopById } from "#app/domain/shops/shop.server.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { adminRequest, args, installShop, sessionToken, thrownResponse } from "./admin.ts";

let shop: Shop;
let page: typeof import("#app/routes/app.labels.tsx");
const otherDomain = "maple-mill.myshopify.com";

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  await installShop(otherDomain, "Maple Mill");
  page = await import("#app/routes/app.labels.tsx");
});

const load = (token?: string) => page.loader(args(adminRequest("/app/labels", undefined, token)));
async function send(form: Record<string, string>, token?: string) {
  const answer = await page.action(args(adminRequest("/app/labels", form, token)));
  return "data" in answer ? answer.data : answer;
}
const carrier = {
  method: "carrier",
  apiKey: "EZAKsecretkey",
  name: "Linden & Loom",
  street1: "Lagerweg 3",
  zip: "20095",
  city: "Hamburg",
  country: "de",
  length: "40",
  width: "30",
  height: "10",
  weight: "1000",
};

test("what is saved is shown again, but the carrier's key never: it lies encrypted, and an empty field keeps it", async () => {
  expect(await load()).toMatchObject({ stored: { method: "none", remindAfterDays: "7", cancelAfterDays: "" }, hasKey: false, failed: [] });
  expect(await send(carrier)).toEqual({ ok: true, problems: {} });
  const shown = await load();
  expect(shown).toMatchObject({ stored: { method: "carrier", country: "DE", apiKey: "" }, hasKey: true });
  expect(JSON.stringify([shown, await shopById(shop.id)])).not.toMatch(/EZAKsecretkey|labelKey/);
  expect((await database().prisma.shop.findUniqueOrThrow({ where: { id: shop.id } })).labelKey).not.toContain("EZAK");
  expect(await send({ ...carrier, apiKey: "", mostCost: "8,50" })).toMatchObject({ ok: true });
  expect(await labelKeyOf(shop.id)).toBe("EZAKsecretkey");
  expect((await shopById(shop.id))?.labels.mostCost).toBe(8.5);
  expect(JSON.stringify(await database().prisma.audit.findMany({ where: { action: "labels.saved" } }))).not.toContain("EZAK");
});

test("what cannot be used is refused in words", async () => {
  expect(await send({ ...carrier, country: "Germany", cancelAfterDays: "2" })).toMatchObject({
    ok: false,
    problems: { country: "Enter two letters, such as DE.", cancelAfterDays: expect.stringMatching(/reminder first/) },
  });
});

test("a label that could not be made is tried again from the page; nobody else's is", async () => {
  const id = newId();
  const about = { returnId: "gid://shopify/Return/9", returnName: "#9-R1", orderId: "gid://shopify/Order/9", orderName: "#9" };
  const row = { ...about, caseId: newId(), identityId: newId(), method: "own", state: "failed", error: "customs", createdAt: new Date() };
  await database().commit([insert("ReturnLabel", { id, shopId: shop.id, ...row })]);
  expect((await load()).failed).toEqual([{ id, returnName: "#9-R1", why: "it would need customs papers" }]);
  const other = sessionToken(otherDomain);
  expect((await load(other)).failed).toEqual([]);
  expect((await thrownResponse(send({ intent: "retry", labelId: id }, other))).status).toBe(404);
  expect(await send({ intent: "retry", labelId: id })).toMatchObject({ ok: true });
  expect((await load()).failed).toEqual([]);
  const wanted = labelJob(shop.id, row.caseId);
  expect(wanted.kind === "enqueue" && wanted.job.key).toBe(`label:${row.caseId}`);
  expect(await database().prisma.job.count({ where: { key: `label:${row.caseId}` } })).toBe(1);
});
