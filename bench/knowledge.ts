import "#tests/setup/environment.ts";
import { passagesOf } from "#app/domain/knowledge/passages.ts";
import { fuse } from "#app/pipeline/knowledge/fuse.ts";
import { passagesBySeq, searchKnowledge } from "#app/pipeline/knowledge/search-sqlite.server.ts";
import { indexed } from "#app/pipeline/knowledge/terms.ts";
import { hasVectors, keepVectors, nearestPassages, nextUnembedded } from "#app/pipeline/knowledge/vectors-sqlite.server.ts";
import { type DatabaseHandle, openDatabase } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { SandboxClock } from "#sandbox/double.ts";
import { answerEmbed } from "#sandbox/gemini/embeddings.ts";
import { seedLindenLoom } from "#sandbox/shopify/seed.ts";
import { lindenLoomShop } from "#sandbox/shopify/seed-catalogue.ts";
import { ShopifyStore } from "#sandbox/shopify/store.ts";
import * as questions from "#tests/knowledge/questions.ts";
import { shopRow } from "#tests/setup/database.ts";
import { show } from "./figures.ts";

const shopId = "0000000000000000000000shop";
const wanted = 10_000;
const fewChunks = 100;

/** How long a question takes among so many passages: the sandbox shop's own pages, and products until there are enough. */
export async function benchKnowledge(): Promise<void> {
  const asked = [questions.kept, questions.learned, questions.learnedLater].flatMap((set) => Object.values(set).flat());
  for (const chunks of [fewChunks, wanted]) {
    const database = await openDatabase(":memory:");
    await fill(database, chunks);
    // How rare each word is is known then, as it is to a process that has run for a while.
    for (const question of asked) await searchKnowledge(shopId, question, "en");
    const [whole, index]: number[][] = [[], []];
    for (const question of asked) {
      let before = performance.now();
      await searchKnowledge(shopId, question, "en");
      whole?.push(performance.now() - before);
      before = performance.now();
      await plainMatch(database, question);
      index?.push(performance.now() - before);
    }
    console.log(show(`${chunks.toLocaleString("en")} passages, the search as it is`, whole ?? []));
    console.log(show(`${chunks.toLocaleString("en")} passages, SQLite's FTS5 alone with the words as written`, index ?? []));
    await benchVectors(asked, chunks);
    await database.close();
  }
}

const model = "gemini-embedding-001";

/** The same search with the vectors' ranking joined, as a turn does where words alone are not clear; asking for the vector is not counted. */
async function benchVectors(asked: string[], chunks: number): Promise<void> {
  let stored = 0;
  for (;;) {
    const passages = await nextUnembedded(shopId, model, 100);
    if (passages.length === 0) break;
    const vectors = embed(passages.map(({ title, text }) => `${title}\n${text}`));
    await keepVectors(
      shopId,
      model,
      passages.map(({ seq }, at) => ({ seq, vector: vectors[at] as Float32Array })),
    );
    stored += passages.length;
  }
  const questions = embed(asked);
  const before = performance.now();
  await nearestPassages(shopId, model, questions[0] as Float32Array, 10);
  console.log(`${stored.toLocaleString("en")} vectors read for the first time in ${(performance.now() - before).toFixed(0)} ms`);
  const [both, alone]: [number[], number[]] = [[], []];
  const used = process.threadCpuUsage();
  for (const [at, question] of asked.entries()) {
    const started = performance.now();
    const byWords = await searchKnowledge(shopId, question, "en", 10);
    const between = performance.now();
    await hasVectors(shopId, model);
    const near = await nearestPassages(shopId, model, questions[at] as Float32Array, 10);
    alone.push(performance.now() - between);
    await passagesBySeq(
      shopId,
      near.map(({ seq }) => seq),
    );
    fuse([byWords.map(({ seq }) => seq), near.map(({ seq }) => seq)]);
    both.push(performance.now() - started);
  }
  const { user, system } = process.threadCpuUsage(used);
  console.log(show(`${chunks.toLocaleString("en")} passages, words and vectors joined`, both));
  // Says something on a machine that others use, too.
  console.log(`of the processor's time ${((user + system) / 1_000 / asked.length).toFixed(1)} ms each on average`);
  console.log(show(`${chunks.toLocaleString("en")} passages, the nearest vectors alone`, alone));
}

function embed(texts: string[]): Float32Array[] {
  const { embeddings } = answerEmbed({ model, texts, dimensions: 768 }) as { embeddings: { values: number[] }[] };
  return embeddings.map(({ values }) => {
    const length = Math.hypot(...values);
    return Float32Array.from(values, (one) => one / length);
  });
}

function plainMatch(database: DatabaseHandle, question: string): Promise<unknown> {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const match = words.map((word) => `"${word}"`).join(" OR ");
  return database.exclusively((prepare) =>
    prepare(`SELECT rowid FROM "KnowledgeText" WHERE "KnowledgeText" MATCH ? ORDER BY rank LIMIT 3`).all(match),
  );
}

const qualities = words("soft heavy light washed brushed crisp warm fine loose woven knitted quilted striped checked plain ribbed");
const materials = words("linen cotton wool silk hemp cashmere alpaca velvet denim flannel jersey canvas");
const things = words("dress shirt scarf towel blanket cushion curtain apron robe skirt trousers jacket socks hat bag runner napkin sheet");
const colours = words("sand olive rust ink white black grey rose moss sky clay plum mustard teal");
const letters = words("al bo ca da el fi ga ha is jo ka lu mi no or pe qui ra so ta");

/** A product as a large shop has thousands: everyday words, and a name of its own. */
function product(some: <T>(list: T[]) => T) {
  const name = [some(letters), some(letters), some(letters)].join("");
  const [quality, material, thing] = [some(qualities), some(materials), some(things)];
  const title = `${name} ${quality} ${material} ${thing}`;
  const text = `A ${some(qualities)} ${thing} of ${material}, ${some(qualities)} and ${quality}. Wear it with our ${some(colours)} ${some(things)}.
Colour: ${some(colours)}, ${some(colours)}\nSize: S, M, L\n${20 + some([...letters.keys()])}.00 EUR`;
  return { title, heading: "", text };
}

function words(line: string): string[] {
  return line.split(" ");
}

async function fill(database: DatabaseHandle, chunks: number): Promise<void> {
  const clock = new SandboxClock();
  const store = new ShopifyStore(lindenLoomShop(clock.now()), clock);
  seedLindenLoom(store, clock.now());
  const own = [...store.pages.values()].flatMap((page) => passagesOf(page.body).map((passage) => ({ ...passage, title: page.title })));
  const at = new Date();
  await database.commit([insert("Shop", shopRow(shopId))]);
  let next = 7;
  const some = <T>(list: T[]): T => {
    next = (next * 48_271) % 2_147_483_647;
    return list[next % list.length] as T;
  };
  for (let n = 0; n < chunks; n += 1) {
    const { title, heading, text } = n < own.length ? (own[n] as (typeof own)[number]) : product(some);
    const sourceId = `source${Math.floor(n / 10)}`;
    const source = { kind: "page", externalId: sourceId, title, language: "en", version: "1", updatedAt: at, readAt: at };
    await database.commit([
      insert("KnowledgeSource", { id: sourceId, shopId, ...source }, { ifAbsent: true }),
      insert("KnowledgePassage", {
        shopId,
        sourceId,
        position: n % 10,
        heading,
        text,
        headingTerms: indexed(heading || title, "en"),
        terms: indexed(`${title}\n${text}`, "en"),
      }),
    ]);
  }
}
