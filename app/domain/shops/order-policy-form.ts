import { isAmount, mostMinutes, type OrderPolicy } from "#app/domain/orders/order-policy.ts";

export type OrderPolicyForm = Record<keyof OrderPolicy, string>;
export type OrderPolicyProblems = Partial<Record<keyof OrderPolicy, string>>;

/** The rules for orders that have not left, as a form holds them. An empty limit is none. */
export function orderPolicyToForm(policy: OrderPolicy): OrderPolicyForm {
  return {
    cancel: policy.cancel ? "yes" : "no",
    cancelWithinMinutes: policy.cancelWithinMinutes === null ? "" : String(policy.cancelWithinMinutes),
    cancelUpTo: policy.cancelUpTo ?? "",
    changeAddress: policy.changeAddress ? "yes" : "no",
    changeAddressAcross: policy.changeAddressAcross ? "yes" : "no",
    changeItems: policy.changeItems ? "yes" : "no",
    changeItemsUpTo: policy.changeItemsUpTo ?? "",
  };
}

/** Checks what was filled in, in the browser and again on the server. What a form does not name stays as it is in `stored`. */
export function readOrderPolicyForm(
  sent: Partial<Record<string, string>>,
  stored: OrderPolicy,
): { ok: true; policy: OrderPolicy } | { ok: false; problems: OrderPolicyProblems } {
  const form: Partial<Record<string, string>> = { ...orderPolicyToForm(stored), ...sent };
  const value = (name: keyof OrderPolicy) => (form[name] ?? "").trim();
  const problems: OrderPolicyProblems = {};
  const minutes = value("cancelWithinMinutes");
  const upTo = value("cancelUpTo").replace(",", ".");
  const extra = value("changeItemsUpTo").replace(",", ".");
  if (minutes !== "" && (!/^\d{1,5}$/.test(minutes) || Number(minutes) < 1 || Number(minutes) > mostMinutes)) {
    problems.cancelWithinMinutes = `Enter a whole number of minutes from 1 to ${mostMinutes}, or leave it empty.`;
  }
  if (upTo !== "" && !isAmount(upTo)) problems.cancelUpTo = "Enter an amount such as 250.00, or leave it empty.";
  if (extra !== "" && !isAmount(extra)) problems.changeItemsUpTo = "Enter an amount such as 50.00, or leave it empty.";
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    policy: {
      cancel: value("cancel") === "yes",
      cancelWithinMinutes: minutes === "" ? null : Number(minutes),
      cancelUpTo: upTo === "" ? null : upTo,
      changeAddress: value("changeAddress") === "yes",
      changeAddressAcross: value("changeAddressAcross") === "yes",
      changeItems: value("changeItems") === "yes",
      changeItemsUpTo: extra === "" ? null : extra,
    },
  };
}
