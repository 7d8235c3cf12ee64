import { ada, staffPage } from "./people.ts";
import type { Story } from "./stage.ts";

/** S09: a chat at night in which an address was typed; a mail from it next morning; the link in our answer makes them one. */
export const nightChatMorningEmail: Story = {
  name: "night-chat-morning-email",
  about: "A night chat with the assistant, a mail next morning, one conversation after a click",
  async play(stage) {
    const widget = await stage.widget();
    if (stage.form.by === "buttons") {
      await stage.say(widget, stage.words({ en: "Good evening", de: "Guten Abend" }));
      await stage.hear(widget);
      await stage.tap(widget, /Send something back|Etwas zurückgeben/);
    } else {
      await stage.say(
        widget,
        stage.words({ en: "i need to send back the scarf from order #1004", de: "ich möchte den schal aus bestellung #1004 zurückgeben" }),
      );
    }
    const first = await stage.hear(widget);
    // An order number alone already sends a code; by buttons the address is asked for.
    if (/write the e-mail|schreib mir bitte/i.test(first.text)) {
      await stage.say(widget, stage.words({ en: `my mail is ${ada.email}`, de: `meine mail ist ${ada.email}` }));
      await stage.hear(widget, { has: [/code/i] });
    } else {
      await stage.say(widget, ada.email);
      await stage.hear(widget, { has: [/code/i] });
    }
    widget.close();

    await stage.world.advance(10 * 3_600_000);
    const mail = stage.mail(ada.email);
    await stage.say(
      mail,
      stage.words({
        en: "Good morning,\n\nI wrote in your chat last night, I want to return something.\n\nAda",
        de: "Guten Morgen,\n\nich habe gestern Nacht im Chat geschrieben, ich möchte etwas zurückgeben.\n\nAda",
      }),
    );
    const answer = await stage.hear(mail, { has: [/button|Knopf/i], hasNot: [/#1004/] });
    const before = await staffPage(stage);
    stage.demand(/claimed|unproven|not proven/i.test(before), "Staff do not see the chat's claim beside the mail.");

    const link = answer.links.find((one) => one.includes("/prove/"));
    stage.demand(link !== undefined, "The mail carries no link.");
    const page = await (await fetch(link ?? "", { headers: { "accept-language": stage.form.language } })).text();
    stage.demand(page.includes(ada.email), "The page does not say which address it is about.");
    const pressed = await fetch(link ?? "", { method: "POST", body: new URLSearchParams({ connect: "yes" }) });
    stage.demand(pressed.status === 200, `The button answered ${pressed.status}.`);
    const resumed = await stage.hear(mail, { hasNot: [/e-mail address|e-mail-adresse/i] });
    if (stage.form.by === "buttons") {
      stage.demand(/#1004/.test(resumed.text), "The orders are not offered.");
      await stage.say(mail, stage.words({ en: "the scarf from #1004", de: "das ist #1004" }));
      await stage.hear(mail, { has: [/Scarf/] });
    } else {
      stage.demand(/Scarf/.test(resumed.text), `The scarf named in the night is forgotten:\n${resumed.text}`);
    }
    const after = await staffPage(stage);
    stage.demand(/website|chat/i.test(after) && /e-?mail/i.test(after), "Staff do not see both channels in one conversation.");
  },
};
