import { numericId } from "../shopify/store.ts";
import type { World } from "../world.ts";
import type { Device } from "./device.ts";
import type { MailDevice } from "./mail-device.ts";
import type { Stage } from "./stage.ts";
import type { WidgetDevice } from "./widget-device.ts";

export const ada = { email: "ada@example.com", phone: "+4915112345678" };

/** As the storefront knows her when she is logged in. */
export function adaCustomerId(world: World): string {
  const customer = [...world.shopify.store.customers.values()].find((one) => one.email === ada.email);
  if (!customer) throw new Error("The store has no Ada.");
  return String(numericId(customer.id));
}

/** Asked once for a contact, answers with the address and the code that reached its mailbox. */
export async function prove(stage: Stage, device: Device, mail: MailDevice): Promise<void> {
  const asked = await stage.hear(device, { has: [/e-mail/i] });
  // Whoever named an order number has a code on its way already.
  if (/six digits|sechsstellig/i.test(asked.text)) return stage.say(device, await mail.code());
  await stage.say(device, stage.words({ en: `its ${ada.email}`, de: `meine adresse ist ${ada.email}` }));
  await stage.hear(device, { has: [/code/i] });
  await stage.say(device, await mail.code());
}

/** The merchant fills in the policy's page: returns that the rules allow open at once, and end in these ways. */
export function setRules(stage: Stage, more: Record<string, string> = {}): Promise<void> {
  const rules = { windowDays: "30", windowStartsAt: "delivered", finalSaleTags: "final-sale", mode: "open", feesWaivedForShopFault: "yes" };
  return stage.world.merchant.submit("/app/policy", { ...rules, restockingFeePercentage: "0", returnShippingFee: "0", ...more });
}

/** "Continue elsewhere" in the widget's menu; the code is written on the other device. */
export async function connect(stage: Stage, widget: WidgetDevice, other: Device): Promise<void> {
  const option = (await widget.continueElsewhere()).find((one) => one.channel === other.channel);
  if (!option) throw new Error(`The widget offers no way to ${other.channel}.`);
  await stage.say(other, option.code);
  await stage.hear(other);
}

/** What staff see of this shopper: the page of the newest conversation in the inbox. */
export async function staffPage(stage: Stage): Promise<string> {
  const inbox = await stage.world.merchant.openApp("/app/inbox?view=all");
  const link = /\/app\/inbox\/([0-9a-z]{26})/.exec(inbox);
  if (!link) throw new Error("The inbox is empty.");
  return stage.world.merchant.openApp(`/app/inbox/${link[1]}`);
}

export async function conversationCount(stage: Stage): Promise<number> {
  const inbox = await stage.world.merchant.openApp("/app/inbox?view=all");
  return new Set([...inbox.matchAll(/href="\/app\/inbox\/([0-9a-z]{26})/g)].map((match) => match[1])).size;
}
