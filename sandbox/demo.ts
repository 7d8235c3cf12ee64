/** The whole product to play with: `npm run demo [-- --gemini --store FILE]`. Nothing leaves this machine. */
import { parseArgs } from "node:util";
import { startDemo } from "./demo/start-demo.ts";

const { values } = parseArgs({
  options: { gemini: { type: "boolean" }, verbose: { type: "boolean" }, store: { type: "string" } },
});
const demo = await startDemo({
  gemini: values.gemini,
  port: Number(process.env.PORT_DEMO) || 4000,
  verbose: values.verbose,
  store: values.store,
});
console.log(`Onethread demo: ${demo.url}`);

let ending = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Ctrl-C twice ends at once.
    if (ending) process.exit(1);
    ending = true;
    void demo.stop().then(() => process.exit(0));
  });
}
