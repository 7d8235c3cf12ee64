import { totalOf } from "#sandbox/shopify/totals.ts";
import { changeItems, exchangeItems } from "./kinds.ts";
import { confirm, pick, reason, sameList, skuOf, unfinished } from "./moves.ts";
import type { Move, Shopper } from "./shopper.ts";
import type { Cast } from "./stage.ts";
import type { Action, ActionOf, Verdict } from "./tasks.ts";

/** Plays one required action and judges it by the store. */
export async function carryOut(action: Action, shopper: Shopper, cast: Cast): Promise<Verdict> {
  switch (action.name) {
    case "cancel_pending_order":
      return cancel(action, shopper, cast);
    case "return_delivered_order_items":
      return returnItems(action, shopper, cast);
    case "modify_pending_order_address":
      return changeAddress(action, shopper, cast);
    case "exchange_delivered_order_items":
      return exchangeItems(action, shopper, cast);
    case "modify_pending_order_items":
      return changeItems(action, shopper, cast);
    default:
      return { done: false, why: "no flow" };
  }
}

async function cancel({ arguments: { order_id: name } }: ActionOf<"cancel_pending_order">, shopper: Shopper, cast: Cast): Promise<Verdict> {
  const order = cast.orderNamed(name);
  const paid = totalOf(order);
  const isDone = () => order.cancelled !== undefined && order.refunds.length > 0;
  await shopper.pursue(`Please cancel my order ${name}`, [confirm], isDone);
  if (!isDone()) return unfinished(shopper);
  const back = order.transactions.filter((one) => one.kind === "REFUND").reduce((sum, one) => sum + one.amount, 0);
  return back === paid ? { done: true } : { done: false, why: "another amount" };
}

async function returnItems(
  { arguments: { order_id: name, item_ids: items } }: ActionOf<"return_delivered_order_items">,
  shopper: Shopper,
  cast: Cast,
): Promise<Verdict> {
  const order = cast.orderNamed(name);
  const isDone = () => order.returns.length > 0;
  await shopper.pursue(`I want to return something from order ${name}`, [pick(order, items), reason, confirm], isDone);
  if (!isDone()) return unfinished(shopper);
  const [made] = order.returns;
  const returned = made?.lines.flatMap((line) => line.units.map(() => skuOf(order, line.lineItemId))) ?? [];
  if (order.returns.length !== 1 || !sameList(returned, items)) return { done: false, why: "other items" };
  const owed = items.reduce((sum, item) => sum + (order.lines.find((line) => line.sku === item)?.unitPrice ?? 0), 0);
  return shopper.heard.some((shown) => shown.text.includes(dollars(owed))) ? { done: true } : { done: false, why: "another amount" };
}

async function changeAddress({ arguments: to }: ActionOf<"modify_pending_order_address">, shopper: Shopper, cast: Cast): Promise<Verdict> {
  const order = cast.orderNamed(to.order_id);
  const isDone = () => order.shippingAddress?.address1 === to.address1 && order.shippingAddress.zip === to.zip;
  const mailbox = shopper.world.mail.mailbox(cast.customer.email ?? "");
  const prove: Move = (shown) =>
    /six digits/i.test(shown.text) ? mailedCode(mailbox).then((code) => shopper.device.say(code)) : undefined;
  let given = false;
  const give: Move = (shown) => {
    if (given || !shown.text.includes("?")) return undefined;
    given = true;
    return shopper.device.say([to.address1, to.address2, `${to.city}, ${to.state} ${to.zip}`, to.country].filter(Boolean).join("\n"));
  };
  await shopper.pursue(`Please change the delivery address of order ${to.order_id}`, [confirm, prove, give], isDone);
  if (!isDone()) return unfinished(shopper);
  const { address2 = "", city, provinceCode } = order.shippingAddress ?? {};
  const same = address2 === to.address2 && city === to.city && (provinceCode === undefined || provinceCode === to.state);
  return same ? { done: true } : { done: false, why: "another address" };
}

async function mailedCode(mailbox: { inbox: { subject: string }[] }): Promise<string> {
  for (let wait = 0; wait < 200; wait += 1) {
    const code = mailbox.inbox.map((mail) => /^\d{6}\b/.exec(mail.subject)?.[0]).findLast(Boolean);
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return "000000";
}

const dollars = (cents: number) => new Intl.NumberFormat("en", { style: "currency", currency: "USD" }).format(cents / 100);
