import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { benchAcknowledgement } from "./acknowledgement.ts";
import { benchBacklog } from "./backlog.ts";
import { benchCrowd } from "./crowd.ts";
import { syncsPerSecond } from "./figures.ts";
import { benchGrowth } from "./growth.ts";
import { benchIdentity } from "./identity.ts";
import { benchIngest } from "./ingest.ts";
import { benchKnowledge } from "./knowledge.ts";
import { benchMemory } from "./memory.ts";
import { benchModelCalls } from "./model-calls.ts";
import { benchPolicy } from "./policy.ts";
import { benchQueue } from "./queue.ts";
import { benchSpikes } from "./spikes.ts";
import { benchStart } from "./start.ts";
import { benchStreams } from "./streams.ts";
import { benchTauRetail } from "./tau-retail.ts";
import { benchTurn } from "./turn.ts";
import { benchUnderstanding } from "./understanding.ts";
import { benchWidgetLatency } from "./widget-latency.ts";

const given = parseArgs({ allowPositionals: true, options: { tasks: { type: "string" }, store: { type: "string" } } });
const benches: Record<string, () => Promise<void>> = {
  acknowledgement: benchAcknowledgement,
  "widget-latency": benchWidgetLatency,
  crowd: benchCrowd,
  policy: benchPolicy,
  queue: benchQueue,
  ingest: benchIngest,
  growth: benchGrowth,
  identity: benchIdentity,
  turn: benchTurn,
  start: benchStart,
  streams: benchStreams,
  backlog: benchBacklog,
  spikes: benchSpikes,
  memory: benchMemory,
  understanding: benchUnderstanding,
  "model-calls": benchModelCalls,
  knowledge: benchKnowledge,
  "tau-retail": () => benchTauRetail(given.values),
};
const wanted = given.positionals.filter((name) => name !== "all");
const unknown = wanted.find((name) => !(name in benches));
if (unknown) {
  console.error(`npm run bench -- [all|${Object.keys(benches).join("|")}]; there is no ${unknown}.`);
  process.exit(2);
}
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"]).toString().trim();
console.log(`commit ${commit}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, ${syncsPerSecond()} syncs/s`);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n# ${name}`);
  await bench();
}
