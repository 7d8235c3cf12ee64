import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { ReplayReport } from "#app/pipeline/replay/report.ts";

const root = new URL("../..", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "onethread-replay-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as it is typed, on a file with this text. */
async function replay(text: string, ...options: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const file = join(folder, "tickets");
  writeFileSync(file, text);
  const child = spawn(process.execPath, ["scripts/replay.ts", file, ...options], { cwd: root });
  const said = { output: "", errors: "" };
  child.stdout.on("data", (chunk) => {
    said.output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.errors += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, ...said };
}

const tickets = `id;channel;author;message;intent
1;Email;customer;Hello, where is my parcel? I ordered ten days ago.;order_status
1;Email;agent;It is on its way.;
2;Instagram;customer;can i return sale items?;return_policy
3;WhatsApp;customer;ich möchte mit einem menschen sprechen;speak_to_human
3;WhatsApp;customer;hallo?;smalltalk
4;live chat;customer;tell me a joke about the weather;order_status
`;

test("a help desk's CSV is played: what was right, who needed a person, which wishes on which channel", async () => {
  const { code, output } = await replay(tickets, "--json", "--gate", "70");
  const report = JSON.parse(output) as ReplayReport;
  expect(code).toBe(0);
  // Behind the hand-over the assistant is silent: the greeting of the third is not played.
  expect(report).toMatchObject({ conversations: 4, turns: 4, expected: 4, right: 3, accuracy: 0.75, contained: 0.75, dollars: 0 });
  expect(report.handedOver).toEqual([{ reason: "asked", count: 1 }]);
  expect(report.confusion).toEqual([{ expected: "order_status", got: "out_of_scope", count: 1 }]);
  expect(report.matrix).toContainEqual({ intent: "return_policy", channel: "instagram", count: 1 });
});

test("JSON lines hold the answer against its words too, and a gate that is not reached ends with 1", async () => {
  const line = (id: string, text: string, expect: unknown) =>
    JSON.stringify({
      id,
      channel: "widget",
      language: "en",
      turns: [
        { from: "shopper", text, expect },
        { from: "agent", text: "…" },
      ],
    });
  const good = line("a", "how long can i return something?", {
    intent: "return_policy",
    detail: "window",
    says: "30 days",
    handOver: false,
  });
  const bad = line("b", "how long can i return something?", { says: "two years" });
  const { code, output } = await replay(`${good}\n${bad}\n`);
  expect(output).toContain("right 1 of 2 (50.0 %): does not pass the gate of 70 %");
  expect(code).toBe(1);
});

test.each([
  ["", "The file is empty."],
  ['{"id": 1', "Line 1 is not JSON."],
  ['{"id": 1, "channel": "fax", "turns": []}', "Line 1: channel"],
  ["name;date\nAda;today\n", "The CSV needs a column with what was written"],
])("a file with %j is refused with a sentence, and nothing is played", async (text, sentence) => {
  const { code, output, errors } = await replay(text);
  expect({ code, output }).toEqual({ code: 2, output: "" });
  expect(errors).toContain(sentence);
});
