import type { InboundItem, Sender } from "#app/channels/channel.ts";
import type { ChannelName } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import { errorFields, log } from "#app/platform/log.ts";
import { takeChange } from "./change.server.ts";
import { addressesChangedHands } from "./changed-hands.server.ts";
import { takeEcho } from "./echo.server.ts";
import { takeMessage } from "./message.server.ts";
import { takeStatus } from "./status.server.ts";

/**
 * Reads one stored raw event of a channel, item by item, each in a commit of its own. Running it again is harmless:
 * what was taken before is recognised by its external id. One item that fails does not hold up its neighbours.
 */
export async function intakeChannelEvent(shopId: string, rawEventId: string): Promise<Write[]> {
  const raw = await database().prisma.rawEvent.findFirst({ where: { id: rawEventId, shopId } });
  if (!raw || raw.processedAt) return [];
  const channel = raw.channel as ChannelName;
  const givenUp: Sender[] = [];
  let failure: unknown;
  for (const item of adapters[channel].parse(JSON.parse(raw.body))) {
    // A batch may carry several accounts; each was stored for its own.
    if (item.account !== raw.account) continue;
    if (item.kind === "identity-changed") givenUp.push(item.previous);
    try {
      await takeItem(shopId, channel, item);
      fault("intake.after-item");
    } catch (error) {
      log.warn("intake-item-failed", { shopId, channel, reason: item.kind, ...errorFields(error) });
      failure = error;
    }
  }
  const fallen = await addressesChangedHands(shopId, channel, givenUp);
  if (!failure) return [...fallen, update("RawEvent", { id: rawEventId }, { processedAt: now() })];
  await database().commit(fallen);
  throw failure;
}

function takeItem(shopId: string, channel: ChannelName, item: InboundItem): Promise<void> {
  switch (item.kind) {
    case "message":
      return takeMessage(shopId, channel, item);
    case "echo":
      return takeEcho(shopId, channel, item);
    case "status":
      return takeStatus(shopId, channel, item);
    case "edit":
    case "deletion":
      return takeChange(shopId, channel, item);
    case "identity-changed":
      return Promise.resolve();
    case "ignored":
      log.info("intake-item-ignored", { shopId, channel, reason: item.reason });
      return Promise.resolve();
  }
}
