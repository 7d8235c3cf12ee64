import { verifyGemini } from "./verify/gemini.ts";
import { verifyMail } from "./verify/mail.ts";
import { verifyMeta } from "./verify/meta.ts";
import { verifyShopify } from "./verify/shopify.ts";
import { verifyStripe } from "./verify/stripe.ts";

/** One check against a vendor's real test account. All of them only read. */
export type Check = { name: string; run: () => Promise<string> };
/** `missing`: the environment variables without which nothing can be asked. */
export type VendorSuite = { variables: string[]; checks: (read: (name: string) => string) => Check[] };

const suites: Record<string, VendorSuite> = {
  shopify: verifyShopify,
  meta: verifyMeta,
  mail: verifyMail,
  gemini: verifyGemini,
  stripe: verifyStripe,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in suites));
if (unknown) {
  console.error(`npm run verify -- ${Object.keys(suites).join("|")}; there is no ${unknown}.`);
  process.exit(2);
}

let [passed, failed, notRun] = [0, 0, 0];
for (const name of wanted.length > 0 ? wanted : Object.keys(suites)) {
  const suite = suites[name];
  if (!suite) continue;
  const missing = suite.variables.filter((variable) => !process.env[variable]);
  if (missing.length > 0) {
    console.log(`${name}: not run (set ${missing.join(", ")})`);
    notRun += 1;
    continue;
  }
  for (const check of suite.checks((variable) => process.env[variable] ?? "")) {
    try {
      console.log(`${name}: ${check.name}: ${await check.run()}`);
      passed += 1;
    } catch (error) {
      console.log(`${name}: ${check.name}: FAILED, ${error instanceof Error ? error.message : "unknown"}`);
      failed += 1;
    }
  }
}
console.log(`${passed} passed, ${failed} failed, ${notRun} not run`);
process.exit(failed > 0 ? 1 : 0);
