import { database } from "#app/platform/db/database.server.ts";
import { remove, update, type Write } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";

export type ErasedCustomer = { customerId?: string; email?: string; phone?: string };

/**
 * Shopify asks to forget a customer. Everything that hangs on an identity of that person goes: words, cases, proofs,
 * codes, notes, and the raw events they came in. The object may lack fields, so any of the three finds it.
 */
export async function eraseCustomer(shopId: string, customer: ErasedCustomer): Promise<void> {
  const { prisma } = database();
  const addresses = [
    { kind: "shopify-customer", externalId: customer.customerId },
    { kind: "email", externalId: customer.email },
    { kind: "email", externalId: customer.email && `unverified:${customer.email}` },
    { kind: "phone", externalId: customer.phone },
  ].flatMap(({ kind, externalId }) => (externalId ? [{ kind, externalId }] : []));
  if (addresses.length === 0) return;
  const named = await prisma.identity.findMany({ where: { shopId, OR: addresses } });
  const conversationIds = [...new Set(named.map((identity) => identity.conversationId))];
  const identities = await prisma.identity.findMany({ where: { shopId, conversationId: { in: conversationIds } } });
  const ids = identities.map((identity) => identity.id);
  const messages = await prisma.message.findMany({
    where: { shopId, identityId: { in: ids } },
    select: { id: true, channel: true, account: true },
  });
  const cases = await prisma.case.findMany({ where: { shopId, identityId: { in: ids } }, select: { id: true } });
  const raw = await prisma.rawEvent.findMany({
    where: { shopId, OR: identities.map((identity) => ({ body: { contains: identity.externalId.replace(/^unverified:/, "") } })) },
    select: { id: true },
  });

  const writes: Write[] = [
    ...messages.flatMap(({ id }) => [remove("Delivery", { shopId, messageId: id }), remove("Message", { shopId, id })]),
    ...cases.flatMap(({ id }) => [remove("Effect", { shopId, caseId: id }), remove("Case", { shopId, id })]),
    ...ids.flatMap((id) => [
      remove("Evidence", { shopId, identityId: id }),
      remove("Evidence", { shopId, otherId: id }),
      remove("OneTimeCode", { shopId, identityId: id }),
      remove("SignedLink", { shopId, identityId: id }),
      remove("WidgetSession", { shopId, identityId: id }),
      remove("StaffNote", { shopId, identityId: id }),
      remove("Identity", { shopId, id }),
    ]),
    ...conversationIds.map((id) => remove("Conversation", { shopId, id })),
    ...raw.map(({ id }) => update("RawEvent", { shopId, id }, { body: "{}" })),
  ];
  fault("erase.customer.before-commit");
  await database().commit(writes);
  fault("erase.customer.after-commit");
}

const tablesOfShop = [
  "ChannelAccount",
  "Identity",
  "Evidence",
  "Conversation",
  "Message",
  "Case",
  "RawEvent",
  "Effect",
  "Delivery",
  "OneTimeCode",
  "SignedLink",
  "WidgetSession",
  "StaffNote",
  "Audit",
  "Job",
] as const;

/** 48 hours after the app was removed nothing of the shop may be left. */
export async function eraseShop(shopId: string): Promise<void> {
  fault("erase.shop.before-commit");
  await database().commit([...tablesOfShop.map((table) => remove(table, { shopId })), remove("Shop", { id: shopId })]);
  fault("erase.shop.after-commit");
}
