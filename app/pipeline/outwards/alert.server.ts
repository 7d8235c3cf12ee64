import type { ChannelSender } from "#app/channels/channel.ts";
import { type Connection, findConnection } from "#app/domain/connections/connections.server.ts";
import { alertSoon } from "#app/domain/connections/sends.server.ts";
import { channelAccount } from "#app/domain/shops/channels.server.ts";
import { postToSlack, slackText } from "#app/integrations/slack/send.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { notify, update, type Write } from "#app/platform/db/writes.ts";
import { type Alert, alertOf } from "./alert-words.ts";
import { nextPause, type SendResult, standing, tried } from "./send.server.ts";

/** Of a flood only the newest so many are looked at in one alert. */
const mostAtOnce = 200;

/** Sends everything that waits for one connection of staff as one alert. */
export async function alertStaff(shopId: string, connectionId: string, mail: ChannelSender): Promise<Write[]> {
  const { prisma } = database();
  const waiting = await prisma.outwardSend.findMany({
    where: { shopId, connectionId, state: "waiting" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: mostAtOnce,
  });
  const connection = await findConnection(shopId, connectionId);
  const shop = await prisma.shop.findFirst({ where: { id: shopId, uninstalledAt: null } });
  if (waiting.length === 0) return [];
  if (!connection?.active || !shop)
    return waiting.map(({ id }) => update("OutwardSend", { id, shopId }, { state: "failed", error: "switched-off" }));
  const events = await prisma.outwardEvent.findMany({ where: { shopId, id: { in: waiting.map((one) => one.eventId) } } });
  const inOrder = waiting.flatMap(({ eventId }) => events.find((event) => event.id === eventId) ?? []);
  const alert = alertOf(inOrder, shop.name);
  const result =
    connection.kind === "slack" ? await bySlack(connection, alert) : await byMail(connection, alert, waiting[0]?.id ?? "", mail);
  const rows = waiting.map((send) => tried(send, result));
  const after = [...standing(connection, result), notify({ topic: "connection", shopId })];
  if (result.outcome === "accepted") return [...rows, update("Connection", { id: connectionId, shopId }, { alertedAt: now() }), ...after];
  const pauses = result.outcome === "failed" ? waiting.flatMap((send) => nextPause(send, result) ?? []) : [];
  const again = pauses.length > 0 ? [alertSoon(shopId, connectionId, new Date(now().getTime() + Math.min(...pauses)))] : [];
  return [...rows, ...again, ...after];
}

async function bySlack({ credentials }: Connection, alert: Alert): Promise<SendResult> {
  const lines = alert.lines.map(({ words, url }) => `• ${slackText(words)}${url ? ` <${url}|Open the conversation>` : ""}`);
  const more = alert.more > 0 ? [`and ${alert.more} more`] : [];
  const result = await postToSlack(credentials.url ?? "", [`*${slackText(alert.subject)}*`, ...lines, ...more].join("\n"));
  return result.outcome === "gone"
    ? { ...result, issue: "Slack no longer knows this webhook. It was switched off; make a new one in Slack." }
    : result;
}

/**
 * By the shop's own mailbox, to the addresses that staff typed in, marked as sent by a machine so that no machine answers. Answers
 * of people go to the first of these addresses and not into the inbox, where they would look like a shopper's.
 */
async function byMail({ shopId, config }: Connection, alert: Alert, sendId: string, mail: ChannelSender): Promise<SendResult> {
  const account = await channelAccount(shopId, "email");
  if (!account) return { outcome: "failed", code: "no-mailbox" };
  const addresses = (config.addresses ?? "").split(/[\s,;]+/).filter((one) => one !== "" && one !== account.externalId.toLowerCase());
  const text = [
    ...alert.lines.map(({ words, url }) => [words, url].filter(Boolean).join("\n")),
    ...(alert.more > 0 ? [`and ${alert.more} more`] : []),
    "Answer in the inbox, not to this mail.",
  ].join("\n\n");
  for (const [n, address] of addresses.entries()) {
    const outcome = await mail.send({
      account,
      recipient: { kind: "email", externalId: address },
      part: { body: { text }, text },
      deliveryId: sendId,
      author: "assistant",
      thread: {
        messageId: `<alert.${sendId}.${n}@${account.externalId.split("@")[1] ?? "localhost"}>`,
        references: [],
        subject: alert.subject,
        replyTo: addresses[0],
      },
    });
    // A repeat to those before carries the same Message-ID.
    if (outcome.outcome !== "accepted") return { outcome: "failed", code: outcome.code };
  }
  return { outcome: "accepted" };
}
