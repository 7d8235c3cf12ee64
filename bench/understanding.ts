import { readFileSync } from "node:fs";
import { createLocalModel } from "#app/pipeline/assistant/local/local-model.ts";
import type { Intent, Understanding } from "#app/pipeline/assistant/model.ts";

/**
 * How the local model alone reads sentences that others wrote. The files are not ours to carry along: INTENTS names lines of
 * `{"text", "intent"}` with the 27 labels of Bitext's support set, SCOPE lines of `{"text", "product_intent"}` that a shop should
 * mostly decline, TRACKING lines of `{"number", "valid", "courier"}`. What is not named is not measured.
 */
export async function benchUnderstanding(): Promise<void> {
  const { INTENTS, SCOPE, TRACKING } = process.env;
  if (!INTENTS && !SCOPE && !TRACKING) console.log("Nothing to read: INTENTS, SCOPE and TRACKING name the files.");
  if (INTENTS) await intents(readLines(INTENTS));
  if (SCOPE) await outOfScope(readLines(SCOPE));
  if (TRACKING) await trackingNumbers(readLines(TRACKING));
}

const threshold = 0.85;
const model = createLocalModel();

/** The 27 labels, each with what it is among our intents. Where theirs is wider than ours, all that would be right. */
const folded: Record<string, Intent[]> = {
  cancel_order: ["cancel_order"],
  change_order: ["change_order"],
  change_shipping_address: ["change_address"],
  check_cancellation_fee: ["cancel_order"],
  check_invoice: ["invoice"],
  check_payment_methods: ["payment"],
  check_refund_policy: ["return_policy"],
  complaint: ["complaint"],
  contact_customer_service: ["speak_to_human"],
  contact_human_agent: ["speak_to_human"],
  create_account: ["account"],
  delete_account: ["account"],
  delivery_options: ["shipping_policy"],
  delivery_period: ["order_status", "shipping_policy"],
  edit_account: ["account"],
  get_invoice: ["invoice"],
  get_refund: ["return_start"],
  newsletter_subscription: ["account"],
  payment_issue: ["payment"],
  place_order: ["product_question"],
  recover_password: ["account"],
  registration_problems: ["account"],
  review: ["complaint"],
  set_up_shipping_address: ["change_address"],
  switch_account: ["account"],
  track_order: ["order_status"],
  track_refund: ["refund_status"],
};
const shopActions: ReadonlySet<Intent> = new Set<Intent>([
  "return_start",
  "cancel_order",
  "refund_status",
  "exchange",
  "change_order",
  "change_address",
]);

async function intents(lines: Line[]): Promise<void> {
  const seen = await Promise.all(
    lines.map(async ({ text, intent }) => {
      const [best] = (await read(String(text))).intents;
      const isRight = best !== undefined && folded[String(intent)]?.includes(best.intent) === true;
      return { label: String(intent), said: best?.intent ?? "none", isRight, isSure: (best?.confidence ?? 0) >= threshold };
    }),
  );
  const labels = [...new Set(seen.map(({ label }) => label))].sort();
  const rows = labels.map((label) => {
    const own = seen.filter((one) => one.label === label);
    const wrong = own.filter((one) => !one.isRight).map(({ said }) => said);
    return { label, recall: share(own, ({ isRight }) => isRight), count: own.length, mostly: mostCommon(wrong) };
  });
  for (const { label, recall, count, mostly } of rows)
    console.log(`${label.padEnd(26)} ${percent(recall).padStart(8)} of ${count}  ${mostly}`);
  const answered = seen.filter(({ isSure }) => isSure);
  console.log(`accuracy ${percent(share(seen, ({ isRight }) => isRight))} of ${seen.length} lines`);
  console.log(`macro recall ${percent(rows.reduce((sum, { recall }) => sum + recall, 0) / rows.length)} over ${rows.length} labels`);
  console.log(
    `at ${threshold}: answered ${percent(answered.length / seen.length)}, right ${percent(share(answered, ({ isRight }) => isRight))}`,
  );
}

async function outOfScope(lines: Line[]): Promise<void> {
  const strange = lines.filter((line) => line.product_intent === "out_of_scope");
  const taken: { text: string; intent: Intent }[] = [];
  let sure = 0;
  for (const { text } of strange) {
    const [best] = (await read(String(text))).intents;
    if (!best || best.confidence < threshold) continue;
    if (best.intent !== "out_of_scope" && best.intent !== "smalltalk") sure += 1;
    if (shopActions.has(best.intent)) taken.push({ text: String(text), intent: best.intent });
  }
  console.log(`out of scope: ${taken.length} of ${strange.length} taken for a shop action (${percent(taken.length / strange.length)})`);
  console.log(`  for anything of the shop: ${percent(sure / strange.length)}`);
  for (const { text, intent } of taken.slice(0, Number(process.env.SHOW ?? 0))) console.log(`  ${intent}: ${text}`);
}

async function trackingNumbers(lines: Line[]): Promise<void> {
  const frames = ["my tracking number is %, where is my parcel?", "Sendungsnummer: %", "where is the package with number % please"];
  for (const frame of frames) {
    let [right, valid, refused, invalid] = [0, 0, 0, 0];
    for (const line of lines) {
      const { slots } = await read(frame.replace("%", String(line.number)));
      if (line.valid) valid += 1;
      else invalid += 1;
      const compact = String(line.number).replace(/[\s-]/g, "");
      const isCourier = line.courier === null || slots.courier === line.courier;
      if (line.valid && slots.trackingNumber === compact && isCourier) right += 1;
      if (!line.valid && slots.trackingNumber !== compact) refused += 1;
    }
    console.log(`"${frame}": found with their courier ${right} of ${valid}, wrong ones refused ${refused} of ${invalid}`);
  }
}

type Line = Record<string, unknown>;

function readLines(path: string): Line[] {
  const text = readFileSync(path, "utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function read(text: string): Promise<Understanding> {
  return (
    await model.understand({ text, transcript: [], shopLanguage: "en", now: new Date(), timeZone: "UTC" }, AbortSignal.timeout(5_000))
  ).value;
}

function share<T>(all: T[], isOne: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(isOne).length / all.length;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function mostCommon(words: string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first ? `${first[0]} ${first[1]}` : "";
}
