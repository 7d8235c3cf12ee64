import { ada, adaCustomerId, prove } from "./people.ts";
import type { Story } from "./stage.ts";

/** Another delivery address, begun on the website and finished on WhatsApp: read back whole, changed once, told as the store shows it. */
export const newAddress: Story = {
  name: "new-address",
  about: "Asked on the website, typed and confirmed on WhatsApp, changed once before the parcel leaves",
  async play(stage) {
    const { language } = stage.form;
    const widget = await stage.widget({ customerId: adaCustomerId(stage.world) });
    await stage.say(
      widget,
      stage.words({ en: "please change the delivery address of #4472", de: "bitte ändere die lieferadresse von #4472" }),
    );
    await stage.hear(widget, { has: [/code/i] });
    const mail = stage.mail(ada.email);
    await stage.say(widget, await mail.code());
    await stage.hear(widget, { has: [/#4472/, language === "en" ? /postcode/ : /Postleitzahl/] });

    const whatsapp = stage.whatsapp("DE.1000000000000042", { name: "Ada", phone: ada.phone });
    await stage.say(
      whatsapp,
      stage.words({ en: "i need to change the delivery address", de: "ich muss die lieferadresse meiner bestellung ändern" }),
    );
    await prove(stage, whatsapp, mail);
    await stage.hear(whatsapp, { has: [/#4472/, language === "en" ? /where you stopped/ : /aufgehört hast/] });
    await stage.say(whatsapp, "Neue Straße 12\n14467 Potsdam");
    await stage.hear(whatsapp, { has: [/#4472/, /Neue Straße 12\s+14467 Potsdam/] });
    await stage.choose(whatsapp, /Yes, send it there|Ja, dorthin/, { en: "yes please", de: "ja bitte" });
    await stage.hear(whatsapp, { has: [/#4472/] });
    await stage.hear(whatsapp, { has: [/#4472/, /Neue Straße 12/, language === "en" ? /now goes to/ : /geht jetzt an/] });
    const order = stage.world.shopify.store.orderByName("#4472");
    const changes = stage.world.history.of("shopify", "orderUpdate");
    stage.demand(order.shippingAddress?.zip === "14467" && changes.length === 1, "The address was not changed once.");
  },
};
