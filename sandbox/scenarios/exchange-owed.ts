import { payOutstanding, refundReturn } from "../shopify/merchant.ts";
import { adaCustomerId, staffPage } from "./people.ts";
import { mayStop } from "./staff.ts";
import type { Story } from "./stage.ts";

/** Something dearer, which the team allows first: held in the case, made as it was agreed, paid by the shop's own link, then sent. */
export const exchangeOwed: Story = {
  name: "exchange-owed",
  about: "Something dearer, allowed by the team: the difference to the cent, the shop's own payment link, sent when it is paid",
  async play(stage) {
    const { world } = stage;
    const { language } = stage.form;
    world.shopify.store.variantBySku("SHIRT-WHI-M").price = 14_950;
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
    await stage.hear(widget);
    await stage.choose(widget, /Another product|Anderer Artikel/, { en: "another product", de: "einen anderen artikel" });
    await stage.hear(widget);
    await stage.say(widget, stage.words({ en: "the heavy cotton t-shirt", de: "das heavy cotton t-shirt" }));
    await stage.hear(widget, { has: [/Heavy Cotton T-Shirt/] });
    await stage.choose(widget, /^White \/ M$/, { en: "white in M please", de: "weiß in M bitte" });
    await stage.hear(widget, { has: [/20[.,]50/, language === "en" ? /You pay/ : /Du zahlst/] });
    await stage.choose(widget, /Yes, exchange it|Ja, umtauschen/, { en: "yes please", de: "ja bitte" });
    await stage.hear(widget, { has: [/[Tt]eam/] });
    const order = world.shopify.store.orderByName("#4471");
    stage.demand(order.returns.length === 0, "It was made before the team allowed it.");

    const page = await staffPage(stage);
    stage.demand(/Exchange for Heavy Cotton T-Shirt/.test(page) && /The shopper pays €20\.50/.test(page), "Staff do not see what waits.");
    const inbox = await world.merchant.openApp("/app/inbox?view=all");
    const conversation = /\/app\/inbox\/([0-9a-z]{26})/.exec(inbox)?.[1] ?? "";
    const caseId = /name="caseId" value="([0-9a-z]{26})"/.exec(page)?.[1] ?? "";
    await world.merchant.submit(`/app/inbox/${conversation}`, { intent: "allow-held", caseId, name: "Kim" });
    await world.advance(mayStop);
    await stage.hear(widget, { has: [/#4471-R1/, /20[.,]50/] });
    refundReturn(world.shopify.store, "#4471-R1");
    await stage.hear(widget, { has: [/20[.,]50/, language === "en" ? /pay here/ : /geht hier/] });
    payOutstanding(world.shopify.store, "#4471");
    await stage.hear(widget, { has: [language === "en" ? /payment has arrived/ : /Zahlung ist da/] });
    stage.demand(world.history.of("shopify", "returnCreate").length === 1, "Not exchanged once.");
  },
};
