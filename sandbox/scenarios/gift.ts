import { ada, setRules } from "./people.ts";
import { decide } from "./staff.ts";
import type { Story } from "./stage.ts";

/** Somebody who was given a thing sends it back for a gift card; who bought it hears nothing, and no sum is said before it is due. */
export const gift: Story = {
  name: "gift",
  about: "The dress was a present: shown by number and postcode of its parcel, sent back for a gift card, and the buyer hears nothing",
  async play(stage) {
    const { world } = stage;
    await setRules(stage, { giftReturns: "yes" });
    const order = world.shopify.store.orderByName("#4471");
    const nothingOfBuyer = [/€|EUR|\d[.,]\d{2}/, /Sample/];
    const instagram = stage.instagram("ig-nina", "Nina");
    const mailsBefore = stage.mail(ada.email).unread().length;
    await stage.say(
      instagram,
      stage.words({
        en: "hi, i got a dress as a gift and i dont like it. can i return it?",
        de: "hallo, ich hab ein kleid geschenkt bekommen, es gefällt mir nicht. kann ich es zurückgeben?",
      }),
    );
    await stage.hear(instagram, { has: [/order number|Bestellnummer/, /postcode|Postleitzahl/], hasNot: nothingOfBuyer });
    await stage.say(
      instagram,
      stage.words({
        en: `#4471, postcode ${order.shippingAddress?.zip ?? ""}`,
        de: `#4471, plz ${order.shippingAddress?.zip ?? ""}`,
      }),
    );
    await stage.hear(instagram, { has: [/A gift card|Eine Geschenkkarte/], hasNot: nothingOfBuyer });
    await stage.choose(instagram, /A gift card|Eine Geschenkkarte/, { en: "a gift card please", de: "eine geschenkkarte bitte" });
    await stage.hear(instagram, { has: [/on the card|auf der Karte/], hasNot: nothingOfBuyer });
    await stage.choose(instagram, /^Yes|^Ja/, { en: "yes please", de: "ja bitte" });
    await stage.hear(instagram);
    await stage.hear(instagram, { has: [/#4471-R1/], hasNot: nothingOfBuyer });

    await decide(stage, "return-process", { money: "gift-card" });
    // That it is booked, and the card: each goes out when it is ready.
    const told = [await stage.hear(instagram), await stage.hear(instagram)].map((one) => one.text).join("\n");
    stage.demand(/129[.,]00/.test(told) && /(?:[A-Z2-9]{4} ){3}[A-Z2-9]{4}/.test(told), "No card with its sum and code.");
    stage.demand(/has booked|verbucht/.test(told), "Not told that it is booked.");
    stage.demand(world.history.of("shopify", "giftCardCreate").length === 1, "Not one card.");
    stage.demand(order.refunds.length === 0, "Money went to the buyer.");
    stage.demand(stage.mail(ada.email).unread().length === mailsBefore, "The buyer was told.");
  },
};
