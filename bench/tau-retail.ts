import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { defaultOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { orderPolicyToForm } from "#app/domain/shops/order-policy-form.ts";
import { policyToForm } from "#app/domain/shops/policy-form.ts";
import type { OrderRecord } from "#sandbox/shopify/model.ts";
import { World } from "#sandbox/world.ts";
import { carryOut } from "./tau-retail/actions.ts";
import { Shopper } from "./tau-retail/shopper.ts";
import { castFor } from "./tau-retail/stage.ts";
import { type Action, readTasks, type Task, type Verdict } from "./tau-retail/tasks.ts";

const players = 4;
/** Shopify has no means to change how an order was paid. */
const excluded: Action["name"][] = ["modify_pending_order_payment"];
const mostReasons = 12;

export type TauRetailOptions = {
  /** Tasks as JSON lines. */
  tasks?: string;
  /** The store they are about, see sandbox/shopify/store-file.ts; beside the tasks when left out. */
  store?: string;
};

/**
 * How many of the writing actions that tau-bench's retail tasks require come about when a customer asks for them in the chat, with
 * the right items and amounts. The conversation is our own and says each wish plainly: this measures what the flows can carry out.
 */
export async function benchTauRetail({ tasks: path, store = path && dirname(path) }: TauRetailOptions): Promise<void> {
  if (!path || !store || !existsSync(join(store, "orders.jsonl"))) {
    console.log("Needs --tasks FILE, and --store FOLDER where the store is not beside it.");
    return;
  }
  const tasks = readTasks(path);
  const world = await World.start({ store });
  const started = performance.now();
  const verdicts: { action: Action; verdict: Verdict }[] = [];
  try {
    await world.install();
    await allowMany(world);
    hurry(world);
    const originals = takeAway(world);
    const users = new Map([...world.shopify.store.customers.values()].map((customer) => [customer.note ?? "", customer]));
    const byUser = Map.groupBy(tasks, (task) => task.userId);
    const waiting = [...byUser.values()];
    let number = 0;
    const play = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        for (const task of next) {
          number += 1;
          const user = users.get(task.userId);
          if (!user) throw new Error(`The store has no user ${task.userId}.`);
          const cast = castFor(world.shopify.store, originals.get(user.id) ?? [], user, number);
          verdicts.push(...(await playTask(world, task, cast)));
          cast.clear();
        }
      }
    };
    await Promise.all(Array.from({ length: players }, play));
  } finally {
    await world.stop();
  }
  report(tasks, verdicts, (performance.now() - started) / 1000);
}

async function playTask(world: World, task: Task, cast: ReturnType<typeof castFor>) {
  const played: { action: Action; verdict: Verdict }[] = [];
  for (const action of task.actions) {
    if (excluded.includes(action.name) || isNothing(action)) continue;
    const shopper = new Shopper(world, cast.customerId);
    await shopper.open();
    const verdict = await carryOut(action, shopper, cast).catch((error: unknown) => ({ done: false, why: String(error).slice(0, 90) }));
    shopper.device.close();
    played.push({ action, verdict });
  }
  return played;
}

/** Some tasks want a thing made what it is already, which the file's policy does not allow ("of different product option"). */
function isNothing({ name, arguments: given }: Action): boolean {
  const swaps = name === "modify_pending_order_items" || name === "exchange_delivered_order_items";
  return swaps && given.item_ids.join() === given.new_item_ids.join();
}

/** Orders leave the store and come back for the task that is about them. */
function takeAway(world: World): Map<string, OrderRecord[]> {
  const { store } = world.shopify;
  const all = [...store.orders.values()];
  store.orders.clear();
  return Map.groupBy(all, (order) => order.customerId ?? "");
}

/** Many customers at once, of a shop on Shopify's largest plan: what is measured is no waiting for points. */
function hurry(world: World): void {
  const { bucket } = world.shopify.admin;
  bucket.maximum = 20_000;
  bucket.restoreRate = 2_000;
  bucket.drainTo(bucket.maximum);
}

/** The daily limits are made for one shop's day, not for hundreds of tasks; the file's policy allows any address. */
async function allowMany(world: World): Promise<void> {
  const fields = { ...policyToForm(defaultReturnPolicy), ...orderPolicyToForm(defaultOrderPolicy) };
  await world.merchant.submit("/app/policy", {
    ...fields,
    mode: "open",
    changeAddressAcross: "yes",
    dailyReturnsPerShop: "5000",
    dailyReturnsPerShopper: "20",
  });
}

function report(tasks: Task[], verdicts: { action: Action; verdict: Verdict }[], seconds: number): void {
  const done = verdicts.filter((one) => one.verdict.done).length;
  console.log(`${tasks.length} tasks in ${seconds.toFixed(0)} s; without ${excluded.join(", ")}: Shopify has no such thing`);
  for (const [name, of] of Map.groupBy(verdicts, (one) => one.action.name)) {
    console.log(`  ${name}: ${of.filter((one) => one.verdict.done).length} of ${of.length}`);
    const whys = Map.groupBy(
      of.filter((one) => !one.verdict.done),
      (one) => one.verdict.why ?? "",
    );
    const most = [...whys].sort((one, other) => other[1].length - one[1].length).slice(0, mostReasons);
    for (const [why, ones] of most) console.log(`    ${ones.length} × ${why}`);
  }
  const carriedOut = verdicts.length > 0 ? Number((done / verdicts.length).toFixed(4)) : 0;
  console.log(JSON.stringify({ tasks: tasks.length, actions: verdicts.length, carriedOut }));
}
