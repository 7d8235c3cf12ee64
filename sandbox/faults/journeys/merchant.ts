import { defaultOrderPolicy } from "#app/domain/orders/order-policy.ts";
import { defaultReturnPolicy } from "#app/domain/returns/policy.ts";
import { orderPolicyToForm } from "#app/domain/shops/order-policy-form.ts";
import { policyToForm } from "#app/domain/shops/policy-form.ts";
import { MerchantBrowser } from "../../merchant-browser.ts";
import { changeProduct } from "../../shopify/content.ts";
import type { Play } from "../play.ts";
import type { Journey } from "./index.ts";

/** What the merchant does with the app itself. Removing it is played in the second store: others live in the first. */
export const merchant: Journey[] = [
  {
    name: "settings",
    async play(play) {
      const assistantName = `Lina ${play.tag}`;
      const settings = { brandColor: "#1f5f4b", voice: "", language: "en", wording: "templates", confidence: "85" };
      await play.persist(() => play.world.merchant.submit("/app/settings", { ...settings, assistantName }));
      const widget = await play.widget();
      const { shop } = await widget.open();
      if (shop.assistantName !== assistantName) throw new Error(`The widget names ${shop.assistantName}, not ${assistantName}.`);
    },
  },
  {
    name: "policy-trial",
    async play(play) {
      const form = { ...policyToForm({ ...defaultReturnPolicy, windowDays: 60 }), ...orderPolicyToForm(defaultOrderPolicy) };
      await play.persist(() => play.world.merchant.submit("/app/policy", { ...form, intent: "trial" }));
      await play.rest();
      const page = await play.persist(() => play.world.merchant.openApp("/app/policy/trial"));
      if (/Reading your orders/.test(page) || !/would be decided differently/.test(page)) throw new Error("The trial did not end.");
    },
  },
  {
    name: "shop-renamed",
    async play(play) {
      const name = `Maple Mill ${play.tag}`;
      play.world.moreShops[0]?.updateShop({ name });
      await play.rest();
      const widget = await play.widget(undefined, play.world.moreShops[0]);
      const { shop } = await widget.open();
      if (shop.name !== name) throw new Error(`The widget names ${shop.name}, not ${name}.`);
    },
  },
  {
    name: "product-changed",
    async play(play) {
      changeProduct(play.world.shopify.store, "Table Runner", (product) => {
        product.description = `A table runner dyed with ${play.tag}.`;
      });
      await play.rest();
      const widget = await play.widget();
      await play.say(widget, "What is the table runner dyed with?");
      await play.hear(widget, new RegExp(play.tag));
    },
  },
  {
    name: "removed-and-back",
    async play(play) {
      const { widget, store } = await customerOfSecondStore(play);
      store.uninstall();
      await play.rest();
      await play.persist(() => new MerchantBrowser(play.world.appUrl, store).openApp());
      // Tokens of before are worth nothing, so the browser begins anew.
      play.forgetThread(widget);
      await widget.open();
      await play.say(widget, "how long can I send things back?");
      await play.hear(widget, /30/);
    },
  },
  {
    name: "shop-redact",
    async play(play) {
      const { widget, store } = await customerOfSecondStore(play);
      store.uninstall();
      await play.rest();
      store.requestCompliance("shop/redact");
      await play.rest();
      const merchantOfStore = new MerchantBrowser(play.world.appUrl, store);
      await play.persist(() => merchantOfStore.openApp());
      play.forgetThread(widget);
      await widget.open();
      await play.say(widget, "how long can I send things back?");
      await play.hear(widget, /30/);
      const list = await play.persist(() =>
        merchantOfStore.openApp(`/app/inbox?${new URLSearchParams({ view: "all", search: play.tag })}`),
      );
      if (/\/app\/inbox\/[0-9a-z]{26}/.test(list)) throw new Error("The inbox still shows what was written before the shop was erased.");
    },
  },
];

async function customerOfSecondStore(play: Play) {
  const [store] = play.world.moreShops;
  if (!store) throw new Error("This world has no second store.");
  const widget = await play.widget(undefined, store);
  await play.say(widget, `Hello, this is about ${play.tag}`);
  await play.hear(widget);
  return { widget, store };
}
