import { newLoginLink } from "#app/domain/identity/login-link.server.ts";
import { offersLogin } from "#app/integrations/shopify-customer-account/login.server.ts";
import { env } from "#app/platform/env.ts";
import { sentence } from "./texts/catalogue.ts";
import type { Turn } from "./turn.ts";

/** In place of a code: a link to sign in to the customer account, where the shop has that set up. */
export function offerLogin(turn: Turn): void {
  if (!offersLogin()) return;
  const { token, writes } = newLoginLink(turn.context.shop.id, turn.identity.id);
  turn.writes.push(...writes);
  turn.blocks.push({ kind: "link", label: sentence(turn.language, "loginButton"), url: `${env.appUrl}/login/start?token=${token}` });
}
