import { afterEach, beforeEach, expect, test } from "vitest";
import { readReplyToken, replyAddress } from "#app/channels/email/reply-token.ts";
import { newIdentity } from "#app/domain/identity/identity.server.ts";
import { checkCode, issueCode, requestCode } from "#app/domain/identity/one-time-code.server.ts";
import { newProveLink, readLink } from "#app/domain/identity/signed-link.server.ts";
import { renewEncryption } from "#app/domain/shops/renew-encryption.server.ts";
import { sessionStorage } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { operatorToken } from "#app/platform/backup/token.server.ts";
import { decrypt, encrypt, signingKey, signingKeys } from "#app/platform/crypto.server.ts";
import type { DatabaseHandle } from "#app/platform/db/database.server.ts";
import { insert } from "#app/platform/db/writes.ts";
import { env } from "#app/platform/env.ts";
import { storeSession } from "#tests/routes/admin.ts";
import { databaseWithShop } from "#tests/setup/database.ts";

const first = `first:${Buffer.alloc(32, 1).toString("base64")}`;
const second = `second:${Buffer.alloc(32, 2).toString("base64")}`;
const before = env.encryptionKeys;
let database: DatabaseHandle;

/** What a restart with another ENCRYPTION_KEYS does. */
async function restartWith(...keys: string[]): Promise<void> {
  env.encryptionKeys = keys;
  await renewEncryption();
}

beforeEach(async () => {
  database = await databaseWithShop();
  env.encryptionKeys = [first];
});
afterEach(async () => {
  env.encryptionKeys = before;
  await database.close();
});

async function connect(): Promise<void> {
  const account = {
    id: "wa",
    shopId: "shop",
    channel: "whatsapp",
    externalId: "200",
    label: "",
    config: {},
    paused: false,
    createdAt: new Date(),
  };
  await database.commit([insert("ChannelAccount", { ...account, credentials: encrypt(`{"accessToken":"wa-token"}`) })]);
  await storeSession("shop.myshopify.com");
}
const credentials = async () => (await database.prisma.channelAccount.findUniqueOrThrow({ where: { id: "wa" } })).credentials;
const shopifyToken = async () => (await database.prisma.session.findFirstOrThrow()).accessToken;

test("after a start with a new key in front everything lies under it, and the old key can go", async () => {
  await connect();
  expect([await credentials(), await shopifyToken()].map((text) => text.split(".")[0])).toEqual(["first", "first"]);
  await restartWith(second, first);
  expect([await credentials(), await shopifyToken()].map((text) => text.split(".")[0])).toEqual(["second", "second"]);
  await restartWith(second);
  expect(decrypt(await credentials())).toBe(`{"accessToken":"wa-token"}`);
  expect((await sessionStorage().loadSession("offline_shop.myshopify.com"))?.accessToken).toBe("sample-token");
});

test("a second start renews nothing; what has lost its key is left as it is", async () => {
  await connect();
  await restartWith(second);
  expect((await credentials()).split(".")[0]).toBe("first");
  await restartWith(second, first);
  const renewed = await credentials();
  await restartWith(second, first);
  expect(await credentials()).toBe(renewed);
});

test("a code that was mailed before the rotation proves after it, and a mail that is sent again says the same", async () => {
  const [visitor, mailbox] = [newIdentity("shop", "widget", "visitor"), newIdentity("shop", "email", "ada@example.com")];
  await database.commit([...visitor.writes, ...mailbox.writes]);
  const asked = await requestCode("shop", visitor.identity.id, "case", { email: "ada@example.com" });
  if (!asked.ok) throw new Error("No code.");
  await database.commit(asked.writes);
  const sent = await issueCode("shop", asked.codeId, mailbox.identity.id);
  await restartWith(second, first);
  expect((await issueCode("shop", asked.codeId, mailbox.identity.id))?.digits).toBe(sent?.digits);
  expect(await checkCode("shop", visitor.identity.id, ["case"], sent?.digits ?? "")).toBe("proven");
});

test("links and reply addresses in old mails stay valid, and new ones are signed with the new key", async () => {
  const { identity, writes } = newIdentity("shop", "email", "ada@example.com");
  const link = newProveLink("shop", identity.id, null);
  await database.commit([...writes, ...link.writes]);
  const old = replyAddress("care@shop.example", "conversation1", signingKey("reply-token"));
  await restartWith(second, first);
  expect(await readLink(link.token, "prove")).not.toBeNull();
  expect(readReplyToken(old, ...signingKeys("reply-token"))).toBe("conversation1");
  const fresh = replyAddress("care@shop.example", "conversation1", signingKey("reply-token"));
  await restartWith(second);
  expect(readReplyToken(fresh, ...signingKeys("reply-token"))).toBe("conversation1");
  expect(readReplyToken(old, ...signingKeys("reply-token"))).toBeNull();
});

test("the backup's token stays the same while a key is put in front of a running app", () => {
  const running = operatorToken();
  env.encryptionKeys = [second, first];
  expect(operatorToken()).toBe(running);
});
