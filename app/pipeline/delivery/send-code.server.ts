import type { ChannelSender, SendOutcome } from "#app/channels/channel.ts";
import { type Language, languages } from "#app/channels/message.ts";
import { adapters } from "#app/channels/registry.ts";
import { codeTemplate } from "#app/channels/whatsapp/code-template.ts";
import { ensureIdentity } from "#app/domain/identity/identity.server.ts";
import { issueCode, ownNumbers } from "#app/domain/identity/one-time-code.server.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import { channelAccount } from "#app/domain/shops/channels.server.ts";
import type { SmsAccount } from "#app/integrations/twilio/sms.server.ts";
import { database } from "#app/platform/db/database.server.ts";
import { update } from "#app/platform/db/writes.ts";
import { fault } from "#app/platform/fault.ts";
import type { CodeClaim } from "#app/platform/jobs/tasks.ts";
import { log } from "#app/platform/log.ts";
import { type CodeReceiver, type CodeRoute, type CodeWay, codeReceiver } from "./code-routes.ts";
import { type CodeWords, codeMail, codeSms } from "./code-words.ts";

export type OrderFinder = {
  ordersByEmail(email: string): Promise<OrderFacts[]>;
  ordersByPhone(phone: string): Promise<OrderFacts[]>;
  orderByName(name: string): Promise<OrderFacts | null>;
  isCustomer(email: string): Promise<boolean>;
};
export type CodeSenders = {
  email: ChannelSender;
  whatsapp: ChannelSender;
  sms(account: SmsAccount, to: string, text: string): Promise<SendOutcome>;
};

/**
 * Finds the order behind a claim and sends a contact on it a code. Where there is none, nothing is sent and nobody is told. The
 * message is not kept, but a repeat is the same one: digits and Message-ID follow from the code's id.
 */
export async function sendCode(
  shopId: string,
  codeId: string,
  claimed: CodeClaim,
  way: CodeWay,
  orders: OrderFinder,
  senders: CodeSenders,
): Promise<void> {
  const { prisma } = database();
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  const code = await prisma.oneTimeCode.findFirst({ where: { id: codeId, shopId, usedAt: null } });
  const row = code?.caseId ? await prisma.case.findFirst({ where: { shopId, id: code.caseId } }) : null;
  // A gift card belongs to a customer, who may never have ordered, and whose mailbox alone can prove it.
  const ofGiftCard = row?.flow === "gift-card";
  const found = ofGiftCard ? await customersBehind(claimed, orders) : await ordersBehind(claimed, orders);
  if (!code || found.length === 0) return;
  const accounts = {
    email: await channelAccount(shopId, "email"),
    whatsapp: await channelAccount(shopId, "whatsapp"),
    sms: await channelAccount(shopId, "sms"),
  };
  const connected = {
    email: accounts.email !== null,
    whatsapp: Boolean(accounts.whatsapp?.config.codeTemplate) && !ofGiftCard,
    sms: accounts.sms !== null && !ofGiftCard,
  };
  const asked = { way, ownNumbers: await ownNumbers(shopId, code.identityId) };
  const receiver = found.flatMap((order) => codeReceiver(order, asked, connected) ?? [])[0];
  if (!receiver) {
    log.warn("code-not-sent", { shopId, reason: "no connected way to a contact of the order" });
    return;
  }
  const target = await ensureIdentity(shopId, receiver.kind, receiver.externalId);
  const issued = await issueCode(shopId, codeId, target.id);
  if (!issued) return;
  const requester = await prisma.identity.findFirstOrThrow({ where: { shopId, id: code.identityId } });
  const words: CodeWords = {
    language: languages.find((one): one is Language => one === requester.language) ?? "en",
    shopName: shop.name,
    channel: requester.kind,
    flow: row?.flow ?? "",
    orderName: claimed.orderName,
    code: issued.digits,
    minutes: issued.minutes,
  };
  await sendBy(shopId, receiver, (route) => deliver(route, receiver.externalId, codeId, words, accounts, senders));
}

/**
 * Tries the ways in order. One that can never work gives way to the next; with a vendor that is busy or silent the whole job is
 * done again: the digits are the same, so a code that comes twice is one code.
 */
async function sendBy(shopId: string, receiver: CodeReceiver, deliverBy: (route: CodeRoute) => Promise<SendOutcome | null>): Promise<void> {
  for (const route of receiver.routes) {
    fault("code.before-send");
    const outcome = await deliverBy(route);
    fault("code.after-send");
    if (outcome?.outcome === "accepted") return;
    if (!outcome) continue;
    const again = outcome.outcome === "unknown" || outcome.reason === "rate-limited" || outcome.reason === "unavailable";
    // Mail knows refusals for a while, and there is no other way to that mailbox.
    if (again || route === "email") throw new Error(`The code could not be sent by ${route}.`);
    log.warn("code-not-sent", { shopId, channel: route, code: outcome.code, reason: outcome.reason });
    const issue = issues[route][outcome.reason];
    if (issue) await database().commit([update("ChannelAccount", { shopId, channel: route }, { issue })]);
  }
}

/** What only the merchant can mend. A refused WhatsApp account shows with the replies it refuses. */
const issues: Record<"whatsapp" | "sms", Partial<Record<Extract<SendOutcome, { outcome: "failed" }>["reason"], string>>> = {
  whatsapp: { rejected: "WhatsApp refuses the template for codes. Check its name, its languages, and that it is approved." },
  sms: { account: "Twilio refuses to send: check the account SID, the auth token and the sender number." },
};

type Accounts = Record<CodeRoute, Awaited<ReturnType<typeof channelAccount>>>;

async function deliver(
  route: CodeRoute,
  to: string,
  codeId: string,
  words: CodeWords,
  accounts: Accounts,
  senders: CodeSenders,
): Promise<SendOutcome | null> {
  const account = accounts[route];
  if (!account) return null;
  if (route === "sms") return senders.sms(account, to, codeSms(words));
  if (route === "whatsapp") {
    const part = codeTemplate(account.config, words.language, words.code);
    return (
      part &&
      senders.whatsapp.send({ account, recipient: { kind: "phone", externalId: to }, part, deliveryId: codeId, author: "assistant" })
    );
  }
  const mail = codeMail(words);
  const [part] = adapters.email.render(mail.blocks, { language: words.language, shopName: words.shopName });
  if (!part) return null;
  const domain = account.externalId.split("@")[1] ?? "localhost";
  return senders.email.send({
    account,
    recipient: { kind: "email", externalId: to },
    part,
    deliveryId: codeId,
    author: "assistant",
    thread: { messageId: `<code.${codeId}@${domain}>`, references: [], subject: mail.subject },
  });
}

async function customersBehind(claimed: CodeClaim, finder: OrderFinder): Promise<Pick<OrderFacts, "email" | "phone">[]> {
  const orders = await ordersBehind(claimed, finder);
  if (orders.length > 0 || !claimed.email) return orders;
  return (await finder.isCustomer(claimed.email)) ? [{ email: claimed.email }] : [];
}

/** Orders that the claim leads to, the newest first. Who may read the code is decided by what stands on the order. */
async function ordersBehind(claimed: CodeClaim, orders: OrderFinder): Promise<OrderFacts[]> {
  if (claimed.email) return orders.ordersByEmail(claimed.email);
  if (claimed.phone) return orders.ordersByPhone(claimed.phone);
  const order = claimed.orderName ? await orders.orderByName(claimed.orderName) : null;
  return order ? [order] : [];
}
