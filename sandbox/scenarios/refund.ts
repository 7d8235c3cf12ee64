import { ada, adaCustomerId } from "./people.ts";
import { decide } from "./staff.ts";
import type { Story } from "./stage.ts";

/** The plain return to its end: asked for on the website, approved, received and paid back by the shop's people, told each time. */
export const refund: Story = {
  name: "refund",
  about:
    "Asked for on the website, approved, received and paid back from the inbox; a mail to keep, each step told, one refund to the cent",
  async play(stage) {
    const { world } = stage;
    const { language } = stage.form;
    const mail = stage.mail(ada.email);
    const widget = await stage.widget({ customerId: adaCustomerId(world) });
    await stage.say(
      widget,
      stage.words({
        en: "i want to return the dress of #4471, its too small",
        de: "ich will das kleid aus #4471 zurückgeben, es ist zu klein",
      }),
    );
    await stage.hear(widget, { has: [/129[.,]00/] });
    await stage.choose(widget, /129[.,]00/, { en: "yes please", de: "ja bitte" });
    await stage.hear(widget);
    await stage.hear(widget, { has: [/#4471-R1/] });
    const order = world.shopify.store.orderByName("#4471");
    stage.demand(order.returns[0]?.status === "REQUESTED", "It does not wait for the shop.");

    await decide(stage, "return-approve");
    await stage.hear(widget, { has: [/#4471-R1/, language === "en" ? /is approved/ : /ist freigegeben/] });
    await stage.hear(mail, { has: [/#4471-R1/], hasNot: [/129[.,]00/] });
    stage.demand(order.refunds.length === 0, "It was paid back before it was received.");
    await decide(stage, "return-process");
    await stage.hear(widget, { has: [/#4471/, /129[.,]00/, language === "en" ? /refunded/ : /erstattet/] });
    await stage.hear(mail, { has: [/#4471-R1/, /129[.,]00/] });
    const booked = world.history.of("shopify", "returnProcess");
    const back = order.transactions.filter((one) => one.kind === "REFUND").map((one) => one.amount);
    stage.demand(booked.length === 1 && back.length === 1 && back[0] === 12_900, "Not paid back once, to the cent.");
    stage.demand(order.returns[0]?.status === "CLOSED", "The return did not end.");
  },
};
