import { adaCustomerId, prove } from "./people.ts";
import type { Story } from "./stage.ts";

/** S07: a dress was asked about on Instagram; two days later "that return" on the website means this dress. */
export const dressTwoDaysLater: Story = {
  name: "dress-two-days-later",
  about: "“Start that return” two days later on another channel means the dress of order #4471",
  async play(stage) {
    const { language, by } = stage.form;
    const mail = stage.mail("ada@example.com");
    const instagram = stage.instagram("ig-ada", "Ada");
    await stage.say(instagram, stage.words({ en: "where is order #4472", de: "wo ist bestellung #4472" }));
    await prove(stage, instagram, mail);
    await stage.hear(instagram, { has: [/#4472/] });
    await stage.say(
      instagram,
      stage.words({ en: "how long can I send the rust dress back?", de: "wie lange kann ich das rust dress zurückschicken?" }),
    );
    await stage.hear(instagram, { has: [/30/] });

    await stage.world.advance(2 * 86_400_000);
    const widget = await stage.widget({ customerId: adaCustomerId(stage.world) });
    await widget.untilThreadHas(/#4472/);
    await stage.say(widget, stage.words({ en: "ok start that retrun pls", de: "ok ich möchte diese rückgabe starten" }));
    await stage.hear(widget, { has: [/Dress/, /#4471/], hasNot: [/e-mail/i, /order number|bestellnummer/i] });
    if (by === "text") {
      await stage.say(widget, stage.words({ en: "does it cost anything?", de: "was kostet eine rückgabe?" }));
      await stage.hear(widget, { has: [/#4471/] });
    }
    await stage.choose(widget, /Yes, that one|Ja, genau/i, { en: "yep", de: "jo genau" });
    await stage.hear(widget, { has: [language === "en" ? /reason/i : /grund/i] });
  },
};
