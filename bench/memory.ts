import { AppProcess } from "#sandbox/app-process.ts";
import { World } from "#sandbox/world.ts";
import { residentMegabytes } from "./figures.ts";

const people = 200;
const burst = 20;
/** A million messages; fewer with MESSAGES=100000. */
const messages = Number(process.env.MESSAGES ?? 1_000_000);
const rounds = messages / people / burst;
const heapMegabytes = 256;
/** So many messages apart the memory is told on the way, since the whole takes hours. */
const progressEvery = 40_000;
const day = 86_400_000;
const questions = ["what is your return policy", "how long can I send things back", "what does a return cost", "can I return something"];

/**
 * What the app's process holds after a million messages. Two hundred people write a burst of twenty each day and are
 * answered; the heap is bounded, so that garbage that nobody collects yet does not look like growth.
 */
export async function benchMemory(): Promise<void> {
  const world = await World.start({
    startApp: (options) =>
      AppProcess.start({ ...options, environment: { ...options.environment, NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}` } }),
  });
  try {
    await world.install();
    const phones = Array.from({ length: people }, (_, n) => world.meta.phone("instagram", `memory-${n}`, { name: "Ada Sample" }));
    const resident: number[] = [];
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    for (let round = 0; round < rounds; round += 1) {
      const question = questions[round % questions.length];
      const answered = phones.map(
        (phone) =>
          new Promise<void>((resolve) => {
            const stop = phone.onMessage((bubble) => {
              if (bubble.from !== "business") return;
              stop();
              resolve();
            });
          }),
      );
      for (let n = 0; n < burst; n += 1) await Promise.all(phones.map((phone) => phone.sendText(`${question} ${n}`)));
      await Promise.all(answered);
      resident.push(residentMegabytes(world.app.pid ?? 0));
      const sent = (round + 1) * people * burst;
      if (sent % progressEvery === 0) {
        console.log(`${sent.toLocaleString("en")} messages after ${seconds().toFixed(0)} s: ${resident.at(-1)} MB`);
      }
      // The sandbox must not run out of memory before the app does.
      for (const phone of phones) phone.thread.length = 0;
      world.history.entries.length = 0;
      await world.advance(day);
    }
    const at = (share: number) => resident[Math.min(rounds - 1, Math.ceil(rounds * share) - 1)];
    console.log(
      `${messages.toLocaleString("en")} messages of ${people} people in ${seconds().toFixed(0)} s, heap limit ${heapMegabytes} MB`,
    );
    console.log(`resident MB after 10 / 25 / 50 / 75 / 100 %: ${[0.1, 0.25, 0.5, 0.75, 1].map(at).join(" / ")}`);
    const half = resident.slice(Math.floor(rounds / 2));
    console.log(`slope of the second half: ${((slope(half) * 1_000_000) / people / burst).toFixed(1)} MB per million messages`);
  } finally {
    await world.stop();
  }
}

/** Least squares, per step. */
function slope(values: number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const up = values.reduce((sum, value, n) => sum + (n - middle) * (value - mean), 0);
  const across = values.reduce((sum, _, n) => sum + (n - middle) ** 2, 0);
  return across === 0 ? 0 : up / across;
}
