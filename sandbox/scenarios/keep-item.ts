import { adaCustomerId, setRules } from "./people.ts";
import type { Story } from "./stage.ts";

/** What is not worth sending back: the shopper keeps it, and its money goes back at once, one time. */
export const keepItem: Story = {
  name: "keep-item",
  about: "The dress may be kept: its money goes back at once, one time, and nothing is sent",
  async play(stage) {
    const { world } = stage;
    await setRules(stage, { outcomes: "keep-item, refund", keepItemUpTo: "150" });
    const widget = await stage.widget({ customerId: adaCustomerId(world) });
    await stage.say(
      widget,
      stage.words({
        en: "i want to return the dress of #4471, its too small",
        de: "ich will das kleid aus #4471 zurückgeben, es ist zu klein",
      }),
    );
    await stage.hear(widget, { has: [/Keep it|Behalten/] });
    await stage.choose(widget, /Keep it|Behalten/, { en: "i'd like to keep it", de: "ich möchte es behalten" });
    await stage.hear(widget, { has: [/129[.,]00/] });
    await stage.choose(widget, /^(Yes|Ja), /, { en: "yes please", de: "ja bitte" });
    await stage.hear(widget);
    await stage.hear(widget, { has: [/129[.,]00/] });
    const order = world.shopify.store.orderByName("#4471");
    const paid = world.history.of("shopify", "refundCreate");
    stage.demand(paid.length === 1 && order.refunds.length === 1 && order.returns.length === 0, "Not paid back once, without a return.");
  },
};
