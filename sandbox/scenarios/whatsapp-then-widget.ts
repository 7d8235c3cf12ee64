import { ada, adaCustomerId, conversationCount } from "./people.ts";
import type { Story } from "./stage.ts";

/** S01, S12, S18: WhatsApp shows the phone of the order, so status comes at once; a return asks for one code, then never again. */
export const whatsappThenWidget: Story = {
  name: "whatsapp-then-widget",
  about: "Status by WhatsApp at once, one code for the return, the website, Instagram and e-mail know all of it",
  async play(stage) {
    const { language } = stage.form;
    const mail = stage.mail(ada.email);
    const whatsapp = stage.whatsapp("DE.1000000000000042", { name: "Ada", phone: ada.phone });
    if (stage.form.by === "buttons") {
      await stage.say(whatsapp, stage.words({ en: "Hi", de: "Hallo" }));
      await stage.hear(whatsapp);
      await stage.tap(whatsapp, /Where is my order|Wo ist meine Sendung/);
      await stage.hear(whatsapp, { has: [/#1001/], hasNot: [/code/i] });
      await stage.tap(whatsapp, /#1001/);
    } else {
      await stage.say(whatsapp, stage.words({ en: "hey were is my order #1001", de: "hey wo bleibt meine bestelung #1001" }));
    }
    await stage.hear(whatsapp, { has: [/#1001/, language === "en" ? /Thu(rsday)?\b/ : /Do(nnerstag|\.)/], hasNot: [/code/i] });

    await stage.say(
      whatsapp,
      stage.words({ en: "i also want to return the scarf from #1004", de: "ich will auch den schal von #1004 zurückgeben" }),
    );
    await stage.hear(whatsapp, { has: [/code/i] });
    await stage.say(whatsapp, await mail.code());
    await stage.hear(whatsapp, { has: [/Scarf/, language === "en" ? /reason/i : /grund/i] });

    const widget = await stage.widget({ customerId: adaCustomerId(stage.world) });
    await widget.untilThreadHas(/Scarf/);
    const codes = mail.codesReceived;
    await stage.choose(widget, /Changed my mind|umentschieden|gefällt mir nicht/i, {
      en: "it just doesnt suit me, changed my mind",
      de: "hab es mir anders überlegt",
    });
    await stage.hear(widget, { has: [/€/, /WhatsApp|Scarf/] });
    stage.demand(mail.codesReceived === codes, "A proven shopper was asked for proof again.");

    await stage.say(mail, stage.words({ en: "Where is my return now?", de: "Wo ist meine Rückgabe jetzt?" }));
    await stage.hear(mail, { has: [/Scarf/, /€/] });
    stage.demand((await conversationCount(stage)) === 1, "Staff see more than one conversation.");
  },
};
