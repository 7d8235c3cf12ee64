import { z } from "zod";

const graphqlError = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  locations: z.array(z.unknown()).nullish(),
  extensions: z.object({ code: z.string().optional() }).nullish(),
});
export type GraphqlError = z.output<typeof graphqlError>;

/** The envelope around every answer of the Admin API. `errors` is a plain text on some HTTP errors. */
export const reply = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(graphqlError).optional(),
  extensions: z
    .object({
      cost: z
        .object({
          requestedQueryCost: z.number().optional(),
          throttleStatus: z.object({ maximumAvailable: z.number(), currentlyAvailable: z.number(), restoreRate: z.number() }),
        })
        .optional(),
    })
    .optional(),
});
export type Reply = z.output<typeof reply>;

export function codesOf(errors: GraphqlError[]): string[] {
  return errors.flatMap((error) => error.extensions?.code ?? []);
}

export function isThrottled(answer: Reply): boolean {
  return codesOf(answer.errors ?? []).includes("THROTTLED");
}

/**
 * Fields of protected customer data that the app may not see come as null plus one ACCESS_DENIED error each. The rest
 * of the answer is good; whether the nulls are bearable is for the operation's own schema to say.
 */
export function onlyHidesFields(answer: Reply): boolean {
  const errors = answer.errors ?? [];
  return Boolean(answer.data) && errors.every((error) => error.extensions?.code === "ACCESS_DENIED" && (error.path?.length ?? 0) > 0);
}

const refusedUnread = new Set(["THROTTLED", "MAX_COST_EXCEEDED", "SHOP_INACTIVE"]);

/**
 * Whether Shopify refused before it did anything: over budget, not allowed at all, or a text that is not valid (such errors name
 * a place in the text but no path in the answer). Everything else may have happened after the effect.
 */
export function refusedBeforeRunning(errors: GraphqlError[]): boolean {
  return errors.every((error) => {
    const code = error.extensions?.code;
    if (code && refusedUnread.has(code)) return true;
    if (code === "ACCESS_DENIED") return (error.path?.length ?? 0) <= 1;
    return code !== "INTERNAL_SERVER_ERROR" && !error.path?.length && Boolean(error.locations?.length);
  });
}
