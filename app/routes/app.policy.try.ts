import type { ActionFunctionArgs } from "@remix-run/node";
import { returnReasons } from "#app/domain/returns/reasons.ts";
import { readPolicyForm } from "#app/domain/shops/policy-form.ts";
import { type TriedOrder, tryPolicy } from "#app/pipeline/policy/try-order.server.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { readForm, requireShop } from "#app/routes/require-shop.server.ts";

export type TryAnswer = { order: TriedOrder; problem: null } | { order: null; problem: string };

/** What the policy of the form, saved or not, decides of the order `tryOrder` for the reason `tryReason`. Writes nothing. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const shop = await requireShop(request);
  const form = await readForm(request);
  const read = readPolicyForm(form, shop.returnPolicy);
  if (!read.ok) return answer("Correct what is marked in the form first.", 422);
  const name = (form.tryOrder ?? "").trim();
  if (!name) return answer("Enter the number of an order, such as #1001.", 422);
  const reason = returnReasons.find((one) => one === form.tryReason) ?? "changed_mind";
  try {
    const order = await tryPolicy(shop, name, reason, read.policy);
    if (!order) return answer("Your shop has no order of this number, or Shopify does not show it to us.", 404);
    return Response.json({ order, problem: null } satisfies TryAnswer);
  } catch (error) {
    log.warn("policy-try-unavailable", { shopId: shop.id, ...errorFields(error) });
    return answer("Shopify did not answer. Try again in a moment.", 503);
  }
}

function answer(problem: string, status: number): Response {
  return Response.json({ order: null, problem } satisfies TryAnswer, { status });
}
