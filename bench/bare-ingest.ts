/**
 * The ceiling for `bench/ingest.ts`, a process of its own: bare Node that reads a body, checks its signature, parses it and
 * stores it with a job, all requests of one event-loop turn in one durable commit. Prints its port.
 */
import { createHash, createHmac } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Database from "better-sqlite3";

const [path = "", secret = ""] = process.argv.slice(2);
const database = new Database(path);
database.pragma("locking_mode = EXCLUSIVE");
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec(
  `CREATE TABLE event (id INTEGER PRIMARY KEY, key TEXT UNIQUE, body TEXT); CREATE TABLE job (id INTEGER PRIMARY KEY, event TEXT)`,
);
const [event, job] = [
  database.prepare("INSERT OR IGNORE INTO event (key, body) VALUES (?, ?)"),
  database.prepare("INSERT INTO job (event) VALUES (?)"),
];

let waiting: { key: string; body: string; response: ServerResponse }[] = [];
function flush(): void {
  const batch = waiting;
  waiting = [];
  database.transaction(() => {
    for (const { key, body } of batch) if (event.run(key, body).changes > 0) job.run(key);
  })();
  for (const { response } of batch) response.end("ok");
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const raw = Buffer.concat(chunks);
    const signature = `sha256=${createHmac("sha256", secret).update(raw).digest("hex")}`;
    if (request.headers["x-hub-signature-256"] !== signature) return void response.writeHead(401).end();
    const body = raw.toString();
    JSON.parse(body);
    if (waiting.length === 0) setImmediate(flush);
    waiting.push({ key: createHash("sha256").update(raw).digest("base64url"), body, response });
  });
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
