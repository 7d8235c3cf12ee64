import type { Device } from "./device.ts";
import type { MailDevice } from "./mail-device.ts";
import { conversationCount, prove } from "./people.ts";
import type { Stage, Story } from "./stage.ts";

const address = "ada@example.com";

/** S21: begun on the website, left at step 3 of 5, asked for on Instagram, finished by e-mail; one return exists. */
export const interruptedReturn: Story = {
  name: "interrupted-return",
  about: "A return begun on the website, left at step 3, taken on from Instagram, confirmed by e-mail",
  async play(stage) {
    const mail = stage.mail(address);
    const widget = await stage.widget();
    await openReturn(stage, widget);
    await prove(stage, widget, mail);
    await stage.hear(widget, { has: [/#1004/, /#4471/] });
    await stage.choose(widget, /#1004/, { en: "the #1004 one pls", de: "die #1004 bitte" });
    await stage.hear(widget, { has: [/scarf/i] });
    if (stage.form.by === "buttons") {
      await widget.pick([
        { title: /dress/i, quantity: 1 },
        { title: /cushion/i, quantity: 1 },
      ]);
    } else {
      await stage.say(
        widget,
        stage.words({ en: "the dress and 1 cusion cover, thats all", de: "das kleid und 1 cushion cover, das ist alles" }),
      );
    }
    await stage.hear(widget, { has: [/3/, stage.form.language === "en" ? /reason/i : /grund/i] });

    const instagram = stage.instagram("ig-ada", "Ada");
    await stage.say(instagram, stage.words({ en: "wheres my refund?", de: "wo bleibt meine rückerstattung?" }));
    await prove(stage, instagram, mail);
    await stage.hear(instagram, {
      has: [/3/, /dress/i, /cushion/i, stage.form.language === "en" ? /reason/i : /grund/i],
      hasNot: [/order number/i, /bestellnummer/i],
    });
    if (stage.form.by === "text") {
      await stage.say(
        instagram,
        stage.words({ en: "how long do I have to send things back?", de: "wie lange habe ich zeit für eine rückgabe?" }),
      );
      await stage.hear(instagram, { has: [/30/, stage.form.language === "en" ? /reason/i : /grund/i] });
    }
    await stage.choose(instagram, stage.form.language === "en" ? /too small/i : /zu klein/i, {
      en: "its too smal for me",
      de: "das ist mir zu klien",
    });
    await stage.hear(instagram, { has: [/€/] });

    await stage.say(
      mail,
      stage.words({ en: "Hello,\n\nyes please, go ahead with the return.\n\nAda", de: "Hallo,\n\nja bitte, macht das so.\n\nAda" }),
    );
    await untilRegistered(stage, mail);
    await demandOneReturn(stage);
    stage.demand((await conversationCount(stage)) === 1, "Staff see more than one conversation.");
  },
};

async function openReturn(stage: Stage, device: Device): Promise<void> {
  if (stage.form.by === "text")
    return stage.say(device, stage.words({ en: "hi i want to retrun something i bought", de: "hallo ich möchte was zurückgeben" }));
  await stage.say(device, stage.words({ en: "Hello", de: "Hallo" }));
  await stage.hear(device);
  await stage.tap(device, stage.form.language === "en" ? /send something back/i : /zurückgeben/i);
}

async function untilRegistered(stage: Stage, mail: MailDevice): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    const shown = await stage.hear(mail);
    if (/#1004-R1/.test(shown.text)) return;
  }
  stage.demand(false, "The mail never named the return.");
}

async function demandOneReturn(stage: Stage): Promise<void> {
  const { world } = stage;
  const order = world.shopify.store.orderByName("#1004");
  const returns = order?.returns ?? [];
  stage.demand(returns.length === 1, `Expected one return of #1004 in the store, found ${returns.length}.`);
  const requests = world.history.of("shopify").filter((entry) => /^return(Request|Create)$/.test(entry.operation));
  stage.demand(requests.length === 1, `Expected one accepted return mutation, found ${requests.length}.`);
  const quantities = returns[0]?.lines.map((line) => line.units.length) ?? [];
  stage.demand(
    quantities.length === 2 && quantities.every((quantity) => quantity === 1),
    `Expected two lines of one, found ${quantities.join(", ")}.`,
  );
}
