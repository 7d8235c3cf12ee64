import { beforeAll, expect, test } from "vitest";
import { shopByDomain } from "#app/domain/shops/shop.server.ts";
import { indexSource } from "#app/pipeline/knowledge/index-source.server.ts";
import { passagesBySeq, searchKnowledge } from "#app/pipeline/knowledge/search-sqlite.server.ts";
import { keepVectors, nearestPassages, nextUnembedded } from "#app/pipeline/knowledge/vectors-sqlite.server.ts";
import { type DatabaseHandle, openDatabase } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import { answerEmbed } from "#sandbox/gemini/embeddings.ts";
import { adminRequest, args, installShop, sessionToken, shopperWrites } from "#tests/routes/admin.ts";
import { howMany, record } from "./record.ts";

const shops = howMany(50, 6);
const domainOf = (n: number) => `shop-${n}.myshopify.com`;
const canary = (n: number) => `Rotkehlchen${String(n).padStart(3, "0")}`;

let database: DatabaseHandle;
let inbox: typeof import("#app/routes/app.inbox.tsx");
let policy: typeof import("#app/routes/app.policy.tsx");
let settings: typeof import("#app/routes/app.settings.tsx");

beforeAll(async () => {
  database = await openDatabase(":memory:");
  for (let n = 0; n < shops; n += 1) {
    const shop = await installShop(domainOf(n), `Shop ${canary(n)}`);
    const identity = await shopperWrites(shop.id, {
      kind: "widget",
      address: `visitor-${n}-${canary(n)}`,
      label: `Ada ${canary(n)}`,
      text: `hello, ${canary(n)} and common words`,
      account: domainOf(n),
    });
    const row = {
      id: newId(),
      shopId: shop.id,
      identityId: identity.id,
      flow: "return",
      intent: "return_start",
      state: {},
      version: 0,
      status: "escalated",
      owner: "staff",
      doubts: 0,
    };
    const writes: Write[] = [insert("Case", { ...row, orderName: `#${canary(n)}`, openedAt: new Date(), updatedAt: new Date() })];
    await database.commit([
      ...writes,
      insert("StaffNote", {
        id: newId(),
        shopId: shop.id,
        identityId: identity.id,
        author: "Staff",
        text: canary(n),
        createdAt: new Date(),
      }),
    ]);
  }
  inbox = await import("#app/routes/app.inbox.tsx");
  policy = await import("#app/routes/app.policy.tsx");
  settings = await import("#app/routes/app.settings.tsx");
});

/** What staff of one shop get to see for a search; the searched word itself comes back as typed and is left out. */
async function searched(n: number, search: string): Promise<string> {
  const path = `/app/inbox?view=all&search=${encodeURIComponent(search)}`;
  const { rows } = await inbox.loader(args(adminRequest(path, undefined, sessionToken(domainOf(n)))));
  return JSON.stringify(rows);
}

test("words that one shop has are found there and from no other shop, however they are asked for", async () => {
  const queries = howMany(5_000, 120);
  let foreign = 0;
  let own = 0;
  for (let query = 0; query < queries; query += 1) {
    const n = query % shops;
    const about = Math.floor(query / shops) % shops;
    const ways = [
      canary(about),
      canary(about).slice(0, 8),
      "common words",
      `"${canary(about)}" OR shop:*`,
      `${canary(about)}* NOT hello`,
      `#${canary(about)}`,
      `shop : ${domainOf(about)}`,
      `visitor-${about}`,
      `') OR 1=1 --`,
      `{words} : ${canary(about)}`,
    ];
    const rows = await searched(n, ways[query % ways.length] ?? "");
    const seen = new Set(rows.match(/Rotkehlchen\d{3}/g) ?? []);
    own += seen.has(canary(n)) ? 1 : 0;
    seen.delete(canary(n));
    foreign += seen.size;
  }
  record("T12", queries, foreign);
  expect(foreign).toBe(0);
  expect(own).toBeGreaterThan(0);
});

test("texts that the assistant answers from are the shop's own, however they are asked for", async () => {
  const ids: string[] = [];
  for (let n = 0; n < shops; n += 1) {
    const shop = await shopByDomain(domainOf(n));
    if (!shop) throw new Error("A shop is missing.");
    ids.push(shop.id);
    const source = { kind: "page" as const, externalId: `page-${n}`, title: `Care of ${canary(n)}`, url: null, updatedAt: new Date() };
    await database.commit(await indexSource(shop.id, source, `<h2>Washing</h2><p>Wash ${canary(n)} at forty degrees.</p>`, "en"));
  }
  const asked = howMany(5_000, 150);
  let [foreign, own] = [0, 0];
  for (let query = 0; query < asked; query += 1) {
    const [n, about] = [query % shops, Math.floor(query / shops) % shops];
    const ways = [
      `how do I wash ${canary(about)}`,
      canary(about),
      "washing at forty degrees",
      `"${ids[about]}" OR "shopId" : "${ids[about]}"`,
      `" OR {shopId} : ${ids[about]} OR "`,
      `${ids[about]} washing`,
    ];
    const found = await searchKnowledge(ids[n] ?? "", ways[query % ways.length] ?? "", "en", 20);
    const seen: string[] = JSON.stringify(found).match(/Rotkehlchen\d{3}/g) ?? [];
    own += seen.includes(canary(n)) ? 1 : 0;
    foreign += seen.filter((one) => one !== canary(n)).length;
  }
  record("T12", asked, foreign);
  expect(foreign).toBe(0);
  expect(own).toBeGreaterThan(0);
});

const model = "gemini-embedding-001";
const vectorOf = (text: string) => {
  const { embeddings } = answerEmbed({ model, texts: [text], dimensions: 768 }) as { embeddings: { values: number[] }[] };
  return Float32Array.from(embeddings[0]?.values ?? []);
};

test("nor is what another shop's texts mean ever looked at, not even for a question that means exactly the same", async () => {
  const [ids, seqs]: [string[], number[]] = [[], []];
  for (let n = 0; n < shops; n += 1) {
    const shopId = (await shopByDomain(domainOf(n)))?.id ?? "";
    ids.push(shopId);
    const [passage] = await nextUnembedded(shopId, model, 100);
    expect(passage?.text).toContain(canary(n));
    seqs.push(passage?.seq ?? 0);
    await keepVectors(shopId, model, [{ seq: passage?.seq ?? 0, vector: vectorOf(passage?.text ?? "") }]);
  }
  const stored = await database.prisma.knowledgeVector.findMany();
  const asked = howMany(5_000, 150);
  let [foreign, own] = [0, 0];
  for (let query = 0; query < asked; query += 1) {
    const [n, about] = [query % shops, (query * 7 + Math.floor(query / shops)) % shops];
    const [shopId, other] = [ids[n] ?? "", ids[about] ?? ""];
    const question = vectorOf(`Wash ${canary(about)} at forty degrees.`);
    const near = await nearestPassages(shopId, model, question, 20);
    // By the other's numbers, as if a list of them had got about.
    const found = await passagesBySeq(shopId, [...near.map(({ seq }) => seq), ...seqs]);
    if (other !== shopId) await keepVectors(shopId, model, [{ seq: seqs[about] ?? 0, vector: question }]);
    const seen: string[] = JSON.stringify(found).match(/Rotkehlchen\d{3}/g) ?? [];
    own += near.length === 1 && near[0]?.seq === seqs[n] && seen.includes(canary(n)) ? 1 : 0;
    foreign += near.filter(({ seq }) => seq !== seqs[n]).length + seen.filter((one) => one !== canary(n)).length;
  }
  expect(await database.prisma.knowledgeVector.findMany()).toEqual(stored);
  record("T12", asked, foreign);
  expect(foreign).toBe(0);
  expect(own).toBe(asked);
});

test("policies and settings are the shop's own", async () => {
  let foreign = 0;
  for (let n = 0; n < shops; n += 1) {
    const token = sessionToken(domainOf(n));
    await policy.action(
      args(
        adminRequest(
          "/app/policy",
          {
            windowDays: String(n + 1),
            windowStartsAt: "delivered",
            finalSaleTags: canary(n),
            restockingFeePercentage: "0",
            returnShippingFee: "0",
            feesWaivedForShopFault: "yes",
            mode: "open",
          },
          token,
        ),
      ),
    );
  }
  for (let n = 0; n < shops; n += 1) {
    const token = sessionToken(domainOf(n));
    const seen = JSON.stringify([
      await policy.loader(args(adminRequest("/app/policy", undefined, token))),
      await settings.loader(args(adminRequest("/app/settings", undefined, token))),
    ]);
    expect(seen).toContain(canary(n));
    foreign += (seen.match(/Rotkehlchen\d{3}/g) ?? []).filter((one) => one !== canary(n)).length;
  }
  record("T12", shops, foreign);
  expect(foreign).toBe(0);
});
