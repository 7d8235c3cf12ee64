import { type CustomerKey, type CustomerProfile, customerKey } from "#app/domain/orders/customer-profile.ts";
import type { Turn } from "./turn.ts";

const patienceMilliseconds = 2_000;

/** Whom it is proven that the shopper is; null also where the store does not answer soon: no turn waits for it. */
export async function provenCustomer(turn: Turn): Promise<CustomerProfile | null> {
  const key = customerKey(turn.context.standing.verified, []);
  return key && readSoon(turn, key);
}

/** A customer as the store has them, if it says so soon. */
export async function readSoon(turn: Turn, key: CustomerKey): Promise<CustomerProfile | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMilliseconds);
  });
  const asked = turn.store.customer(key).catch(() => null);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
