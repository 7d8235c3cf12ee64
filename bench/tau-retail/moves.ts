import type { OrderRecord } from "#sandbox/shopify/model.ts";
import type { Move, Shopper } from "./shopper.ts";
import type { Verdict } from "./tasks.ts";

export const confirm: Move = (shown, shopper) => shopper.tap(shown, "|confirm|");

/** Fills the picker with these items, or answers how many of one. */
export function pick(order: OrderRecord, items: string[]): Move {
  return (shown, shopper) => {
    if (!shown.items) return undefined;
    const wanted = [...new Set(items)].flatMap((item) => {
      const line = order.lines.find((one) => one.sku === item);
      const label = line && [line.title, line.variantTitle].filter(Boolean);
      return label ? [{ title: new RegExp(label.map(literal).join(".*")), quantity: items.filter((one) => one === item).length }] : [];
    });
    return shopper.device.pick(wanted);
  };
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
export const reason: Move = (shown, shopper) => shopper.tap(shown, "|reason|changed_mind");
export function skuOf(order: OrderRecord, lineItemId: string): string {
  return order.lines.find((line) => line.id === lineItemId)?.sku ?? "";
}

export function sameList(one: string[], other: string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}

/** What stands open, as the last reply says it. */
export function unfinished(shopper: Shopper): Verdict {
  return { done: false, why: shopper.heard.at(-1)?.text.split("\n").filter(isNews).join(" ").slice(0, 120) ?? "no answer" };
}

const isNews = (line: string): boolean => !line.startsWith("I am the digital assistant");
