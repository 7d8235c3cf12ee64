/**
 * A call to a vendor failed. `outcome` answers the question that matters before a retry: "none" means that nothing
 * happened there, "unknown" that it may have. The message is ours and carries no token, address or shopper's words.
 */
export class VendorError extends Error {
  readonly vendor = "shopify" as const;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly retryable: boolean;
  readonly outcome: "none" | "unknown";
  /** Shopify's `errors[].extensions.code`, in order. */
  readonly codes: string[];
  /** The merchant has to open the app in the Shopify admin before anything works again. */
  readonly needsMerchant: boolean;
  /** What Shopify said against the request itself. May quote it, so it is never logged. */
  readonly refusal: string | undefined;

  constructor(message: string, details: VendorErrorDetails) {
    super(message, { cause: details.cause });
    this.name = "VendorError";
    this.status = details.status;
    this.retryable = details.retryable;
    this.outcome = details.outcome ?? "none";
    this.codes = details.codes ?? [];
    this.needsMerchant = details.needsMerchant ?? false;
    this.refusal = details.refusal;
  }

  /** In one word of a closed list, for counting. */
  get kind(): "no-answer" | "throttled" | "token" | "failed" | "refused" {
    if (this.status === 0) return "no-answer";
    if (this.status === 429) return "throttled";
    if (this.needsMerchant) return "token";
    return this.status >= 500 || this.codes.includes("INTERNAL_SERVER_ERROR") ? "failed" : "refused";
  }

  /** The first of Shopify's codes: what `errorFields` logs. */
  get code(): string | undefined {
    return this.codes[0];
  }
}

export type VendorErrorDetails = {
  status: number;
  retryable: boolean;
  outcome?: "none" | "unknown";
  codes?: string[];
  needsMerchant?: boolean;
  refusal?: string;
  cause?: unknown;
};
