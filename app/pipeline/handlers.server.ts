import { instagramSender } from "#app/channels/instagram/send.server.ts";
import { whatsAppSender } from "#app/channels/whatsapp/send.server.ts";
import { linkAccountEmail } from "#app/domain/identity/account-email.server.ts";
import { createGeminiModel } from "#app/integrations/gemini/gemini-model.server.ts";
import { costOf } from "#app/integrations/gemini/prices.ts";
import { smtpSender } from "#app/integrations/mail/smtp.server.ts";
import { accountEmail } from "#app/integrations/shopify-admin/customers.server.ts";
import { adminClientFor } from "#app/integrations/shopify-admin/for-shop.server.ts";
import {
  findOrderByName,
  findOrdersByCustomer,
  findOrdersByEmail,
  findOrdersByPhone,
} from "#app/integrations/shopify-admin/orders.server.ts";
import { findOwnReturn } from "#app/integrations/shopify-admin/own-return.ts";
import {
  calculateQuote,
  createReturn,
  getReturnable,
  type ReturnOutcome,
  readReturns,
  requestReturn,
} from "#app/integrations/shopify-admin/returns.server.ts";
import { VendorError } from "#app/integrations/shopify-admin/vendor-error.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";
import type { Handlers } from "#app/platform/jobs/runner.server.ts";
import { createLocalModel } from "./assistant/local/local-model.ts";
import { runTurn } from "./assistant/run-turn.server.ts";
import type { StoreReader, TurnServices } from "./assistant/services.ts";
import { tellTrouble } from "./assistant/trouble.server.ts";
import { planMessage } from "./delivery/plan.server.ts";
import { type Senders, sendDelivery, sendTyping, settleUnknown } from "./delivery/send.server.ts";
import { sendCode } from "./delivery/send-code.server.ts";
import { type EffectOutcome, type EffectStore, runEffect } from "./effects/run.server.ts";
import { intakeChannelEvent } from "./intake/channel-event.server.ts";
import { intakeStoreEvent } from "./intake/store-event.server.ts";

/** After this many failed tries the shopper hears that a person takes over, instead of waiting for more of them. */
const triesBeforeTrouble = 3;

/** Wires the vendors into the pipeline: the one place that knows both. */
export function createHandlers(): Handlers {
  const services: TurnServices = {
    store: storeReader,
    local: createLocalModel(),
    costOf: (usage) => costOf(usage, now()),
    gemini: env.geminiApiKey ? createGeminiModel({ apiKey: env.geminiApiKey, model: env.geminiModel }) : null,
  };
  const senders: Senders = { instagram: instagramSender, whatsapp: whatsAppSender, email: smtpSender };
  return {
    "intake.channel": ({ rawEventId }, { shopId }) => intakeChannelEvent(shopId, rawEventId),
    "intake.shopify": ({ rawEventId }, { shopId }) => intakeStoreEvent(shopId, rawEventId),
    turn: async ({ identityId, trigger }, { shopId, attempt }) => {
      try {
        return await runTurn(shopId, identityId, trigger, services);
      } catch (error) {
        if (!(error instanceof VendorError) || attempt < triesBeforeTrouble || trigger.kind !== "messages") throw error;
        return tellTrouble(shopId, identityId, services);
      }
    },
    "identity.send-code": async ({ codeId, claimed }, { shopId }) => {
      await sendCode(shopId, codeId, claimed, storeReader(await domainOf(shopId)), smtpSender);
      return [];
    },
    "identity.link-account": async ({ identityId }, { shopId }) => {
      const client = adminClientFor(await domainOf(shopId));
      await linkAccountEmail(shopId, identityId, (customerId) => accountEmail(client, customerId));
      return [];
    },
    "delivery.plan": ({ messageId }, { shopId }) => planMessage(shopId, messageId),
    "delivery.send": ({ deliveryId }, context) => sendDelivery(context.shopId, deliveryId, senders, context),
    "delivery.settle": ({ deliveryId }, { shopId }) => settleUnknown(shopId, deliveryId),
    "delivery.typing": ({ identityId, lastMessageId }, { shopId }) => sendTyping(shopId, identityId, lastMessageId, senders),
    "effect.run": ({ effectId }, context) => runEffect(context.shopId, effectId, effectStore, context),
  };
}

function storeReader(domain: string): StoreReader {
  const client = adminClientFor(domain);
  return {
    ordersByCustomer: (customerId) => findOrdersByCustomer(client, customerId),
    ordersByEmail: (email) => findOrdersByEmail(client, email),
    ordersByPhone: (phone) => findOrdersByPhone(client, phone),
    orderByName: (name) => findOrderByName(client, name),
    returnable: (orderId) => getReturnable(client, orderId),
    quote: (request) => calculateQuote(client, request),
  };
}

function effectStore(domain: string): EffectStore {
  const client = adminClientFor(domain);
  const outcome = (result: ReturnOutcome): EffectOutcome =>
    result.ok ? { ok: true, ...result.return } : { ok: false, error: result.userErrors.map((one) => one.code ?? "refused").join(",") };
  return {
    requestReturn: async (input, effectId) => outcome(await requestReturn(client, input, effectId)),
    createReturn: async (input, effectId) => outcome(await createReturn(client, input, effectId)),
    findOwnReturn: async (input, effectId, startedAt) =>
      findOwnReturn(await readReturns(client, input.orderId), input, effectId, startedAt),
    nothingHappened: (error) => error instanceof VendorError && error.outcome === "none",
  };
}

async function domainOf(shopId: string): Promise<string> {
  return (await database().prisma.shop.findUniqueOrThrow({ where: { id: shopId } })).domain;
}
