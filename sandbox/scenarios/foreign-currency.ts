import { createOrder } from "../shopify/create-order.ts";
import { deliver, fulfil } from "../shopify/merchant.ts";
import { ada, adaCustomerId, setRules } from "./people.ts";
import { decide } from "./staff.ts";
import type { Stage, Story } from "./stage.ts";

const day = 86_400_000;

/** Bought in yen from a shop that reckons in euros, at a discount, with the tax on top: every sum is in yen, every limit in euros. */
export const foreignCurrency: Story = {
  name: "foreign-currency",
  about: "Bought in yen at a discount with tax on top: shown, fees taken and paid back in yen to the coin, limits held in euros",
  async play(stage) {
    const { world } = stage;
    buyInYen(stage);
    // Above this a person would look first; in yen every number is higher.
    await setRules(stage, { returnShippingFee: "4.90", reviewValueAbove: "200" });
    const widget = await stage.widget({ customerId: adaCustomerId(world) });
    await stage.say(
      widget,
      stage.words({
        en: "i want to return one heavy cotton t-shirt of #6001, changed my mind",
        de: "ich will ein heavy cotton t-shirt aus #6001 zurückgeben, es gefällt mir nicht",
      }),
    );
    await stage.hear(widget, { has: [/2/] });
    await stage.choose(widget, /^1$/, { en: "just one", de: "nur eins" });
    const shown = await stage.hear(widget, { has: [/¥|JPY|￥/], hasNot: [/€|EUR/] });
    const total = yenOf(shown.choices[0]?.title ?? "");
    await stage.choose(widget, /¥|JPY|￥/, { en: "yes please", de: "ja bitte" });
    await stage.hear(widget);
    await stage.hear(widget, { has: [/#6001-R1/] });
    const order = world.shopify.store.orderByName("#6001");
    stage.demand(order.returns[0]?.status === "OPEN", "A return within the limit waits for a person.");
    await decide(stage, "return-process");
    await stage.hear(widget, { has: [/#6001/, /¥|JPY|￥/], hasNot: [/€|EUR/] });
    const back = order.transactions.filter((one) => one.kind === "REFUND").map((one) => one.amount);
    // 39,00 € at 163.21 are ¥6,365; a tenth off both leaves ¥5,729 for this one; 10 % tax on top, and 4,90 € for the way back are ¥800.
    stage.demand(total === 5_502 && back.length === 1 && back[0] === total, `Shown ${total}, paid back ${back.join()}.`);
  },
};

function buyInYen({ world }: Stage): void {
  const { store } = world.shopify;
  const customer = [...store.customers.values()].find((one) => one.email === ada.email);
  const at = new Date(store.now().getTime() - 4 * day);
  createOrder(store, {
    name: "#6001",
    customer,
    items: [{ sku: "SHIRT-WHI-M", quantity: 2 }],
    discount: { code: "TENTH", percentage: 10 },
    taxesIncluded: false,
    taxPercent: 10,
    presentment: { currency: "JPY", rate: 163.21 },
    at,
  });
  fulfil(store, "#6001", { at });
  deliver(store, "#6001", { at: new Date(at.getTime() + day) });
}

const yenOf = (title: string): number => Number(title.replace(/\D/g, ""));
