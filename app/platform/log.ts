import { pino } from "pino";
import { currentContext } from "./tracing/context.ts";

/** What a log line may say: ids, names of things, counts. Never words, addresses, tokens or vendors' error texts. */
export type LogFields = {
  requestId?: string;
  shopId?: string;
  conversationId?: string;
  caseId?: string;
  messageId?: string;
  deliveryId?: string;
  effectId?: string;
  jobId?: number;
  task?: string;
  channel?: string;
  account?: string;
  topic?: string;
  path?: string;
  status?: number;
  code?: string;
  reason?: string;
  vendor?: string;
  operation?: string;
  /** How a job, a call or a delivery ended, from a closed list. */
  outcome?: string;
  attempts?: number;
  count?: number;
  bytes?: number;
  milliseconds?: number;
  model?: string;
  inputTokens?: number;
  outputTokens?: number;
  /** What a model's call cost, in millionths of a US dollar. */
  microDollars?: number;
  errorName?: string;
  /** The place in our own code where it came from. */
  where?: string;
};

const allowed = new Set<string>([
  "requestId",
  "shopId",
  "conversationId",
  "caseId",
  "messageId",
  "deliveryId",
  "effectId",
  "jobId",
  "task",
  "channel",
  "account",
  "topic",
  "path",
  "status",
  "code",
  "reason",
  "vendor",
  "operation",
  "outcome",
  "attempts",
  "count",
  "bytes",
  "milliseconds",
  "model",
  "inputTokens",
  "outputTokens",
  "microDollars",
  "errorName",
  "where",
]);
// Not from `env`: a script that asks one vendor has none of its other variables. A malformed level is refused there at start.
const wanted = process.env.LOG_LEVEL || "info";
const sink = pino({ level: wanted === "silent" || wanted in pino.levels.values ? wanted : "info", base: undefined });

/** The ids of the request or job that is going on stand in every line of it. */
function pick(fields: LogFields): LogFields {
  const all = { ...currentContext()?.fields, ...fields };
  return Object.fromEntries(Object.entries(all).filter(([key]) => allowed.has(key)));
}

export const log = {
  debug: (event: string, fields: LogFields = {}) => sink.debug(pick(fields), event),
  info: (event: string, fields: LogFields = {}) => sink.info(pick(fields), event),
  warn: (event: string, fields: LogFields = {}) => sink.warn(pick(fields), event),
  error: (event: string, fields: LogFields = {}) => sink.error(pick(fields), event),
};

/** For a process whose standard output is read by another program. */
export function silenceLog(): void {
  sink.level = "silent";
}

/** An error as a log may show it: its class and our own code. Messages of vendors and libraries may carry tokens. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const where = error.stack?.split("\n").find((line) => /\/(app|build)\//.test(line) && !line.includes("node_modules"));
  return {
    errorName: error.name,
    code,
    where: where
      ?.trim()
      .replace(/.*\/(app|build)\//, "$1/")
      .replace(/\)$/, ""),
  };
}
