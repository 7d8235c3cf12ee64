import { GraphQLError } from "graphql";
import type { SandboxClock } from "#sandbox/double.ts";

/** How long Shopify remembers a key is not published; a day is the least one can count on. */
const rememberedMilliseconds = 24 * 3_600_000;

type Attempt = { input: string; at: number; state: "running" | "failed" | "done"; result?: unknown };

const refused = (message: string, code: string): GraphQLError => new GraphQLError(message, { extensions: { code } });

/** The `@idempotent(key:)` directive: the same key and input give the first answer again, without a second effect. */
export class IdempotencyKeys {
  private readonly attempts = new Map<string, Attempt>();
  private readonly clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.clock = clock;
  }

  async run<Result extends { userErrors: unknown[] }>(
    key: string | undefined,
    input: unknown,
    effect: () => Result | Promise<Result>,
  ): Promise<Result> {
    if (key === undefined) throw refused("The @idempotent directive is required for this mutation.", "IDEMPOTENCY_KEY_MISSING");
    if (key.trim() === "" || key.length > 255) throw refused("The idempotency key is invalid.", "IDEMPOTENCY_KEY_INVALID");
    const text = JSON.stringify(input);
    const now = this.clock.now().getTime();
    const earlier = this.attempts.get(key);
    if (earlier && now - earlier.at < rememberedMilliseconds) {
      if (earlier.input !== text)
        throw refused("The idempotency key was used with other parameters.", "IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
      if (earlier.state === "running")
        throw refused("A request with this idempotency key is in progress.", "IDEMPOTENCY_CONCURRENT_REQUEST");
      if (earlier.state === "failed")
        throw refused("The earlier attempt with this key failed; use a new key.", "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
      return earlier.result as Result;
    }
    this.attempts.set(key, { input: text, at: now, state: "running" });
    try {
      const result = await effect();
      this.attempts.set(
        key,
        result.userErrors.length > 0 ? { input: text, at: now, state: "failed" } : { input: text, at: now, state: "done", result },
      );
      return result;
    } catch (error) {
      this.attempts.set(key, { input: text, at: now, state: "failed" });
      throw error;
    }
  }
}
