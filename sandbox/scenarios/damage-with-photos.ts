import { picture } from "../pictures.ts";
import { adaCustomerId, connect } from "./people.ts";
import { decide, openCase } from "./staff.ts";
import type { Story } from "./stage.ts";

/** S23: damage, one picture from the website and one from WhatsApp, judged by a person, then finished by the assistant. */
export const damageWithPhotos: Story = {
  name: "damage-with-photos",
  about: "Damage with one picture from the website and one from WhatsApp, judged by a person, then paid back",
  async play(stage) {
    const { world } = stage;
    const { language } = stage.form;
    const widget = await stage.widget({ customerId: adaCustomerId(world) });
    await stage.say(
      widget,
      stage.words({
        en: "i want to return the dress of #4471, it arrived damaged",
        de: "ich will das kleid aus #4471 zurückgeben, es ist beschädigt angekommen",
      }),
    );
    await stage.hear(widget, { has: [/2/] });
    await stage.show(widget, await picture(71, { width: 640, height: 480 }));
    await stage.hear(widget, { has: [language === "en" ? /One more picture/ : /noch ein Bild/] });

    const whatsapp = stage.whatsapp("DE.1000000000000042", { name: "Ada" });
    await connect(stage, widget, whatsapp);
    await stage.show(whatsapp, await picture(72, { width: 640, height: 480 }));
    await stage.hear(whatsapp, { has: [language === "en" ? /pictures are with your return/ : /pictures are with|Bilder liegen/] });
    const order = world.shopify.store.orderByName("#4471");
    stage.demand(order.returns.length === 0, "It was made before a person has judged it.");

    const { html, page } = await openCase(stage);
    stage.demand((html.match(/class="ot-photo"/g) ?? []).length >= 2, "Staff do not see both pictures.");
    const verdict = stage.words({ en: "That is our fault, we take it back.", de: "Das ist unser Fehler, wir nehmen es zurück." });
    stage.aside("Kim of the shop looks at both pictures, answers, and hands the case back");
    await world.merchant.submit(page, { intent: "reply", name: "Kim", text: verdict });
    await stage.hear(whatsapp, { has: [new RegExp(verdict)] });
    await world.merchant.submit(page, { intent: "hand-back", name: "Kim" });
    await stage.say(
      whatsapp,
      stage.words({ en: "then i want to go on with my return", de: "dann möchte ich mit der rückgabe weitermachen" }),
    );
    await stage.hear(whatsapp, { has: [/129[.,]00/] });
    await stage.choose(whatsapp, /129[.,]00/, { en: "yes please", de: "ja bitte" });
    await stage.hear(whatsapp);
    await stage.hear(whatsapp, { has: [/#4471-R1/] });
    await decide(stage, "return-approve");
    await stage.hear(whatsapp, { has: [/#4471-R1/] });
    await decide(stage, "return-process");
    await stage.hear(whatsapp, { has: [/129[.,]00/, language === "en" ? /refunded/ : /erstattet/] });
    stage.demand(order.refunds.length === 1 && world.history.of("shopify", "returnRequest").length === 1, "Not paid back once.");
  },
};
