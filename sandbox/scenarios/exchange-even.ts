import { refundReturn } from "../shopify/merchant.ts";
import { ada, adaCustomerId, prove, setRules } from "./people.ts";
import type { Story } from "./stage.ts";

/** Another size, chosen on the website and said yes to on Instagram: nothing to pay, one exchange, told when the shop has booked it. */
export const exchangeEven: Story = {
  name: "exchange-even",
  about: "The dress in another size: chosen on the website, said yes to on Instagram, booked by the shop",
  async play(stage) {
    const { world } = stage;
    const { language } = stage.form;
    await setRules(stage);
    const widget = await stage.widget({ customerId: adaCustomerId(world) });
    await stage.say(
      widget,
      stage.words({
        en: "i want to return the dress of #4471, its too small",
        de: "ich will das kleid aus #4471 zurückgeben, es ist zu klein",
      }),
    );
    await stage.hear(widget, { has: [/129[.,]00/] });
    await stage.choose(widget, /Exchange instead|Lieber umtauschen/, { en: "i'd rather exchange it", de: "ich möchte lieber umtauschen" });
    await stage.hear(widget, { has: [/L/] });
    await stage.choose(widget, /^Rust \/ L$/, { en: "in L please", de: "in L bitte" });
    await stage.hear(widget, { has: [/Rust \/ L/, /0[.,]00/, language === "en" ? /Nothing to pay/ : /Nichts zu zahlen/] });

    const instagram = stage.instagram("ig-ada", "Ada");
    await stage.say(instagram, stage.words({ en: "what about my return?", de: "was ist mit meiner rückgabe?" }));
    await prove(stage, instagram, stage.mail(ada.email));
    await stage.hear(instagram, { has: [/Rust \/ L/, /0[.,]00/] });
    const order = world.shopify.store.orderByName("#4471");
    stage.demand(order.returns.length === 0, "It was exchanged before the yes.");
    await stage.choose(instagram, /Yes, exchange it|Ja, umtauschen/, { en: "yes please", de: "ja bitte" });
    await stage.hear(instagram);
    await stage.hear(instagram, { has: [/#4471-R1/, /Rust \/ L/] });
    const made = world.history.of("shopify", "returnCreate");
    stage.demand(made.length === 1 && order.lines.length === 1, "Not one exchange that waits to be booked.");
    refundReturn(world.shopify.store, "#4471-R1");
    await stage.hear(instagram, { has: [/#4471-R1/, language === "en" ? /has booked your exchange/ : /Umtausch .* gebucht/] });
    stage.demand(order.lines.at(-1)?.sku === "DRESS-RUS-L", "The new dress does not stand on the order.");
  },
};
