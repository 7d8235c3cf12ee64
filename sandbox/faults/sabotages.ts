import type { Patch } from "../broken-copy.ts";
import type { Choice } from "./plan.ts";

/**
 * A guard taken out, and the plays that should notice. `alsoGone`: guards that would hide it and are taken out with it;
 * without them alone nothing may be found.
 */
export type Sabotage = { name: string; patches: Patch[]; alsoGone?: Patch[]; choices: Choice[] };

const at = (journey: string, point: string, occurrence = 1): Choice => ({ journey, deaths: [{ at: "point", point, occurrence }] });
const unhurt = (journey: string): Choice => ({ journey, deaths: [] });
const migration = "prisma/migrations/20261120000000_start/migration.sql";
const heldReplies = "prisma/migrations/20261127110000_held_replies/migration.sql";
const turn = "app/pipeline/assistant/run-turn.server.ts";
const ingress = "app/ingress/raw-events.server.ts";
const runner = "app/platform/jobs/runner.server.ts";

const fenceOff: Patch = {
  file: turn,
  find: "{ id: conversation.id, revision: conversation.revision }",
  replace: "{ id: conversation.id }",
};
const queuesShared: Patch = {
  file: "app/platform/jobs/places.ts",
  find: "if (holder.queue !== null) this.#queues.add(holder.queue);",
  replace: "",
};

export const sabotages: Sabotage[] = [
  {
    name: "an effect is tried again without reading back",
    patches: [
      { file: "app/pipeline/effects/run.server.ts", find: `if (effect.state !== "planned") {`, replace: `if (effect.state === "no") {` },
    ],
    choices: [at("widget-return", "effect.after-call"), unhurt("return-with-lost-answer")],
  },
  {
    name: "unique key of RawEvent off",
    patches: [{ file: migration, find: `CREATE UNIQUE INDEX "RawEvent_`, replace: `CREATE INDEX "RawEvent_` }],
    choices: [unhurt("redact-repeated-later")],
  },
  {
    // Each of the two holds alone what was pressed twice.
    name: "unique keys of HeldReply and Message off",
    patches: [
      { file: heldReplies, find: `CREATE UNIQUE INDEX "HeldReply_shopId`, replace: `CREATE INDEX "HeldReply_shopId` },
      { file: migration, find: `CREATE UNIQUE INDEX "Message_shopId`, replace: `CREATE INDEX "Message_shopId` },
    ],
    choices: [unhurt("staff-press-twice")],
  },
  {
    name: "unique key of Effect off, behind an open fence",
    patches: [{ file: migration, find: `CREATE UNIQUE INDEX "Effect_shopId`, replace: `CREATE INDEX "Effect_shopId` }],
    // Each of these would hold alone. With all of them gone and the key in its place nothing is doubled yet.
    alsoGone: [
      queuesShared,
      fenceOff,
      {
        file: turn,
        find: `{ id: message.id, answeredBy: message.answeredBy }, { answeredBy }, 1)`,
        replace: `{ id: message.id }, { answeredBy })`,
      },
      { file: "app/pipeline/assistant/turn.ts", find: `        { id, version },`, replace: `        { id },` },
    ],
    choices: [unhurt("two-yeses")],
  },
  {
    name: "a job's result and its end in two commits",
    patches: [
      {
        file: runner,
        find: "await this.release(job, [...writes, remove(",
        replace: `await this.#database.commit(writes); fault(job.task + ".split"); await this.release(job, [remove(`,
      },
    ],
    choices: [at("prove-by-link", "turn.split", 2), at("widget-return", "turn.split", 2)],
  },
  {
    name: "a turn's fence off",
    patches: [fenceOff],
    choices: [unhurt("staff-come-in-between")],
  },
  {
    name: "a delivery is not marked before it is sent",
    patches: [
      { file: "app/pipeline/delivery/send.server.ts", find: `{ state: "sending", attempts`, replace: `{ state: "planned", attempts` },
    ],
    choices: [at("whatsapp-hello", "delivery.after-send"), at("instagram-hello", "delivery.after-send")],
  },
  {
    name: "queues let several jobs run at once",
    patches: [queuesShared],
    alsoGone: [{ file: "app/pipeline/delivery/send.server.ts", find: "  await waitForEarlier(delivery);\n", replace: "" }],
    choices: [unhurt("two-replies-in-order")],
  },
  {
    name: "leases of a dead process are not taken back",
    patches: [
      {
        file: "app/platform/jobs/queue-sqlite.server.ts",
        find: "WHERE state IN ('running', 'parked')",
        replace: "WHERE state = 'nobody'",
      },
    ],
    choices: [at("widget-hello", "turn.before-commit")],
  },
  {
    name: "a webhook is acknowledged before it is stored",
    patches: [
      {
        file: ingress,
        find: "const committed = database().exclusively((prepare) => storeOne(prepare, event, payload), { sure: true });",
        replace: `const store = () => database().exclusively((prepare) => storeOne(prepare, event, payload), { sure: true });
  setTimeout(() => { fault("ingress.split"); void store().then(() => database().jobsEnqueued([{ lane: "read", queue: queueOf(event), runAt: now() }])); }, 30);`,
      },
      { file: ingress, find: "const stored = await committed;", replace: `const stored: Stored = "stored";` },
    ],
    choices: [at("whatsapp-hello", "ingress.split")],
  },
];
