/** The whole product to play with: `npm run demo [-- --gemini]`. Nothing leaves this machine. */
import { startDemo } from "./demo/start-demo.ts";

const wantsGemini = process.argv.includes("--gemini");
const demo = await startDemo({
  gemini: wantsGemini,
  port: Number(process.env.PORT_DEMO) || 4000,
  verbose: process.argv.includes("--verbose"),
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
