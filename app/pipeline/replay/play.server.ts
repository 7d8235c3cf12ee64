import { channelNames, type MessageContent, plainText } from "#app/channels/message.ts";
import { ensureIdentity } from "#app/domain/identity/identity.server.ts";
import { runTurn } from "#app/pipeline/assistant/run-turn.server.ts";
import type { StoreReader, TurnServices } from "#app/pipeline/assistant/services.ts";
import { takeMessage } from "#app/pipeline/intake/message.server.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert, type Write } from "#app/platform/db/writes.ts";
import { newId } from "#app/platform/ids.ts";
import type { ReplayShop } from "./replay-shop.ts";
import type { PlayedTurn } from "./report.ts";
import type { PastConversation } from "./tickets.ts";

const account = "replay";

/** A shop of the past knows no orders: whoever asks for one is asked who they are, as a stranger would be. */
const emptyStore: StoreReader = {
  ordersByCustomer: async () => [],
  ordersByEmail: async () => [],
  ordersByPhone: async () => [],
  orderByName: async () => null,
  order: async () => null,
  returnable: async () => [],
  product: async () => null,
  exchangeProduct: async () => null,
  owed: async () => null,
  customer: async () => null,
  giftCards: async () => [],
  mayReadGiftCards: async () => true,
  isCustomer: async () => false,
  accountAccess: async () => ({ url: null, passwordless: true }),
  quote: async () => ({ error: "There is no store behind a replay." }),
  cancelling: async () => null,
  address: async () => null,
  contents: async () => null,
  variants: async () => [],
  edit: async () => ({ error: "not-in-a-replay" }),
};

/** Makes the throw-away shop in the database that is open. Returns its id. */
export async function makeReplayShop(settings: ReplayShop): Promise<string> {
  const [id, at] = [newId(), now()];
  const shop = { ...settings, id, domain: "replay.myshopify.com", brandColor: "#1f5f4b", assistantPaused: false, installedAt: at };
  const accounts = channelNames.map((channel) =>
    insert("ChannelAccount", {
      id: newId(),
      shopId: id,
      channel,
      externalId: account,
      label: settings.name,
      credentials: "",
      config: {},
      paused: false,
      createdAt: at,
    }),
  );
  await database().commit([insert("Shop", shop), ...accounts]);
  return id;
}

/** Plays what a shopper wrote, turn by turn, through intake and assistant. Jobs stay where they are put: nothing is sent. */
export async function playConversation(
  shopId: string,
  past: PastConversation,
  services: Omit<TurnServices, "store">,
): Promise<PlayedTurn[]> {
  const { channel, id: conversationId } = past;
  const address = `${newId()}${channel === "email" ? "@replay.example" : ""}`.toLowerCase();
  const played: PlayedTurn[] = [];
  for (const turn of past.turns) {
    const content = { text: turn.text, attachments: [] };
    const externalId = newId();
    await takeMessage(shopId, channel, {
      kind: "message",
      account,
      externalId,
      sender: { kind: channel, externalId: address },
      at: now(),
      content,
    });
    const identity = await ensureIdentity(shopId, channel, address);
    const writes = await runTurn(shopId, identity.id, { kind: "messages" }, { ...services, store: () => emptyStore });
    await database().commit(writes);
    const came = whatCame(writes);
    played.push({ conversationId, channel, turn, ...came });
    // A person has it now, and the assistant is silent.
    if (came.handedOver) break;
  }
  return played;
}

type Came = Pick<PlayedTurn, "intent" | "detail" | "decidedBy" | "answer" | "handedOver" | "microDollars">;

/** What a turn understood, said and did, read from what it wrote. */
function whatCame(writes: Write[]): Came {
  const written = (table: string) =>
    writes.flatMap((one) => ((one.kind === "insert" || one.kind === "update") && one.table === table ? [one] : []));
  const record = written("TurnRecord").map((one) => (one.kind === "insert" ? one.values : one.set))[0] as Partial<TurnRow> | undefined;
  const messages = written("Message").flatMap((one) => (one.kind === "insert" && one.values.author === "assistant" ? [one.values] : []));
  const cases = written("Case").map((one) => (one.kind === "insert" ? one.values : one.set));
  return {
    intent: record?.intent ?? null,
    detail: record?.detail ?? null,
    decidedBy: record?.decidedBy ?? "local",
    answer: messages.map((one) => plainText(one.content as MessageContent)).join("\n"),
    handedOver: cases.map((one) => one.escalation).find((reason) => typeof reason === "string") ?? null,
    microDollars: record?.microDollars ?? 0,
  };
}

type TurnRow = { intent: string | null; detail: string | null; decidedBy: string; microDollars: number | null };
