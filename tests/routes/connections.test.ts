import { beforeAll, expect, test } from "vitest";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import type { ConnectionAnswer } from "#app/ui/connections/connection-form.tsx";
import { adminRequest, args, installShop, sessionToken, thrownResponse } from "./admin.ts";

let shop: Shop;
let page: typeof import("#app/routes/app.connections.tsx");
const otherDomain = "maple-mill.myshopify.com";

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  await installShop(otherDomain, "Maple Mill");
  page = await import("#app/routes/app.connections.tsx");
});

const list = (query = "", token?: string) => page.loader(args(adminRequest(`/app/connections${query}`, undefined, token)));
async function act(form: Record<string, string>, token?: string): Promise<ConnectionAnswer> {
  const answer = await page.action(args(adminRequest("/app/connections", form, token)));
  return "data" in answer ? answer.data : answer;
}
const hook = { intent: "save", kind: "webhook", url: "https://tools.example.com/hook?key=hunter2" };

test("a webhook is added, its secret shown once, and its address never again", async () => {
  expect((await list()).connections).toEqual([]);
  const added = await act(hook);
  expect(added.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const shown = await list();
  expect(shown.connections).toMatchObject([{ kind: "webhook", label: "tools.example.com", active: true, issue: null }]);
  expect(JSON.stringify(shown)).not.toMatch(/hunter2|whsec_/);
  const row = await database().prisma.connection.findFirstOrThrow({ where: { shopId: shop.id } });
  expect(row.credentials).not.toMatch(/hunter2|whsec_/);
});

test("what is no https address of the public internet is refused beside its field", async () => {
  for (const url of [
    "",
    "http://tools.example.com",
    "https://10.0.0.1/",
    "https://localhost/",
    "https://a:b@tools.example.com/",
    "nonsense",
  ]) {
    expect(await act({ ...hook, url })).toMatchObject({ ok: false, problems: { url: expect.any(String) } });
  }
});

test("it is switched off and on, tested, changed with its address kept, given a new secret, and removed with its log", async () => {
  const id = (await list()).connections[0]?.id ?? "";
  expect(await act({ intent: "off", id })).toMatchObject({ ok: true });
  expect((await list()).connections[0]?.active).toBe(false);
  expect((await thrownResponse(act({ intent: "test", id }))).status).toBe(404);
  await act({ intent: "on", id });
  await act({ intent: "test", id });
  expect((await list(`?log=${id}`)).log).toMatchObject([{ what: "Test", state: "waiting", how: "On its way" }]);
  expect(await act({ ...hook, id, url: "" })).toMatchObject({ ok: true });
  expect((await list()).connections[0]?.label).toBe("tools.example.com");
  expect((await act({ intent: "renew", id })).secret).toMatch(/^whsec_/);
  await act({ intent: "remove", id });
  expect((await list()).connections).toEqual([]);
  expect(await database().prisma.outwardSend.count()).toBe(0);
});

test("another shop sees and changes none of it", async () => {
  await act(hook);
  const id = (await list()).connections[0]?.id ?? "";
  await act({ intent: "test", id });
  const other = sessionToken(otherDomain);
  expect((await list(`?log=${id}`, other)).log).toEqual([]);
  expect((await list("", other)).connections).toEqual([]);
  const sendId = (await list(`?log=${id}`)).log[0]?.id ?? "";
  for (const intent of ["off", "on", "remove", "renew", "test", "retry"])
    expect((await thrownResponse(act({ intent, id, sendId }, other))).status).toBe(404);
  expect((await thrownResponse(act({ ...hook, id }, other))).status).toBe(404);
  expect((await list()).connections).toHaveLength(1);
});

test("there is an end to how many there can be", async () => {
  for (let n = 1; n < 10; n += 1) await act(hook);
  expect(await act(hook)).toMatchObject({ ok: false, problems: { form: expect.stringContaining("10") } });
});
