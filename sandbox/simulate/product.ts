import Database from "better-sqlite3";
import { defaultOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { modesToForm } from "#app/domain/reply-drafts/modes.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { orderPolicyToForm } from "#app/domain/shops/order-policy-form.ts";
import { policyToForm } from "#app/domain/shops/policy-form.ts";
import type { Device } from "../scenarios/device.ts";
import { MailDevice } from "../scenarios/mail-device.ts";
import { PhoneDevice } from "../scenarios/phone-device.ts";
import { WidgetDevice } from "../scenarios/widget-device.ts";
import type { World } from "../world.ts";
import { type Staged, windowDays } from "./stage.ts";
import type { Channel, Shopper } from "./types.ts";

/** Something that people of the shop are to take care of, as their own pages show it. */
export type HandOver = { addresses: string[]; reason: string; order?: string; saved: string; said: string };

/**
 * The rules of the shop, set by the forms that the merchant has: returns opened at once where allowed, a day's limits for hundreds of
 * shoppers, and answers by mail that wait for nobody of the shop, since nobody is there.
 */
export async function setRules(world: World): Promise<void> {
  const fields = { ...policyToForm(defaultReturnPolicy), ...orderPolicyToForm(defaultOrderPolicy) };
  const wide = { dailyReturnsPerShop: "5000", dailyReturnsPerShopper: "20" };
  await world.merchant.submit("/app/policy", { ...fields, ...wide, mode: "open", windowDays: String(windowDays) });
  const alone = Object.keys(modesToForm({})).map((key) => [key, "auto"]);
  await world.merchant.submit("/app/drafts/settings", Object.fromEntries(alone));
}

/** With a key the model puts the answers into words, if the merchant wants it. */
export async function letModelWord(world: World): Promise<void> {
  const look = { assistantName: "Lina", brandColor: "#1f5f4b", voice: "Warm and short.", language: "en", confidence: "85" };
  await world.merchant.submit("/app/settings", { ...look, wording: "model" });
}

/** Where a shopper writes and reads. A widget has to be opened first. Whoever is a stranger comes with a number and a mailbox of their own. */
export function deviceFor(world: World, shopper: Shopper, staged: Staged, channel: Channel): Device {
  const name = shopper.firstName;
  const phone = shopper.honesty === "owner" ? shopper.phone : shopper.phone.replace("+49151", "+49160");
  switch (channel) {
    case "widget":
      return new WidgetDevice(world, { locale: shopper.language, ...(shopper.loggedIn && { customerId: staged.customerId }) });
    case "whatsapp":
      return new PhoneDevice(world, channel, addressOn(shopper, channel), { name, ...(shopper.phoneShown && { phone }) });
    case "instagram":
      return new PhoneDevice(world, channel, addressOn(shopper, channel), { name });
    case "email":
      return new MailDevice(world, mailboxOf(shopper));
  }
}

export const mailboxOf = ({ honesty, email, id }: Shopper) =>
  honesty === "owner" ? email : `stranger.${id.replaceAll("/", "-")}@example.net`;

function addressOn(shopper: Shopper, channel: "whatsapp" | "instagram"): string {
  const digits = [...shopper.id].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7);
  return channel === "whatsapp" ? `DE.3${String(digits).padStart(15, "0")}` : `ig-${shopper.id}`;
}

/** By which addresses the shop knows this shopper. */
export function addressesOf(shopper: Shopper, staged: Staged): string[] {
  return [addressOn(shopper, "whatsapp"), addressOn(shopper, "instagram"), shopper.email, staged.customerId, staged.customer.id];
}

/** Everything that waits for people of the shop, and what they find with it. */
export function handOvers(world: World): HandOver[] {
  const database = new Database(world.databasePath, { readonly: true });
  try {
    const rows = database
      .prepare(
        `SELECT c.id, c.escalation, c.orderName, c.state, c.summary, i.conversationId FROM "Case" c JOIN Identity i ON i.id = c.identityId
         WHERE c.owner = 'staff' OR c.escalation IS NOT NULL`,
      )
      .all() as { escalation: string | null; orderName: string | null; state: string; summary: string | null; conversationId: string }[];
    const identities = database.prepare("SELECT externalId FROM Identity WHERE conversationId = ?");
    const said = database.prepare(
      "SELECT m.text FROM Message m JOIN Identity i ON i.id = m.identityId WHERE i.conversationId = ? AND m.author = 'shopper' ORDER BY m.seq",
    );
    return rows.map((row) => ({
      addresses: (identities.all(row.conversationId) as { externalId: string }[]).map((one) => one.externalId),
      reason: row.escalation ?? "unknown",
      ...(row.orderName && { order: row.orderName }),
      saved: `${row.state}\n${row.summary ?? ""}`,
      said: (said.all(row.conversationId) as { text: string }[]).map((one) => one.text).join("\n"),
    }));
  } finally {
    database.close();
  }
}

/** Calls of a language model and what they cost, as the product itself has kept it. */
export function modelUse(world: World): { calls: number; dollars: number } {
  const calls = world.history.of("gemini").length;
  const database = new Database(world.databasePath, { readonly: true });
  try {
    const row = database.prepare("SELECT COALESCE(SUM(microDollars), 0) AS micro FROM TurnRecord").get() as { micro: number };
    return { calls, dollars: row.micro / 1_000_000 };
  } finally {
    database.close();
  }
}
