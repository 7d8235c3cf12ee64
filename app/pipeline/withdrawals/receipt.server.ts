import type { ChannelSender } from "#app/channels/channel.ts";
import type { Statement } from "#app/domain/withdrawals/statement.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { receiptMail } from "./mail.ts";
import { readLanguage, sendMail } from "./send.server.ts";

/** Acknowledges one statement to the address that was given with it. */
export async function sendReceipt(shopId: string, withdrawalId: string, number: number, sender: ChannelSender): Promise<Write[]> {
  const { prisma } = database();
  const row = await prisma.withdrawal.findFirst({ where: { shopId, id: withdrawalId } });
  const statement = (row?.statements as Statement[] | undefined)?.[number - 1];
  // Erased meanwhile, or acknowledged by an earlier try that died behind it.
  if (!row?.contact || !statement || row.receipted >= number) return [];
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const language = readLanguage(row.language);
  const { reference, orderName, contact } = row;
  const mail = receiptMail({ language, shopName: shop.name, timeZone: shop.timeZone, reference, orderName, contact, statement });
  const sent = await sendMail(shop, contact, `withdrawal.${row.id}.${number}`, language, mail, sender);
  return sent ? [update("Withdrawal", { id: row.id, shopId }, { receipted: number })] : [];
}
