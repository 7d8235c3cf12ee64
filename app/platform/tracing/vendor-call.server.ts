import { log } from "../log.ts";
import { recordVendorCall } from "../metrics/metrics.server.ts";
import { inSpan } from "./trace.ts";

/**
 * Every call to a vendor goes through here: a span, a duration, and a count of what went wrong. `operation` and kinds of
 * trouble come from closed lists, since they become labels. `troubleIn` reads the kind out of clients that answer instead of
 * throwing.
 */
export async function callVendor<T>(
  vendor: string,
  operation: string,
  work: () => Promise<T>,
  troubleIn: (result: T) => string | undefined = () => undefined,
): Promise<T> {
  const started = performance.now();
  const ended = (trouble: string | undefined) => {
    const milliseconds = performance.now() - started;
    recordVendorCall(vendor, operation, milliseconds / 1000, trouble);
    log.debug("vendor-called", { vendor, operation, outcome: trouble ?? "ok", milliseconds: Math.round(milliseconds) });
  };
  return inSpan(`${vendor} ${operation}`, async () => {
    try {
      const result = await work();
      ended(troubleIn(result));
      return result;
    } catch (error) {
      ended(kindOf(error));
      throw error;
    }
  });
}

/** Our vendors' errors name their kind; anything else is told by its class. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "kind" in error && typeof error.kind === "string" ? error.kind : error.name;
}
