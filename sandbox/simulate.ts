import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { asTable } from "./simulate/report.ts";
import { simulate } from "./simulate/run.ts";
import { asTranscript } from "./simulate/transcript.ts";

const { values } = parseArgs({
  options: {
    shoppers: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    phrases: { type: "string" },
    store: { type: "string" },
    model: { type: "string", default: "local" },
    json: { type: "boolean", default: false },
    matrix: { type: "string" },
    only: { type: "string" },
    failed: { type: "string" },
  },
});
const shoppers = Number(values.shoppers);
if (!Number.isInteger(shoppers) || shoppers < 1 || (values.model !== "local" && values.model !== "gemini-double")) {
  console.error("npm run simulate -- --shoppers N --seed S [--phrases FILE] [--store FILE] [--model local|gemini-double] [--json]");
  process.exit(2);
}
const { phrases, store, model } = values;
const result = await simulate({
  shoppers,
  seed: values.seed,
  model,
  ...(phrases && { phrases }),
  ...(store && { store }),
  ...(values.only && { only: values.only }),
  ...(values.matrix && { matrix: Number(values.matrix) }),
});
if (values.failed) writeFileSync(values.failed, asTranscript([...result.played, ...result.matrix]));
if (values.json) console.log(JSON.stringify(result.report));
else console.log(`${asTable(result.report)}\n\n${shoppers} shoppers, seed ${values.seed}, ${result.seconds.toFixed(0)} s`);
process.exit(0);
