import { callVendor } from "#app/platform/tracing/vendor-call.server.ts";
import { apiVersion, type Operation } from "./operation.ts";
import { codesOf, isThrottled, onlyHidesFields, type Reply, refusedBeforeRunning, reply } from "./reply.ts";
import { Throttle, waitFor } from "./throttle.ts";
import { VendorError } from "./vendor-error.ts";

export type AdminClientOptions = {
  shopDomain: string;
  /** Gives a valid access token; called again with the token that Shopify has just refused. */
  getToken: (rejected?: string) => Promise<string>;
  fetch?: typeof fetch;
  /** Shared by all clients of one shop. */
  throttle?: Throttle;
  /** One request; milliseconds. */
  timeout?: number;
  /** All waiting of one call together; milliseconds. */
  patience?: number;
  wait?: (milliseconds: number) => Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  monotonic?: () => number;
  random?: () => number;
};

const maximumAttempts = 4;
/** The connection was never made, so nothing was sent. */
const neverSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

type Attempt = { answer: Reply; retryAfter?: undefined } | { failure: VendorError; retryAfter?: number; rejectedToken?: string };

/**
 * Speaks to one shop's Admin API. A query is repeated over throttling, 429, 5xx and network trouble within bounds.
 * A mutation is repeated only when Shopify has said that it did nothing (throttled, wrong token); every other failure
 * is thrown with `outcome`, and "unknown" asks the caller to read back first.
 */
export class AdminClient {
  readonly shopDomain: string;
  readonly #options: Required<AdminClientOptions>;

  constructor(options: AdminClientOptions) {
    this.shopDomain = options.shopDomain;
    this.#options = {
      fetch: (input, init) => fetch(input, init),
      throttle: new Throttle(),
      timeout: 10_000,
      patience: 20_000,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      monotonic: () => performance.now(),
      random: Math.random,
      ...options,
    };
  }

  /** Runs one operation and returns its checked `data`. `userErrors` are part of it; everything worse is thrown as VendorError. */
  query<Variables, Data>(operation: Operation<Variables, Data>, variables: NoInfer<Variables>): Promise<Data> {
    return callVendor("shopify", operation.name, () => this.#ask(operation, variables));
  }

  async #ask<Variables, Data>(operation: Operation<Variables, Data>, variables: NoInfer<Variables>): Promise<Data> {
    const { throttle, monotonic, wait, patience } = this.#options;
    let token = await this.#options.getToken();
    let tokenRenewed = false;
    let patienceLeft = patience;

    for (let attempt = 1; ; attempt += 1) {
      const pause = throttle.reserve(operation.name, monotonic(), patienceLeft);
      if (pause === null) throw tooBusy();
      if (pause > 0) await wait(pause);
      patienceLeft -= pause;

      const result = await this.#send(operation, variables, token);
      if ("answer" in result && !isThrottled(result.answer)) return this.#read(operation, result.answer);

      let delay: number;
      if ("answer" in result) {
        delay = throttledFor(result.answer);
        if (attempt >= maximumAttempts || delay > patienceLeft) throw tooBusy();
      } else if (result.rejectedToken !== undefined && !tokenRenewed) {
        token = await this.#options.getToken(result.rejectedToken);
        tokenRenewed = true;
        continue;
      } else {
        delay = result.retryAfter ?? this.#backoff(attempt);
        const mayRepeat = operation.kind === "query" && result.failure.retryable;
        if (!mayRepeat || attempt >= maximumAttempts || delay > patienceLeft) throw result.failure;
      }
      await wait(delay);
      patienceLeft -= delay;
    }
  }

  async #send<Variables, Data>(operation: Operation<Variables, Data>, variables: Variables, token: string): Promise<Attempt> {
    const outcome = operation.kind === "mutation" ? "unknown" : "none";
    let response: Response;
    let body: string;
    try {
      response = await this.#options.fetch(`https://${this.shopDomain}/admin/api/${apiVersion}/graphql.json`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json", "x-shopify-access-token": token },
        body: JSON.stringify({ query: operation.text, variables, operationName: operation.name }),
        signal: AbortSignal.timeout(this.#options.timeout),
        redirect: "manual",
      });
      body = await response.text();
    } catch (cause) {
      const notSent = neverSent.has(causeCode(cause));
      const message = `No answer from Shopify to ${operation.name}.`;
      return { failure: new VendorError(message, { status: 0, retryable: true, outcome: notSent ? "none" : outcome, cause }) };
    }
    if (response.status === 200) return this.#open(operation, body, outcome);
    return refusal(operation.name, response, token, outcome);
  }

  #open(operation: { name: string }, body: string, outcome: "none" | "unknown"): Attempt {
    const answer = reply.safeParse(parseJson(body));
    if (!answer.success) {
      const message = `Shopify's answer to ${operation.name} could not be read.`;
      return { failure: new VendorError(message, { status: 200, retryable: true, outcome }) };
    }
    const { cost } = answer.data.extensions ?? {};
    if (cost) this.#options.throttle.learn(operation.name, cost.requestedQueryCost, cost.throttleStatus, this.#options.monotonic());
    const codes = codesOf(answer.data.errors ?? []);
    if (codes.includes("INTERNAL_SERVER_ERROR")) {
      const message = `Shopify failed inside ${operation.name}.`;
      return { failure: new VendorError(message, { status: 200, retryable: true, outcome, codes }) };
    }
    return { answer: answer.data };
  }

  #read<Variables, Data>(operation: Operation<Variables, Data>, answer: Reply): Data {
    const errors = answer.errors ?? [];
    const codes = codesOf(errors);
    const unknown = operation.kind === "mutation" && !(errors.length > 0 && refusedBeforeRunning(errors));
    const outcome = unknown ? "unknown" : "none";
    if (errors.length > 0 && !onlyHidesFields(answer)) {
      throw new VendorError(`Shopify refused ${operation.name}.`, {
        status: 200,
        retryable: false,
        outcome,
        codes,
        refusal: errors[0]?.message,
      });
    }
    const data = operation.response.safeParse(answer.data);
    if (!data.success) {
      const where = data.error.issues[0]?.path.join(".") ?? "";
      throw new VendorError(`Shopify's answer to ${operation.name} has not the expected shape at "${where}".`, {
        status: 200,
        retryable: false,
        outcome,
        codes,
      });
    }
    return data.data;
  }

  /** 250 ms, doubled each time, half of it by chance. */
  #backoff(attempt: number): number {
    return 250 * 2 ** (attempt - 1) * (0.5 + this.#options.random() / 2);
  }
}

function refusal(operation: string, response: Response, token: string, outcome: "none" | "unknown"): Attempt {
  const { status } = response;
  if (status === 401) {
    const message = "Shopify does not accept the access token of this shop.";
    return { failure: new VendorError(message, { status, retryable: false, needsMerchant: true }), rejectedToken: token };
  }
  const message = `Shopify answered ${operation} with HTTP ${status}.`;
  if (status >= 500) return { failure: new VendorError(message, { status, retryable: true, outcome }) };
  const retryAfter = status === 429 ? Number(response.headers.get("retry-after") ?? Number.NaN) * 1000 : Number.NaN;
  return {
    failure: new VendorError(message, { status, retryable: status === 429 }),
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
  };
}

/** How long Shopify's refusal asks to wait; a second when it does not say. */
function throttledFor(answer: Reply): number {
  const cost = answer.extensions?.cost;
  if (!cost) return 1000;
  return Math.max(100, waitFor((cost.requestedQueryCost ?? 0) - cost.throttleStatus.currentlyAvailable, cost.throttleStatus.restoreRate));
}

function tooBusy(): VendorError {
  return new VendorError("Shopify's request budget of this shop is used up for now.", {
    status: 429,
    retryable: true,
    codes: ["THROTTLED"],
  });
}

function causeCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
