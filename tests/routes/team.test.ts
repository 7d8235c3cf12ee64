import { beforeAll, expect, test } from "vitest";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { adminRequest, args, installShop } from "./admin.ts";

let shop: Shop;
let page: typeof import("#app/routes/app.team.tsx");
beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  page = await import("#app/routes/app.team.tsx");
});

test("hours and times are kept and shown again; a mistake is named and nothing is kept", async () => {
  const send = async (form: Record<string, string>) => {
    const answer = await page.action(args(adminRequest("/app/team", form)));
    return "data" in answer ? answer.data : answer;
  };
  const form = { from0: "09:00", until0: "17:30", holidays: "2026-12-25", "minutes-whatsapp": "30" };
  expect(await send(form)).toMatchObject({ ok: true });
  const wrong = await send({ ...form, from0: "late", "minutes-whatsapp": "never" });
  expect(wrong).toMatchObject({ ok: false, problems: { from0: expect.any(String), "minutes-whatsapp": expect.any(String) } });
  const shown = await page.loader(args(adminRequest("/app/team")));
  expect(shown).toMatchObject({ timeZone: shop.timeZone, stored: { ...form, from1: "" } });
});
