import { adaCustomerId } from "./people.ts";
import type { Story } from "./stage.ts";

/** The law's withdrawal on the website: two steps, a receipt by mail at once, and the order cancelled since it had not left. */
export const withdrawal: Story = {
  name: "withdrawal",
  about: "Stated on the website in two steps, acknowledged by mail at once, carried out once",
  async play(stage) {
    const { language, by } = stage.form;
    const widget = await stage.widget({ customerId: adaCustomerId(stage.world) });
    const mail = stage.mail("ada@example.com");
    await stage.say(
      widget,
      stage.words({ en: "i want to withdraw from the contract for #4472", de: "ich widerrufe den vertrag über die bestellung #4472" }),
    );
    await stage.hear(widget, { has: [/#4472/, language === "en" ? /I withdraw from the contract/ : /Ich widerrufe den Vertrag/] });
    const order = stage.world.shopify.store.orderByName("#4472");
    stage.demand(!order.cancelled, "It was cancelled before it was confirmed.");
    await stage.choose(widget, /Confirm withdrawal|Widerruf bestätigen/, { en: "yes please", de: "ja bitte" });
    await stage.hear(widget, { has: [/#4472/, /W-\w{4}-\w{4}/] });
    await stage.hear(mail, { has: [/#4472/, /W-\w{4}-\w{4}/] });
    await stage.hear(widget, { has: [/#4472/, language === "en" ? /is cancelled/ : /ist storniert/] });
    const asked = stage.world.history.of("shopify", "orderCancel");
    stage.demand(order.cancelled !== undefined && order.refunds.length === 1 && asked.length === 1, `Not carried out once, ${by}.`);
  },
};
