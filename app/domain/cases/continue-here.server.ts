import { channelOf } from "#app/domain/conversations/messages.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { newContinueCode } from "#app/domain/identity/signed-link.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { fault } from "#app/platform/fault.ts";
import type { ContinueResponse } from "#widget/protocol.ts";
import { openCases } from "./ownership.server.ts";

type Option = ContinueResponse["options"][number];
type Account = { channel: string; externalId: string; label: string; config: unknown };

/**
 * The ways to go on elsewhere with what is open now: for each connected channel a link that opens it with the code
 * filled in, and the code to type where a link cannot. Writing the code there proves both ends. A case of somebody whom only
 * staff hold for the same shopper is not taken along.
 */
export async function continueOptions(identity: IdentityRow): Promise<Option[]> {
  const { prisma } = database();
  const { shopId } = identity;
  const accounts = await prisma.channelAccount.findMany({ where: { shopId, paused: false } });
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const [open] = await openCases(shopId, await membersToTell(identity));
  const { code, writes } = newContinueCode(shopId, identity.id, open?.id ?? null);
  const others = accounts.filter((account) => account.channel !== channelOf(identity));
  const options = others.flatMap((account) => optionFor(account, code, shop.domain));
  fault("continue.before-commit");
  if (options.length > 0) await database().commit(writes);
  fault("continue.after-commit");
  return options;
}

function optionFor(account: Account, code: string, shopDomain: string): Option[] {
  const config = (account.config ?? {}) as Record<string, string>;
  const text = encodeURIComponent(code);
  switch (account.channel) {
    case "whatsapp": {
      const digits = config.displayPhone?.replace(/\D/g, "");
      return digits ? [{ channel: "whatsapp", label: "WhatsApp", url: `https://wa.me/${digits}?text=${text}`, code }] : [];
    }
    case "instagram":
      return [
        {
          channel: "instagram",
          label: "Instagram",
          url: config.username
            ? `https://ig.me/m/${encodeURIComponent(config.username)}?ref=${text}`
            : "https://www.instagram.com/direct/inbox/",
          code,
        },
      ];
    case "email":
      return [{ channel: "email", label: "E-mail", url: `mailto:${account.externalId}?subject=${text}&body=${text}`, code }];
    case "widget":
      return [{ channel: "widget", label: "Website", url: `https://${shopDomain}/?onethread=${text}`, code }];
    default:
      return [];
  }
}
