import { adaCustomerId, prove } from "./people.ts";
import type { Story } from "./stage.ts";

/** A cancellation begun on the website and said yes to on Instagram: the exact sum, one cancellation, told once it was seen. */
export const cancel: Story = {
  name: "cancel",
  about: "Asked on the website, taken on by Instagram where it stopped, cancelled once with all money back",
  async play(stage) {
    const { language, by } = stage.form;
    const widget = await stage.widget({ customerId: adaCustomerId(stage.world) });
    await stage.say(widget, stage.words({ en: "please cancel my order #4472", de: "bitte storniere meine bestellung #4472" }));
    await stage.hear(widget, { has: [/#4472/, /59[.,]90/] });

    const mail = stage.mail("ada@example.com");
    const instagram = stage.instagram("ig-ada", "Ada");
    await stage.say(instagram, stage.words({ en: "i want to cancel my order", de: "ich möchte meine bestellung stornieren" }));
    await prove(stage, instagram, mail);
    const where = language === "en" ? /where you stopped in the chat on our site/ : /wo Du im Chat auf unserer Seite aufgehört hast/;
    await stage.hear(instagram, { has: [where, /#4472/, /59[.,]90/] });
    const order = stage.world.shopify.store.orderByName("#4472");
    stage.demand(!order.cancelled, "It was cancelled before the yes.");
    await stage.choose(instagram, /Yes, cancel it|Ja, stornieren/, { en: "yes please", de: "ja bitte" });
    await stage.hear(instagram, { has: [/#4472/] });
    await stage.hear(instagram, { has: [/#4472/, /59[.,]90/, language === "en" ? /is cancelled/ : /ist storniert/] });
    const asked = stage.world.history.of("shopify", "orderCancel");
    stage.demand(order.cancelled !== undefined && order.refunds.length === 1 && asked.length === 1, `Not cancelled once, ${by}.`);
  },
};
