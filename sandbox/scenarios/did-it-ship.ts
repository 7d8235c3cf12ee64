import { adaCustomerId, connect } from "./people.ts";
import type { Story } from "./stage.ts";

/** S02: asked on the website, a second question on Instagram ten minutes later, without naming the order again. */
export const didItShip: Story = {
  name: "did-it-ship",
  about: "“Did my order ship?” on the website, “and when does it arrive?” on Instagram",
  async play(stage) {
    const { language } = stage.form;
    const facts = language === "en" ? [/#1001/, /yesterday/i, /Thu(rsday)?\b/i] : [/#1001/, /gestern/i, /Do(nnerstag|\.)/i];
    const widget = await stage.widget({ customerId: adaCustomerId(stage.world) });
    if (stage.form.by === "buttons") {
      await stage.say(widget, stage.words({ en: "Hello", de: "Hallo" }));
      await stage.hear(widget);
      await stage.tap(widget, /Where is my order|Wo ist meine Sendung/);
      await stage.hear(widget, { has: [/#1001/] });
      await stage.tap(widget, /#1001/);
    } else {
      await stage.say(widget, stage.words({ en: "did order 1001 ship alredy", de: "wurde bestellung 1001 schon verschikt" }));
    }
    await stage.hear(widget, { has: facts });

    const instagram = stage.instagram("ig-ada", "Ada");
    await connect(stage, widget, instagram);
    await stage.world.advance(10 * 60_000);
    await stage.say(instagram, stage.words({ en: "and when does it arrive?", de: "und wann kommt sie an?" }));
    await stage.hear(instagram, {
      has: facts.filter((fact) => !/yester|gest/.test(fact.source)),
      hasNot: [/which order|welche bestellung/i, /e-mail/i, /order number|bestellnummer/i],
    });
    if (stage.form.by === "text") {
      await stage.say(
        instagram,
        stage.words({ en: "ok thx. how long can i return it btw", de: "ok danke. wie lange kann ich das zurückgeben?" }),
      );
      await stage.hear(instagram, { has: [/30/] });
    }
  },
};
