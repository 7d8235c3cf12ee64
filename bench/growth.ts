import "#tests/setup/environment.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countWaiting, inboxPage, unreadMentions } from "#app/domain/conversations/inbox.server.ts";
import { inboxViews } from "#app/domain/conversations/inbox-views.ts";
import { loadThread } from "#app/domain/conversations/thread.server.ts";
import { findIdentityByAddress } from "#app/domain/identity/identity.server.ts";
import { peopleToGive } from "#app/domain/routing/members.server.ts";
import { type DatabaseHandle, openDatabase } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { shopRow } from "#tests/setup/database.ts";
import { percentile } from "./figures.ts";

/** Up to a million messages, which takes half an hour to fill in; fewer with MESSAGES=100000. */
const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= Number(process.env.MESSAGES ?? 1_000_000));
const perConversation = 10;
const repeats = 200;
const shopId = "shop";
const words = ["parcel", "order", "return", "refund", "size", "colour", "late", "thanks", "where", "dress", "shirt", "invoice"];

type Table = Record<string, { p50: number; p95: number }[]>;

/** What staff and shoppers wait for, with a thousand messages in the database and with a million. */
export async function benchGrowth(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "onethread-bench-"));
  const database = await openDatabase(join(folder, "growth.db"));
  await database.commit([insert("Shop", shopRow(shopId)), ...staff]);
  const table: Table = {};
  let filled = 0;
  for (const size of sizes) {
    await fill(database, filled / perConversation, size / perConversation);
    filled = size;
    // As the running app does every few seconds and every hour.
    await database.fillSearch();
    await database.optimize();
    const some = () => Math.floor((Math.random() * size) / perConversation);
    await measure(table, "timeline, newest 50", () => loadThread(shopId, `c${some()}`, 50));
    // What the loader of the page asks the database for its first page, whichever view is open.
    const name = "Kim";
    for (const view of inboxViews) await measure(table, `inbox, ${view}`, () => inboxPage(shopId, { view, name }));
    await measure(table, "inbox, beside the rows", () => Promise.all([countWaiting(shopId), peopleToGive(shopId), unreadMentions(shopId)]));
    await measure(table, "inbox, mentions searched", () => inboxPage(shopId, { view: "mentions", name, search: "parcel" }));
    await measure(table, "inbox, closed searched", () => inboxPage(shopId, { view: "closed", search: "parcel" }));
    await measure(table, "inbox, one channel", () => inboxPage(shopId, { view: "all", channel: "email" }));
    await measure(table, "inbox, one language", () => inboxPage(shopId, { view: "all", language: "nl" }));
    await measure(table, "inbox, a page in the middle", () =>
      inboxPage(shopId, { view: "all", after: { at: at(some() * perConversation).getTime(), id: "~" } }),
    );
    await measure(table, "identity by address", () => findIdentityByAddress(shopId, "whatsapp", `49151${some()}`));
    await measure(table, "search, a rare word", () => inboxPage(shopId, { view: "all", search: `code${some()}x` }));
    await measure(table, "search, a common word", () => inboxPage(shopId, { view: "all", search: "parcel" }));
  }
  console.log(`p50 in ms at ${sizes.map((size) => size.toLocaleString("en")).join(" / ")} messages, growth from first to last, last p95`);
  for (const [name, figures] of Object.entries(table)) {
    const growth = (figures.at(-1)?.p50 ?? 0) / (figures[0]?.p50 ?? 1);
    const p95 = (figures.at(-1)?.p95 ?? 0).toFixed(2);
    console.log(`${name}: ${figures.map((one) => one.p50.toFixed(2)).join(" / ")}, × ${growth.toFixed(1)}, p95 ${p95}`);
  }
  await database.close();
  rmSync(folder, { recursive: true });
}

const at = (message: number) => new Date(1_700_000_000_000 + message * 1000);

/** Conversations from … to, each with a shopper of its own and ten messages; every hundredth waits for staff, at most 200. */
async function fill(database: DatabaseHandle, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 500) {
    const writes: Write[] = [];
    for (let c = start; c < Math.min(to, start + 500); c += 1) writes.push(...conversation(c));
    await database.commit(writes);
  }
}

function conversation(c: number): Write[] {
  const [conversationId, identityId] = [`c${c}`, `i${c}`];
  const last = at(c * perConversation + perConversation);
  const messages = Array.from({ length: perConversation }, (_, n) => {
    const text = `${words[(c + n) % words.length]} ${words[(c * 7 + n) % words.length]} ${n === 0 ? `code${c}x` : "please"}`;
    const sent = at(c * perConversation + n);
    const author = n % 2 === 0 ? "shopper" : "assistant";
    const content = author === "shopper" ? { text, attachments: [] } : { blocks: [{ kind: "text", text }] };
    const place = { shopId, identityId, channel: "whatsapp", account: "1", externalId: `m${c}-${n}` };
    return insert("Message", { ...place, id: `m${c}-${n}`, author, at: sent, receivedAt: sent, content, text });
  });
  const waits = c % 100 === 0 && c < 20_000;
  // Of what waits half has somebody, some of it is late, put aside, answered last by a person or a draft to approve.
  const nth = waits ? (c / 100) % 10 : -1;
  const ends = waits || c % 10 === 0 ? {} : { closedAt: last, outcome: c % 3 === 0 ? "solved" : null };
  return [
    insert("Conversation", {
      id: conversationId,
      shopId,
      createdAt: last,
      lastMessageAt: last,
      lastMessage: "thanks",
      lastChannel: "whatsapp",
      lastAuthor: nth === 1 ? "staff" : "shopper",
      unread: waits,
      revision: 1,
      ...(nth === 2 && { snoozedUntil: new Date(Date.now() + 86_400_000) }),
    }),
    insert("Identity", {
      id: identityId,
      shopId,
      kind: "whatsapp",
      externalId: `49151${c}`,
      label: `Shopper ${c}`,
      homeConversationId: conversationId,
      conversationId,
      createdAt: last,
      lastInboundAt: last,
    }),
    ...messages,
    // A note in each twentieth conversation names the same person, who has read the old ones.
    ...(c % 20 === 0 ? mention(c, identityId, last) : []),
    insert("Case", {
      id: `k${c}`,
      shopId,
      identityId,
      flow: "return",
      intent: "return_start",
      state: {},
      version: 1,
      status: waits ? "escalated" : c % 10 === 0 ? "open" : "done",
      owner: waits && nth !== 9 ? "staff" : "assistant",
      ...(nth % 2 === 1 && nth !== 9 && { assignee: "Kim" }),
      ...(nth === 9 && { escalation: "draft-to-approve" }),
      ...(nth === 3 && { dueAt: last }),
      ...ends,
      doubts: 0,
      openedAt: last,
      updatedAt: last,
    }),
  ];
}

const staff: Write[] = Array.from({ length: 20 }, (_, n) =>
  insert("StaffMember", {
    id: `s${n}`,
    shopId,
    name: n === 0 ? "Kim" : `Colleague ${n}`,
    teams: [],
    languages: [],
    channels: [],
    intents: [],
    away: false,
    createdAt: new Date(n),
  }),
);

function mention(c: number, identityId: string, createdAt: Date): Write[] {
  return [
    insert("StaffNote", { id: `n${c}`, shopId, identityId, author: "Sam", text: "@Kim please look", createdAt }),
    insert("Mention", {
      id: `a${c}`,
      shopId,
      identityId,
      noteId: `n${c}`,
      memberId: "s0",
      name: "Kim",
      createdAt,
      ...(c >= 2_000 && { readAt: createdAt }),
    }),
  ];
}

async function measure(table: Table, name: string, work: () => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let n = 0; n < repeats; n += 1) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  table[name] = [...(table[name] ?? []), { p50: percentile(took, 0.5), p95: percentile(took, 0.95) }];
}
