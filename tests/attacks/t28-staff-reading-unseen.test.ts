import { afterAll, beforeAll, expect, test } from "vitest";
import { keepFile } from "#app/domain/photos/files.server.ts";
import { requestWrites } from "#app/domain/privacy/requests.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import routes from "#app/routes.ts";
import { adminRequest, args, installShop, openCaseFor, sessionToken, shopperWrites } from "#tests/routes/admin.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { record } from "./record.ts";

type Listed = { path?: string; file: string; index?: boolean; children?: Listed[] };
type Page = { loader?: (input: ReturnType<typeof args>) => Promise<unknown> };

/** Every page of the admin with its address, from the app's own list, so that a new one is looked at by being there. */
function pagesOf(list: readonly Listed[], above = ""): { path: string; file: string }[] {
  return list.flatMap((one) => {
    const path = one.index ? above || "/" : `${above}/${one.path ?? ""}`;
    return [{ path, file: one.file }, ...pagesOf(one.children ?? [], path)];
  });
}

/** What must not be read unseen: the shopper's name, address and words. */
const personal = ["Quokkafield", "quokka@example.com", "quokkawords", "Musterweg 7"];
const pages = pagesOf(routes).filter(({ path }) => path.startsWith("/app") && !path.includes("*") && path !== "/app/stream");

// One database for both: Shopify's library keeps the storage of sessions that it was loaded with.
let house: House;
beforeAll(async () => {
  house = await House.open({ knowledge: true });
});
afterAll(() => house.close());

/** A page that answers by throwing, such as "there is no such return", has shown nothing else. */
function orThrown(thrown: unknown): Response {
  if (thrown instanceof Response) return thrown;
  throw thrown;
}

test("every page that shows something of a shopper writes down who read what, and when", async () => {
  const { prisma } = database();
  const shop = await prisma.shop.findFirstOrThrow();
  const identity = await shopperWrites(shop.id, {
    kind: "email",
    address: "quokka@example.com",
    label: "Z. Quokkafield",
    text: "my quokkawords",
  });
  const orders = [...house.shopify.store.orders.values()];
  const order = orders.find((one) => one.returns.length > 0) ?? orders[0];
  const [existing] = order?.returns ?? [];
  const caseId = await openCaseFor(shop.id, identity.id, {
    orderId: order?.id,
    orderName: order?.name,
    state: { version: 1, phase: "registered", returnId: existing?.id, returnName: existing?.name },
    status: "escalated",
    owner: "staff",
  });
  const note = { id: newId(), shopId: shop.id, identityId: identity.id, author: "Sam", text: "quokkawords", createdAt: new Date() };
  await database().commit([
    insert("StaffNote", note),
    ...requestWrites(shop.id, { kind: "export", source: "shopify", about: { customer: { email: "quokka@example.com" } } }),
  ]);
  await house.idle();
  const made = await prisma.privacyExport.findFirstOrThrow();
  const photoId = newId();
  const photo = { id: photoId, shopId: shop.id, identityId: identity.id, messageId: newId(), place: 0, createdAt: new Date() };
  // A picture's bytes stand for what is in it.
  await keepFile(shop.id, { whole: Buffer.from("quokkawords in a picture"), small: Buffer.from("-") }, async (file) => {
    await database().commit([insert("Photo", { ...photo, state: "kept", file })]);
  });
  const params: Record<string, string> = { conversationId: identity.conversationId, caseId, exportId: made.id, photoId };

  const unseen: string[] = [];
  const seen: string[] = [];
  for (const { path, file } of pages) {
    const page = (await import(/* @vite-ignore */ new URL(`../../app/${file}`, import.meta.url).pathname)) as Page;
    if (!page.loader) continue;
    const url = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? `unknown-${name}`);
    const before = await prisma.accessLog.count();
    const answer = await page.loader(args(adminRequest(url === "/app/inbox" ? "/app/inbox?view=all" : url), params)).catch(orThrown);
    const text = answer instanceof Response ? await answer.text() : JSON.stringify(answer);
    // What is written goes with the next commit.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const rows = await prisma.accessLog.findMany({ skip: before, orderBy: { id: "asc" } });
    const shows =
      personal.some((one) => text.includes(one)) || (order !== undefined && file.includes("order") && text.includes(order.name));
    if (!shows) continue;
    const right = rows.length > 0 && rows.every((row) => row.actor === "42" && row.shopId === shop.id && row.subject !== "");
    (right ? seen : unseen).push(path);
  }
  record("T28", seen.length + unseen.length, unseen.length);
  expect(unseen).toEqual([]);
  expect(seen).toEqual([
    "/app/inbox",
    "/app/inbox/:conversationId",
    "/app/shoppers/:conversationId",
    "/app/privacy",
    "/app/privacy/exports/:exportId",
    "/app/cases/:caseId/order",
    "/app/photos/:photoId",
  ]);
});

test("an export of another shop, an expired one and a shopper's own are not there for staff", async () => {
  const shop = await database().prisma.shop.findFirstOrThrow();
  const about = { customer: { email: "quokka@example.com" } };
  await database().commit(requestWrites(shop.id, { kind: "export", source: "shopify", about }));
  await house.idle();
  const request = await database().prisma.privacyRequest.findFirstOrThrow({ where: { state: "ready" }, orderBy: { id: "desc" } });
  const { id } = await database().prisma.privacyExport.findFirstOrThrow({ where: { requestId: request.id } });
  const { loader } = await import("#app/routes/app.privacy.exports.$exportId.ts");
  const read = async (token?: string) => {
    const answer = await loader(args(adminRequest(`/app/privacy/exports/${id}`, undefined, token), { exportId: id })).catch(
      (error: unknown) => error,
    );
    return answer as Response;
  };
  await installShop("other-shop.myshopify.com", "Other");
  const good = await read();
  expect([good.status, good.headers.get("x-content-type-options"), good.headers.get("content-disposition")]).toEqual([
    200,
    "nosniff",
    `attachment; filename="customer-data-${id}.html"`,
  ]);
  expect((await database().prisma.privacyRequest.findFirstOrThrow({ where: { id: request.id } })).state).toBe("done");
  const refused = [await read(sessionToken("other-shop.myshopify.com"))];
  await database().prisma.privacyRequest.updateMany({ data: { source: "shopper" } });
  refused.push(await read());
  await database().prisma.privacyRequest.updateMany({ data: { source: "shopify" } });
  await database().prisma.privacyExport.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
  refused.push(await read());
  record("T28", refused.length, refused.filter((answer) => answer.status !== 404).length);
  expect(refused.map((answer) => answer.status)).toEqual([404, 404, 404]);
});
