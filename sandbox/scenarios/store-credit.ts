import { adaCustomerId, setRules } from "./people.ts";
import type { Story } from "./stage.ts";

/** A shop that gives credit with a bonus first: its sum and last day are shown before the yes, and the return is an ordinary one. */
export const storeCredit: Story = {
  name: "store-credit",
  about: "Credit with ten percent more: shown with its last day before the yes, registered once",
  async play(stage) {
    const { world } = stage;
    await setRules(stage, { outcomes: "store-credit, refund", creditBonusPercentage: "10", creditExpiresAfterDays: "365" });
    const widget = await stage.widget({ customerId: adaCustomerId(world) });
    await stage.say(
      widget,
      stage.words({
        en: "i want to return the dress of #4471, its too small",
        de: "ich will das kleid aus #4471 zurückgeben, es ist zu klein",
      }),
    );
    await stage.hear(widget, { has: [/Store credit|Gutschrift/, /Money back|Geld zurück/] });
    await stage.choose(widget, /^(Store credit|Gutschrift)$/, { en: "store credit is fine", de: "eine gutschrift ist gut" });
    await stage.hear(widget, { has: [/12[.,]90/, /141[.,]90/] });
    await stage.choose(widget, /Credit of|Gutschrift/, { en: "yes please", de: "ja bitte" });
    await stage.hear(widget);
    await stage.hear(widget, { has: [/#4471-R1/, /141[.,]90/] });
    stage.demand(world.history.of("shopify", "returnCreate").length === 1, "Not registered once.");
  },
};
