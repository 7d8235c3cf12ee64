import "#tests/setup/environment.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findIdentityByAddress, standing } from "#app/domain/identity/identity.server.ts";
import { refreshProjection } from "#app/domain/identity/join.server.ts";
import { type DatabaseHandle, openDatabase, type Prepare } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { shopRow } from "#tests/setup/database.ts";
import { percentile } from "./figures.ts";
import { benchIdentityFriction } from "./identity-friction.ts";

const sizes = [1_000, 10_000, 100_000, 1_000_000];
const repeats = 2_000;
const shopId = "shop";
const started = 1_790_000_000_000;
const forever = 4_000_000_000_000;

/** Finding out who writes, as a turn does, with a thousand shoppers in the database and with a million. */
export async function benchIdentity(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "onethread-bench-"));
  const database = await openDatabase(join(folder, "identity.db"));
  await database.commit([insert("Shop", shopRow(shopId))]);
  const found: { size: number; p50: number; p95: number }[] = [];
  let filled = 0;
  for (const size of sizes) {
    const begun = performance.now();
    await fill(database, filled, size);
    filled = size;
    // As the running app does every hour.
    await database.optimize();
    const filling = (performance.now() - begun) / 1000;
    const took = await measure(size);
    const [p50, p95] = [percentile(took, 0.5), percentile(took, 0.95)];
    found.push({ size, p50, p95 });
    console.log(
      `${size.toLocaleString("en")} shoppers: p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms (${repeats}; filled in ${filling.toFixed(0)} s)`,
    );
  }
  const growth = (of: "p50" | "p95") => ((found.at(-1)?.[of] ?? 0) / (found[0]?.[of] ?? 1)).toFixed(1);
  console.log(`resolving an identity, growth over 1,000 × shoppers: p50 × ${growth("p50")}, p95 × ${growth("p95")} (target p95 ≤ × 3)`);
  await database.close();
  rmSync(folder, { recursive: true });
  await benchIdentityFriction();
}

/** By address, then whose conversation it is now, then what it has proven. */
async function measure(size: number): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < repeats + 100; n += 1) {
    const some = Math.floor(Math.random() * size);
    const before = performance.now();
    const identity = await findIdentityByAddress(shopId, "whatsapp", `DE.${some}`);
    if (!identity) throw new Error("A shopper is missing.");
    await refreshProjection(identity);
    const known = await standing(identity);
    if (known.channel.length + known.verified.length === 0) throw new Error("Nothing is known of a shopper.");
    // The first ones warm the statements up.
    if (n >= 100) took.push(performance.now() - before);
  }
  return took;
}

/** In one transaction for each few thousand, so that a million take a minute. */
async function fill(database: DatabaseHandle, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 5_000) {
    await database.exclusively((prepare) => {
      for (let n = start; n < Math.min(to, start + 5_000); n += 1) shopper(prepare, n);
    });
  }
}

/**
 * On WhatsApp with the number it shows; every second has proven a mailbox, every fourth logged in on the website as well, whose
 * account has that mailbox. A few claim what is somebody else's, or had a proof that was taken back or has run out.
 */
function shopper(prepare: Prepare, n: number): void {
  const id = String(n).padStart(8, "0");
  const home = `c${id}`;
  const person = (part: string, kind: string, externalId: string, conversationId: string) => {
    const own = `${home}${part}`;
    conversation(prepare, own);
    prepare(
      `INSERT INTO "Identity" (id, "shopId", kind, "externalId", "homeConversationId", "conversationId", "createdAt") VALUES (?,?,?,?,?,?,?)`,
    ).run(`i${id}${part}`, shopId, kind, externalId, own, conversationId, started);
  };
  const edge = (a: string, b: string, kind: string, strength: string, expiresAt: number | null = null, withdrawnAt: number | null = null) =>
    prepare(
      `INSERT INTO "Evidence" (id, "shopId", "identityId", "otherId", kind, strength, by, "createdAt", "expiresAt", "withdrawnAt") VALUES (?,?,?,?,?,?,'bench',?,?,?)`,
    ).run(`e${id}${a}${b}${kind}`, shopId, a, b, kind, strength, started, expiresAt, withdrawnAt);
  const me = (part: string) => `i${id}${part}`;
  const whole = `${home}a`;
  person("a", "whatsapp", `DE.${n}`, whole);
  person("b", "phone", `+4915${id}`, `${home}b`);
  edge(me("a"), me("b"), "channel-vouches", "vouch");
  if (n % 2 === 0) {
    person("c", "email", `shopper${n}@example.com`, whole);
    edge(me("a"), me("c"), "one-time-code", "proof", forever);
  }
  if (n % 4 === 0) {
    person("d", "widget", `visitor-${n}`, whole);
    person("e", "shopify-customer", String(n), whole);
    edge(me("d"), me("e"), "account-login", "proof");
    edge(me("e"), me("c"), "account-email", "proof");
  }
  if (n % 10 === 9) {
    const stranger = `i${String(Math.floor(n / 10)).padStart(8, "0")}a`;
    edge(me("a"), stranger, "typed", "claim");
    edge(me("a"), stranger, "staff", "proof", null, started + 1);
    edge(me("a"), stranger, "signed-link", "proof", started + 1);
  }
}

function conversation(prepare: Prepare, id: string): void {
  prepare(
    `INSERT INTO "Conversation" (id, "shopId", "createdAt", "lastMessageAt", "lastMessage", "lastChannel", "lastAuthor", unread, revision) VALUES (?,?,?,?,'','','',0,1)`,
  ).run(id, shopId, started, started);
}
