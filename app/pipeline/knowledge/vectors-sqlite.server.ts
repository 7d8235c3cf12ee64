import { database, type Prepare } from "#app/platform/db/database.server.ts";
import { type Compact, emptyCompact, heldFigures, holdVector, likeness, nearestPlaces } from "./nearest.ts";

export type Unembedded = { seq: number; title: string; heading: string; text: string };
/** `similarity`: the cosine of the passage and the question, see likeness.ts. */
export type Near = { seq: number; similarity: number };

/** What is held of all shops, in bytes; those that were asked longest ago are read again when they are asked. */
const mostHeld = 64 * 2 ** 20;
/** Beyond so many passages a shop is searched by words alone: going through them would hold everybody up. */
export const mostPassages = 50_000;
/** Vectors read at one go; others get their turn between. */
const readTogether = 500;
/** By the short vectors so many are told from all; these are then compared by the whole ones. */
const comparedWhole = 40;

/** How many passages a shop has, and how many of them have a vector of this model. Each vector's passage is there. */
export function countVectors(shopId: string, model: string): Promise<{ passages: number; vectors: number }> {
  return database().exclusively((prepare) => ({
    passages: (prepare(`SELECT count(*) AS count FROM "KnowledgePassage" WHERE "shopId" = ?`).get(shopId) as Counted).count,
    vectors: stampOf(shopId, model, prepare).count,
  }));
}

/** Whether a shop has any vector of this model, before somebody waits for a question's. */
export function hasVectors(shopId: string, model: string): Promise<boolean> {
  const sql = `SELECT 1 FROM "KnowledgeVector" WHERE "shopId" = ? AND model = ? LIMIT 1`;
  return database().exclusively((prepare) => prepare(sql).get(shopId, model) !== undefined);
}

/** The next passages that have no vector of this model, at most `limit`. */
export function nextUnembedded(shopId: string, model: string, limit: number): Promise<Unembedded[]> {
  const sql = `SELECT p.seq, s.title, p.heading, p.text FROM "KnowledgePassage" p
    JOIN "KnowledgeSource" s ON s.id = p."sourceId" AND s."shopId" = p."shopId"
    LEFT JOIN "KnowledgeVector" v ON v.seq = p.seq AND v."shopId" = p."shopId" AND v.model = @model
    WHERE p."shopId" = @shopId AND v.seq IS NULL ORDER BY p.seq LIMIT @limit`;
  return database().exclusively((prepare) => prepare(sql).all({ shopId, model, limit }) as Unembedded[]);
}

/** Keeps vectors of passages that are still there; one of another model gives way. */
export function keepVectors(shopId: string, model: string, vectors: { seq: number; vector: Float32Array }[]): Promise<void> {
  const sql = `INSERT OR REPLACE INTO "KnowledgeVector" (seq, "shopId", "sourceId", model, vector)
    SELECT p.seq, p."shopId", p."sourceId", @model, @vector FROM "KnowledgePassage" p WHERE p."shopId" = @shopId AND p.seq = @seq`;
  return database().exclusively((prepare) => {
    for (const { seq, vector } of vectors)
      prepare(sql).run({ shopId, model, seq, vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength) });
  });
}

/** The shop's passages that lie nearest to a question by their vectors of this model, at most `limit`; none where it has none. */
export async function nearestPassages(shopId: string, model: string, question: Float32Array, limit: number): Promise<Near[]> {
  const held = await heldOf(shopId, model);
  const places = nearestPlaces(held, question, comparedWhole);
  return database().exclusively((prepare) =>
    places
      .flatMap((place): Near[] => {
        const seq = held.seqs[place] ?? 0;
        const vector = vectorOf(shopId, model, seq, prepare);
        return vector ? [{ seq, similarity: likeness(vector, question) }] : [];
      })
      .sort((one, other) => other.similarity - one.similarity || one.seq - other.seq)
      .slice(0, limit),
  );
}

function vectorOf(shopId: string, model: string, seq: number, prepare: Prepare): Float32Array | undefined {
  const sql = `SELECT vector FROM "KnowledgeVector" WHERE seq = ? AND "shopId" = ? AND model = ?`;
  const bytes = (prepare(sql).get(seq, shopId, model) as { vector: Buffer } | undefined)?.vector;
  // Copied: a buffer may begin where no float can.
  return bytes && new Float32Array(new Uint8Array(bytes).buffer);
}

type Counted = { count: number };
type Stamp = Counted & { sum: number };

/** Tells whether any vector has come or gone: numbers of passages are never used twice. */
function stampOf(shopId: string, model: string, prepare: Prepare): Stamp {
  return prepare(`SELECT count(*) AS count, total(seq) AS sum FROM "KnowledgeVector" WHERE "shopId" = ? AND model = ?`).get(
    shopId,
    model,
  ) as Stamp;
}

type Held = Compact & { stamp: Stamp };
type Memory = Map<string, Held>;
const memories = new WeakMap<object, Memory>();

/** What is held of a shop's vectors, as they are now: only what has come since is read. */
async function heldOf(shopId: string, model: string): Promise<Held> {
  const handle = database();
  const memory: Memory = memories.get(handle) ?? new Map();
  memories.set(handle, memory);
  const key = `${shopId} ${model}`;
  const known = memory.get(key);
  const stamp = await handle.exclusively((prepare) => stampOf(shopId, model, prepare));
  const isSame = known?.stamp.count === stamp.count && known.stamp.sum === stamp.sum;
  const held = known && isSame ? known : await read(shopId, model, stamp, known);
  // The end of the map is what was asked last.
  memory.delete(key);
  memory.set(key, held);
  for (const oldest of memory.keys()) {
    if (sizeOf(memory) <= mostHeld || oldest === key) break;
    memory.delete(oldest);
  }
  return held;
}

const sizeOf = (memory: Memory): number => [...memory.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);

async function read(shopId: string, model: string, stamp: Stamp, known: Held | undefined): Promise<Held> {
  if (stamp.count > mostPassages) return { ...emptyCompact([]), stamp };
  const sql = `SELECT seq FROM "KnowledgeVector" WHERE "shopId" = ? AND model = ? ORDER BY seq`;
  const rows = await database().exclusively((prepare) => prepare(sql).all(shopId, model) as { seq: number }[]);
  const held = { ...emptyCompact(rows.map(({ seq }) => seq)), stamp };
  const before = new Map(known?.seqs.map((seq, place) => [seq, place]));
  const missing: number[] = [];
  for (const [place, seq] of held.seqs.entries()) {
    const was = before.get(seq);
    if (!known || was === undefined) missing.push(place);
    else {
      held.bytes.set(known.bytes.subarray(was * heldFigures, (was + 1) * heldFigures), place * heldFigures);
      held.scales[place] = known.scales[was] ?? 0;
    }
  }
  for (let from = 0; from < missing.length; from += readTogether)
    await database().exclusively((prepare) => {
      for (const place of missing.slice(from, from + readTogether)) {
        const vector = vectorOf(shopId, model, held.seqs[place] ?? 0, prepare);
        if (vector) holdVector(held, place, vector);
      }
    });
  return held;
}
