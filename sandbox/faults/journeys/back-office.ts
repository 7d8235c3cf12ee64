import { type Play, WrongReply } from "../play.ts";
import type { Shopper } from "../shopper.ts";
import type { Journey } from "./index.ts";
import { returnByButtons } from "./returns.ts";
import { conversationOf, heldExchange } from "./staff.ts";

/** People of the shop decide about returns from our inbox; each thing they decide happens once. */
export const backOffice: Journey[] = [
  {
    name: "staff-pay-back",
    async play(play) {
      const { widget, decide } = await requested(play);
      await decide("return-approve", "returnApproveRequest");
      await play.hear(widget, /is approved/);
      await decide("return-process", "returnProcess");
      await play.hear(widget, /refunded €/);
    },
  },
  {
    name: "staff-gift-card",
    async play(play) {
      const shopper = play.shopper();
      const phone = play.instagram();
      const { order } = shopper;
      await play.say(phone, `I was given one cushion cover and want to return it, it is too small. Order ${order.name}, postcode 10405`);
      await play.hear(phone, /How many/);
      await play.tap(phone, /^1$/);
      await play.hear(phone, /What would you like instead/);
      await play.tap(phone, /gift card/i);
      await play.hear(phone, /you get a gift card/);
      play.returns.set(order.name, 1);
      await play.tap(phone, /Yes, for a gift card/);
      await play.hear(phone, /registering/i);
      await play.hear(phone, new RegExp(`${order.name}-R1`));
      await play.rest();
      const { decide } = await deskOf(play, shopper);
      await decide("return-approve", "returnApproveRequest");
      await play.hear(phone, /is approved/);
      play.changes.set(`giftCardCreate ${order.name}`, 1);
      await decide("return-process", "returnProcess", { money: "gift-card" });
      // That it is booked and the card go out each when it is ready, in either order.
      const told = [await play.hear(phone), await play.hear(phone)].map((one) => one.text).join("\n");
      for (const words of [/has booked what you sent back/, /Its code is/])
        if (!words.test(told)) throw new WrongReply(`expected ${words} in: ${told}`);
    },
  },
  {
    name: "staff-decline",
    async play(play) {
      const { widget, decide } = await requested(play);
      await decide("return-decline", "returnDeclineRequest", { declineReason: "OTHER", note: "The seal is broken." });
      await play.hear(widget, /The seal is broken/);
    },
  },
  {
    name: "staff-undo",
    async play(play) {
      const { widget, decide } = await requested(play, 2);
      await decide("return-approve", "returnApproveRequest");
      await play.hear(widget, /is approved/);
      await decide("return-remove", "removeFromReturn", { quantity: "1" });
      await play.hear(widget, /took an item out/);
      await decide("return-close", "returnClose");
      await play.hear(widget, /finished and closed/);
      await decide("return-reopen", "returnReopen");
      await play.hear(widget, /opened return/);
      await decide("return-cancel", "returnCancel");
      await play.hear(widget, /was cancelled/);
    },
  },
  {
    name: "staff-book-exchange",
    async play(play) {
      const { shopper, widget, decide } = await exchanged(play);
      await decide("return-process", "returnProcess", { money: "none" });
      await play.hear(widget, /has booked your exchange/);
      await play.rest();
      const sent = shopper.order.lines.filter((line) => line.isExchange).map((line) => line.sku);
      if (sent.join() !== "CUSHION-INK-50X50") throw new Error(`Sent in exchange: ${sent.join() || "nothing"}.`);
    },
  },
  {
    name: "staff-take-out-exchange",
    async play(play) {
      const { widget, decide } = await exchanged(play);
      await decide("return-remove", "removeFromReturn", { quantity: "1", of: "exchange" });
      await play.hear(widget, /took .* out/);
    },
  },
  {
    name: "staff-stop",
    async play(play) {
      const { page, press, see } = await requested(play);
      const { hash } = await see();
      await press({ intent: "return-approve", seen: hash });
      const html = await play.persist(() => play.world.merchant.openApp(page));
      const effectId = /data-effect="([0-9a-z]{26})"/.exec(html)?.[1];
      if (!effectId) throw new Error("Nothing is shown that could be stopped.");
      await press({ intent: "stop-effect", effectId });
      await play.rest();
    },
  },
];

type Line = { id: string; open: number };
type Seen = { hash: string; lines: Line[]; exchange: Line[]; booking: { seen: Record<string, string> } | null };

/** A return that waits for the shop, and the page on which staff decide about it. */
async function requested(play: Play, pieces = 1) {
  const shopper = play.shopper();
  const widget = await play.widget(shopper);
  await returnByButtons(play, widget, shopper, pieces);
  await play.rest();
  return { widget, ...(await deskOf(play, shopper)) };
}

/** An exchange that was allowed and is not booked yet, and the same page. */
async function exchanged(play: Play) {
  const shopper = play.shopper();
  const widget = await play.widget(shopper);
  await heldExchange(play, widget, shopper);
  return { shopper, widget, ...(await deskOf(play, shopper)) };
}

async function deskOf(play: Play, shopper: Shopper) {
  const page = await conversationOf(play, shopper.order.name);
  const html = await play.persist(() => play.world.merchant.openApp(page));
  const caseId = /name="caseId" value="([0-9a-z]{26})"/.exec(html)?.[1] ?? "";
  const see = (lines = "", sent = "") =>
    play.persist(async () => {
      const chosen = new URLSearchParams({ lines, sent });
      const response = await play.world.merchant.request(`/app/cases/${caseId}/return?${chosen}`);
      const card = (await response.json()) as Seen & { state: string };
      if (card.state !== "return") throw new Error("The return is not shown.");
      return card;
    });
  const press = (fields: Record<string, string>) =>
    play.persist(async () => {
      const body = new URLSearchParams({ name: "Sam", caseId, ...fields });
      const response = await play.world.merchant.request(`${page}.data`, { method: "POST", body });
      await response.text();
      // Pressed again after an answer that was lost, it is under way or done already.
      if (!response.ok && response.status !== 422) throw new Error(`The page answered ${response.status}.`);
    });
  const decide = async (intent: string, operation: string, { of, ...fields }: Record<string, string> = {}) => {
    play.changes.set(`${operation} ${shopper.order.name}`, 1);
    await press({ intent, ...fields, ...(await sightFor(intent, see, { money: fields.money ?? "original", of: of ?? "return" })) });
  };
  return { page, decide, press, see };
}

type Chosen = { money: string; of: string };

/** What staff saw when they press this. */
async function sightFor(
  intent: string,
  see: (lines?: string, sent?: string) => Promise<Seen>,
  { money, of }: Chosen,
): Promise<Record<string, string>> {
  const { hash, lines, exchange } = await see();
  const [line] = of === "exchange" ? exchange : lines;
  if (intent === "return-remove") return { seen: hash, lineId: line?.id ?? "" };
  if (intent !== "return-process") return { seen: hash };
  const all = lines.map((one) => `${one.id}*${one.open}*RESTOCKED`).join(",");
  const sent = exchange.map((one) => `${one.id}*${one.open}`).join(",");
  const { booking } = await see(all, sent);
  return { seen: booking?.seen[money] ?? "", lines: all, sent, money };
}
