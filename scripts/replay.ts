/**
 * `npm run replay -- FILE [--gate 70]`: plays past conversations (JSON lines or CSV) through the real pipeline in a shop made for it, sends
 * nothing, and says what would have become of them. With GEMINI_API_KEY set Gemini is asked where the local model is not sure.
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ReplayFileError, readTickets } from "#app/pipeline/replay/tickets.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gate: { type: "string", default: "70" }, json: { type: "boolean" } },
});
const [file] = positionals;
if (!file) {
  console.error("npm run replay -- FILE [--gate 70] [--json]");
  process.exit(2);
}
const past = ticketsOf(file);
// Nothing outlives the run and nothing is sent, so the app's secrets may be anything.
const throwAway = {
  SHOPIFY_API_KEY: "replay",
  SHOPIFY_API_SECRET: "replay",
  SHOPIFY_APP_URL: "https://replay.example",
  SCOPES: "read_orders",
};
for (const [name, value] of Object.entries(throwAway)) process.env[name] ??= value;
process.env.ENCRYPTION_KEYS ??= `replay:${randomBytes(32).toString("base64")}`;
process.env.LOG_LEVEL = "silent";

const { runReplay } = await import("#app/pipeline/replay/run.server.ts");
const { defaultReturnPolicy } = await import("#app/domain/returns/policy.ts");
const shop = {
  name: "The shop",
  language: "en",
  currencyCode: "EUR",
  timeZone: "UTC",
  assistantName: "Assistant",
  voice: "",
  wording: "templates",
  confidenceThreshold: 0.85,
  thresholds: {},
  returnPolicy: defaultReturnPolicy,
};
const { loadGemini } = await import("#app/integrations/gemini/load.server.ts");
const report = await runReplay(past, shop, await loadGemini());
const gate = Number(values.gate) / 100;
if (values.json) console.log(JSON.stringify(report));
else say();
process.exit(report.accuracy === null || report.accuracy >= gate ? 0 : 1);

function say(): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  console.log(
    `${report.conversations} conversations, ${report.turns} turns played, ${report.withoutModel} of them without the language model`,
  );
  console.log(
    `contained ${percent(report.contained)}; to a person: ${report.handedOver.map(({ reason, count }) => `${reason} ${count}`).join(", ") || "none"}`,
  );
  for (const { expected, got, count } of report.confusion.slice(0, 20)) console.log(`  wanted ${expected}, was taken for ${got}: ${count}`);
  console.log("wishes by channel");
  for (const { intent, channel, count } of report.matrix.slice(0, 30)) console.log(`  ${intent.padEnd(18)} ${channel.padEnd(10)} ${count}`);
  console.log(`cost of the language model: ${report.dollars.toFixed(4)} USD`);
  if (report.accuracy === null) console.log("right: not measured, no turn says what was wanted");
  else {
    const verdict = report.accuracy >= gate ? "passes" : "does not pass";
    console.log(`right ${report.right} of ${report.expected} (${percent(report.accuracy)}): ${verdict} the gate of ${values.gate} %`);
  }
}

function ticketsOf(path: string) {
  try {
    return readTickets(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof ReplayFileError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    console.error(error instanceof ReplayFileError ? error.message : `${path} cannot be read.`);
    process.exit(2);
  }
}
