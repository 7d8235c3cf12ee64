import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureIdentity, findIdentityByAddress, standing } from "#app/domain/identity/identity.server.ts";
import { addEvidence, trustUntil } from "#app/domain/identity/join.server.ts";
import { bestLevel } from "#app/domain/identity/standing.ts";
import { signBody } from "#app/integrations/meta/signature.ts";
import { testEnvironment } from "#tests/setup/environment.ts";
import { House } from "#tests/vendor-faults/house.ts";
import { createShopper } from "#tests/vendor-faults/people.ts";
import { record } from "./record.ts";

let house: House;
beforeEach(async () => {
  house = await House.open();
});
afterEach(() => house.close());

async function levelOf(kind: "whatsapp" | "instagram", externalId: string) {
  const identity = await findIdentityByAddress(await house.shopId(), kind, externalId);
  return identity ? bestLevel(await standing(identity)) : "anonymous";
}

/** A shopper who has written and has proven the mailbox on the order. */
async function proven(kind: "whatsapp" | "instagram", userId: string, number?: string) {
  const { email } = createShopper(house);
  const phone = house.phone(kind, userId, number);
  await phone.sendText("hello");
  await house.rest();
  const shopId = await house.shopId();
  const identity = await findIdentityByAddress(shopId, kind, userId);
  const mailbox = await ensureIdentity(shopId, "email", email);
  if (!identity) throw new Error("nobody wrote");
  await addEvidence(shopId, {
    identityId: identity.id,
    otherId: mailbox.id,
    kind: "one-time-code",
    strength: "proof",
    by: "shopper",
    expiresAt: trustUntil(new Date()),
  });
  const account = await ensureIdentity(shopId, "shopify-customer", `${Date.now()}`);
  await addEvidence(shopId, { identityId: mailbox.id, otherId: account.id, kind: "account-email", strength: "proof", by: "shopify" });
  expect(await levelOf(kind, userId)).toBe("verified");
  return { phone, mailbox };
}

test("a changed WhatsApp number loses what the old one has proven, and the new one begins with nothing", async () => {
  const { phone, mailbox } = await proven("whatsapp", "DE.500", "+4915112340500");
  await phone.changeNumber("+4915112349999", "DE.501");
  await house.rest();
  expect(await levelOf("whatsapp", "DE.500")).toBe("anonymous");
  await phone.sendText("where is my order?");
  await house.rest();
  const now = await findIdentityByAddress(await house.shopId(), "whatsapp", "DE.501");
  expect(now && (await standing(now)).verified).toEqual([]);
  const fresh = await house.database.prisma.identity.findUniqueOrThrow({ where: { id: mailbox.id } });
  expect(now?.conversationId).not.toBe(fresh.conversationId);
  record("T6", 2, 0);
});

test("somebody else who gets the number is a stranger", async () => {
  await proven("whatsapp", "DE.600", "+4915112340600");
  const stranger = house.phone("whatsapp", "DE.601", "+4915112340600");
  await stranger.sendText("what did we talk about, and where is my order?");
  await house.rest();
  const [one, other] = await Promise.all(
    ["DE.600", "DE.601"].map(async (id) => findIdentityByAddress(await house.shopId(), "whatsapp", id)),
  );
  expect(other?.conversationId).not.toBe(one?.conversationId);
  expect(other && (await standing(other)).verified).toEqual([]);
  record("T6", 1, 0);
});

test("a changed business-scoped id drops the proof of the old one", async () => {
  await proven("whatsapp", "DE.700", "+4915112340700");
  const message = {
    id: `wamid.${randomUUID()}`,
    from: "4915112340700",
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: "system",
    system: { type: "user_changed_user_id", previous_user_id: "DE.700", body: "changed" },
  };
  const value = {
    messaging_product: "whatsapp",
    metadata: { phone_number_id: "200000000000002", display_phone_number: "1" },
    messages: [message],
  };
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "100000000000001", changes: [{ field: "messages", value }] }],
  });
  const headers = { "x-hub-signature-256": signBody(body, testEnvironment.META_APP_SECRET ?? "") };
  expect((await fetch(`${house.url}/webhooks/whatsapp`, { method: "POST", body, headers })).status).toBe(200);
  await house.rest();
  expect(await levelOf("whatsapp", "DE.700")).toBe("anonymous");
  record("T6", 1, 0);
});

test("an Instagram name that was sold brings nothing to its new owner", async () => {
  await proven("instagram", "ig-old");
  // The same name, shown by another account.
  const buyer = house.phone("instagram", "ig-new");
  await buyer.sendText("hi again, where is my order?");
  await house.rest();
  expect(await levelOf("instagram", "ig-new")).toBe("anonymous");
  const [old, fresh] = await Promise.all(
    ["ig-old", "ig-new"].map(async (id) => findIdentityByAddress(await house.shopId(), "instagram", id)),
  );
  expect(fresh?.conversationId).not.toBe(old?.conversationId);
  record("T6", 1, 0);
});
