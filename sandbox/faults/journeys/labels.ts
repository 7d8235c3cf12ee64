import type { WidgetDevice } from "../../scenarios/widget-device.ts";
import { approveReturn } from "../../shopify/merchant.ts";
import type { Play } from "../play.ts";
import type { Journey } from "./index.ts";
import { returnByButtons } from "./returns.ts";

const page = "/app/labels";
const day = 86_400_000;
const pdf = "https://cdn.linden-loom.example.com/returns/label.pdf";

/** Set for the time of the play only: every other journey's returns have no label. */
async function withLabels(play: Play, settings: Record<string, string>, act: () => Promise<void>): Promise<void> {
  await play.persist(() => play.world.merchant.submit(page, settings));
  try {
    await act();
  } finally {
    await play.persist(() => play.world.merchant.submit(page, { method: "none" })).catch(() => {});
  }
}

/** In either order: where the app dies between the two, the label may come before the word that the return is approved. */
async function hearBoth(play: Play, widget: WidgetDevice, one: RegExp, other: RegExp): Promise<void> {
  const either = new RegExp(`${one.source}|${other.source}`);
  const first = await play.hear(widget, either);
  await play.hear(widget, one.test(first.text) ? other : one);
}

/** The way back of a return: the label is paid for, written and told once, whatever dies. */
export const labels: Journey[] = [
  {
    name: "label-bought",
    async play(play) {
      const { easypost, shopify } = play.world;
      const place = { name: "Linden & Loom", street1: "Lagerweg 3", city: "Hamburg", zip: "20095", country: "DE" };
      const parcel = { length: "40", width: "30", height: "10", weight: "1000" };
      await withLabels(play, { method: "carrier", apiKey: easypost.apiKey, ...place, ...parcel }, async () => {
        const shopper = play.shopper();
        const mail = play.mail(shopper.email);
        const widget = await play.widget(shopper);
        await returnByButtons(play, widget, shopper);
        approveReturn(shopify.store, `${shopper.order.name}-R1`);
        play.expectChange("reverseDeliveryCreateWithShipping", shopper.order.name);
        await hearBoth(play, widget, /is approved/, /Here is the label for your return/);
        await play.hear(mail, /Here is the label for your return/);
        const number = shopper.order.returns[0]?.deliveries?.[0]?.tracking?.number;
        const own = easypost.shipments.find((one) => one.tracking_code === number);
        const bought = easypost.shipments.filter((one) => one.postage_label && one.reference === own?.reference);
        if (!own || bought.length !== 1) throw new Error(`${bought.length} labels were paid for where 1 was due.`);
        await play.say(widget, "I sent it with DHL 00340434161094042557");
        play.expectChange("reverseDeliveryShippingUpdate", shopper.order.name);
        await play.hear(widget, /adding the tracking number/);
        await play.hear(widget, /is now on return/);
      });
    },
  },
  {
    name: "label-unused",
    timePasses: true,
    async play(play) {
      const { shopify } = play.world;
      await withLabels(play, { method: "own", ownUrl: pdf, remindAfterDays: "1", cancelAfterDays: "4" }, async () => {
        const shopper = play.shopper();
        const widget = await play.widget(shopper);
        await returnByButtons(play, widget, shopper);
        approveReturn(shopify.store, `${shopper.order.name}-R1`);
        play.expectChange("reverseDeliveryCreateWithShipping", shopper.order.name);
        await hearBoth(play, widget, /is approved/, /Here is the label for your return/);
        await play.rest();
        // An app that is being killed meanwhile finds the hour past when it comes back.
        await play.world.advance(1.1 * day).catch(() => {});
        await play.hear(widget, /A reminder of your return/);
        await play.rest();
        play.expectChange("returnCancel", shopper.order.name);
        await play.world.advance(3.5 * day).catch(() => {});
        await play.hear(widget, /cancel/i);
      });
    },
  },
];
