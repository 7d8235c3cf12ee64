import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { database, openDatabase } from "#app/platform/db/database.server.ts";
import { notify } from "#app/platform/db/writes.ts";
import routes from "#app/routes.ts";
import { adminRequest, args, sessionToken } from "#tests/routes/admin.ts";
import { foreignValue, isId, shows } from "./isolation/foreign.ts";
import { changedRows, everythingOf, fillTwoShops, idOf, jobIds, mine, theirs } from "./isolation/two-shops.ts";
import { record } from "./record.ts";

type Route = { index?: boolean; path?: string; file: string; children?: Route[] };
type Page = { file: string; path: string; params: string[] };
type Call = (values: ReturnType<typeof args>) => Promise<unknown>;

/** Buttons that name nothing: they are about all that is one's own. */
const namesNothing = ["app.stuck.tsx retry-all", "app.drafts.tsx suggest-reply"];
/** Form fields whose name alone does not say what they hold. */
const fieldsOf: Record<string, Record<string, string>> = {
  "app.stuck.tsx": { id: String(jobIds.theirs) },
  "app.channels.tsx": { channel: "whatsapp" },
  "app.people.tsx": { one: idOf(mine.id, "conversation"), other: idOf(theirs.id, "conversation") },
};

/** Every page that app/routes.ts lists, with its whole address. */
function pagesOf(list: Route[], above = ""): Page[] {
  return list.flatMap(({ path = "", file, children = [] }) => {
    const whole = `${above}/${path}`.replace(/\/+/g, "/");
    return [
      { file: file.replace("routes/", ""), path: whole, params: [...whole.matchAll(/:(\w+)/g)].map(([, name = ""]) => name) },
      ...pagesOf(children, whole),
    ];
  });
}
const pages = pagesOf(routes as Route[]);
const read = (file: string) => readFileSync(new URL(`../../app/routes/${file}`, import.meta.url), "utf8");

/** A page's own words and those of the server files of this folder that it uses. */
function sourceOf(file: string): string {
  const own = read(file);
  return [own, ...[...own.matchAll(/#app\/routes\/([\w-]+\.server\.ts)/g)].map(([, other = ""]) => read(other))].join("\n");
}
const names = (source: string, ...patterns: RegExp[]) => [
  ...new Set(patterns.flatMap((one) => [...source.matchAll(one)].map(([, name = ""]) => name))),
];
const fieldsIn = (source: string) =>
  names(source, /\bform\.(\w+)/g, /\bform\.get\("(\w+)"\)/g).filter((name) => !["intent", "entries", "get"].includes(name));
const intentsIn = (source: string) =>
  names(source, /\bintent === "([\w-]+)"/g, /\bintent !== "([\w-]+)"/g, /\bcase "([\w-]+)":/g, /\bintent="([\w-]+)"/g);

const token = () => sessionToken(mine.domain);
let before: Awaited<ReturnType<typeof everythingOf>>;
const modules = new Map<string, { loader?: Call; action?: Call }>();

beforeAll(async () => {
  await openDatabase(":memory:");
  await fillTwoShops();
  for (const { file } of pages)
    modules.set(file, (await import(/* @vite-ignore */ `../../app/routes/${file}`)) as { loader?: Call; action?: Call });
});
beforeEach(async () => {
  before = await everythingOf(theirs.id);
});

type Answer = { status: number; shown: unknown };

async function answerOf(call: Call, values: ReturnType<typeof args>): Promise<Answer> {
  const given = await Promise.resolve(values)
    .then(call)
    .catch((thrown: unknown) => thrown);
  if (given instanceof Response)
    return { status: given.status, shown: given.headers.get("content-type")?.includes("event-stream") ? "" : await given.text() };
  if (given instanceof Error) throw given;
  const init = (given as { init?: { status?: number } } | null)?.init;
  return { status: init?.status ?? 200, shown: given };
}

async function expectNothing(what: string, answer: Answer): Promise<void> {
  expect(shows(answer.shown), `${what} shows the other shop's data`).toBe(false);
  expect(changedRows(before, await everythingOf(theirs.id)), `${what} changed the other shop's rows`).toEqual([]);
}

function addressed(page: Page, own: string[] = []): { path: string; params: Record<string, string> } {
  const params = Object.fromEntries(
    page.params.map((name) => [name, own.includes(name) ? ownValue(name) : String(foreignValue(page.file, page.file, name))]),
  );
  return { params, path: page.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "").replace("*", "nowhere") };
}
const ownValue = (name: string) => idOf(mine.id, name.replace(/Id$/, ""));

test("every page answers 404 to another shop's ids, and none shows anything of it", async () => {
  let attempts = 0;
  for (const page of pages) {
    const { loader } = modules.get(page.file) ?? {};
    if (!loader) continue;
    const { path, params } = addressed(page);
    for (const query of ["", `?view=all&search=parcel`, `?view=all&after=${Date.now() + 1000}_zzz`, "?messages=2000"]) {
      const answer = await answerOf(loader, args(adminRequest(`${path}${query}`, undefined, token()), params));
      attempts += 1;
      if (page.params.length > 0) expect(answer.status, `the page ${page.path} called with another shop's ids`).toBe(404);
      await expectNothing(`the page ${page.path}`, answer);
    }
  }
  record("T20", attempts, 0);
});

test("every button answers 404 to another shop's ids, alone or mixed with one's own, and changes nothing there", async () => {
  let attempts = 0;
  for (const page of pages) {
    const { action } = modules.get(page.file) ?? {};
    if (!action) continue;
    const source = sourceOf(page.file);
    const fields = fieldsIn(source);
    const form = Object.fromEntries(
      fields.map((name) => [
        name,
        fieldsOf[page.file]?.[name] ?? (isId(name) ? String(foreignValue(page.file, page.file, name)) : "words"),
      ]),
    );
    const takesIds = page.params.length > 0 || fields.some(isId);
    const intents = intentsIn(source);
    for (const intent of ["", ...intents]) {
      const what = `the button "${intent}" of ${page.file}`;
      const { path, params } = addressed(page);
      const answer = await answerOf(action, args(adminRequest(path, { ...form, intent }, token()), params));
      attempts += 1;
      if (takesIds && (intent || intents.length === 0) && !namesNothing.includes(`${page.file} ${intent}`))
        expect(answer.status, `${what}: takes another shop's ids. If it names nothing, add it to "namesNothing" in this test`).toBe(404);
      await expectNothing(what, answer);
      if (page.params.length === 0) continue;
      const mixed = addressed(page, page.params);
      await expectNothing(
        `${what} in one's own conversation`,
        await answerOf(action, args(adminRequest(mixed.path, { ...form, intent }, token()), mixed.params)),
      );
      attempts += 1;
    }
  }
  expect(attempts).toBeGreaterThan(10);
  record("T20", attempts, 0);
});

test("the stream of a page tells of its own shop only", async () => {
  const { loader } = modules.get("app.stream.ts") ?? {};
  const leave = new AbortController();
  const request = new Request(adminRequest("/app/stream", undefined, token()), { signal: leave.signal });
  const response = (await loader?.(args(request))) as Response;
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (const { id } of [theirs, mine])
    await database().commit([notify({ topic: "conversation", shopId: id, conversationId: idOf(id, "conversation") })]);
  let seen = "";
  while (!seen.includes(idOf(mine.id, "conversation"))) seen += (await reader?.read())?.value ?? "";
  expect(seen).not.toContain(idOf(theirs.id, "conversation"));
  leave.abort();
  await reader?.cancel().catch(() => {});
  record("T20", 1, 0);
});
