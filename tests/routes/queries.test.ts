import { beforeAll, expect, test, vi } from "vitest";
import type { Shop } from "#app/domain/shops/shop.server.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { Gate } from "#app/platform/db/gate.ts";
import { adminRequest, args, installShop, openCaseFor, shopperWrites, writesAgain } from "./admin.ts";

let shop: Shop;
let pages: Record<string, (conversationId: string) => Promise<unknown>>;

beforeAll(async () => {
  await openDatabase(":memory:");
  shop = await installShop();
  const inbox = await import("#app/routes/app.inbox.tsx");
  const conversation = await import("#app/routes/app.inbox.$conversationId.tsx");
  const shopper = await import("#app/routes/app.shoppers.$conversationId.tsx");
  const people = await import("#app/routes/app.people.tsx");
  const home = await import("#app/routes/app._index.tsx");
  const understanding = await import("#app/routes/app.understanding.tsx");
  const knowledge = await import("#app/routes/app.knowledge.tsx");
  const on = (path: string, conversationId: string) => args(adminRequest(path), { conversationId });
  pages = {
    home: () => home.loader(args(adminRequest("/app"))),
    inbox: () => inbox.loader(args(adminRequest("/app/inbox?view=all"))),
    waiting: () => inbox.loader(args(adminRequest("/app/inbox?view=waiting"))),
    search: () => inbox.loader(args(adminRequest("/app/inbox?view=all&search=hello"))),
    conversation: (id) => conversation.loader(on(`/app/inbox/${id}`, id)),
    understanding: () => understanding.loader(args(adminRequest("/app/understanding"))),
    knowledge: () => knowledge.loader(args(adminRequest("/app/knowledge"))),
    people: () => people.loader(args(adminRequest("/app/people"))),
    shopper: (id) => shopper.loader(on(`/app/shoppers/${id}`, id)),
  };
});

async function queriesOf(conversationId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, load] of Object.entries(pages)) {
    // Who may be one person is looked for once in what is new, and what was read is noted behind the page.
    if (name === "people") await load(conversationId);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const asked = vi.spyOn(Gate.prototype, "run");
    await load(conversationId);
    counts[name] = asked.mock.calls.length;
    asked.mockRestore();
  }
  return counts;
}

test("the number of queries of a page does not grow with what it shows", async () => {
  const first = await shopperWrites(shop.id, { kind: "whatsapp", address: "491700000000", label: "Ada Sample", text: "hello" });
  const few = await queriesOf(first.conversationId);
  for (let n = 1; n < 25; n += 1) {
    await shopperWrites(shop.id, { kind: "whatsapp", address: `49170000000${n}`, label: `Shopper ${n}`, text: "hello" });
    await writesAgain(first, `Line ${n}`);
  }
  const many = await queriesOf(first.conversationId);
  // A full page of found conversations needs no second look for beginnings of words.
  expect({ ...many, search: 0 }).toEqual({ ...few, search: 0 });
  expect(many.search).toBeLessThanOrEqual(few.search ?? 0);
  expect(Object.entries(many).filter(([, count]) => count > 25)).toEqual([]);
  await openCaseFor(shop.id, first.id, { status: "escalated", owner: "staff" });
  const withPerson = await queriesOf(first.conversationId);
  // Whom it can be given to, and whether a reply is being drafted for them.
  expect(withPerson.conversation).toBe((many.conversation ?? 0) + 2);
  console.log("queries", many);
});
