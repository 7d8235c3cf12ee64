import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { asPage } from "./simulate/page.ts";
import { asTable } from "./simulate/report.ts";
import { simulate } from "./simulate/run.ts";
import { asTranscript } from "./simulate/transcript.ts";
import { appWithout, parts } from "./simulate/without.ts";

const { values } = parseArgs({
  options: {
    shoppers: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    phrases: { type: "string" },
    store: { type: "string" },
    model: { type: "string", default: "local" },
    json: { type: "boolean", default: false },
    matrix: { type: "string" },
    lying: { type: "boolean", default: false },
    html: { type: "string" },
    without: { type: "string" },
    only: { type: "string" },
    failed: { type: "string" },
  },
});
const shoppers = Number(values.shoppers);
if (!Number.isInteger(shoppers) || shoppers < 1 || (values.model !== "local" && values.model !== "gemini-double")) {
  console.error(
    "npm run simulate -- --shoppers N --seed S [--phrases FILE] [--store FILE] [--model local|gemini-double] [--json] [--html FILE] [--failed FILE]",
  );
  process.exit(2);
}
const { phrases, store, model, only, matrix } = values;
const part = parts.find((one) => one === values.without);
if (values.without && !part) {
  console.error(`--without ${parts.join("|")}`);
  process.exit(2);
}
const broken = part && (await appWithout(part));
const result = await simulate({
  shoppers,
  seed: values.seed,
  model,
  ...(phrases && { phrases }),
  ...(store && { store }),
  ...(only && { only }),
  ...(matrix && { matrix: Number(matrix) }),
  ...(values.lying && { manner: "lying" as const }),
  ...(broken && { startApp: broken.startApp }),
}).finally(() => broken?.clear());
const { report, seconds } = result;
if (values.failed) writeFileSync(values.failed, asTranscript([...result.played, ...result.matrix]));
if (values.html) writeFileSync(values.html, asPage(report, { shoppers, seed: values.seed, model, seconds }));
if (values.json) console.log(JSON.stringify(report));
else console.log(`${asTable(report)}\n\n${shoppers} shoppers, seed ${values.seed}, ${seconds.toFixed(0)} s`);
process.exit(0);
