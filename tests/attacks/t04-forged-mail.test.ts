import { afterEach, beforeEach, expect, test } from "vitest";
import { parseMail } from "#app/channels/email/parse-mail.server.ts";
import { ensureIdentity, findIdentity, standing } from "#app/domain/identity/identity.server.ts";
import { addEvidence, trustUntil } from "#app/domain/identity/join.server.ts";
import { levelFor } from "#app/domain/identity/standing.ts";
import { intakeChannelEvent } from "#app/pipeline/intake/channel-event.server.ts";
import { encrypt } from "#app/platform/crypto.server.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { mailbox, mailOf } from "#tests/channels/email/mail-factory.ts";
import { fromAda, pass, spoofs } from "#tests/channels/email/spoof-corpus.ts";
import { databaseWithShop } from "#tests/setup/database.ts";
import { record } from "./record.ts";

let database: DatabaseHandle;
const order = { email: "ada@example.com", phone: undefined, customerId: "gid://shopify/Customer/7", processedAt: new Date() };

beforeEach(async () => {
  database = await databaseWithShop();
  const account = {
    shopId: "shop",
    channel: "email",
    externalId: mailbox.address,
    label: "",
    credentials: encrypt("{}"),
    config: {},
    paused: false,
  };
  await database.commit([insert("ChannelAccount", { id: "mail", ...account, createdAt: new Date() })]);
});
afterEach(() => database.close());

let uid = 0;
/** A mail as the mailbox watcher takes it in, read by intake. Returns who is taken for its sender. */
async function arrives(raw: Buffer): Promise<string> {
  uid += 1;
  const mail = await parseMail(raw, mailbox);
  const row = {
    id: `mail-${uid}`,
    shopId: "shop",
    channel: "email",
    account: mailbox.address,
    externalId: `1:${uid}`,
    receivedAt: new Date(),
  };
  await database.commit([insert("RawEvent", { ...row, body: JSON.stringify({ mail, uid, uidValidity: "1" }) })]);
  await database.commit(await intakeChannelEvent("shop", row.id));
  const message = await database.prisma.message.findFirst({ orderBy: { seq: "desc" } });
  return message?.identityId ?? "";
}
async function levelOf(identityId: string) {
  const identity = await findIdentity("shop", identityId);
  return identity ? levelFor(await standing(identity), order, new Date()) : "anonymous";
}

test("no forged mail reaches what belongs to the sender it names, nor changes it", async () => {
  // Ada has written before and has proven her account: there is something to gain.
  const ada = await ensureIdentity("shop", "email", "ada@example.com");
  const account = await ensureIdentity("shop", "shopify-customer", "7");
  await addEvidence("shop", {
    identityId: ada.id,
    otherId: account.id,
    kind: "account-email",
    strength: "proof",
    by: "shopify",
    expiresAt: trustUntil(new Date()),
  });
  const conversation = (await findIdentity("shop", ada.id))?.conversationId;
  const edges = await database.prisma.evidence.count();
  let raised = 0;
  for (const { name, raw } of spoofs) {
    const sender = await arrives(raw);
    const level = await levelOf(sender);
    const joined = (await findIdentity("shop", sender))?.conversationId === conversation;
    if (level !== "anonymous" || joined) raised += 1;
    expect({ name, level, joined }).toEqual({ name, level: "anonymous", joined: false });
  }
  expect(await database.prisma.evidence.count()).toBe(edges);
  expect(await database.prisma.message.count({ where: { identityId: ada.id } })).toBe(0);
  expect(spoofs.length).toBeGreaterThanOrEqual(200);
  record("T4", spoofs.length, raised);
  // The real Ada is herself.
  expect(await levelOf(await arrives(mailOf([pass, fromAda])))).toBe("verified");
});
