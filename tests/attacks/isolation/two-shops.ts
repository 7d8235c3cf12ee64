import { seal } from "#app/domain/privacy/requests.server.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { encrypt } from "#app/platform/crypto.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { storeSession } from "#tests/routes/admin.ts";
import { shopRow } from "#tests/setup/database.ts";
import { type Field, tenantTables } from "./schema.ts";

/** Two shops alike in every natural key: the same shopper, order and message ids. Only our own ids and the words differ. */
export const mine = { id: "mine", domain: "mine.myshopify.com" };
export const theirs = { id: "theirs", domain: "theirs.myshopify.com" };
/** Stands in every word of the other shop. */
export const canary = "Zanzibarbird";

export const shared = {
  email: "ada@example.com",
  phone: "+4915112345678",
  customer: "7001",
  orderId: "gid://shopify/Order/9001",
  messageId: "vendor-message-1",
  sentId: "vendor-sent-1",
};
/** Both shops were sent the same picture. */
export const theirFile = "ab".repeat(32);
export const theirFingerprint = "0123456789abcdef";
export const identityKinds = ["widget", "instagram", "whatsapp", "email", "phone", "shopify-customer"] as const;
const addresses: Record<(typeof identityKinds)[number], string> = {
  widget: "visitor-1",
  instagram: "ig-1",
  whatsapp: "DE.100",
  email: shared.email,
  phone: shared.phone,
  "shopify-customer": shared.customer,
};

/** The id of a shop's row: "theirs-case", "theirs-identity-email", … */
export const idOf = (shopId: string, table: string, which = ""): string => `${shopId}-${table}${which && `-${which}`}`.toLowerCase();

/** Which table an id column points into. */
const pointsTo: Record<string, string> = {
  otherId: "identity-email",
  targetId: "identity-email",
  identityId: "identity-whatsapp",
  homeConversationId: "conversation",
  noteId: "staffnote",
  memberId: "staffmember",
};

function valueFor(shopId: string, table: string, { name, type, optional }: Field, words: string): unknown {
  if (name === "id") return idOf(shopId, table);
  if (name === "shopId") return shopId;
  if (name === "orderId") return shared.orderId;
  if (name.endsWith("Id")) return idOf(shopId, pointsTo[name] ?? name.slice(0, -2));
  if (type === "DateTime" && optional && !/expires/i.test(name)) return null;
  if (type === "DateTime") return /expires/i.test(name) ? new Date(Date.now() + 3_600_000) : new Date();
  if (type === "Int" || type === "Float" || type === "BigInt") return 1;
  if (type === "Boolean") return false;
  if (type === "Json") return {};
  if (type === "Bytes") return Buffer.from(`${words} ${table} ${name}`);
  return `${words} ${table} ${name}`;
}

const refused = { takenBack: false, refusal: { because: "not-delivered" } };

/** What a plain value would not do for: states that are acted on, and natural keys that both shops share. */
function given(shopId: string, table: string): Record<string, unknown>[] {
  const id = (name: string, which = "") => idOf(shopId, name, which);
  const day = 86_400_000;
  switch (table) {
    case "ChannelAccount":
      return (["widget", "instagram", "whatsapp", "email"] as const).map((channel) => ({
        id: id("account", channel),
        channel,
        externalId: channel === "email" ? `care@${shopId}.example` : `${shopId}-${channel}`,
        credentials: encrypt(JSON.stringify({ accessToken: shopId })),
        config: { smtpHost: "127.0.0.1", smtpPort: "1", displayPhone: "+4930901820", username: shopId },
        position: null,
      }));
    case "Identity":
      return identityKinds.map((kind) => ({
        id: id("identity", kind),
        kind,
        externalId: addresses[kind],
        lastInboundAt: new Date(),
        conversationId: id("conversation"),
        language: "en",
        introducedAt: null,
      }));
    case "Evidence":
      return [
        { strength: "proof", kind: "one-time-code", withdrawnBy: null },
        {
          id: id("evidence", "vouch"),
          strength: "vouch",
          kind: "channel-vouches",
          otherId: id("identity", "phone"),
          withdrawnBy: null,
        },
        { id: id("evidence", "typed"), strength: "claim", kind: "typed", withdrawnBy: null },
        {
          id: id("evidence", "account"),
          strength: "proof",
          kind: "account-email",
          identityId: id("identity", "shopify-customer"),
          withdrawnBy: null,
        },
      ];
    case "Message":
      return (["shopper", "assistant"] as const).map((author) => ({
        id: id("message", author),
        author,
        channel: "whatsapp",
        account: `${shopId}-whatsapp`,
        externalId: author === "shopper" ? shared.messageId : shared.sentId,
        content: author === "shopper" ? { text: wordsOf(shopId), attachments: [] } : { blocks: [{ kind: "text", text: wordsOf(shopId) }] },
        answeredBy: null,
        deletedAt: null,
        thread: null,
        caseId: id("case"),
      }));
    case "Conversation":
      return [{ lastChannel: "whatsapp", lastAuthor: "shopper", unread: true }];
    case "Case":
      return [
        {
          flow: "return",
          status: "open",
          owner: "assistant",
          assignee: null,
          escalation: null,
          verification: null,
          closedAt: null,
          identityId: id("identity", "whatsapp"),
        },
      ];
    case "HeldReply":
      return [{ state: "held", channel: "whatsapp", account: `${shopId}-whatsapp`, identityId: id("identity", "whatsapp") }];
    case "StaffFile":
      return [{ messageId: null, identityId: id("identity", "whatsapp"), file: theirFile, kind: "jpeg" }];
    case "Photo":
      return [{ state: "kept", messageId: id("message", "shopper"), file: theirFile, fingerprint: theirFingerprint, seenBefore: [] }];
    case "RawEvent":
      return [
        {
          channel: "shopify",
          account: `${shopId}.myshopify.com`,
          topic: "orders/updated",
          externalId: `event-${shopId}`,
          body: JSON.stringify({ admin_graphql_api_id: shared.orderId }),
          processedAt: null,
        },
      ];
    case "PolicyTrial":
      return [{ draft: defaultReturnPolicy, present: defaultReturnPolicy, state: "running", counts: { refused: 1 } }];
    case "PolicyTrialLine":
      return [{ kind: "refused", trialId: id("policytrial"), before: refused, after: refused }];
    case "PolicyVersion":
      return [{ policy: defaultReturnPolicy, changes: [wordsOf(shopId)] }];
    case "Effect":
      return [{ kind: "request-return", state: "planned", startedAt: null, input: { orderId: shared.orderId, lines: [] } }];
    case "Delivery":
      return (["planned", "unknown"] as const).map((state) => ({
        id: id("delivery", state),
        messageId: id("message", "assistant"),
        channel: "whatsapp",
        account: `${shopId}-whatsapp`,
        part: state === "planned" ? 1 : 0,
        state,
        status: null,
        externalId: state === "unknown" ? shared.sentId : null,
        body: {},
        updatedAt: new Date(Date.now() - day),
      }));
    case "Begun":
      return [{ state: "planned", ifUnreachable: "staff", blocks: [{ kind: "text", text: wordsOf(shopId) }], reason: null }];
    case "Obligation":
      return [
        {
          about: "refund",
          by: "staff",
          state: "open",
          wholeDay: true,
          identityId: id("identity", "whatsapp"),
          orderId: shared.orderId,
          dueAt: new Date(Date.now() + day),
          noticedAt: null,
          settledAt: null,
        },
      ];
    case "Job":
      return [
        {
          id: jobIds[shopId as keyof typeof jobIds],
          state: "dead",
          task: "turn",
          lane: "think",
          payload: { identityId: id("identity", "whatsapp") },
          key: null,
          queue: null,
        },
      ];
    case "KnowledgeVector":
      return [{ seq: shopId === mine.id ? 1 : 2 }];
    case "OneTimeCode":
      return [{ targetId: null, triesLeft: 5 }];
    case "PrivacyRequest":
      return [{ kind: "export", source: "shopper", state: "open", sealed: seal({ identityIds: [id("identity", "whatsapp")] }) }];
    case "SignedLink":
      return [{ purpose: "continue", hash: `hash-${shopId}`, otherId: null }];
    case "WidgetSession":
      return [{ hash: `session-${shopId}`, identityId: id("identity", "widget"), customerId: null }];
    default:
      return [{}];
  }
}
export const jobIds = { mine: 101, theirs: 202 };

const wordsOf = (shopId: string): string => (shopId === theirs.id ? `${canary} parcel` : "my parcel");

/** Fills every table for both shops. */
export async function fillTwoShops(): Promise<void> {
  for (const { id, domain } of [mine, theirs]) {
    await storeSession(domain);
    await database().commit([insert("Shop", { ...shopRow(id), domain, name: id === theirs.id ? canary : "Mine" })]);
    for (const { table, fields } of tenantTables()) {
      for (const special of given(id, table)) {
        const plain = fields.filter((field) => !(field.automatic && field.name !== "lane"));
        const row = Object.fromEntries(plain.map((field) => [field.name, valueFor(id, table, field, wordsOf(id))]));
        await database().commit([insert(table, { ...row, ...special } as never)]);
      }
    }
  }
}

/** Everything that is stored of a shop, as text: equal before and after means that nothing of it was touched. */
export async function everythingOf(shopId: string): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  await database().exclusively((prepare) => {
    for (const { table } of tenantTables())
      rows[table] = prepare(`SELECT * FROM "${table}" WHERE "shopId" = ? ORDER BY 1`)
        .all(shopId)
        .map((row) => JSON.stringify(row));
    rows.Shop = prepare(`SELECT * FROM "Shop" WHERE id = ?`)
      .all(shopId)
      .map((row) => JSON.stringify(row));
    rows.Session = prepare(`SELECT id FROM "Session" WHERE shop = ?`)
      .all(`${shopId}.myshopify.com`)
      .map((row) => JSON.stringify(row));
  });
  return rows;
}

/** What of a shop's rows is not as it was, as text. */
export function changedRows(before: Record<string, string[]>, after: Record<string, string[]>): string[] {
  const all = (rows: Record<string, string[]>) => Object.entries(rows).flatMap(([table, lines]) => lines.map((line) => `${table} ${line}`));
  const [was, is] = [all(before), all(after)];
  return [
    ...was.filter((line) => !is.includes(line)).map((line) => `gone: ${line}`),
    ...is.filter((line) => !was.includes(line)).map((line) => `new: ${line}`),
  ];
}
