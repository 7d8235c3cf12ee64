import { channelOf } from "#app/domain/conversations/messages.server.ts";
import { newContinueCode } from "#app/domain/identity/continue-code.server.ts";
import type { IdentityRow } from "#app/domain/identity/identity.server.ts";
import { membersToTell } from "#app/domain/identity/own-proof.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import type { Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import type { ContinueResponse } from "#widget/protocol.ts";
import { openCases } from "./ownership.server.ts";
import { drawQr } from "./qr.ts";

export type ContinueOption = ContinueResponse["options"][number];
type Account = { channel: string; externalId: string; label: string; config: unknown };

/**
 * The ways to go on elsewhere with what is open now: for each connected channel a link that opens it with the code
 * filled in, and the code to type where a link cannot. `writes` make the code hold.
 */
export async function continueOptions(
  identity: IdentityRow,
  caseId: string | null,
): Promise<{ options: ContinueOption[]; code: string; writes: Write[] }> {
  const { prisma } = database();
  const { shopId } = identity;
  const accounts = await prisma.channelAccount.findMany({ where: { shopId, paused: false } });
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const { code, writes } = newContinueCode(shopId, identity.id, caseId);
  const others = accounts.filter((account) => account.channel !== channelOf(identity));
  return { options: others.flatMap((account) => optionFor(account, code, shop.domain)), code, writes };
}

/** The widget's "Continue elsewhere": the code holds as soon as it is shown. A case of somebody whom only staff hold for the same shopper is not taken along. */
export async function offerContinueNow(identity: IdentityRow): Promise<ContinueOption[]> {
  const [open] = await openCases(identity.shopId, await membersToTell(identity));
  const { options, writes } = await continueOptions(identity, open?.id ?? null);
  fault("continue.before-commit");
  if (options.length > 0) await database().commit(writes);
  fault("continue.after-commit");
  return options.map((option) => (onPhones.has(option.channel) ? { ...option, qr: drawQr(option.url) } : option));
}

/** Where a shopper at a desk goes on with another device in hand. */
const onPhones = new Set(["whatsapp", "instagram"]);

function optionFor(account: Account, code: string, shopDomain: string): ContinueOption[] {
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
