import { beforeAll, expect, test } from "vitest";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { adminRequest, args, installShop, sessionToken } from "./admin.ts";

let page: typeof import("#app/routes/app.replay.tsx");

beforeAll(async () => {
  await openDatabase(":memory:");
  await installShop();
  page = await import("#app/routes/app.replay.tsx");
});

function upload(name: string, text: string) {
  const body = new FormData();
  body.set("file", new File([text], name));
  const headers = { authorization: `Bearer ${sessionToken()}` };
  return page.action(args(new Request("https://app.example/app/replay", { method: "POST", headers, body })));
}
const load = () => page.loader(args(adminRequest("/app/replay")));

test("a file is played in a process of its own, its report is shown, and nobody of the shop was written to", async () => {
  expect(await upload("march.csv", "channel,text,intent\nemail,where is my parcel,order_status\nemail,invoice please,invoice\n")).toEqual({
    ok: true,
    problem: null,
  });
  await expect.poll(async () => (await load()).runs[0]?.state, { timeout: 30_000 }).toBe("done");
  const [run] = (await load()).runs;
  expect(run).toMatchObject({ fileName: "march.csv", total: 2, problem: null, report: { conversations: 2, expected: 2, right: 2 } });
});

test.each([
  ["empty.csv", "", "Choose a file with past conversations."],
  ["strange.csv", "name,date\nAda,today\n", "The CSV needs a column with what was written"],
  ["silent.csv", "author,text\nagent,hello\n", "The file has no message of a shopper."],
])("%s is refused in words and starts nothing", async (name, text, problem) => {
  const before = (await load()).runs.length;
  expect(await upload(name, text)).toMatchObject({ data: { ok: false, problem: expect.stringContaining(problem) }, init: { status: 422 } });
  expect((await load()).runs).toHaveLength(before);
});

test("the gate is the merchant's, within reason", async () => {
  const gate = (percent: string) => page.action(args(adminRequest("/app/replay", { intent: "gate", percent })));
  await gate("85");
  expect((await load()).gate).toBe(85);
  expect(await gate("0")).toMatchObject({ init: { status: 422 } });
  expect((await load()).gate).toBe(85);
});
