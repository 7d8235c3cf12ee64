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
  readonly #contacts: Contact[];
  readonly #shown: (orders: OrderFacts[]) => Promise<OrderFacts[]>;
  /** Asked for by id or name, beside the newest ones that the store lists. */
  readonly #asked = new Map<string, Promise<OrderFacts | null>>();
  #loaded: Promise<OrderFacts[]> | undefined;

  /** `shown`: what of them may be seen at all. */
  constructor(store: StoreReader, standing: Standing, now: Date, shown: (orders: OrderFacts[]) => Promise<OrderFacts[]>) {
    this.#store = store;
    this.#shown = shown;
    this.#standing = standing;
    this.#contacts = uniqueContacts([...standing.verified, ...standing.channel]);
    this.#now = now;
  }

  /** Newest first, only those that this shopper may act on at `level`. */
  async at(level: ProofLevel): Promise<OrderFacts[]> {
    this.#loaded ??= this.load();
    const found = [...(await this.#loaded), ...(await Promise.all(this.#asked.values()))].filter((order) => order !== null);
    const byId = new Map(found.map((order) => [order.id, order]));
    const own = [...byId.values()]
      .filter((order) => atLeast(levelFor(this.#standing, order, this.#now), level))
      .sort((a, b) => b.processedAt.getTime() - a.processedAt.getTime());
    return this.#shown(own);
  }

  /** An order that is spoken of, by its name or Shopify's id, may be older than those that the store lists. Whose it is is looked at as ever. */
  async include(order: { name: string } | { id: string }): Promise<void> {
    // Somebody who has proven nothing has no orders here, whichever they name.
    if (this.#contacts.length === 0) return;
    this.#loaded ??= this.load();
    const known = await this.#loaded;
    const key = "id" in order ? order.id : order.name;
    if (this.#asked.has(key) || known.some((one) => one.id === key || one.name === key)) return;
    this.#asked.set(key, "id" in order ? this.#store.order(order.id) : this.#store.orderByName(order.name));
  }

  private async load(): Promise<OrderFacts[]> {
    const found = await Promise.all(this.#contacts.map((contact) => this.find(contact)));
    return found.flat();
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
