import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createHandlers } from "#app/pipeline/handlers.server.ts";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { foreign, foreignValue, isId, shows } from "./isolation/foreign.ts";
import { exportedFunctions, filesUnder, type ServerFunction, tasksWithPayloads } from "./isolation/source.ts";
import { changedRows, everythingOf, fillTwoShops, idOf, mine, theirs } from "./isolation/two-shops.ts";
import { record } from "./record.ts";

/** Functions that are asked before anybody knows which shop it is about. Each says why it may look at all of them. */
const beyondOneShop: Record<string, string> = {
  removeFilesOfNoShop: "the process looks after every shop's folder",
  decodePicture: "reads no row: bytes in, bytes out",
  checkPicture: "reads no row: bytes in, bytes out",
  isDiskFull: "asks the disk, not what lies there",
  shownFile: "the address, signed with our key for one file, itself says whose it is",
  readLink: "the secret token itself says whose it is",
  readRateLink: "the secret token itself says whose it is",
  redeemProveLink: "the secret token itself says whose it is",
  exportByToken: "the token, signed with our key, itself says whose it is",
  takeExport: "the token, signed with our key, itself says whose it is",
  retried: "runs what it is given again and asks nothing itself",
  beginSweeping: "the process looks after every shop",
  renewEncryption: "each start renews what lies under an older key, in every shop",
  shopById: "finds the shop itself, by an id of ours",
  shopByDomain: "finds the shop itself, by a domain that Shopify signed",
  registerShop: "the domain is Shopify's signed word",
  uninstallShop: "the domain was compared with the webhook's body",
  connectionById: "finds the shop of a call that the connection's own secret has to prove",
  channelAccountByExternalId: "finds the shop of a signed event",
  channelAccountsOf: "the process follows every mailbox",
};

let before: Awaited<ReturnType<typeof everythingOf>>;
const asked: string[] = [];

beforeAll(() => {
  vi.stubGlobal("fetch", async (input: RequestInfo | URL) => {
    asked.push(String(input instanceof Request ? input.url : input));
    // Final, so that nobody waits and asks again.
    return new Response("{}", { status: 404 });
  });
});

beforeEach(async () => {
  await openDatabase(":memory:");
  await fillTwoShops();
  before = await everythingOf(theirs.id);
});

/** A row as it stands in the database. Rows are handed on by those who have read them under their shop. */
async function rowsByName(): Promise<Record<string, unknown>> {
  const { prisma } = database();
  const own = await prisma.identity.findFirstOrThrow({ where: { shopId: mine.id, kind: "widget" } });
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: mine.id } });
  const identity = { ...own, conversationId: foreign.conversationId };
  return { identity, redeemer: identity, asker: identity, shop };
}

const functions = filesUnder("app/domain", ".server.ts")
  .flatMap(exportedFunctions)
  .filter((one) => one.later);
const takesRow = (one: ServerFunction) => ["identity", "shop"].includes(one.parameters[0]?.name ?? "");
const takesShop = (one: ServerFunction) => one.parameters[0]?.name === "shopId";

async function settled(work: unknown): Promise<unknown> {
  try {
    return await work;
  } catch {
    // A refusal by an error is a refusal.
    return null;
  }
}

async function expectUntouched(what: string): Promise<void> {
  expect(changedRows(before, await everythingOf(theirs.id)), `${what} changed the other shop's rows`).toEqual([]);
}

test("no function of the domain gives or changes anything of another shop, called with its ids", async () => {
  let attempts = 0;
  for (const one of functions.filter((each) => takesShop(each) || takesRow(each))) {
    const rows = await rowsByName();
    const wanted = one.parameters.filter(({ name, optional }) => !optional || isId(name));
    const values = wanted.map(({ name }) => rows[name] ?? foreignValue(`${one.file}, ${one.name}`, one.name, name));
    const module = (await import(/* @vite-ignore */ `../../${one.file}`)) as Record<string, (...values: unknown[]) => unknown>;
    const answer = module[one.name]?.(...values);
    attempts += 1;
    const given = await settled(answer);
    expect(shows(given), `${one.name} of ${one.file} shows the other shop's data`).toBe(false);
    await settled(database().commit(writesIn(given)));
    await expectUntouched(one.name);
    if (["eraseCustomer", "eraseShop"].includes(one.name)) await refill();
  }
  expect(attempts).toBeGreaterThan(30);
  record("T20", attempts, 0);
});

test("every function of the domain takes its shop first, or says why not", () => {
  const others = functions.filter((one) => !takesShop(one) && !takesRow(one)).map((one) => one.name);
  const unknown = others.filter((name) => !(name in beyondOneShop));
  expect(
    unknown,
    `${unknown.join(", ")}: take shopId first, or say in "beyondOneShop" of this test why every shop may be looked at`,
  ).toEqual([]);
});

test("no job gives or changes anything of another shop, given its ids", async () => {
  const handlers = (await createHandlers()) as Record<string, (payload: unknown, context: object) => Promise<Write[]>>;
  const tasks = tasksWithPayloads();
  expect([...tasks.keys()].sort()).toEqual(Object.keys(handlers).sort());
  for (const [task, names] of tasks) {
    const payload = Object.fromEntries(names.map((name) => [name, foreignValue(`the job ${task}`, task, name)]));
    const context = { shopId: mine.id, jobId: 1, attempt: 1, lastAttempt: false };
    const writes = await settled(handlers[task]?.(payload, context));
    expect(shows(writes), `${task} shows the other shop's data`).toBe(false);
    await settled(database().commit(writesIn(writes)));
    await expectUntouched(task);
  }
  expect(asked.filter((url) => url.includes(theirs.domain) || url.includes(`${theirs.id}-`))).toEqual([]);
  record("T20", tasks.size, 0);
});

test("an event of one's own account that names another shop's messages and deliveries moves nothing there", async () => {
  const handlers = await createHandlers();
  const events = foreignEvents();
  for (const [n, { channel, topic, body }] of events.entries()) {
    const id = `event-of-mine-${n}`;
    const account = channel === "shopify" ? mine.domain : `${mine.id}-${channel}`;
    await database().prisma.rawEvent.create({
      data: { id, shopId: mine.id, channel, account, externalId: id, topic, body: JSON.stringify(body), receivedAt: new Date() },
    });
    const task = channel === "shopify" ? "intake.shopify" : "intake.channel";
    const context = { shopId: mine.id, jobId: 1, attempt: 1, lastAttempt: false };
    await database().commit(await handlers[task]({ rawEventId: id }, context));
    await expectUntouched(`event ${n}`);
  }
  record("T20", events.length, 0);
});

function foreignEvents(): { channel: string; topic?: string; body: unknown }[] {
  const whatsApp = (value: object) => ({
    channel: "whatsapp",
    body: {
      object: "whatsapp_business_account",
      entry: [
        {
          id: "1",
          changes: [
            {
              field: "messages",
              value: { messaging_product: "whatsapp", metadata: { phone_number_id: "mine-whatsapp", display_phone_number: "1" }, ...value },
            },
          ],
        },
      ],
    },
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const status = (id: string, delivery?: string) =>
    whatsApp({
      statuses: [{ id, status: "failed", timestamp, recipient_id: "1", biz_opaque_callback_data: delivery, errors: [{ code: 131047 }] }],
    });
  const instagram = (message: object) => ({
    channel: "instagram",
    body: {
      object: "instagram",
      entry: [
        {
          id: "mine-instagram",
          time: 1,
          messaging: [{ sender: { id: "ig-1" }, recipient: { id: "mine-instagram" }, timestamp: Date.now(), ...message }],
        },
      ],
    },
  });
  const echo = {
    channel: "instagram",
    body: {
      object: "instagram",
      entry: [
        {
          id: "mine-instagram",
          time: 1,
          messaging: [
            {
              sender: { id: "mine-instagram" },
              recipient: { id: "ig-1" },
              timestamp: Date.now(),
              message: { mid: "vendor-sent-1", text: "x", is_echo: true },
            },
          ],
        },
      ],
    },
  };
  return [
    status("unknown-id", idOf(theirs.id, "delivery", "unknown")),
    status("vendor-sent-1"),
    whatsApp({
      messages: [{ id: "new-1", from: "4915112345678", from_user_id: "DE.100", timestamp, type: "text", text: { body: "hello" } }],
    }),
    instagram({ message: { mid: "vendor-message-1", is_deleted: true } }),
    instagram({ message_edit: { mid: "vendor-message-1", text: "changed" } }),
    instagram({ message: { mid: "new-2", text: "hello" } }),
    echo,
    { channel: "shopify", topic: "orders/updated", body: { admin_graphql_api_id: foreign.orderId } },
    {
      channel: "shopify",
      topic: "customers/redact",
      body: { shop_domain: mine.domain, customer: { id: 7001, email: "ada@example.com", phone: "+4915112345678" } },
    },
  ];
}

async function refill(): Promise<void> {
  await openDatabase(":memory:");
  await fillTwoShops();
  before = await everythingOf(theirs.id);
}

function writesIn(value: unknown): Write[] {
  if (Array.isArray(value)) return value.flatMap(writesIn);
  if (value === null || typeof value !== "object") return [];
  if ("kind" in value && ["insert", "update", "remove", "enqueue"].includes(String(value.kind))) return [value as Write];
  return "writes" in value ? writesIn(value.writes) : [];
}
