import { WidgetDevice } from "../scenarios/widget-device.ts";
import type { Life } from "./life.ts";
import type { Play, Voice } from "./play.ts";

/**
 * What is wrong after a play. "ambiguous": the one exception of I3, an Instagram reply whose outcome nobody can know; it was
 * sent at most once and staff see that it waits. "wrong": something was said that the journey does not expect.
 */
export type Finding = { kind: "lost" | "doubled" | "ambiguous" | "wrong" | "stuck"; what: string };

/** Holds what the vendors accepted and what the devices show against what the journey must produce (I1–I4, I6). */
export async function check(play: Play): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const voice of play.voices) findings.push(...(await checkVoice(play, voice)));
  for (const [order, wanted] of play.returns) findings.push(...checkReturns(play, order, wanted));
  for (const order of play.returns.keys()) {
    findings.push(...checkCancelled(play, order, play.cancelled.has(order) ? 1 : 0), ...checkMoved(play, order, play.moved.get(order)));
    for (const operation of otherChanges) findings.push(...checkChanges(play, operation, order));
  }
  for (const [order, amount] of play.kept) findings.push(...checkKept(play, order, amount));
  const dead = (await play.life.waiting())?.dead ?? [];
  if (dead.length > 0) findings.push({ kind: "stuck", what: `given up: ${dead.join(", ")}` });
  return findings;
}

async function checkVoice(play: Play, voice: Voice): Promise<Finding[]> {
  const { device } = voice;
  if (device instanceof WidgetDevice) return checkWidget(device, voice);
  const accepted = play.accepted(voice);
  const ids = new Set(accepted.map((entry) => String(entry.detail.messageId ?? entry.detail.id)));
  const got = ids.size;
  const wanted = voice.heard + voice.codes + voice.missed;
  // Where the journey broke off at another voice, the next message to this one may be here already.
  const underWay = voice.missed === 0 && play.voices.some((other) => other.missed > 0) ? 1 : 0;
  if (got > wanted + underWay) return [{ kind: "doubled", what: `${device.channel} accepted ${got} messages where ${wanted} were due` }];
  if (got >= wanted) return [];
  const missing = { what: `${device.channel} accepted ${got} of ${wanted} messages` };
  const excused = device.channel === "instagram" && wanted - got === 1 && (await isFlagged(play, voice.address));
  return [{ kind: excused ? "ambiguous" : "lost", ...missing }];
}

/** The widget's whole thread as a browser that comes back gets it. */
async function checkWidget(device: WidgetDevice, voice: Voice): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { messages } = await device.open();
  const here = messages.filter((message) => message.channel === "widget");
  const answers = here.filter((message) => message.author !== "shopper").length;
  const wanted = voice.heard + voice.missed;
  if (answers > wanted) findings.push({ kind: "doubled", what: `the widget shows ${answers} messages where ${wanted} were due` });
  if (answers < wanted) findings.push({ kind: "lost", what: `the widget shows ${answers} of ${wanted} messages` });
  const own = here.filter((message) => message.author === "shopper").length;
  const said = voice.said.length;
  if (own !== said) findings.push({ kind: own > said ? "doubled" : "lost", what: `the widget shows ${own} of ${said} own messages` });
  return findings;
}

function checkReturns(play: Play, orderName: string, wanted: number): Finding[] {
  const { shopify, history } = play.world;
  const order = shopify.store.orderByName(orderName);
  const asked = history
    .of("shopify")
    .filter((entry) => /^return(Request|Create)$/.test(entry.operation) && entry.detail.orderName === orderName);
  const made = Math.max(order.returns.length, asked.length);
  if (made > wanted) return [{ kind: "doubled", what: `${made} returns of ${orderName} where ${wanted} were wanted` }];
  return made < wanted ? [{ kind: "lost", what: `${made} of ${wanted} returns of ${orderName}` }] : [];
}

/** The very sum that was said yes to, in one payment. */
function checkKept(play: Play, orderName: string, amount: string): Finding[] {
  const order = play.world.shopify.store.orderByName(orderName);
  const paid = order.transactions.filter((one) => one.kind === "REFUND").map((one) => (one.amount / 100).toFixed(2));
  if (paid.length > 1) return [{ kind: "doubled", what: `${orderName} was paid back ${paid.join(" and ")}` }];
  return paid[0] === amount ? [] : [{ kind: "lost", what: `${orderName} was paid back ${paid[0] ?? "nothing"} instead of ${amount}` }];
}

/** A cancellation counts by what Shopify has accepted, and its money by the refunds that stand on the order. */
function checkCancelled(play: Play, orderName: string, wanted: number): Finding[] {
  const { shopify, history } = play.world;
  const order = shopify.store.orderByName(orderName);
  const asked = history.of("shopify", "orderCancel").filter((entry) => entry.detail.orderName === orderName);
  const made = Math.max(order.cancelled ? 1 : 0, asked.length, wanted > 0 ? order.refunds.length : 0);
  if (made > wanted) return [{ kind: "doubled", what: `${orderName} was cancelled ${made} times where ${wanted} were wanted` }];
  const done = order.cancelled && order.refunds.length === wanted;
  return wanted > 0 && !done ? [{ kind: "lost", what: `${orderName} was not cancelled with its money back` }] : [];
}

/** The same address sent twice is one change too many, though nobody would notice. */
function checkMoved(play: Play, orderName: string, street: string | undefined): Finding[] {
  const { shopify, history } = play.world;
  const made = history.of("shopify", "orderUpdate").filter((entry) => entry.detail.orderName === orderName).length;
  const wanted = street === undefined ? 0 : 1;
  if (made > wanted)
    return [{ kind: "doubled", what: `the address of ${orderName} was changed ${made} times where ${wanted} were wanted` }];
  const goesThere = street === undefined || shopify.store.orderByName(orderName).shippingAddress?.address1 === street;
  return made < wanted || !goesThere ? [{ kind: "lost", what: `${orderName} does not go to ${street}` }] : [];
}

/** Changes that are counted as the store has accepted them. */
const otherChanges = [
  "orderEditCommit",
  "refundCreate",
  "orderInvoiceSend",
  "returnApproveRequest",
  "returnDeclineRequest",
  "returnProcess",
  "giftCardCreate",
  "removeFromReturn",
  "returnCancel",
  "returnClose",
  "returnReopen",
  "reverseDeliveryCreateWithShipping",
  "reverseDeliveryShippingUpdate",
];

function checkChanges(play: Play, operation: string, orderName: string): Finding[] {
  const accepted = play.world.history.of("shopify", operation).filter((entry) => entry.detail.orderName === orderName).length;
  const wanted = play.changes.get(`${operation} ${orderName}`) ?? 0;
  if (accepted === wanted) return [];
  return [{ kind: accepted > wanted ? "doubled" : "lost", what: `${accepted} of ${wanted} ${operation} of ${orderName}` }];
}

/** Whether staff see in the inbox that the outcome of a reply to this person is not known. */
async function isFlagged(play: Play, address: string): Promise<boolean> {
  const page = await staffPage(play.life, address);
  return page?.includes("Waiting for the outcome") ?? false;
}

/** I1 and I2 where the device shows nothing of it: staff see every message of this play once, as the inbox shows them. */
export async function audit(play: Play): Promise<Finding[]> {
  const findings: Finding[] = [];
  const total = play.voices.reduce((sum, voice) => sum + voice.said.length, 0);
  // A play that broke off at a reply whose outcome nobody can know may not have come to where its voices are joined.
  const brokeOff = play.voices.some((voice) => voice.missed > 0);
  for (const { device, address, said } of play.voices) {
    if (device instanceof WidgetDevice || said.length === 0) continue;
    const page = (await staffPage(play.life, address)) ?? "";
    const shown = page.split('data-author="shopper"').length - 1;
    const wanted = play.erased ? 0 : play.connects ? total : said.length;
    if (shown !== wanted && !(brokeOff && shown === said.length))
      findings.push({
        kind: shown > wanted ? "doubled" : "lost",
        what: `the inbox shows ${shown} of ${wanted} messages on ${device.channel}`,
      });
  }
  return findings;
}

async function staffPage(life: Life, address: string): Promise<string | null> {
  const query = new URLSearchParams({ view: "all", search: address });
  const list = await life.world.merchant.openApp(`/app/inbox?${query}`);
  const id = /\/app\/inbox\/([0-9a-z]{26})/.exec(list)?.[1];
  return id ? life.world.merchant.openApp(`/app/inbox/${id}`) : null;
}
