import type { VendorSuite } from "../verify.ts";

/** A test-mode secret key; reads only. */
export const verifyStripe: VendorSuite = {
  variables: ["STRIPE_SECRET_KEY"],
  checks: (value) => [
    {
      name: "test-mode account",
      run: async () => {
        const response = await fetch("https://api.stripe.com/v1/balance", {
          headers: { authorization: `Bearer ${value("STRIPE_SECRET_KEY")}` },
          signal: AbortSignal.timeout(10_000),
        });
        const body = (await response.json()) as { livemode?: boolean };
        if (!response.ok) throw new Error(`Stripe answered ${response.status}`);
        if (body.livemode) throw new Error("this is a live key; use a test key");
        return "reachable";
      },
    },
  ],
};
