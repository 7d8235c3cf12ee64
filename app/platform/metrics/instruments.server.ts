import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { readQueueDepth } from "./queue-depth-sqlite.server.ts";

/** Seconds. */
const fast = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const slow = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * All that can be scraped. Labels come from closed lists (tasks, channels, vendors, operations, outcomes), never from data:
 * no shop, no conversation, no person. One process serves many shops, and which shop is concerned stands in the log lines.
 */
export function createInstruments() {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `onethread_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[], buckets: number[]) =>
    new Histogram({ name: `onethread_${name}`, help, labelNames, buckets, registers });
  const gauge = (name: string, help: string) => new Gauge({ name: `onethread_${name}`, help, registers });

  const oldest = new Gauge({
    name: "onethread_queue_oldest_seconds",
    help: "How long the longest waiting due job has waited.",
    labelNames: ["task"],
    registers,
  });
  new Gauge({
    name: "onethread_queue_jobs",
    help: "Jobs in the queue: due, scheduled for later, running or dead. Read when scraped.",
    labelNames: ["task", "state"],
    registers,
    async collect() {
      const depth = await readQueueDepth();
      this.reset();
      oldest.reset();
      for (const { task, state, jobs, oldestSeconds } of depth) {
        this.set({ task, state }, jobs);
        if (state === "due") oldest.set({ task }, oldestSeconds);
      }
    },
  });

  return {
    register,
    jobs: counter("jobs_total", "Runs of jobs by how they ended: done, again, stale, failed (is tried again) or dead.", [
      "task",
      "outcome",
    ]),
    jobSeconds: histogram("job_seconds", 'One run of a job, its commit included; a turn of the assistant is task="turn".', ["task"], slow),
    acknowledgements: histogram(
      "acknowledgement_seconds",
      "A webhook or widget message from its first byte to the answer, by the class of the answer's status.",
      ["channel", "status"],
      fast,
    ),
    replies: histogram(
      "reply_seconds",
      "From the oldest unanswered message to the assistant's answer, the wait for the end of a burst included.",
      ["channel"],
      slow,
    ),
    modelCalls: counter("model_calls_total", "Questions to a language model.", ["model", "operation", "outcome"]),
    modelTokens: counter("model_tokens_total", "Tokens of answered questions.", ["model", "direction"]),
    modelDollars: counter("model_cost_dollars_total", "US dollars for answered questions, where the price is known.", ["model"]),
    vendorSeconds: histogram("vendor_seconds", "Calls to vendors, our own waiting and retries included.", ["vendor", "operation"], slow),
    vendorErrors: counter("vendor_errors_total", "Calls to vendors that did not do what was asked.", ["vendor", "operation", "kind"]),
    deliveries: counter("deliveries_total", "Tries to send a message and how they ended.", ["channel", "outcome"]),
    closedWindows: counter("closed_windows_total", "Messages that their channel's window did not let out.", ["channel"]),
    streams: gauge("open_streams", "Widgets that hold a stream open."),
    backupTime: gauge("backup_last_success_timestamp_seconds", "When the last backup was complete; 0 before the first of this process."),
    backupBytes: gauge("backup_last_success_bytes", "Its size."),
  };
}
