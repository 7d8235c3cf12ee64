import type { GiftCardRecord } from "./model.ts";
import type { People } from "./seed-people.ts";
import type { ShopifyStore } from "./store.ts";

export type NewGiftCard = Partial<Pick<GiftCardRecord, "customerId" | "recipientId" | "note" | "expiresOn" | "deactivatedAt">> & {
  code: string;
  /** In cents. */
  value: number;
  spent?: number;
};

/** Staff issue a card, or somebody buys one. Shopify has no webhook for it. */
export function issueGiftCard(store: ShopifyStore, { code, value, spent = 0, ...rest }: NewGiftCard): GiftCardRecord {
  const at = store.now();
  const id = store.nextId("GiftCard");
  const card: GiftCardRecord = {
    id,
    code,
    initialValue: value,
    balance: value - spent,
    source: "manual",
    createdAt: at,
    updatedAt: at,
    ...rest,
  };
  store.giftCards.set(id, card);
  return card;
}

const threeYears = (from: Date): string => `${from.getUTCFullYear() + 3}-${from.toISOString().slice(5, 7)}-01`;

/** One to spend and one used up for Ada, one that Ben gave to Carla, one of Davi's that was taken out of use. */
export function seedGiftCards(store: ShopifyStore, { ada, ben, carla, davi }: People): void {
  const expiresOn = threeYears(store.now());
  issueGiftCard(store, { code: "h7k2m9x4q8w3a1b2", value: 5_000, spent: 2_500, customerId: ada.id, expiresOn });
  issueGiftCard(store, { code: "p4r8t2v6y9z3c5d7", value: 2_000, spent: 2_000, customerId: ada.id, expiresOn });
  issueGiftCard(store, { code: "b6n3j8f2g7s4e9f1", value: 4_000, customerId: ben.id, recipientId: carla.id, note: "For Carla", expiresOn });
  issueGiftCard(store, { code: "w2x5c8v4b7n9g3h6", value: 3_000, customerId: davi.id, deactivatedAt: store.now() });
}
