import { ada, adaCustomerId, prove } from "./people.ts";
import { decide } from "./staff.ts";
import type { Story } from "./stage.ts";

/** The shop says no, with its reason, and the shopper reads it where they last wrote. */
export const declined: Story = {
  name: "declined",
  about: "Asked for on Instagram, declined by the shop with a note: told with the reason, nothing paid, and asked again it is said again",
  async play(stage) {
    const { world } = stage;
    const { language } = stage.form;
    const note = stage.words({
      en: "The label was cut off and the dress was worn.",
      de: "Das Etikett fehlt und das Kleid wurde getragen.",
    });
    const instagram = stage.instagram("ig-ada", "Ada");
    await stage.say(
      instagram,
      stage.words({
        en: "i want to return the dress of #4471, its too small",
        de: "ich will das kleid aus #4471 zurückgeben, es ist zu klein",
      }),
    );
    await prove(stage, instagram, stage.mail(ada.email));
    await stage.hear(instagram, { has: [/129[.,]00/] });
    await stage.choose(instagram, /129[.,]00/, { en: "yes please", de: "ja bitte" });
    await stage.hear(instagram);
    await stage.hear(instagram, { has: [/#4471-R1/] });

    await decide(stage, "return-decline", { declineReason: "OTHER", note });
    await stage.hear(instagram, { has: [/#4471-R1/, language === "en" ? /declined/ : /abgelehnt/, new RegExp(note)] });
    const order = world.shopify.store.orderByName("#4471");
    const refused = world.history.of("shopify", "returnDeclineRequest");
    stage.demand(order.returns[0]?.status === "DECLINED" && refused.length === 1, "Not declined once.");
    stage.demand(order.refunds.length === 0, "Money went out.");
    const widget = await stage.widget({ customerId: adaCustomerId(world) });
    await stage.say(widget, stage.words({ en: "wheres my refund?", de: "wo bleibt meine rückerstattung?" }));
    await stage.hear(widget, { has: [/#4471-R1/, new RegExp(note)] });
  },
};
