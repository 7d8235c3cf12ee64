import { loadThread } from "#app/domain/conversations/thread.server.ts";
import type { CustomerProfile } from "#app/domain/orders/customer-profile.ts";
import { readCustomerProfile } from "#app/integrations/shopify-admin/customer-profile.server.ts";
import { adminClientFor } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { now } from "#app/platform/clock.ts";
import { customerKeyOf } from "./customer-key.ts";

export type ConversationCustomer =
  | { found: true; profile: CustomerProfile }
  | { found: false; because: "no-conversation" | "not-proven" | "not-in-shopify" };

/** The customer behind a conversation as Shopify shows them now. Throws the vendor's error when Shopify does not answer. */
export async function customerOfConversation(shop: { id: string; domain: string }, conversationId: string): Promise<ConversationCustomer> {
  const thread = await loadThread(shop.id, conversationId, 1);
  if (!thread) return { found: false, because: "no-conversation" };
  const key = customerKeyOf(thread, now());
  if (!key) return { found: false, because: "not-proven" };
  const profile = await readCustomerProfile(adminClientFor(shop.domain), key);
  return profile ? { found: true, profile } : { found: false, because: "not-in-shopify" };
}
