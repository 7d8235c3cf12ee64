import type { ProofLevel } from "#app/domain/identity/levels.ts";
import { atLeast } from "#app/domain/identity/levels.ts";
import { type Contact, levelFor, type Standing } from "#app/domain/identity/standing.ts";
import type { OrderFacts } from "#app/domain/orders/facts.ts";
import type { StoreReader } from "./services.ts";

/** The orders of one shopper in one turn, each read once, each with the level its contacts give. */
export class ShopperOrders {
  readonly #store: StoreReader;
  readonly #standing: Standing;
  readonly #now: Date;
  #loaded: Promise<OrderFacts[]> | undefined;

  constructor(store: StoreReader, standing: Standing, now: Date) {
    this.#store = store;
    this.#standing = standing;
    this.#now = now;
  }

  /** Newest first, only those that this shopper may act on at `level`. */
  async at(level: ProofLevel): Promise<OrderFacts[]> {
    this.#loaded ??= this.load();
    const orders = await this.#loaded;
    return orders.filter((order) => atLeast(levelFor(this.#standing, order, this.#now), level));
  }

  private async load(): Promise<OrderFacts[]> {
    const contacts = uniqueContacts([...this.#standing.verified, ...this.#standing.channel]);
    const found = await Promise.all(contacts.map((contact) => this.find(contact)));
    const byId = new Map(found.flat().map((order) => [order.id, order]));
    return [...byId.values()].sort((a, b) => b.processedAt.getTime() - a.processedAt.getTime());
  }

  private find(contact: Contact): Promise<OrderFacts[]> {
    switch (contact.kind) {
      case "email":
        return this.#store.ordersByEmail(contact.externalId);
      case "phone":
        return this.#store.ordersByPhone(contact.externalId);
      case "shopify-customer":
        return this.#store.ordersByCustomer(contact.externalId);
    }
  }
}

function uniqueContacts(contacts: Contact[]): Contact[] {
  return [...new Map(contacts.map((contact) => [`${contact.kind}:${contact.externalId}`, contact])).values()];
}
