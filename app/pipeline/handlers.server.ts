import { instagramSender } from "#app/channels/instagram/send.server.ts";
import { whatsAppSender } from "#app/channels/whatsapp/send.server.ts";
import { templateTrouble } from "#app/channels/whatsapp/template-state.server.ts";
import { giftCardCode } from "#app/domain/gift-cards/issue.server.ts";
import { linkAccountEmail } from "#app/domain/identity/account-email.server.ts";
import { quoteEdit } from "#app/domain/orders/edit.ts";
import { eraseShopper } from "#app/domain/privacy/erase.server.ts";
import { makeExport } from "#app/domain/privacy/export.server.ts";
import { sweepShop } from "#app/domain/privacy/sweep.server.ts";
import { updateShop } from "#app/domain/shops/register.server.ts";
import { sendHeld } from "#app/domain/staff/held-reply.server.ts";
import { wake } from "#app/domain/staff/snooze.server.ts";
import { loadEmbedder, loadGemini } from "#app/integrations/gemini/load.server.ts";
import { costOf } from "#app/integrations/gemini/prices.ts";
import { smtpSender } from "#app/integrations/mail/smtp.server.ts";
import { readInstagramMedia, readWhatsAppMedia } from "#app/integrations/meta/media.server.ts";
import { changeAddress, readAddress } from "#app/integrations/shopify-admin/address.server.ts";
import { cancelOrder, isJobDone, isOwnCancellation, readCancelFacts } from "#app/integrations/shopify-admin/cancel.server.ts";
import { readCustomerProfile } from "#app/integrations/shopify-admin/customer-profile.server.ts";
import { accountEmail, readMerge } from "#app/integrations/shopify-admin/customers.server.ts";
import { readExchangeProduct, readOwed } from "#app/integrations/shopify-admin/exchange.server.ts";
import { adminClientFor, keepShopAccess } from "#app/integrations/shopify-admin/for-shop.server.ts";
import { findGiftCards, isCustomer, mayReadGiftCards } from "#app/integrations/shopify-admin/gift-cards.server.ts";
import { earlyNote, findOwnRefund, refundItems } from "#app/integrations/shopify-admin/keep.server.ts";
import { readContentChanges, readProductChanges, readProductFacts, readTexts } from "#app/integrations/shopify-admin/knowledge.server.ts";
import { attachDelivery, changeTracking, readReturnWay } from "#app/integrations/shopify-admin/labels.server.ts";
import { findOwnGiftCard, makeGiftCard } from "#app/integrations/shopify-admin/new-gift-card.server.ts";
import {
  calculateEdit,
  commitEdit,
  isOwnRefund,
  readEditFacts,
  readVariants,
  refund,
} from "#app/integrations/shopify-admin/order-edit.server.ts";
import { mailOrder } from "#app/integrations/shopify-admin/order-mail.server.ts";
import {
  findOrderByName,
  findOrdersByCustomer,
  findOrdersByEmail,
  findOrdersByPhone,
  getOrder,
  readChangedOrders,
} from "#app/integrations/shopify-admin/orders.server.ts";
import { findOwnReturn } from "#app/integrations/shopify-admin/own-return.ts";
import { readPastOrders } from "#app/integrations/shopify-admin/past-orders.server.ts";
import {
  approveReturn,
  cancelReturn,
  closeReturn,
  declineReturn,
  isOwnBooking,
  processReturn,
  readBookingMoney,
  readDesk,
  removeLine,
  reopenReturn,
} from "#app/integrations/shopify-admin/return-desk.server.ts";
import {
  calculateQuote,
  createReturn,
  getReturnable,
  type ReturnOutcome,
  readReturns,
  requestReturn,
} from "#app/integrations/shopify-admin/returns.server.ts";
import { isInstalled, readAccountAccess, readShopInfo } from "#app/integrations/shopify-admin/shop-info.server.ts";
import { VendorError } from "#app/integrations/shopify-admin/vendor-error.ts";
import { now } from "#app/platform/clock.ts";
import { database } from "#app/platform/db/database.server.ts";
import { env } from "#app/platform/env.ts";
import type { Handlers } from "#app/platform/jobs/runner.server.ts";
import { createLocalModel } from "./assistant/local/local-model.ts";
import type { Usage } from "./assistant/model.ts";
import { runTurn } from "./assistant/run-turn.server.ts";
import type { StoreReader, TurnServices } from "./assistant/services.ts";
import { suggestReply } from "./assistant/suggest.server.ts";
import { afterFailedTurn } from "./assistant/trouble.server.ts";
import { sayBegun } from "./delivery/begun.server.ts";
import { mailExport } from "./delivery/mail-export.server.ts";
import { planMessage } from "./delivery/plan.server.ts";
import { mailReceipt } from "./delivery/return-receipt.server.ts";
import { type Senders, sendDelivery, sendTyping, settleUnknown } from "./delivery/send.server.ts";
import { sendCode } from "./delivery/send-code.server.ts";
import { heldTemplateTrouble } from "./delivery/staff-templates.server.ts";
import type { EffectStore } from "./effects/kind.ts";
import { runEffect } from "./effects/run.server.ts";
import { intakeChannelEvent } from "./intake/channel-event.server.ts";
import { takeCustomerMerge } from "./intake/customer-merge.server.ts";
import { intakeStoreEvent } from "./intake/store-event.server.ts";
import { takeUninstalled } from "./intake/uninstalled.server.ts";
import { embeddingDue, embedKnowledge } from "./knowledge/embed.server.ts";
import { refreshKnowledge, refreshProduct, type TextStore } from "./knowledge/refresh.server.ts";
import { mailLabel } from "./labels/mail.server.ts";
import { obtainLabel } from "./labels/obtain.server.ts";
import { recordOwnNumber } from "./labels/own-number.server.ts";
import type { LabelStore } from "./labels/shared.server.ts";
import { cancelUnused, remindOfLabel } from "./labels/unused.server.ts";
import { observedEmbedder, observedMedia, observedModel, observedSender, observedSms, observedTemplate } from "./observed.server.ts";
import { alertStaff } from "./outwards/alert.server.ts";
import { fanOut } from "./outwards/fan-out.server.ts";
import { sendOutward } from "./outwards/send.server.ts";
import { tellWebhook } from "./outwards/wires.server.ts";
import { takeFromTicket, tellTicket, tellZendesk } from "./outwards/zendesk.server.ts";
import { describePhoto } from "./photos/describe.server.ts";
import { fetchPhoto, type MediaReaders } from "./photos/fetch.server.ts";
import { type PastStore, runTrial } from "./policy/trial.server.ts";
import { tellOfTrouble } from "./proactive/parcel-trouble.server.ts";
import { remindOfCase } from "./proactive/reminders.server.ts";
import { checkPromise } from "./promises/check.server.ts";
import { type ChangedStore, reconcileStore } from "./reconcile/store.server.ts";
import { caseIsDue } from "./routing/case-due.server.ts";
import { findPerson, givePeopleWhatWaits } from "./routing/find-person.server.ts";
import { checkWithdrawal } from "./withdrawals/check.server.ts";
import { sendReceipt } from "./withdrawals/receipt.server.ts";

/** Wires the vendors into the pipeline: the one place that knows both. */
export async function createHandlers(): Promise<Handlers> {
  const [gemini, vendorEmbedder] = [await loadGemini(), await loadEmbedder()];
  const embedder = vendorEmbedder && observedEmbedder(vendorEmbedder, priceNow);
  const services: TurnServices = {
    store: storeReader,
    local: observedModel(createLocalModel(), "local", () => 0),
    costOf: priceNow,
    gemini: gemini && observedModel(gemini, env.geminiModel, priceNow),
    embedder,
  };
  const mail = observedSender(smtpSender);
  const whatsapp = observedSender(whatsAppSender);
  const senders: Senders = { instagram: observedSender(instagramSender), whatsapp, email: mail };
  const media: MediaReaders = {
    whatsapp: observedMedia("whatsapp", readWhatsAppMedia),
    instagram: observedMedia("instagram", (address, _token, maxBytes) => readInstagramMedia(address, maxBytes)),
  };
  return {
    "intake.channel": ({ rawEventId }, { shopId }) => intakeChannelEvent(shopId, rawEventId),
    "intake.shopify": ({ rawEventId }, { shopId }) => intakeStoreEvent(shopId, rawEventId),
    turn: async ({ identityId, trigger }, job) => {
      try {
        return await runTurn(job.shopId, identityId, trigger, services);
      } catch (error) {
        return afterFailedTurn(error, { shopId: job.shopId, identityId, trigger, services }, job);
      }
    },
    "identity.send-code": async ({ codeId, claimed, way = "any" }, { shopId }) => {
      await sendCode(shopId, codeId, claimed, way, storeReader(await domainOf(shopId)), { email: mail, whatsapp, sms: observedSms });
      return [];
    },
    "identity.link-account": async ({ identityId }, { shopId }) => {
      const client = adminClientFor(await domainOf(shopId));
      await linkAccountEmail(shopId, identityId, (customerId) => accountEmail(client, customerId));
      return [];
    },
    "identity.join-merged": async (merge, { shopId }) => {
      const client = adminClientFor(await domainOf(shopId));
      await takeCustomerMerge(shopId, merge, (named) => readMerge(client, named));
      return [];
    },
    "shop.refresh": async (_payload, { shopId }) => {
      await updateShop(shopId, await readShopInfo(adminClientFor(await domainOf(shopId))));
      return [];
    },
    "shop.check-uninstalled": async ({ erase }, { shopId }) => {
      await takeUninstalled(shopId, erase, (domain) => isInstalled(adminClientFor(domain)));
      return [];
    },
    "photo.fetch": ({ photoId }, { shopId, lastAttempt }) => fetchPhoto(shopId, photoId, media, lastAttempt),
    "draft.suggest": ({ caseId }, { shopId, lastAttempt }) => suggestReply(shopId, caseId, services, lastAttempt),
    "photo.describe": ({ photoId }, { shopId, lastAttempt }) => describePhoto(shopId, photoId, services.gemini, lastAttempt),
    "staff.send": async ({ heldId }, { shopId }) => sendHeld(shopId, heldId, await heldTemplateTrouble(shopId, heldId)),
    "delivery.plan": ({ messageId }, { shopId }) => planMessage(shopId, messageId, askTemplate),
    "proactive.say": ({ begunId }, { shopId }) => sayBegun(shopId, begunId, { template: askTemplate, order: readOrder }),
    "proactive.parcels": ({ orderId }, { shopId }) => tellOfTrouble(shopId, orderId, readOrder),
    "proactive.remind": ({ caseId }, { shopId }) => remindOfCase(shopId, caseId),
    "promise.check": ({ obligationId }, { shopId }) => checkPromise(shopId, obligationId, readOrder),
    "routing.assign": ({ caseId }, { shopId }) =>
      findPerson(shopId, caseId, async (id, key) => readCustomerProfile(adminClientFor(await domainOf(id)), key)),
    "routing.queue": (_payload, { shopId }) => givePeopleWhatWaits(shopId),
    "case.due": ({ caseId }, { shopId }) => caseIsDue(shopId, caseId),
    "inbox.wake": ({ conversationId }, { shopId }) => wake(shopId, conversationId),
    "label.obtain": ({ caseId }, { shopId, lastAttempt }) => obtainLabel(shopId, caseId, labelStore, lastAttempt),
    "label.mail": ({ labelId }, { shopId, lastAttempt }) => mailLabel(shopId, labelId, labelStore, mail, lastAttempt),
    "label.own": ({ caseId }, { shopId, lastAttempt }) => recordOwnNumber(shopId, caseId, labelStore, lastAttempt),
    "label.remind": ({ labelId }, { shopId }) => remindOfLabel(shopId, labelId, labelStore),
    "label.cancel": ({ labelId }, { shopId, lastAttempt }) => cancelUnused(shopId, labelId, labelStore, lastAttempt),
    "delivery.send": ({ deliveryId }, context) => sendDelivery(context.shopId, deliveryId, senders, context),
    "delivery.settle": ({ deliveryId }, { shopId }) => settleUnknown(shopId, deliveryId),
    "delivery.typing": ({ identityId, lastMessageId }, { shopId }) => sendTyping(shopId, identityId, lastMessageId, senders),
    "outward.fan-out": ({ eventId }, { shopId }) => fanOut(shopId, eventId),
    "ticket.tell": ({ ticketId }, { shopId }) => tellTicket(shopId, ticketId),
    "ticket.read": ({ ticketId }, { shopId }) => takeFromTicket(shopId, ticketId),
    "outward.alert": ({ connectionId }, { shopId }) => alertStaff(shopId, connectionId, mail),
    "outward.send": ({ sendId }, { shopId }) => sendOutward(shopId, sendId, { webhook: tellWebhook, zendesk: tellZendesk }),
    "knowledge.refresh": async (position, { shopId, lastAttempt }) => [
      ...(await refreshKnowledge(shopId, position, textStore, lastAttempt)),
      ...(await embeddingDue(shopId, embedder)),
    ],
    "knowledge.embed": (_payload, { shopId }) => embedKnowledge(shopId, embedder),
    "knowledge.product": ({ productId }, { shopId }) => refreshProduct(shopId, productId, textStore),
    "privacy.export": ({ requestId }, { shopId }) => makeExport(shopId, requestId),
    "privacy.erase": ({ requestId }, { shopId }) => eraseShopper(shopId, requestId),
    "privacy.sweep": (_payload, { shopId, lastAttempt }) => sweepShop(shopId, lastAttempt),
    "privacy.mail-export": async ({ requestId }, { shopId }) => mailExport(shopId, requestId, mail),
    "withdrawal.receipt": ({ withdrawalId, number }, { shopId }) => sendReceipt(shopId, withdrawalId, number, mail),
    "withdrawal.check": async ({ withdrawalId }, { shopId }) =>
      checkWithdrawal(shopId, withdrawalId, storeReader(await domainOf(shopId)), mail),
    "effect.run": ({ effectId }, context) => runEffect(context.shopId, effectId, effectStore, context),
    "policy.trial": ({ trialId }, { shopId, lastAttempt }) => runTrial(shopId, trialId, pastStore, lastAttempt),
    "return.receipt": ({ effectId }, { shopId }) =>
      mailReceipt(shopId, effectId, (domain, orderId) => getOrder(adminClientFor(domain), orderId), mail),
    "reconcile.store": (position, { shopId, lastAttempt }) => reconcileStore(shopId, position, changedStore, lastAttempt),
  };
}

const askTemplate = observedTemplate(templateTrouble);
const readOrder = (domain: string, orderId: string) => getOrder(adminClientFor(domain), orderId);
const priceNow = (usage: Usage) => costOf(usage, now());

function storeReader(domain: string): StoreReader {
  const client = adminClientFor(domain);
  return {
    ordersByCustomer: (customerId) => findOrdersByCustomer(client, customerId),
    ordersByEmail: (email) => findOrdersByEmail(client, email),
    ordersByPhone: (phone) => findOrdersByPhone(client, phone),
    orderByName: (name) => findOrderByName(client, name),
    order: (id) => getOrder(client, id),
    returnable: (orderId) => getReturnable(client, orderId),
    product: (id, currencyCode) => readProductFacts(client, id, currencyCode),
    exchangeProduct: (id, currencyCode) => readExchangeProduct(client, id, currencyCode),
    owed: (orderId) => readOwed(client, orderId),
    customer: (key) => readCustomerProfile(client, key),
    giftCards: (owner) => findGiftCards(client, owner),
    mayReadGiftCards: () => mayReadGiftCards(client),
    isCustomer: (email) => isCustomer(client, email),
    accountAccess: () => readAccountAccess(client),
    quote: (request) => calculateQuote(client, request),
    cancelling: (orderId) => readCancelFacts(client, orderId),
    address: (orderId) => readAddress(client, orderId),
    contents: (orderId) => readEditFacts(client, orderId),
    variants: (productId) => readVariants(client, productId),
    edit: async (orderId, change) => quoteEdit(orderId, change, await calculateEdit(client, orderId, change)),
  };
}

function effectStore(domain: string): EffectStore {
  const client = adminClientFor(domain);
  const outcome = (result: ReturnOutcome) =>
    result.ok ? { ok: true as const } : { ok: false as const, error: result.userErrors.map((one) => one.code ?? "refused").join(",") };
  return {
    requestReturn: async (input, effectId) => outcome(await requestReturn(client, input, effectId)),
    createReturn: async (input, effectId) => outcome(await createReturn(client, input, effectId)),
    findOwnReturn: async (input, effectId, startedAt) =>
      findOwnReturn(await readReturns(client, input.orderId), input, effectId, startedAt),
    quote: (request) => calculateQuote(client, request),
    // The price is not looked at here: that is the quote's.
    exchangeProduct: (productId) => readExchangeProduct(client, productId, ""),
    refundKept: (input, effectId) => refundItems(client, input, "Kept by the shopper", effectId),
    refundBeforeReceipt: (input, effectId) => refundItems(client, input, earlyNote(input.returnId), effectId),
    findOwnRefund: (orderId, effectId) => findOwnRefund(client, orderId, effectId),
    cancelling: (orderId) => readCancelFacts(client, orderId),
    cancelOrder: (orderId, effectId) => cancelOrder(client, orderId, effectId),
    isOwnCancellation,
    isJobDone: (jobId) => isJobDone(client, jobId),
    addressOf: (orderId) => readAddress(client, orderId),
    changeAddress: (orderId, address) => changeAddress(client, orderId, address),
    contents: (orderId) => readEditFacts(client, orderId),
    calculateEdit: async (orderId, change) => quoteEdit(orderId, change, await calculateEdit(client, orderId, change)),
    commitEdit: (edit, effectId) => commitEdit(client, edit, effectId),
    refund: (orderId, amount, facts, effectId) => refund(client, orderId, amount, facts, effectId),
    desk: (returnId) => readDesk(client, returnId),
    bookingMoney: (returnId, lines, sent) => readBookingMoney(client, returnId, lines, sent),
    approveReturn: (returnId) => approveReturn(client, returnId),
    declineReturn: (input) => declineReturn(client, input),
    cancelReturn: (returnId) => cancelReturn(client, returnId),
    closeReturn: (returnId) => closeReturn(client, returnId),
    reopenReturn: (returnId) => reopenReturn(client, returnId),
    removeLine: (input) => removeLine(client, input),
    processReturn: (input, desk, suggested, effectId) => processReturn(client, input, desk, suggested, effectId),
    makeGiftCard: (input, effectId) => makeGiftCard(client, input, effectId, giftCardCode(effectId)),
    findOwnGiftCard: (effectId, startedAt) => findOwnGiftCard(client, effectId, startedAt),
    isOwnBooking,
    isOwnRefund,
    mailOrder: (orderId, mail, language) => mailOrder(client, orderId, mail, language),
    nothingHappened: (error) => error instanceof VendorError && error.outcome === "none",
  };
}

function labelStore(domain: string): LabelStore {
  const client = adminClientFor(domain);
  return {
    way: (returnId) => readReturnWay(client, returnId),
    attach: (reverseOrder, label) => attachDelivery(client, reverseOrder, label),
    changeTracking: (deliveryId, number) => changeTracking(client, deliveryId, number),
    cancel: (returnId) => cancelReturn(client, returnId),
  };
}

function changedStore(domain: string): ChangedStore {
  return {
    changedOrders: (since) => readChangedOrders(adminClientFor(domain), since),
    keepAccess: () => keepShopAccess(domain),
    isOutage: (error) => error instanceof VendorError,
  };
}

function pastStore(domain: string): PastStore {
  return { pastOrders: (since, cursor) => readPastOrders(adminClientFor(domain), since, cursor) };
}

function textStore(domain: string): TextStore {
  const client = adminClientFor(domain);
  return {
    policies: async () => (await readShopInfo(client)).policies,
    content: () => readContentChanges(client),
    products: (since) => readProductChanges(client, since),
    texts: (ids, shop) => readTexts(client, ids, shop),
    isOutage: (error) => error instanceof VendorError && (error.retryable || error.needsMerchant),
  };
}

async function domainOf(shopId: string): Promise<string> {
  return (await database().prisma.shop.findUniqueOrThrow({ where: { id: shopId } })).domain;
}
