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
import { benchIdentityCorpus } from "./identity-corpus.ts";
import { benchIdentityFriction } from "./identity-friction.ts";

const sizes = [1_000, 10_000, 100_000, 1_000_000];
const repeats = 2_000;
const chunk = 25_000;
const shopId = "shop";
const started = 1_790_000_000_000;
const forever = 4_000_000_000_000;

/** Finding out who writes, as a turn does, with a thousand shoppers in the database and with a million. */
export async function benchIdentity(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "onethread-bench-"));
  const database = await openDatabase(join(folder, "identity.db"));
  await database.commit([insert("Shop", shopRow(shopId))]);
  await withoutSearch(database);
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
  await benchIdentityCorpus();
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

/** Made by SQLite itself, some ten thousand at a time; what search keeps of names is not asked for here and left out. */
async function fill(database: DatabaseHandle, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += chunk) {
    await database.exclusively((prepare) => fillChunk(prepare, start, Math.min(to, start + chunk)));
  }
}

/**
 * On WhatsApp (a) with the number it shows (b); every second has proven a mailbox (c), every fourth logged in on the website (d)
 * as well, to an account (e) that has that mailbox. A few claim what is somebody else's, or had a proof that was taken back or
 * has run out.
 */
function fillChunk(prepare: Prepare, from: number, to: number): void {
  const each = (sql: string, every = 1) =>
    prepare(
      `WITH RECURSIVE s(n) AS (SELECT @from UNION ALL SELECT n + 1 FROM s WHERE n + 1 < @to) ${sql.replace("FROM s", `FROM s WHERE n % ${every} = ${every - 1}`)}`,
    ).run({ from, to, shopId, started, forever });
  const id = (letter: string, part: string, n = "n") => `printf('${letter}%08d${part}', ${n})`;
  const person = (part: string, kind: string, address: string, every: number, own = false) => {
    each(
      `INSERT INTO "Conversation" (id, "shopId", "createdAt", "lastMessageAt", "lastMessage", "lastChannel", "lastAuthor", unread, revision)
        SELECT ${id("c", part)}, @shopId, @started, @started, '', '', '', 0, 1 FROM s`,
      every,
    );
    each(
      `INSERT INTO "Identity" (id, "shopId", kind, "externalId", "homeConversationId", "conversationId", "createdAt")
        SELECT ${id("i", part)}, @shopId, '${kind}', ${address}, ${id("c", part)}, ${id("c", own ? part : "a")}, @started FROM s`,
      every,
    );
  };
  const edge = (a: string, b: string, kind: string, strength: string, every: number, ends = "NULL", taken = "NULL") =>
    each(
      `INSERT INTO "Evidence" (id, "shopId", "identityId", "otherId", kind, strength, by, "createdAt", "expiresAt", "withdrawnAt")
        SELECT printf('e%08d${kind}', n), @shopId, ${id("i", a)}, ${b}, '${kind}', '${strength}', 'bench', @started, ${ends}, ${taken} FROM s`,
      every,
    );
  person("a", "whatsapp", "printf('DE.%d', n)", 1);
  person("b", "phone", "printf('+4915%08d', n)", 1, true);
  edge("a", id("i", "b"), "channel-vouches", "vouch", 1);
  person("c", "email", "printf('shopper%d@example.com', n)", 2);
  edge("a", id("i", "c"), "one-time-code", "proof", 2, "@forever");
  person("d", "widget", "printf('visitor-%d', n)", 4);
  person("e", "shopify-customer", "printf('%d', n)", 4);
  edge("d", id("i", "e"), "account-login", "proof", 4);
  edge("e", id("i", "c"), "account-email", "proof", 4);
  const stranger = id("i", "a", "n / 10");
  edge("a", stranger, "typed", "claim", 10);
  edge("a", stranger, "staff", "proof", 10, "NULL", "@started + 1");
  edge("a", stranger, "signed-link", "proof", 10, "@started + 1");
}

/** Search keeps every name; filling a million of those is not what is measured. */
function withoutSearch(database: DatabaseHandle): Promise<void> {
  return database.exclusively((prepare) => {
    const triggers = prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Identity'`).all() as { name: string }[];
    for (const { name } of triggers) prepare(`DROP TRIGGER "${name}"`).run();
  });
}
